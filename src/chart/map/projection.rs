//! Flattens the globe: around a centre for a region, as a whole for the world; apart because everything else works on a plane. Both ways keep areas
//! in proportion, so that no country looks larger than it is.

use crate::geo::{EARTH, Point, turn};

/// A way from the globe to a plane in kilometres, with y growing downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Projection {
    /// Lambert's azimuthal one, true around its centre, which may be a pole or lie on the antimeridian.
    Around(Point),
    /// Equal Earth (Šavrič, Patterson, Jenny 2018), cut open half a turn away from a meridian.
    World(f64),
}

impl Projection {
    pub(super) fn plane(self, [x, y]: Point) -> [f64; 2] {
        match self {
            Self::Around([x0, y0]) => {
                let (turned, (sin, cos), (sin0, cos0)) =
                    ((x - x0).to_radians(), y.to_radians().sin_cos(), y0.to_radians().sin_cos());
                // One at the centre, minus one opposite of it, where everything flies apart.
                let near = (sin0 * sin + cos0 * cos * turned.cos()).max(-0.999_999);
                let k = EARTH * (2.0 / (1.0 + near)).sqrt();
                [k * cos * turned.sin(), -k * (cos0 * sin - sin0 * cos * turned.cos())]
            }
            Self::World(x0) => {
                const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
                let t = (3f64.sqrt() / 2.0 * y.to_radians().sin()).clamp(-1.0, 1.0).asin();
                let (t2, t6) = (t * t, t.powi(6));
                let slope = 9.0 * A[3] * t6 * t2 + 7.0 * A[2] * t6 + 3.0 * A[1] * t2 + A[0];
                let up = t * (A[3] * t6 * t2 + A[2] * t6 + A[1] * t2 + A[0]);
                // Longitudes that were unrolled on purpose reach half a turn to both sides.
                let east = if (x - x0).abs() <= 180.0 { x - x0 } else { turn(x - x0) };
                [EARTH * 2.0 * 3f64.sqrt() * east.to_radians() * t.cos() / (3.0 * slope), -EARTH * up]
            }
        }
    }

    /// The place on the globe of a point of the plane; of one beyond the globe's rim the nearest there is. Only around a centre.
    pub(super) fn globe(self, [px, py]: [f64; 2]) -> Point {
        let Self::Around([x0, y0]) = self else { return [0.0, 0.0] };
        let (px, py) = (px / EARTH, -py / EARTH);
        let far = px.hypot(py).min(1.999);
        if far < 1e-9 {
            return [x0, y0];
        }
        let scale = far / px.hypot(py);
        let (px, py) = (px * scale, py * scale);
        let (sin, cos) = (2.0 * (far / 2.0).asin()).sin_cos();
        let (sin0, cos0) = y0.to_radians().sin_cos();
        let y = (cos * sin0 + py * sin * cos0 / far).clamp(-1.0, 1.0).asin();
        let x = (px * sin).atan2(far * cos0 * cos - py * sin0 * sin);
        [turn(x0 + x.to_degrees()), y.to_degrees()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::angle;

    #[test]
    fn there_and_back_is_the_same_place() {
        for centre in [[3.25, 45.55], [179.0, -17.0], [0.0, 90.0], [20.0, -90.0], [-120.0, 5.0]] {
            let projection = Projection::Around(centre);
            assert!(projection.plane(centre).iter().all(|part| part.abs() < 1e-6));
            for step in [[0.0, 0.0], [120.0, 30.0], [-900.0, 400.0], [2500.0, -3000.0]] {
                let back = projection.plane(projection.globe(step));
                assert!((back[0] - step[0]).hypot(back[1] - step[1]) < 1e-3, "{centre:?} {step:?} {back:?}");
            }
        }
    }

    #[test]
    fn near_the_centre_distances_are_true() {
        let (centre, other) = ([10.0, 60.0], [11.0, 60.5]);
        let [x, y] = Projection::Around(centre).plane(other);
        assert!((x.hypot(y) / (angle(centre, other) * EARTH) - 1.0).abs() < 1e-4);
        assert!(x > 0.0 && y < 0.0, "east is right and north is up");
    }

    #[test]
    fn the_world_is_twice_as_wide_as_high_and_cut_opposite_its_meridian() {
        let world = Projection::World(0.0);
        let ([east, _], [_, top]) = (world.plane([180.0, 0.0]), world.plane([0.0, 90.0]));
        assert!((east / -top - 2.0547).abs() < 0.01, "{east} {top}");
        assert!(Projection::World(150.0).plane([-170.0, 0.0])[0] > 0.0);
        assert_eq!(world.plane([-180.0, 0.0])[0], -east);
    }

    #[test]
    fn no_place_breaks_it() {
        for projection in [Projection::Around([0.0, 0.0]), Projection::World(0.0)] {
            for point in [[180.0, 0.0], [0.0, 90.0], [0.0, -90.0], [-180.0, -90.0]] {
                assert!(projection.plane(point).iter().all(|part| part.is_finite()), "{projection:?} {point:?}");
            }
        }
        assert!(Projection::Around([0.0, 0.0]).globe([1e9, -1e9]).iter().all(|part| part.is_finite()));
    }
}
