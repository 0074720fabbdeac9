//! Checks that every drawing must pass, and the inputs that try to break it; apart because each chart's tests use them.

use std::collections::BTreeSet;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::text;
use super::{Colours, Format, Frame, Picture, alone};

/// Labels that try to end the drawing, to reorder the page, or to have no room.
pub(super) const HOSTILE: [&str; 12] = [
    "",
    " ",
    "Export",
    "</svg><script>alert(1)</script>",
    "\"' onload='x' &amp; <a href=\"javascript:x\">",
    "\u{202e}dlrow\u{2066} \u{0}\u{7}olleh\u{feff}",
    "تعزيز القدرة التنافسية للمنشآت الصغيرة والمتوسطة",
    "日本語の非常に長いラベルがここにあります日本語の非常に長いラベル",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "e\u{301}\u{301}\u{301}\u{301} 🏭🏭🏭",
    "שלום 12 % world",
    HUGE,
];

/// Ten thousand bytes and more.
const HUGE: &str = {
    const BYTES: [u8; 10_240] = [b'W'; 10_240];
    match std::str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

/// Values at the edges.
pub(super) const EXTREME: [&[f64]; 11] = [
    &[0.0],
    &[5.0],
    &[-5.0, -7.0],
    &[0.0, 0.0, 0.0],
    &[7.0, 7.0, 7.0],
    &[1e12, 3.0],
    &[-1e12, 1e12, 0.0],
    &[1e-12, 2e-12],
    &[f64::NAN, 4.0],
    &[f64::INFINITY, f64::NEG_INFINITY, 1.0],
    &[f64::MAX, f64::MIN, 1.0],
];

/// Runs a test in both directions.
pub(super) fn both(mut test: impl FnMut(&Frame<'_>)) {
    let format = Format {
        number: &|value| format!("{value}"),
        percent: &|share| format!("{:.0} %", share * 100.0),
        rate: &|value| format!("{value} %"),
        day: &|date| date.to_string(),
        month: &|date| date.month().to_string(),
        quarter: &|date| format!("Q{}", (date.month() + 2) / 3),
        year: &|date| date.year().to_string(),
        pair: &|name, value| format!("{name}: {value}"),
    };
    for rtl in [false, true] {
        test(&Frame { id: "p1", title: "A <title>", description: "Says \u{202e}\"what\" & why", rtl, format: &format });
    }
}

/// Fails unless both drawings are well-formed, named, harmless, inside their bounds, and the table is even.
pub(super) fn sound(picture: &Picture) {
    inspect(&picture.svg, &picture.id);
    if let Some(narrow) = &picture.svg_narrow {
        inspect(narrow, &picture.id);
        assert!(ids(narrow).is_disjoint(&ids(&picture.svg)), "the two forms share an id");
    }
    for row in &picture.table.rows {
        assert_eq!(row.len(), picture.table.head.len());
    }
    assert_eq!(picture.table.keys.len(), picture.table.head.len());
    let keys: BTreeSet<&String> = picture.table.keys.iter().collect();
    assert!(keys.iter().all(|key| !key.is_empty()), "{keys:?}");
    for form in std::iter::once(&picture.svg).chain(&picture.svg_narrow) {
        alone_is_sound(&alone(form, "ar", &Colours::default()));
    }
}

/// The rectangles of a drawing that are boxes: x, y, width, height.
pub(super) fn rects(svg: &str) -> Vec<[f64; 4]> {
    elements(svg)
        .filter(|(name, _)| name == "rect")
        .map(|(_, attributes)| ["x", "y", "width", "height"].map(|key| number(&attributes, key).unwrap()))
        .collect()
}

type Attributes = Vec<(String, String)>;

fn elements(svg: &str) -> impl Iterator<Item = (String, Attributes)> {
    let mut reader = quick_xml::Reader::from_str(svg);
    std::iter::from_fn(move || {
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Eof => return None,
                Event::Start(start) | Event::Empty(start) => return Some(read(&start)),
                _ => {}
            }
        }
    })
}

fn read(start: &BytesStart<'_>) -> (String, Attributes) {
    let name = start.name().as_ref().to_string();
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("well-formed attribute");
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("known entities").into_owned();
        (attribute.key.as_ref().to_string(), value)
    });
    (name, attributes.collect())
}

fn get<'a>(attributes: &'a Attributes, key: &str) -> Option<&'a str> {
    attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
}

fn number(attributes: &Attributes, key: &str) -> Option<f64> {
    get(attributes, key).map(|value| value.parse().unwrap_or_else(|_| panic!("{key}={value:?} is no number")))
}

fn ids(svg: &str) -> BTreeSet<String> {
    elements(svg).filter_map(|(_, attributes)| get(&attributes, "id").map(String::from)).collect()
}

fn inspect(svg: &str, id: &str) {
    let all: Vec<_> = elements(svg).collect();
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["svg", "title", "desc"]);
    let known = ["svg", "title", "desc", "defs", "pattern", "rect", "circle", "line", "path", "text", "tspan", "a", "g"];
    assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
    let root = &all[0].1;
    let links = names.contains(&"a");
    assert_eq!(get(root, "role"), Some(if links { "group" } else { "img" }));
    let own = ids(svg);
    assert_eq!(own.len(), all.iter().filter(|(_, attributes)| get(attributes, "id").is_some()).count(), "an id occurs twice");
    assert!(own.iter().all(|own| own.starts_with(id)));
    assert!(get(root, "aria-labelledby").unwrap().split(' ').all(|part| own.contains(part)));
    let (width, height) = (number(root, "width").unwrap(), number(root, "height").unwrap());
    assert!(width > 0.0 && height > 0.0);

    for (name, attributes) in &all {
        for (key, value) in attributes {
            assert!(!key.starts_with("on") && key != "style", "{key}");
            assert!(!value.contains("NaN") && !value.to_lowercase().contains("inf ") && value != "inf", "{key}={value}");
            if let Some(target) = value.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')) {
                assert!(own.contains(target), "{target} is not defined");
            } else {
                assert!(!value.contains("url(") && !value.starts_with("javascript"), "{value}");
            }
        }
        let (x, y) = (number(attributes, "x"), number(attributes, "y"));
        match name.as_str() {
            "rect" if x.is_some() => {
                let (w, h) = (number(attributes, "width").unwrap(), number(attributes, "height").unwrap());
                let (x, y) = (x.unwrap(), y.unwrap());
                assert!(
                    x >= -0.5 && x + w <= width + 0.5 && y >= -0.5 && y + h <= height + 0.5,
                    "{attributes:?} leaves {width} × {height}"
                );
            }
            "text" => {
                assert!(number(attributes, "font-size").unwrap() >= 11.0);
                assert!(y.unwrap() <= height, "{attributes:?} below {height}");
            }
            "circle" => {
                let (x, y, r) =
                    (number(attributes, "cx").unwrap(), number(attributes, "cy").unwrap(), number(attributes, "r").unwrap());
                assert!(x - r >= -0.5 && x + r <= width + 0.5 && y - r >= -0.5 && y + r <= height + 0.5, "{attributes:?}");
            }
            "path" if get(attributes, "stroke-linejoin").is_some() => {
                let numbers: Vec<f64> = get(attributes, "d")
                    .unwrap()
                    .split(|c: char| "MLCZ ".contains(c))
                    .filter_map(|part| part.parse().ok())
                    .collect();
                for pair in numbers.chunks(2) {
                    let inside = pair[0] >= -8.0 && pair[0] <= width + 8.0 && pair[1] >= -1.0 && pair[1] <= height + 1.0;
                    assert!(inside, "{pair:?} leaves {width} × {height}");
                }
            }
            _ => {}
        }
    }
    texts_inside(svg, width);
}

/// A drawing that stands alone is well-formed, and needs no style sheet, no direction and no page.
fn alone_is_sound(svg: &str) {
    let all: Vec<_> = elements(svg).collect();
    assert_eq!(all[0].0, "svg");
    for (name, attributes) in &all {
        assert!(name != "a", "a link leads nowhere outside the site");
        for (key, value) in attributes {
            assert!(!["class", "style"].contains(&key.as_str()), "{key}={value}");
            assert!(key != "direction" || name == "svg" && value == "ltr", "{key}={value}");
            assert!(!value.contains("var("), "{value}");
        }
    }
    assert_eq!(get(&all[0].1, "xml:lang"), Some("ar"));
}

/// Every line of text, by its estimated width, lies inside the drawing.
fn texts_inside(svg: &str, width: f64) {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut rtl = false;
    let mut style: Option<(Attributes, f64)> = None;
    let mut line = String::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(start) => {
                let (name, attributes) = read(&start);
                match name.as_str() {
                    "svg" => rtl = get(&attributes, "direction") == Some("rtl"),
                    "text" => {
                        let x = number(&attributes, "x").unwrap();
                        style = Some((attributes, x));
                    }
                    _ => {}
                }
                line.clear();
            }
            Event::Text(part) => line.push_str(&part),
            Event::GeneralRef(entity) => line.push(match &*entity {
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "#39" => '\'',
                _ => '&',
            }),
            Event::End(end) => {
                if let (Some((attributes, x)), false) = (&style, line.is_empty()) {
                    let own = get(attributes, "direction").map_or(rtl, |direction| direction == "rtl");
                    let size = number(attributes, "font-size").unwrap();
                    let wide = text::width(&line, size);
                    let left = match (get(attributes, "text-anchor"), own) {
                        (Some("middle"), _) => x - wide / 2.0,
                        (Some("end"), false) | (None, true) => x - wide,
                        _ => *x,
                    };
                    assert!(left >= -1.5 && left + wide <= width + 1.5, "{line:?} at {left}, {wide} wide, leaves {width}");
                }
                line.clear();
                if end.name().as_ref() == "text" {
                    style = None;
                }
            }
            _ => {}
        }
    }
}
