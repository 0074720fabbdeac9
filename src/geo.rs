//! Owns what is known of the globe: borders and coasts, shapes that a cluster brings, distances. It knows neither clusters nor drawings.

mod borders;
mod geojson;

pub use borders::natural_earth;
pub use geojson::{Shape, read};

/// A point as longitude east and latitude north, in degrees; the order of GeoJSON.
pub type Point = [f64; 2];

/// A line of points; a closed one begins where it ends. Outer rings run clockwise on the map, those of holes the other way. It knows the box around
/// it, since of the whole world a map shows little.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    points: Vec<Point>,
    bounds: Option<Bounds>,
}

impl From<Vec<Point>> for Ring {
    fn from(points: Vec<Point>) -> Self {
        Self { bounds: bounds(&points), points }
    }
}

impl std::ops::Deref for Ring {
    type Target = [Point];

    fn deref(&self) -> &[Point] {
        &self.points
    }
}

impl Ring {
    /// The box around it; nothing where there is no point.
    pub fn bounds(&self) -> Option<Bounds> {
        self.bounds
    }
}

/// Mean radius of the earth in kilometres.
pub const EARTH: f64 = 6371.0;

/// Coasts and borders of a part of the world or all of it.
#[derive(Clone, Debug, Default)]
pub struct Borders {
    /// Land: closed rings.
    pub land: Vec<Ring>,
    /// Borders between countries that are not part of the land's outline: open lines.
    pub lines: Vec<Ring>,
    /// Countries by their code.
    pub countries: Vec<Country>,
}

/// The area of a country or territory.
#[derive(Clone, Debug)]
pub struct Country {
    /// Two letters of ISO 3166-1, `XK` for Kosovo; empty for territories without a code.
    pub code: String,
    /// Closed rings.
    pub rings: Vec<Ring>,
}

impl Borders {
    /// Borders that a cluster brings in place of the built-in ones: each shape with an area is a country.
    pub fn of_shapes(shapes: Vec<Shape>) -> Self {
        let land = shapes.iter().flat_map(|shape| shape.rings.iter().cloned()).collect();
        let lines = shapes.iter().flat_map(|shape| shape.lines.iter().cloned()).collect();
        let countries = shapes.into_iter().filter(|shape| !shape.rings.is_empty());
        Self { land, lines, countries: countries.map(|shape| Country { code: shape.code, rings: shape.rings }).collect() }
    }

    /// The country of a code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|country| !code.is_empty() && country.code == code)
    }
}

impl Country {
    /// A point that stands for the country: the middle of its largest part. Nothing where it has no area.
    pub fn middle(&self) -> Option<Point> {
        // Twice the area with its sign, and the moments, around the ring's first point; degrees are as good as kilometres for a middle.
        let weigh = |ring: &Ring| {
            let first = *ring.first()?;
            let from = |point: &Point| [turn(point[0] - first[0]), point[1] - first[1]];
            let sums = ring.windows(2).fold([0.0; 3], |[area, x, y], pair| {
                let ([ax, ay], [bx, by]) = (from(&pair[0]), from(&pair[1]));
                let cross = ax * by - bx * ay;
                [area + cross, x + (ax + bx) * cross, y + (ay + by) * cross]
            });
            (sums[0] != 0.0).then(|| {
                let middle = [first[0] + sums[1] / (3.0 * sums[0]), first[1] + sums[2] / (3.0 * sums[0])];
                (sums[0].abs() * middle[1].to_radians().cos().abs(), [turn(middle[0]), middle[1].clamp(-90.0, 90.0)])
            })
        };
        let parts = self.rings.iter().filter_map(weigh);
        parts.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, middle)| middle)
    }

    /// Whether a point lies in the box around any part of the country, or at most `margin` degrees beside it. A box is coarse on purpose: coasts
    /// and borders are not known to the metre.
    pub fn is_near(&self, point: Point, margin: f64) -> bool {
        self.rings.iter().any(|ring| ring.bounds.is_some_and(|bounds| bounds.holds(point, margin)))
    }
}

/// A box in degrees. Longitudes may run beyond 180 where a shape crosses the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Western and southern edge.
    pub low: Point,
    /// Eastern and northern edge.
    pub high: Point,
}

impl Bounds {
    /// Whether a point lies inside or at most `margin` degrees beside it, whichever way around the globe.
    pub fn holds(&self, [x, y]: Point, margin: f64) -> bool {
        let east = (x - self.low[0] + margin).rem_euclid(360.0);
        y >= self.low[1] - margin && y <= self.high[1] + margin && east <= self.high[0] - self.low[0] + 2.0 * margin
    }

    /// Whether two boxes have a point in common, whichever way around the globe.
    pub fn meets(&self, other: &Self) -> bool {
        let (wide, other_wide) = (self.high[0] - self.low[0], other.high[0] - other.low[0]);
        let (east, west) = ((other.low[0] - self.low[0]).rem_euclid(360.0), (self.low[0] - other.low[0]).rem_euclid(360.0));
        self.low[1] <= other.high[1] && other.low[1] <= self.high[1] && (east <= wide || west <= other_wide)
    }
}

/// The box around a line; one around a pole reaches it and all longitudes. Nothing where there is no point.
pub fn bounds(line: &[Point]) -> Option<Bounds> {
    let (first, last) = (*line.first()?, *line.last()?);
    let mut found = Bounds { low: first, high: first };
    let mut x = first[0];
    for pair in line.windows(2) {
        x += turn(pair[1][0] - pair[0][0]);
        found = Bounds {
            low: [found.low[0].min(x), found.low[1].min(pair[1][1])],
            high: [found.high[0].max(x), found.high[1].max(pair[1][1])],
        };
    }
    // A ring whose end is a whole turn away from its beginning goes around the pole that is nearer to it.
    let around = last[0] - first[0] == 0.0 && (x - first[0]).abs() > 180.0;
    if around {
        let south = found.low[1] + found.high[1] < 0.0;
        found.low = [-180.0, if south { -90.0 } else { found.low[1] }];
        found.high = [180.0, if south { found.high[1] } else { 90.0 }];
    }
    Some(found)
}

/// A difference of longitudes as the shorter way, -180 to 180.
pub fn turn(difference: f64) -> f64 {
    (difference + 180.0).rem_euclid(360.0) - 180.0
}

/// Whether a point can stand on the globe.
pub fn is_on_globe([x, y]: Point) -> bool {
    // Comparisons with what is not a number are false.
    (-180.0..=180.0).contains(&x) && (-90.0..=90.0).contains(&y)
}

/// The angle between two points, in radians.
pub fn angle(a: Point, b: Point) -> f64 {
    let [(x1, y1), (x2, y2)] = [a, b].map(|[x, y]| (x.to_radians(), y.to_radians()));
    let (dx, dy) = (((x2 - x1) / 2.0).sin(), ((y2 - y1) / 2.0).sin());
    2.0 * (dy * dy + y1.cos() * y2.cos() * dx * dx).clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_reach_over_the_antimeridian_and_around_poles() {
        let fiji = bounds(&[[177.0, -18.0], [-179.0, -17.0], [-179.5, -16.0], [177.0, -18.0]]).unwrap();
        assert_eq!((fiji.low, fiji.high), ([177.0, -18.0], [181.0, -16.0]));
        assert!(fiji.holds([-179.2, -17.0], 0.0) && fiji.holds([178.0, -17.0], 0.0) && !fiji.holds([-170.0, -17.0], 0.0));
        let south: Vec<Point> = (0..=12).map(|i| [turn(f64::from(i) * 30.0), -70.0]).collect();
        let south = bounds(&south).unwrap();
        assert!(south.holds([123.0, -89.0], 0.0) && south.holds([-179.0, -75.0], 0.0) && !south.holds([0.0, -60.0], 1.0));
        assert_eq!(bounds(&[]), None);
    }

    #[test]
    fn boxes_meet_whichever_way_around() {
        let of = |x: f64, wide: f64| Bounds { low: [x, 0.0], high: [x + wide, 10.0] };
        for (a, b, want) in [
            (of(0.0, 10.0), of(5.0, 2.0), true),
            (of(175.0, 10.0), of(-178.0, 1.0), true),
            (of(-178.0, 1.0), of(175.0, 10.0), true),
            (of(0.0, 10.0), of(20.0, 5.0), false),
            (of(-180.0, 360.0), of(40.0, 5.0), true),
        ] {
            assert_eq!(a.meets(&b), want, "{a:?} {b:?}");
        }
        assert!(!of(0.0, 10.0).meets(&Bounds { low: [0.0, 11.0], high: [10.0, 12.0] }));
    }

    #[test]
    fn a_country_has_its_middle_in_its_largest_part() {
        let ring = |[x, y]: Point, wide: f64| {
            Ring::from(vec![[x, y], [turn(x + wide), y], [turn(x + wide), y + 2.0], [x, y + 2.0], [x, y]])
        };
        let country = |rings: Vec<Ring>| Country { code: "XX".to_owned(), rings };
        assert_eq!(country(vec![ring([-50.0, 0.0], 1.0), ring([0.0, 40.0], 4.0)]).middle(), Some([2.0, 41.0]));
        assert_eq!(country(vec![ring([179.0, 0.0], 4.0)]).middle(), Some([-179.0, 1.0]));
        assert_eq!(country(vec![Ring::from(vec![[1.0, 1.0]]), Ring::from(Vec::new())]).middle(), None);
        for (code, [x, y]) in [("FR", [2.5, 46.5]), ("DE", [10.4, 51.1]), ("TN", [9.5, 34.0])] {
            let middle = natural_earth().country(code).and_then(Country::middle).unwrap();
            assert!((middle[0] - x).abs() < 1.0 && (middle[1] - y).abs() < 1.0, "{code} {middle:?}");
        }
    }

    #[test]
    fn distances_are_those_of_the_globe() {
        for (a, b, km) in [
            ([2.35, 48.86], [-0.13, 51.51], 344.0),
            ([179.5, 0.0], [-179.5, 0.0], 111.0),
            ([0.0, 90.0], [123.0, -90.0], 20015.0),
            ([10.0, 10.0], [10.0, 10.0], 0.0),
        ] {
            assert!((angle(a, b) * EARTH - km).abs() < 2.0, "{a:?} {b:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_on_the_globe() {
        for point in [[f64::NAN, 0.0], [0.0, f64::INFINITY], [181.0, 0.0], [0.0, -90.1]] {
            assert!(!is_on_globe(point));
        }
        assert!(is_on_globe([180.0, -90.0]));
    }
}
