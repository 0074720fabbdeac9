//! Draws points: those that would lie on each other become one disc with their number; apart because merging is the one thing on a map that depends
//! on its scale.

use std::collections::{BTreeMap, BTreeSet};

use super::clip::Spot;
use super::labels::{Room, Side};
use super::{Map, Point};
use crate::chart::paint::{Hue, fill};
use crate::chart::svg::{Anchor, BODY, Canvas, STRONG, Type};
use crate::chart::{Frame, glyph};

/// Points in one place of the drawing.
#[derive(Clone, Debug)]
pub(super) struct Disc {
    pub(super) at: Spot,
    /// Indexes of the points.
    pub(super) points: Vec<usize>,
}

/// Points closer than this are one from the beginning.
const CELL: f64 = 8.0;
/// Radius of the sign of a single point.
const SINGLE: f64 = 5.5;
const LABEL: Type = Type { size: 11.5, ..BODY };
const NUMBER: Type = Type { size: 11.0, hue: Hue::OnBrand, ..STRONG };

impl Disc {
    /// The area grows with the number, so that twice as many look twice as much.
    pub(super) fn radius(&self) -> f64 {
        if self.points.len() == 1 { SINGLE } else { (7.0 + 2.2 * (self.points.len() as f64).sqrt()).min(26.0) }
    }
}

/// Merges points until no two discs touch. The largest come first.
pub(super) fn merge(spots: &[(usize, Spot)]) -> Vec<Disc> {
    let mut cells: BTreeMap<(i64, i64), Disc> = BTreeMap::new();
    for (index, [x, y]) in spots {
        let key = ((x / CELL).floor() as i64, (y / CELL).floor() as i64);
        let disc = cells.entry(key).or_insert_with(|| Disc { at: [0.0, 0.0], points: Vec::new() });
        let (many, one) = (disc.points.len() as f64, 1.0 / (disc.points.len() as f64 + 1.0));
        disc.at = [(disc.at[0] * many + x) * one, (disc.at[1] * many + y) * one];
        disc.points.push(*index);
    }
    let mut discs: Vec<Disc> = cells.into_values().collect();
    loop {
        discs.sort_by(|a, b| {
            b.points.len().cmp(&a.points.len()).then(a.at[1].total_cmp(&b.at[1])).then(a.at[0].total_cmp(&b.at[0]))
        });
        let before = discs.len();
        let mut kept: Vec<Disc> = Vec::with_capacity(before);
        for disc in discs {
            let touches = |other: &&mut Disc| {
                (other.at[0] - disc.at[0]).hypot(other.at[1] - disc.at[1]) < other.radius() + disc.radius() + 1.0
            };
            match kept.iter_mut().find(touches) {
                Some(other) => {
                    let (a, b) = (other.points.len() as f64, disc.points.len() as f64);
                    other.at = [0, 1].map(|axis| (other.at[axis] * a + disc.at[axis] * b) / (a + b));
                    other.points.extend(disc.points);
                }
                None => kept.push(disc),
            }
        }
        discs = kept;
        if discs.len() == before {
            return discs;
        }
    }
}

/// Keeps labels off the discs.
pub(super) fn reserve(discs: &[Disc], room: &mut Room) {
    for disc in discs {
        let ([x, y], r) = (disc.at, disc.radius());
        room.take([x - r, y - r, x + r, y + r]);
    }
}

/// Draws discs and their labels. Of equal ones only the largest disc gets it; a point by itself then gets its own name.
pub(super) fn draw(canvas: &mut Canvas, frame: &Frame<'_>, map: &Map<'_>, discs: &[Disc], room: &mut Room) {
    let mut written: BTreeSet<String> = BTreeSet::new();
    for disc in discs {
        let points: Vec<&Point> = disc.points.iter().filter_map(|&index| map.points.get(index)).collect();
        let ([x, y], r) = (disc.at, disc.radius());
        let mut text = label(frame, &points);
        if let (true, [point]) = (written.contains(&text), points.as_slice()) {
            text.clone_from(&point.label);
        }
        let lines = LABEL.balance(&text, 130.0, 2);
        let place = if lines.is_empty() || !written.insert(text) {
            None
        } else {
            let wide = lines.iter().map(|line| LABEL.width(line)).fold(0.0, f64::max);
            room.beside(disc.at, r, wide, 15.0 + (lines.len() as f64 - 1.0) * LABEL.leading())
        };
        canvas.mark(address(map, &points).as_ref(), &name(frame, &points), |canvas| {
            let middle = canvas.in_layout(x);
            match points.as_slice() {
                [point] => sign(canvas, middle, y, point.group),
                _ => {
                    canvas.circle(middle, y, r, fill(Hue::Brand).edged(Hue::Surface, 1.5));
                    canvas.text(middle, y + 4.0, NUMBER.middle(), &(frame.format.number)(points.len() as f64));
                }
            }
            if let Some((side, area)) = place {
                write(canvas, side, area, &lines);
            }
        });
    }
}

/// The sign of a point by itself.
pub(super) fn sign(canvas: &mut Canvas, x: f64, y: f64, group: usize) {
    glyph::marker(canvas, x, y, SINGLE - 0.5, group, fill(Hue::series(group)).edged(Hue::Surface, 1.2));
}

fn write(canvas: &mut Canvas, side: Side, [l, t, r, _]: [f64; 4], lines: &[String]) {
    // The side is one of the paper, an anchor one of the line of text.
    let (x, anchor) = match (side, canvas.is_rtl()) {
        (Side::Right, false) => (l, Anchor::Start),
        (Side::Right, true) => (l, Anchor::End),
        (Side::Left, false) => (r, Anchor::End),
        (Side::Left, true) => (r, Anchor::Start),
        (Side::Above | Side::Below, _) => ((l + r) / 2.0, Anchor::Middle),
    };
    let x = canvas.in_layout(x);
    canvas.lines(x, t + 11.5, Type { anchor, ..LABEL }, lines);
}

/// The places of some points, the one of most points first.
fn places<'p>(points: &[&'p Point]) -> Vec<&'p str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    points.iter().filter(|point| !point.place.is_empty()).for_each(|point| *counts.entry(&point.place).or_default() += 1);
    let mut places: Vec<_> = counts.into_iter().collect();
    places.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    places.into_iter().map(|(place, _)| place).collect()
}

/// What stands beside a disc: its place, and how many more there are in it.
fn label(frame: &Frame<'_>, points: &[&Point]) -> String {
    match (places(points).as_slice(), points) {
        ([place], _) => (*place).to_owned(),
        ([place, more @ ..], _) => format!("{place} +{}", (frame.format.number)(more.len() as f64)),
        ([], [point]) => point.label.clone(),
        ([], _) => String::new(),
    }
}

/// What a disc is called where it can't be seen: all its places and the names of a few points.
fn name(frame: &Frame<'_>, points: &[&Point]) -> String {
    const NAMES: usize = 3;
    let mut names: Vec<&str> = points.iter().take(NAMES).map(|point| point.label.as_str()).collect();
    let more = format!("+{}", (frame.format.number)(points.len().saturating_sub(NAMES) as f64));
    if points.len() > NAMES {
        names.push(&more);
    }
    let places = places(points).join(", ");
    let names = names.join(", ");
    if places.is_empty() { names } else { format!("{places}: {names}") }
}

fn address(map: &Map<'_>, points: &[&Point]) -> Option<String> {
    match points {
        [point] => point.href.clone(),
        _ => {
            let mut keys: Vec<&str> = points.iter().map(|point| point.key.as_str()).collect();
            keys.sort_unstable();
            keys.dedup();
            (map.address)(&keys)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spots(of: impl Iterator<Item = (f64, f64)>) -> Vec<(usize, Spot)> {
        of.enumerate().map(|(index, (x, y))| (index, [x, y])).collect()
    }

    #[test]
    fn nothing_touches_and_nothing_is_lost() {
        let heap = |i: u32| (f64::from(i * 7919 % 500), f64::from(i * 104_729 % 400));
        for count in [0, 1, 2, 60, 5000] {
            let discs = merge(&spots((0..count).map(heap)));
            let mut all: Vec<usize> = discs.iter().flat_map(|disc| disc.points.clone()).collect();
            all.sort_unstable();
            assert_eq!(all, (0..count as usize).collect::<Vec<_>>());
            for (index, a) in discs.iter().enumerate() {
                for b in &discs[..index] {
                    assert!((a.at[0] - b.at[0]).hypot(a.at[1] - b.at[1]) >= a.radius() + b.radius(), "{a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn those_of_one_place_are_one() {
        let discs = merge(&spots([(10.0, 10.0), (10.0, 10.0), (10.0, 10.0), (100.0, 10.0)].into_iter()));
        let counts: Vec<_> = discs.iter().map(|disc| (disc.at, disc.points.len())).collect();
        assert_eq!(counts, [([10.0, 10.0], 3), ([100.0, 10.0], 1)]);
    }
}
