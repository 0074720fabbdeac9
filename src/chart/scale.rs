//! Draws what charts with an axis share: the scale of values, and the mark of a day; apart so that every axis looks and reads alike.

use super::Frame;
use super::axis::{Time, Unit};
use super::paint::{Hue, dash, stroke, weight};
use super::svg::{CAPTION, Canvas, SMALL};

/// How far the label of a mark stands from the plot.
const GAP: f64 = 10.0;

/// The room that the labels of a vertical scale need beside the plot.
pub(super) fn room(labels: &[String], most: f64) -> f64 {
    labels.iter().map(|label| SMALL.width(label)).fold(0.0, f64::max).min(most) + GAP
}

/// Horizontal lines through a plot, each with its label before it; `base` is the one that bars and lines stand on, and is drawn heavier.
pub(super) fn levels(canvas: &mut Canvas, (left, right): (f64, f64), marks: &[(f64, String, bool)]) {
    for (y, label, base) in marks {
        let (hue, width) = if *base { (Hue::Neutral, weight::EDGE) } else { (Hue::Line, weight::GRID) };
        canvas.line((left, *y), (right, *y), stroke(hue, width));
        canvas.text(left - 6.0, y + 4.0, SMALL.end(), &SMALL.fit(label, left - 6.0));
    }
}

/// The sign of an axis that does not begin at zero: a jag in it, just above its foot.
pub(super) fn cut(canvas: &mut Canvas, x: f64, bottom: f64) {
    let jag = [(0.0, 0.0), (0.0, -3.0), (5.0, -5.5), (-2.0, -9.5), (0.0, -12.0), (0.0, -15.0)];
    let points: Vec<_> = jag.iter().map(|(across, up)| (x + across, bottom + up)).collect();
    canvas.through(&points, false, stroke(Hue::Neutral, weight::LINK));
}

/// The line of a day through a plot, with its word above.
pub(super) fn today(canvas: &mut Canvas, x: f64, (top, bottom): (f64, f64), word: &str, (from, to): (f64, f64)) {
    canvas.line((x, top), (x, bottom), stroke(Hue::Accent, weight::LINK).dashed(dash::TODAY));
    canvas.centred(x, top - 4.0, SMALL.in_hue(Hue::Ink), word, (from, to));
}

/// Marks of a time axis below a plot, with the years under months and quarters; gives where the axis ends.
pub(super) fn dates(canvas: &mut Canvas, frame: &Frame<'_>, time: &Time, (left, right): (f64, f64), bottom: f64) -> f64 {
    let mut free = f64::NEG_INFINITY;
    let mut year = None;
    for date in &time.at {
        let x = left + time.share(*date) * (right - left);
        canvas.line((x, bottom), (x, bottom + 4.0), stroke(Hue::Neutral, weight::EDGE));
        let label = time.label(*date, frame.format);
        let half = SMALL.width(&label) / 2.0;
        let at = x.min(canvas.width() - half);
        if at - half > free {
            canvas.text(at, bottom + 18.0, SMALL.middle(), &label);
            free = at + half + 4.0;
        }
        if time.unit != Unit::Year && year != Some(date.year()) {
            let name = (frame.format.year)(*date);
            canvas.centred(x, bottom + 33.0, CAPTION, &name, (0.0, canvas.width()));
            year = Some(date.year());
        }
    }
    if time.at.is_empty() {
        let dates = [time.lo, time.hi].map(|date| (frame.format.day)(date));
        canvas.text(left, bottom + 18.0, SMALL, &dates[0]);
        canvas.text(right, bottom + 18.0, SMALL.end(), &dates[1]);
    }
    bottom + if time.unit == Unit::Year { 24.0 } else { 38.0 }
}
