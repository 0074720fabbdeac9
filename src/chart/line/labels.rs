//! Finds room for the names of points beside a line; apart because it is a search, and knows nothing of dates and scales.

use super::super::Frame;
use super::super::paint::Hue;
use super::super::svg::{Canvas, SMALL, STRONG};
use super::{Line, Plot};

/// Names the target, the last value, the baseline and the milestones, in this order, each where it covers no point and no other name.
pub(super) fn labels(canvas: &mut Canvas, frame: &Frame<'_>, input: &Line, plot: &Plot, lines: &[Vec<(f64, f64)>]) {
    let [path, measured, ..] = lines else { return };
    let expected = |i: usize| {
        let e = &input.expected[i];
        (path[i], SMALL.in_hue(Hue::Ink), format!("{} {}", e.label, (frame.format.number)(e.value)))
    };
    let mut names = Vec::new();
    names.extend(path.len().checked_sub(1).map(expected));
    names.extend(measured.last().zip(input.points.last()).map(|(at, p)| (*at, STRONG, (frame.format.number)(p.1))));
    names.extend((0..path.len().saturating_sub(1)).map(expected));

    let mut taken: Vec<[f64; 4]> = path.iter().chain(measured).map(|(x, y)| [x - 5.0, y - 5.0, x + 5.0, y + 5.0]).collect();
    for points in lines {
        taken.extend(points.windows(2).flat_map(|pair| beads(pair[0], pair[1])));
    }
    for ((x, y), kind, name) in names {
        let name = kind.fit(&name, 150.0);
        let half = kind.width(&name) / 2.0;
        let free = |middle: f64, base: f64| {
            let [a, b, c, d] = [middle - half, base - 9.0, middle + half, base + 2.0];
            let inside = base < plot.bottom - 2.0 && b > plot.top - 22.0 && a >= plot.left - 6.0 && c <= canvas.width();
            inside && taken.iter().all(|t| c < t[0] || t[2] < a || d < t[1] || t[3] < b)
        };
        // Straight above is best; then to the sides, where a rising or falling line leaves room; then further away.
        let centre = x.clamp(plot.left + half, (canvas.width() - half).max(plot.left + half));
        let aside = [centre, x - half + 4.0, x + half - 4.0, x - half - 9.0, x + half + 9.0];
        let spots = [y - 10.0, y + 19.0, y + 4.0, y - 24.0, y + 33.0];
        let spot =
            spots.iter().flat_map(|base| aside.iter().map(|middle| (*middle, *base))).find(|(middle, base)| free(*middle, *base));
        if let Some((middle, base)) = spot {
            canvas.text(middle, base, kind.middle(), &name);
            taken.push([middle - half - 3.0, base - 11.0, middle + half + 3.0, base + 3.0]);
        }
    }
}

/// Small squares along a line, close enough that no word slips between them.
fn beads(from: (f64, f64), to: (f64, f64)) -> Vec<[f64; 4]> {
    let count = ((to.0 - from.0).abs().max((to.1 - from.1).abs()) / 5.0).ceil().clamp(1.0, 400.0);
    (0..=count as usize)
        .map(|i| {
            let share = i as f64 / count;
            let (x, y) = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            [x - 2.0, y - 2.0, x + 2.0, y + 2.0]
        })
        .collect()
}
