//! Finds room for the names of discs; apart because it is a search, and knows nothing of amounts.

use super::super::Frame;
use super::super::paint::{Hue, fill, weight};
use super::super::svg::{Canvas, SMALL};
use super::{BODY, Bubbles, CAPTION, Disc, told};

/// Names discs beside them, where the name covers no other disc and no other name; gives those that found no room, by number.
pub(super) fn beside(
    canvas: &mut Canvas,
    discs: &[Disc<'_>],
    field: [f64; 4],
    (across, upwards): (Option<f64>, Option<f64>),
    mut taken: Vec<[f64; 4]>,
) -> Vec<usize> {
    let [left, top, right, bottom] = field;
    let kind = BODY;
    let mut without = Vec::new();
    for (index, disc) in discs.iter().enumerate() {
        let (x, y) = disc.at;
        let lines = kind.wrap(&disc.item.label, 130.0, 2);
        let wide = lines.iter().map(|line| kind.width(line)).fold(0.0, f64::max);
        let tall = lines.len() as f64 * kind.leading();
        let gap = disc.radius + 5.0;
        let spots = [
            [x + gap, y - tall / 2.0],
            [x - gap - wide, y - tall / 2.0],
            [x - wide / 2.0, y - gap - tall],
            [x - wide / 2.0, y + gap],
            [x + gap * 0.7, y - gap * 0.7 - tall],
            [x + gap * 0.7, y + gap * 0.7],
            [x - gap * 0.7 - wide, y - gap * 0.7 - tall],
            [x - gap * 0.7 - wide, y + gap * 0.7],
        ];
        let free = |[a, b]: &[f64; 2]| {
            let (c, d) = (a + wide, b + tall);
            let inside = *a >= left + 3.0 && c <= right - 3.0 && *b >= top + 2.0 && d <= bottom - 2.0;
            let clear = |other: &Disc<'_>| {
                // The point of the name nearest to the centre of the other disc.
                let (dx, dy) = (other.at.0.clamp(*a, c) - other.at.0, other.at.1.clamp(*b, d) - other.at.1);
                dx.hypot(dy) > other.radius + 1.0
            };
            inside
                && taken.iter().all(|t| c < t[0] || t[2] < *a || d < t[1] || t[3] < *b)
                && discs.iter().enumerate().all(|(at, other)| at == index || clear(other))
        };
        // A place that no middle line runs through is better.
        let crossed = |[a, b]: &&[f64; 2]| {
            across.is_some_and(|line| (*a..a + wide).contains(&line))
                || upwards.is_some_and(|line| (*b..b + tall).contains(&line))
        };
        let open: Vec<&[f64; 2]> = spots.iter().filter(|spot| free(spot)).collect();
        match open.iter().find(|spot| !crossed(spot)).or(open.first()).copied().filter(|_| !lines.is_empty()) {
            Some(&[a, b]) => {
                canvas.lines(a, b + 12.0, kind, &lines);
                taken.push([a - 3.0, b - 1.0, a + wide + 3.0, b + tall + 1.0]);
            }
            None => without.push(index),
        }
    }
    without
}

/// Numbers discs, and lists their names and amounts below the field; gives where the list ends.
pub(super) fn listed(
    canvas: &mut Canvas,
    frame: &Frame<'_>,
    input: &Bubbles,
    discs: &[Disc<'_>],
    which: &[usize],
    mut y: f64,
) -> f64 {
    let sign = |canvas: &mut Canvas, x: f64, y: f64, number: &str| {
        canvas.circle(x, y, 9.0, fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE));
        canvas.text(x, y + 4.0, CAPTION.in_hue(Hue::Ink).middle(), &CAPTION.fit(number, 30.0));
    };
    for (number, index) in which.iter().enumerate() {
        let disc = &discs[*index];
        let number = (frame.format.number)(number as f64 + 1.0);
        sign(canvas, disc.at.0, disc.at.1, &number);
        let name = BODY.wrap(&disc.item.label, canvas.width() - 28.0, 2);
        let said = SMALL.wrap(&told(frame, input, disc.item), canvas.width() - 28.0, 3);
        sign(canvas, 10.0, y + 10.0, &number);
        canvas.lines(28.0, y + 14.0, BODY, &name);
        y += name.len().max(1) as f64 * BODY.leading();
        canvas.lines(28.0, y + 13.0, SMALL, &said);
        y += said.len() as f64 * SMALL.leading() + 10.0;
    }
    y
}
