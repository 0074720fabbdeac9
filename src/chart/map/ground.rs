//! Draws what lies below the points of a map: sea, land, borders, a region, names of countries, a ruler; apart because the small overview beside a
//! map is made of the same.

use super::Map;
use super::clip::{self, Spot};
use super::labels::Room;
use super::view::View;
use crate::chart::Frame;
use crate::chart::paint::{Hue, Paint, fill, stroke};
use crate::chart::svg::{Canvas, SMALL, STRONG, Type};

const COAST: Paint = fill(Hue::Tint).edged(Hue::Neutral, 0.7);
const NAME: Type = Type { hue: Hue::Muted, ..SMALL };

/// Sea, land and borders; the cluster's own country stands out if asked for.
pub(super) fn land(canvas: &mut Canvas, map: &Map<'_>, view: &View, marked: bool) {
    frame(canvas, view, fill(Hue::Surface));
    canvas.outlines(&view.areas(&map.borders.land), true, COAST);
    if let Some(own) = map.borders.country(map.country).filter(|_| marked) {
        canvas.outlines(&view.areas(&own.rings), true, fill(Hue::Line).edged(Hue::Neutral, 0.7));
    }
    canvas.outlines(&view.lines(&map.borders.lines), false, stroke(Hue::Neutral, 0.7));
}

/// The region of the cluster.
pub(super) fn region(canvas: &mut Canvas, map: &Map<'_>, view: &View, paint: Paint) {
    let shapes = || map.region.iter();
    let rings: Vec<_> = shapes().flat_map(|shape| shape.rings.iter().cloned()).collect();
    let lines: Vec<_> = shapes().flat_map(|shape| shape.lines.iter().cloned()).collect();
    canvas.outlines(&view.areas(&rings), true, paint);
    canvas.outlines(&view.lines(&lines), false, Paint { fill: None, ..paint });
}

/// The outlines of the region as they are seen, for labels to keep off.
pub(super) fn outlines(map: &Map<'_>, view: &View) -> Vec<Vec<Spot>> {
    let rings = map.region.iter().flat_map(|shape| shape.rings.iter().cloned()).collect::<Vec<_>>();
    let lines = map.region.iter().flat_map(|shape| shape.lines.iter().cloned()).collect::<Vec<_>>();
    let closed = view.areas(&rings).into_iter().map(|mut ring| {
        ring.extend(ring.first().copied());
        ring
    });
    closed.chain(view.lines(&lines)).collect()
}

/// The edge of the map, over the outlines that were cut there.
pub(super) fn frame(canvas: &mut Canvas, view: &View, paint: Paint) {
    let [l, t, r, b] = view.window;
    let start = if canvas.is_rtl() { r } else { l };
    let start = canvas.in_layout(start);
    canvas.rect([start, t, r - l, b - t], 0.0, paint);
}

/// Names of countries where there is room in them for their name; none where fewer are seen than `least`, since one alone needs no name.
pub(super) fn names(canvas: &mut Canvas, map: &Map<'_>, view: &View, room: &mut Room, least: usize) {
    let countries = map.borders.countries.iter().filter(|country| !country.code.is_empty());
    let seen: Vec<_> =
        countries.map(|country| (country, view.areas(&country.rings))).filter(|(_, rings)| !rings.is_empty()).collect();
    for (country, rings) in seen.iter().filter(|_| seen.len() >= least) {
        let name = (map.country_name)(&country.code);
        let own = country.code == map.country;
        let kind = if own { Type { size: 11.5, ..STRONG } } else { NAME };
        let wide = kind.width(&name);
        let Some([x, y]) = inside(rings, wide, room).filter(|_| !name.is_empty()) else { continue };
        room.take([x - wide / 2.0, y - 7.0, x + wide / 2.0, y + 7.0]);
        let x = canvas.in_layout(x);
        canvas.text(x, y + 4.0, kind.middle(), &name);
    }
}

/// The place in an area that is farthest from its outline, where a text of a width has room.
pub(super) fn inside(rings: &[Vec<Spot>], wide: f64, room: &Room) -> Option<Spot> {
    const STEPS: usize = 14;
    let all: Vec<Spot> = rings.iter().flatten().copied().collect();
    let [w, h] = clip::extent(&all);
    if all.is_empty() || w < wide * 0.8 || h < 12.0 {
        return None;
    }
    let low = [0, 1].map(|axis| all.iter().map(|spot| spot[axis]).fold(f64::INFINITY, f64::min));
    let spots = (1..STEPS)
        .flat_map(|i| (1..STEPS).map(move |j| (i, j)))
        .map(|(i, j)| [low[0] + w * i as f64 / STEPS as f64, low[1] + h * j as f64 / STEPS as f64]);
    // The ends of the text have to lie in the country too.
    let fits = |[x, y]: &Spot| {
        let half = wide / 2.0;
        room.is_free([x - half, y - 7.0, x + half, y + 7.0])
            && [[*x, *y], [x - half * 0.8, *y], [x + half * 0.8, *y]].iter().all(|spot| clip::holds(rings, *spot))
    };
    let found = spots.filter(fits).map(|spot| (clip::clearance(rings, spot), spot));
    found.filter(|(clear, _)| *clear > 5.0).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, spot)| spot)
}

/// The ruler in a lower corner without points, where there is one; none on a map of the world.
pub(super) fn ruler(canvas: &mut Canvas, frame: &Frame<'_>, map: &Map<'_>, view: &View, room: &mut Room) {
    let [l, _, r, b] = view.window;
    let Some(length) = view.ruler((r - l) * 0.28) else { return };
    let (long, text) = (length * view.scale, frame.amount(length, &map.words.kilometres));
    let wide = long.max(SMALL.width(&text));
    let corners = [l + 10.0, r - 10.0 - wide].map(|x| (x, [x - 4.0, b - 30.0, x + wide + 4.0, b - 6.0]));
    let Some((x, area)) = corners.into_iter().find(|(_, area)| room.is_free(*area)) else { return };
    room.take(area);
    let (from, y) = (x + (wide - long) / 2.0, b - 10.0);
    canvas.outlines(&[vec![[from, y - 4.0], [from, y], [from + long, y], [from + long, y - 4.0]]], false, stroke(Hue::Ink, 1.2));
    let middle = canvas.in_layout(x + wide / 2.0);
    canvas.text(middle, y - 7.0, SMALL.middle(), &text);
}
