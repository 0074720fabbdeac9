//! Chooses what a map shows and brings it onto paper: which part of the globe, at which scale, and of every shape only what is seen; apart because the
//! drawing needs to know nothing of projections.

use super::clip::{self, Spot, Window};
use super::projection::Projection;
use crate::geo::{Bounds, EARTH, Point, Ring, Shape, angle, bounds, turn};

/// Points that the search for the middle looks at: enough to find it among any number.
const SAMPLE: usize = 400;
/// Beyond this angle around their middle, points are all over the world.
const WORLDWIDE: f64 = 1.1;
/// A view of more longitudes than this has a pole in it.
const POLAR: f64 = 300.0;

/// A part of the globe on paper.
#[derive(Clone, Debug)]
pub(super) struct View {
    projection: Projection,
    /// Middle of the window, on the plane.
    middle: Spot,
    /// Drawing units in a kilometre.
    pub(super) scale: f64,
    /// Outlines may be off by so many drawing units, and what is smaller than three times that is left out.
    tolerance: f64,
    /// Where the map lies on paper.
    pub(super) window: Window,
    /// The part of the globe that can be seen; nothing where that may be all of it.
    seen: Option<Bounds>,
}

/// How a view is fitted to what it has to show.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// Drawing units to be left free around it.
    pub(super) room: f64,
    /// Kilometres that are seen at least to the shorter side.
    pub(super) least: f64,
    /// Drawing units by which outlines may be off.
    pub(super) tolerance: f64,
}

impl View {
    /// Shows a rectangle of the plane within a window, with room around it.
    fn new(projection: Projection, [l, t, r, b]: Window, window: Window, Fit { room, least, tolerance }: Fit) -> Self {
        let (wide, high) = (window[2] - window[0], window[3] - window[1]);
        let fit = |size: f64, span: f64| if span > 0.0 { (size - 2.0 * room).max(1.0) / span } else { f64::INFINITY };
        let scale = fit(wide, r - l).min(fit(high, b - t)).min(wide.min(high) / least.max(1.0));
        let mut view = Self { projection, middle: [(l + r) / 2.0, (t + b) / 2.0], scale, window, tolerance, seen: None };
        if let Projection::Around(_) = projection {
            view.seen = view.edge();
        }
        view
    }

    /// The box around what lies along the window's edge.
    fn edge(&self) -> Option<Bounds> {
        const STEPS: usize = 12;
        let [l, t, r, b] = self.window;
        let corners = [[l, t], [r, t], [r, b], [l, b], [l, t]];
        let mut line: Vec<Point> = Vec::new();
        for side in corners.windows(2) {
            for step in 0..STEPS {
                let share = step as f64 / STEPS as f64;
                let at = [0, 1].map(|axis| side[0][axis] + (side[1][axis] - side[0][axis]) * share);
                line.push(self.projection.globe(self.plane(at)));
            }
        }
        line.extend(line.first().copied());
        bounds(&line)
    }

    /// The point of the plane at a place on paper.
    fn plane(&self, at: Spot) -> Spot {
        let [l, t, r, b] = self.window;
        [self.middle[0] + (at[0] - (l + r) / 2.0) / self.scale, self.middle[1] + (at[1] - (t + b) / 2.0) / self.scale]
    }

    /// The place on paper of a point.
    pub(super) fn spot(&self, point: Point) -> Spot {
        let [x, y] = self.projection.plane(point);
        let [l, t, r, b] = self.window;
        [(x - self.middle[0]) * self.scale + (l + r) / 2.0, (y - self.middle[1]) * self.scale + (t + b) / 2.0]
    }

    /// Whether a place lies within the window, and not at its very edge.
    pub(super) fn shows(&self, [x, y]: Spot, room: f64) -> bool {
        let [l, t, r, b] = self.window;
        x >= l + room && x <= r - room && y >= t + room && y <= b - room
    }

    /// Areas as far as they are seen.
    pub(super) fn areas(&self, rings: &[Ring]) -> Vec<Vec<Spot>> {
        let mut shapes = Vec::new();
        for ring in rings.iter().filter(|ring| self.may_see(ring)) {
            for part in self.parts(ring, true) {
                let cut = clip::area(&self.on_paper(&part), self.window);
                let mut shape = clip::simpler(&cut, self.tolerance);
                if shape.len() > 2 && clip::extent(&shape).iter().any(|side| *side > 3.0 * self.tolerance) {
                    // The end of a closed outline is its beginning.
                    shape.dedup();
                    shapes.push(shape);
                }
            }
        }
        shapes
    }

    /// Lines as far as they are seen.
    pub(super) fn lines(&self, lines: &[Ring]) -> Vec<Vec<Spot>> {
        let parts = lines.iter().filter(|line| self.may_see(line)).flat_map(|line| self.parts(line, false));
        let pieces = parts.flat_map(|part| clip::line(&self.on_paper(&part), self.window));
        let seen = |piece: &Vec<Spot>| clip::extent(piece).iter().any(|side| *side > self.tolerance);
        pieces.filter(seen).map(|piece| clip::simpler(&piece, self.tolerance)).collect()
    }

    fn may_see(&self, line: &Ring) -> bool {
        self.seen.is_none_or(|seen| line.bounds().is_some_and(|bounds| bounds.meets(&seen)))
    }

    /// A line on paper, without points that lie on top of each other.
    fn on_paper(&self, line: &[Point]) -> Vec<Spot> {
        let mut spots: Vec<Spot> = Vec::with_capacity(line.len());
        for (index, point) in line.iter().enumerate() {
            let spot = self.spot(*point);
            let near = spots.last().is_some_and(|last: &Spot| (last[0] - spot[0]).abs() + (last[1] - spot[1]).abs() < 0.2);
            if !near || index + 1 == line.len() {
                spots.push(spot);
            }
        }
        spots
    }

    /// The parts of a shape that are worth bringing onto paper: without what lies far from the view, where shapes turn inside out, and cut where the
    /// world is cut open.
    fn parts(&self, line: &[Point], closed: bool) -> Vec<Vec<Point>> {
        let open = match (self.projection, self.seen) {
            (Projection::World(x0), _) => [x0 - 180.0, -90.0, x0 + 180.0, 90.0],
            (Projection::Around(_), Some(Bounds { low, high })) if closed && high[0] - low[0] < POLAR => {
                // What is cut off along this box lies outside the window, so nobody sees the cut.
                let [x, y] = [0, 1].map(|axis| (high[axis] - low[axis]) * 0.3 + 0.5);
                [low[0] - x, low[1] - y, high[0] + x, high[1] + y]
            }
            (Projection::Around(_), _) => return vec![line.to_vec()],
        };
        let unrolled = unrolled(line, closed);
        let [west, east] = unrolled.iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[l, r], [x, _]| [l.min(*x), r.max(*x)]);
        let mut parts = Vec::new();
        let turns = [-720.0, -360.0, 0.0, 360.0, 720.0];
        for shift in turns.into_iter().filter(|shift| west + shift <= open[2] && east + shift >= open[0]) {
            let moved: Vec<Point> = unrolled.iter().map(|[x, y]| [x + shift, *y]).collect();
            let cut = if closed { vec![clip::area(&moved, open)] } else { clip::line(&moved, open) };
            parts.extend(cut.into_iter().filter(|part| part.len() > 1).map(|part| finer(&part, closed)));
        }
        parts
    }

    /// The widest of some round lengths in kilometres that is no longer than `most` drawing units.
    pub(super) fn ruler(&self, most: f64) -> Option<f64> {
        let lengths = (0..5).rev().flat_map(|power| [5.0, 2.0, 1.0].map(|digit| digit * 10f64.powi(power)));
        let fits = lengths.into_iter().find(|length| length * self.scale <= most);
        // On a map of the world no ruler is right everywhere.
        fits.filter(|_| !self.is_world())
    }

    /// Whether the whole world is shown.
    pub(super) fn is_world(&self) -> bool {
        matches!(self.projection, Projection::World(_))
    }
}

/// A line whose longitudes go on beyond half a turn, so that neighbours on the globe are neighbours in numbers. A ring around a pole is led over it.
fn unrolled(line: &[Point], closed: bool) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(line.len() + 2);
    for point in line {
        let x = out.last().map_or(point[0], |last: &Point| last[0] + turn(point[0] - last[0]));
        out.push([x, point[1]]);
    }
    let ends = out.first().copied().zip(out.last().copied());
    if let Some((first, last)) = ends.filter(|(first, last)| closed && (last[0] - first[0]).abs() > 180.0) {
        let pole = if first[1] < 0.0 { -90.0 } else { 90.0 };
        out.extend([[last[0], pole], [first[0], pole]]);
    }
    out
}

/// The same line with points close enough to bend as the projection bends.
fn finer(line: &[Point], closed: bool) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    let last = if closed { line.first() } else { None };
    let mut points = line.iter().chain(last).peekable();
    while let Some(point) = points.next() {
        out.push(*point);
        if let Some(next) = points.peek() {
            let long = (next[0] - point[0]).abs().max((next[1] - point[1]).abs());
            let steps = (long / 6.0).min(60.0) as usize;
            out.extend((1..=steps).map(|step| {
                let share = step as f64 / (steps + 1) as f64;
                [0, 1].map(|axis| point[axis] + (next[axis] - point[axis]) * share)
            }));
        }
    }
    out
}

/// The projection that suits some points: around their middle, or the world where they are everywhere.
fn suited(points: &[Point]) -> Projection {
    let sum = points.iter().fold([0.0; 3], |sum: [f64; 3], [x, y]| {
        let ((sx, cx), (sy, cy)) = (x.to_radians().sin_cos(), y.to_radians().sin_cos());
        [sum[0] + cy * cx, sum[1] + cy * sx, sum[2] + sy]
    });
    let flat = sum[0].hypot(sum[1]);
    let mut centre = [sum[1].atan2(sum[0]).to_degrees(), sum[2].atan2(flat).to_degrees()];
    let long = flat.hypot(sum[2]);
    let far = |centre: Point| points.iter().map(|point| angle(centre, *point)).fold(0.0, f64::max);
    if long < 1e-6 || far(centre) > WORLDWIDE {
        // Eleven degrees east, the cut runs through the Bering Strait and parts no country.
        return Projection::World(11.0);
    }
    for _ in 0..3 {
        let [l, t, r, b] = frame(Projection::Around(centre), points);
        centre = Projection::Around(centre).globe([(l + r) / 2.0, (t + b) / 2.0]);
    }
    Projection::Around(centre)
}

/// The rectangle of the plane around some points.
fn frame(projection: Projection, points: &[Point]) -> Window {
    points
        .iter()
        .map(|point| projection.plane(*point))
        .fold([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY], |[l, t, r, b], [x, y]| {
            [l.min(x), t.min(y), r.max(x), b.max(y)]
        })
}

/// A view of some points, at least one, in a window as wide as given and as high as suits them between two limits.
pub(super) fn of_points(points: &[Point], [x, y, wide]: [f64; 3], (low, high): (f64, f64), mut fit: Fit) -> View {
    let projection = suited(points);
    let shown = match projection {
        Projection::Around(_) => frame(projection, points),
        Projection::World(_) => {
            fit = Fit { room: 2.0, tolerance: fit.tolerance.max(1.0), ..fit };
            world()
        }
    };
    let shape = (shown[3] - shown[1]).max(1.0) / (shown[2] - shown[0]).max(1.0);
    let tall = ((wide - 2.0 * fit.room) * shape + 2.0 * fit.room).clamp(low, high).round();
    View::new(projection, shown, [x, y, x + wide, y + tall], fit)
}

/// Points together with the region that they are in, where it is not much larger than they need.
pub(super) fn with_region(mut points: Vec<Point>, region: &[Shape]) -> Vec<Point> {
    let outline: Vec<Point> =
        region.iter().flat_map(|shape| shape.rings.iter().chain(&shape.lines)).flat_map(|ring| ring.iter()).copied().collect();
    let reach = |from: &Point, of: &[Point]| of.iter().map(|to| angle(*from, *to)).fold(0.0, f64::max);
    if points.first().is_some_and(|first| reach(first, &outline) <= 4.0 * reach(first, &points).max(15.0 / EARTH)) {
        points.extend(outline);
    }
    points
}

/// The whole world in Equal Earth.
fn world() -> Window {
    let edge = |point: Point| Projection::World(0.0).plane(point);
    let ([east, _], [_, top]) = (edge([180.0, 0.0]), edge([0.0, 90.0]));
    [-east, top, east, -top]
}

/// The points of a country that belong together around a place: the part that the place is in or nearest to, and what lies close to it. Provinces
/// overseas are not among them. Without a place the largest part counts.
pub(super) fn mainland(rings: &[Ring], place: Option<Point>) -> Vec<Point> {
    let mut parts: Vec<(Bounds, &Ring)> = rings.iter().filter_map(|ring| Some((ring.bounds()?, ring))).collect();
    let size = |bounds: &Bounds| {
        let middle = (bounds.low[1] + bounds.high[1]) / 2.0;
        (bounds.high[0] - bounds.low[0]) * (bounds.high[1] - bounds.low[1]) * middle.to_radians().cos()
    };
    let gap = |bounds: &Bounds| {
        place.map_or(0.0, |place| {
            let ring_middle = [(bounds.low[0] + bounds.high[0]) / 2.0, (bounds.low[1] + bounds.high[1]) / 2.0];
            if bounds.holds(place, 0.1) { 0.0 } else { angle(place, ring_middle) }
        })
    };
    parts.sort_by(|a, b| gap(&a.0).total_cmp(&gap(&b.0)).then(size(&b.0).total_cmp(&size(&a.0))));
    let Some(((main, ring), rest)) = parts.split_first() else { return Vec::new() };
    let margin = ((main.high[0] - main.low[0]).max(main.high[1] - main.low[1]) * 0.25).max(2.0);
    let mut points: Vec<Point> = ring.to_vec();
    let near = |bounds: &Bounds| {
        let widened = Bounds { low: main.low.map(|part| part - margin), high: main.high.map(|part| part + margin) };
        widened.meets(bounds)
    };
    points.extend(rest.iter().filter(|(bounds, _)| near(bounds)).flat_map(|(_, ring)| ring.iter()));
    points
}

/// Which points belong to the bulk: where few lie so far away that the others would shrink to a spot, these are left to be told in words.
pub(super) fn bulk(points: &[Point]) -> Vec<bool> {
    let sample: Vec<Point> = points.iter().step_by(points.len().div_ceil(SAMPLE).max(1)).copied().collect();
    let total = |from: &Point| sample.iter().map(|to| angle(*from, *to)).sum::<f64>();
    let Some((middle, _)) = sample.iter().map(|point| (point, total(point))).min_by(|a, b| a.1.total_cmp(&b.1)) else {
        return Vec::new();
    };
    let mut distances: Vec<f64> = points.iter().map(|point| angle(*middle, *point)).collect();
    distances.sort_by(f64::total_cmp);
    let most = distances.get(points.len() * 4 / 5).copied().unwrap_or_default();
    let reach = (3.0 * most).max(60.0 / EARTH);
    points.iter().map(|point| points.len() < 5 || angle(*middle, *point) <= reach).collect()
}
