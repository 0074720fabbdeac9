//! Owns the reading of GeoJSON (RFC 7946): areas and lines, with the country that they are of. Everything else in a file is passed over.

use serde_json::Value;

use super::{Point, Ring, is_on_globe};

/// An area or line of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// Two letters of ISO 3166-1 where the file says which country it is; else empty.
    pub code: String,
    /// Outlines, closed; outer ones clockwise, those of holes the other way.
    pub rings: Vec<Ring>,
    /// Open lines.
    pub lines: Vec<Ring>,
}

/// Points that a file may hold: enough for a country in detail, and not so many that maps take long.
const POINTS: usize = 200_000;

/// Properties that name a country, as Natural Earth and others call them.
const CODES: &[&str] = &["country", "iso_a2_eh", "ISO_A2_EH", "iso_a2", "ISO_A2", "ISO3166-1-Alpha-2", "code"];

/// The shapes of a file; what is wrong with it, as a phrase, where it has none.
pub fn read(bytes: &[u8]) -> Result<Vec<Shape>, String> {
    let json: Value = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
        .map_err(|error| format!("it is no JSON: {error}"))?;
    let mut shapes = Vec::new();
    let mut room = POINTS;
    gather(&json, &mut shapes, &mut room)?;
    if shapes.is_empty() {
        return Err("it holds neither an area nor a line (Polygon, MultiPolygon, LineString)".to_owned());
    }
    Ok(shapes)
}

fn gather(value: &Value, shapes: &mut Vec<Shape>, room: &mut usize) -> Result<(), String> {
    let list = |key: &str| value.get(key).and_then(Value::as_array).into_iter().flatten();
    match value.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => list("features").try_for_each(|feature| gather(feature, shapes, room)),
        Some("Feature") => {
            let mut shape = Shape { code: code(value), ..Shape::default() };
            value.get("geometry").map_or(Ok(()), |geometry| geometry_into(geometry, &mut shape, room))?;
            shapes.extend((!shape.rings.is_empty() || !shape.lines.is_empty()).then_some(shape));
            Ok(())
        }
        Some("Topology") => Err("it is TopoJSON, not GeoJSON; save it as GeoJSON".to_owned()),
        Some(_) => {
            let mut shape = Shape::default();
            geometry_into(value, &mut shape, room)?;
            shapes.extend((!shape.rings.is_empty() || !shape.lines.is_empty()).then_some(shape));
            Ok(())
        }
        None => Err("it has no `type`, as GeoJSON has".to_owned()),
    }
}

fn code(feature: &Value) -> String {
    let named = CODES.iter().filter_map(|key| feature.get("properties")?.get(key)?.as_str());
    let all = named.chain(feature.get("id").and_then(Value::as_str));
    let mut codes = all.filter(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic()));
    codes.next().map(str::to_ascii_uppercase).unwrap_or_default()
}

fn geometry_into(geometry: &Value, shape: &mut Shape, room: &mut usize) -> Result<(), String> {
    let coordinates = geometry.get("coordinates");
    let items = || coordinates.and_then(Value::as_array).into_iter().flatten();
    match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => polygon(coordinates, shape, room),
        Some("MultiPolygon") => items().try_for_each(|part| polygon(Some(part), shape, room)),
        Some("LineString") => {
            shape.lines.extend(coordinates.map(|line| points(line, room)).transpose()?.map(Ring::from));
            Ok(())
        }
        Some("MultiLineString") => items().try_for_each(|line| {
            shape.lines.push(points(line, room)?.into());
            Ok(())
        }),
        Some("GeometryCollection") => {
            let parts = geometry.get("geometries").and_then(Value::as_array).into_iter().flatten();
            parts.into_iter().try_for_each(|part| geometry_into(part, shape, room))
        }
        // Points are no shapes, and a feature may have no geometry at all.
        _ => Ok(()),
    }
}

fn polygon(rings: Option<&Value>, shape: &mut Shape, room: &mut usize) -> Result<(), String> {
    for (index, ring) in rings.and_then(Value::as_array).into_iter().flatten().enumerate() {
        let mut ring = points(ring, room)?;
        if ring.len() < 3 {
            continue;
        }
        if ring.first() != ring.last() {
            ring.extend(ring.first().copied());
        }
        let twice: f64 = ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
        // Files differ in the direction of their rings; here an outer one runs clockwise.
        if (twice > 0.0) == (index == 0) {
            ring.reverse();
        }
        shape.rings.push(ring.into());
    }
    Ok(())
}

fn points(line: &Value, room: &mut usize) -> Result<Vec<Point>, String> {
    let line = line.as_array().map(Vec::as_slice).unwrap_or_default();
    *room = room.checked_sub(line.len()).ok_or_else(|| format!("it has more than {POINTS} points; make its shapes simpler"))?;
    let point = |value: &Value| {
        let part = |index: usize| value.get(index).and_then(Value::as_f64);
        let point = [part(0).unwrap_or(f64::NAN), part(1).unwrap_or(f64::NAN)];
        is_on_globe(point)
            .then_some(point)
            .ok_or_else(|| format!("{} is no place in degrees of longitude and latitude; save it in WGS 84", shortened(value)))
    };
    line.iter().map(point).collect()
}

/// A value as it is shown in a message: not the whole of a long one.
fn shortened(value: &Value) -> String {
    value.to_string().chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_every_form_are_read() {
        let square = "[[0,0],[4,0],[4,4],[0,4],[0,0]]";
        let hole = "[[1,1],[1,2],[2,2],[2,1],[1,1]]";
        let feature = format!(
            r#"{{"type":"FeatureCollection","features":[
                {{"type":"Feature","properties":{{"iso_a2":"-99","ISO_A2_EH":"fr"}},"geometry":{{"type":"Polygon","coordinates":[{square},{hole}]}}}},
                {{"type":"Feature","id":"DE","geometry":{{"type":"MultiPolygon","coordinates":[[{square}],[{square}]]}}}},
                {{"type":"Feature","geometry":null}},
                {{"type":"Feature","geometry":{{"type":"Point","coordinates":[1,1]}}}},
                {{"type":"Feature","geometry":{{"type":"GeometryCollection","geometries":[{{"type":"LineString","coordinates":[[0,0],[1,1,9]]}}]}}}}
            ]}}"#
        );
        let shapes = read(feature.as_bytes()).unwrap();
        let counts: Vec<_> = shapes.iter().map(|shape| (shape.code.as_str(), shape.rings.len(), shape.lines.len())).collect();
        assert_eq!(counts, [("FR", 2, 0), ("DE", 2, 0), ("", 0, 1)]);
        assert_eq!(shapes[0].rings[0][1], [0.0, 4.0], "the outer ring was turned round");
        assert_eq!(shapes[0].rings[1][1], [2.0, 1.0], "the hole runs the other way");
        assert_eq!(read(format!("\u{feff}{{\"type\":\"Polygon\",\"coordinates\":[{square}]}}").as_bytes()).unwrap().len(), 1);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let deep = "[".repeat(10_000);
        for (given, part) in [
            ("", "no JSON"),
            ("nonsense", "no JSON"),
            (deep.as_str(), "no JSON"),
            ("[]", "no `type`"),
            (r#"{"type":"Topology"}"#, "TopoJSON"),
            (r#"{"type":"FeatureCollection","features":[]}"#, "neither an area nor a line"),
            (r#"{"type":"FeatureCollection","features":7}"#, "neither an area nor a line"),
            (r#"{"type":"Polygon","coordinates":[[[700000,6400000],[700001,6400000],[1,1]]]}"#, "WGS 84"),
            (r#"{"type":"Polygon","coordinates":[[["a",1],[2,2],[1,1]]]}"#, "WGS 84"),
            (r#"{"type":"Polygon","coordinates":[[[1,1],[2,2]]]}"#, "neither an area nor a line"),
        ] {
            let said = read(given.as_bytes()).unwrap_err();
            assert!(said.contains(part), "{given:.60}: {said}");
        }
        let many = format!(r#"{{"type":"LineString","coordinates":[{}[0,0]]}}"#, "[0,0],".repeat(POINTS));
        assert!(read(many.as_bytes()).unwrap_err().contains("simpler"));
    }
}
