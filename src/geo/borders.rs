//! Owns the built-in borders: Natural Earth at 1:50 million, read from the small form that `make-borders.mjs` gives them. Its borders are those in
//! force on the ground, whoever claims the area.

use std::sync::LazyLock;

use super::{Borders, Country, Point, Ring};

static BYTES: &[u8] = include_bytes!("borders.bin");

/// Parts of a degree in which the file counts.
const STEPS: f64 = 200.0;

/// Natural Earth's borders, read at the first use.
pub fn natural_earth() -> &'static Borders {
    static BORDERS: LazyLock<Borders> = LazyLock::new(|| decode(BYTES).unwrap_or_default());
    &BORDERS
}

/// A reader of the file's numbers; nothing once it is at its end.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<i64> {
        let mut value = 0;
        for shift in (0..56).step_by(7) {
            let byte = self.byte()?;
            value |= i64::from(byte & 127) << shift;
            if byte < 128 {
                return Some(value);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i64> {
        let folded = self.number()?;
        Some(if folded & 1 == 0 { folded >> 1 } else { -(folded >> 1) - 1 })
    }

    fn rings(&mut self) -> Option<Vec<Vec<i64>>> {
        (0..self.number()?).map(|_| (0..self.number()?).map(|_| self.signed()).collect()).collect()
    }
}

fn decode(bytes: &[u8]) -> Option<Borders> {
    let mut reader = Reader(bytes);
    let mut at = [0, 0];
    let arcs: Vec<Vec<Point>> = (0..reader.number()?)
        .map(|_| {
            let points = (0..reader.number()?).map(|_| {
                at = [at[0] + reader.signed()?, at[1] + reader.signed()?];
                Some(at.map(|steps| steps as f64 / STEPS))
            });
            points.collect()
        })
        .collect::<Option<_>>()?;
    let countries: Vec<(String, Vec<Vec<i64>>)> = (0..reader.number()?)
        .map(|_| {
            let code = [reader.byte()?, reader.byte()?].map(char::from);
            Some((code.iter().filter(|letter| letter.is_ascii_uppercase()).collect(), reader.rings()?))
        })
        .collect::<Option<_>>()?;
    let land = reader.rings()?;
    // What outlines a country and not the land lies between two countries.
    let index = |arc: i64| if arc < 0 { -1 - arc } else { arc };
    let coast: std::collections::BTreeSet<i64> = land.iter().flatten().map(|&arc| index(arc)).collect();
    let inner: std::collections::BTreeSet<i64> = countries
        .iter()
        .flat_map(|(_, rings)| rings.iter().flatten())
        .map(|&arc| index(arc))
        .filter(|arc| !coast.contains(arc))
        .collect();
    let line = |arc: i64| arcs.get(usize::try_from(index(arc)).ok()?);
    let join = |ring: &Vec<i64>| {
        let mut points: Vec<Point> = Vec::new();
        for &arc in ring {
            // Each arc begins where the last one ended.
            points.pop();
            let line = line(arc)?;
            if arc < 0 { points.extend(line.iter().rev()) } else { points.extend(line) }
        }
        Some(Ring::from(points))
    };
    let shape = |(code, rings): &(String, Vec<Vec<i64>>)| {
        Some(Country { code: code.clone(), rings: rings.iter().map(join).collect::<Option<_>>()? })
    };
    Some(Borders {
        land: land.iter().map(join).collect::<Option<_>>()?,
        lines: inner.into_iter().filter_map(|arc| Some(line(arc)?.clone().into())).collect(),
        countries: countries.iter().map(shape).collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::is_on_globe;

    #[test]
    fn the_whole_world_is_there_and_closed() {
        let world = natural_earth();
        assert_eq!(world.countries.len(), 240);
        assert!(world.lines.len() > 300 && world.land.len() > 1000, "{} {}", world.lines.len(), world.land.len());
        for ring in world.land.iter().chain(world.countries.iter().flat_map(|country| &country.rings)) {
            assert!(ring.len() >= 3 && ring.first() == ring.last(), "{:?}", ring.first());
            assert!(ring.iter().all(|point| is_on_globe(*point)));
        }
    }

    #[test]
    fn countries_lie_where_they_are() {
        for (code, point) in [
            ("TN", [9.5, 34.0]),
            ("AL", [20.0, 41.0]),
            ("XK", [21.0, 42.6]),
            ("LU", [6.1, 49.7]),
            ("FR", [3.25, 45.55]),
            ("FR", [55.5, -21.1]),
            ("FJ", [-179.9, -16.5]),
            ("AQ", [0.0, -85.0]),
        ] {
            assert!(natural_earth().country(code).is_some_and(|country| country.is_near(point, 0.1)), "{code} {point:?}");
        }
        assert!(!natural_earth().country("FR").unwrap().is_near([45.55, 3.25], 0.5));
        assert!(natural_earth().country("").is_none() && natural_earth().country("QQ").is_none());
    }

    #[test]
    fn outer_rings_run_clockwise() {
        let ring = natural_earth().country("LU").unwrap().rings[0].clone();
        let area: f64 = ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
        assert!(area < 0.0 && ring.bounds().is_some());
    }

    #[test]
    fn a_damaged_file_gives_nothing() {
        for cut in [0, 1, 2, 1000, BYTES.len() / 2, BYTES.len() - 1] {
            assert!(decode(&BYTES[..cut]).is_none(), "{cut}");
        }
        assert!(decode(&[255; 64]).is_none());
    }
}
