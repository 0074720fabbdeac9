//! Cuts lines and areas to a rectangle and takes out points that nobody would see; apart because it knows the plane alone.

/// A point of the drawing.
pub(super) type Spot = [f64; 2];

/// A rectangle: left, top, right, bottom.
pub(super) type Window = [f64; 4];

/// An area as far as it lies in the window (Sutherland and Hodgman); its outline then runs along the window's edge.
pub(super) fn area(ring: &[Spot], window: Window) -> Vec<Spot> {
    let mut points: Vec<Spot> = ring.to_vec();
    for (edge, limit) in window.into_iter().enumerate() {
        let axis = edge % 2;
        let inside = |point: &Spot| if edge < 2 { point[axis] >= limit } else { point[axis] <= limit };
        let mut kept = Vec::with_capacity(points.len());
        for (index, to) in points.iter().enumerate() {
            let from = &points[(index + points.len() - 1) % points.len()];
            if inside(from) != inside(to) {
                kept.push(crossing(*from, *to, axis, limit));
            }
            if inside(to) {
                kept.push(*to);
            }
        }
        points = kept;
    }
    points
}

fn crossing(from: Spot, to: Spot, axis: usize, limit: f64) -> Spot {
    let share = (limit - from[axis]) / (to[axis] - from[axis]);
    let other = from[1 - axis] + (to[1 - axis] - from[1 - axis]) * share;
    if axis == 0 { [limit, other] } else { [other, limit] }
}

/// The pieces of a line that lie in the window (Liang and Barsky).
pub(super) fn line(points: &[Spot], window: Window) -> Vec<Vec<Spot>> {
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let Some((from, to)) = segment(pair[0], pair[1], window) else {
            open = false;
            continue;
        };
        match pieces.last_mut().filter(|_| open && from == pair[0]) {
            Some(piece) => piece.push(to),
            None => pieces.push(vec![from, to]),
        }
        open = to == pair[1];
    }
    pieces
}

fn segment(from: Spot, to: Spot, window: Window) -> Option<(Spot, Spot)> {
    let step = [to[0] - from[0], to[1] - from[1]];
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for (edge, limit) in window.into_iter().enumerate() {
        let axis = edge % 2;
        let sign = if edge < 2 { -1.0 } else { 1.0 };
        let (speed, room) = (sign * step[axis], sign * (limit - from[axis]));
        if speed == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if speed < 0.0 {
            enter = enter.max(room / speed);
        } else {
            leave = leave.min(room / speed);
        }
    }
    let at = |share: f64| [from[0] + step[0] * share, from[1] + step[1] * share];
    let cut = (if enter == 0.0 { from } else { at(enter) }, if leave == 1.0 { to } else { at(leave) });
    (enter <= leave).then_some(cut)
}

/// The line with as few of its points as keep it within a tolerance of where it was (Douglas and Peucker); needs no recursion.
pub(super) fn simpler(points: &[Spot], tolerance: f64) -> Vec<Spot> {
    let Some(end) = points.len().checked_sub(1) else { return Vec::new() };
    let mut keep = vec![false; points.len()];
    (keep[0], keep[end]) = (true, true);
    let mut stack = vec![(0, end)];
    while let Some((first, last)) = stack.pop() {
        let far = (first + 1..last).map(|at| (distance(points[at], points[first], points[last]), at));
        if let Some((_, at)) = far.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(off, _)| *off > tolerance) {
            keep[at] = true;
            stack.extend([(first, at), (at, last)]);
        }
    }
    points.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// How far a point lies from a segment.
fn distance(point: Spot, from: Spot, to: Spot) -> f64 {
    let step = [to[0] - from[0], to[1] - from[1]];
    let long = step[0] * step[0] + step[1] * step[1];
    let share = if long == 0.0 { 0.0 } else { ((point[0] - from[0]) * step[0] + (point[1] - from[1]) * step[1]) / long };
    let share = share.clamp(0.0, 1.0);
    (point[0] - from[0] - step[0] * share).hypot(point[1] - from[1] - step[1] * share)
}

/// The room that an area takes: width and height of its box.
pub(super) fn extent(points: &[Spot]) -> Spot {
    let of = |axis: usize| {
        let values = || points.iter().map(|point| point[axis]);
        (values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min)).max(0.0)
    };
    [of(0), of(1)]
}

/// Whether a point lies in an area of several rings, by the rule of even and odd.
pub(super) fn holds(rings: &[Vec<Spot>], [x, y]: Spot) -> bool {
    let crosses = |ring: &Vec<Spot>| {
        let pairs = (0..ring.len()).map(|index| (ring[index], ring[(index + 1) % ring.len()]));
        pairs.filter(|(a, b)| (a[1] > y) != (b[1] > y) && x < a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])).count()
    };
    rings.iter().map(crosses).sum::<usize>() % 2 == 1
}

/// How far a point lies from the nearest outline.
pub(super) fn clearance(rings: &[Vec<Spot>], point: Spot) -> f64 {
    let edges = rings.iter().flat_map(|ring| (0..ring.len()).map(|index| (ring[index], ring[(index + 1) % ring.len()])));
    edges.map(|(from, to)| distance(point, from, to)).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Window = [0.0, 0.0, 10.0, 10.0];

    fn size(ring: &[Spot]) -> f64 {
        let pairs = (0..ring.len()).map(|index| (ring[index], ring[(index + 1) % ring.len()]));
        pairs.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn areas_are_cut_at_every_edge() {
        for (ring, want) in [
            (vec![[2.0, 2.0], [4.0, 2.0], [4.0, 4.0], [2.0, 4.0]], 4.0),
            (vec![[-5.0, -5.0], [15.0, -5.0], [15.0, 15.0], [-5.0, 15.0]], 100.0),
            (vec![[5.0, -5.0], [15.0, 5.0], [5.0, 15.0], [-5.0, 5.0]], 100.0),
            (vec![[8.0, 4.0], [14.0, 4.0], [14.0, 6.0], [8.0, 6.0]], 4.0),
            (vec![[20.0, 20.0], [30.0, 20.0], [30.0, 30.0]], 0.0),
            (vec![], 0.0),
            (vec![[3.0, 3.0]], 0.0),
        ] {
            let cut = area(&ring, WINDOW);
            assert!((size(&cut) - want).abs() < 1e-9, "{ring:?} {cut:?}");
            assert!(cut.iter().flatten().all(|part| (0.0..=10.0).contains(part)));
        }
    }

    #[test]
    fn lines_fall_into_the_pieces_that_are_seen() {
        let zigzag = [[-5.0, 5.0], [5.0, 5.0], [15.0, 5.0], [15.0, 8.0], [5.0, 8.0], [5.0, 20.0]];
        let pieces = line(&zigzag, WINDOW);
        assert_eq!(pieces, [vec![[0.0, 5.0], [5.0, 5.0], [10.0, 5.0]], vec![[10.0, 8.0], [5.0, 8.0], [5.0, 10.0]]]);
        assert!(line(&[[-5.0, -5.0], [-5.0, 50.0]], WINDOW).is_empty());
        assert!(line(&[[1.0, 1.0]], WINDOW).is_empty() && line(&[], WINDOW).is_empty());
    }

    #[test]
    fn points_within_the_tolerance_go_and_no_others() {
        let wave: Vec<Spot> = (0..10_000).map(|i| [f64::from(i) / 10.0, (f64::from(i) / 300.0).sin() * 20.0]).collect();
        let kept = simpler(&wave, 0.5);
        assert!(kept.len() < 400 && kept.first() == wave.first() && kept.last() == wave.last(), "{}", kept.len());
        for point in &wave {
            let off = kept.windows(2).map(|pair| distance(*point, pair[0], pair[1])).fold(f64::INFINITY, f64::min);
            assert!(off <= 0.5 + 1e-9);
        }
        assert!(simpler(&[], 1.0).is_empty());
        assert_eq!(simpler(&[[1.0, 1.0]; 3], 1.0).len(), 2);
    }

    #[test]
    fn a_hole_is_outside() {
        let square = |low: f64, high: f64| vec![[low, low], [high, low], [high, high], [low, high]];
        let rings = [square(0.0, 10.0), square(4.0, 6.0)];
        assert!(holds(&rings, [2.0, 2.0]) && !holds(&rings, [5.0, 5.0]) && !holds(&rings, [12.0, 5.0]));
        assert!((clearance(&rings, [2.0, 5.0]) - 2.0).abs() < 1e-9);
        assert_eq!(extent(&rings[1]), [2.0, 2.0]);
    }
}
