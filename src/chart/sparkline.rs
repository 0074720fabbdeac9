//! A line the size of a word: the course of an indicator beside its name.

use jiff::civil::Date;

use super::gallery::Say;
use super::paint::{Hue, fill, stroke, weight};
use super::svg::{Canvas, Form};
use super::{Cell, Frame, Picture, Table};

/// A short course of values.
#[derive(Clone, Debug)]
pub struct Sparkline {
    /// Values; drawn in the order of their dates. What is not finite is passed over.
    pub points: Vec<(Date, f64)>,
    /// Column headings of the table: date, value.
    pub head: [String; 2],
}

/// Draws a sparkline; `None` without a value.
pub fn draw(frame: &Frame<'_>, input: &Sparkline) -> Option<Picture> {
    let mut points: Vec<_> = input.points.iter().copied().filter(|(_, value)| value.is_finite()).collect();
    points.sort_by_key(|(date, _)| *date);
    let (first, last) = (points.first()?.0, points.last()?.0);
    let (lo, hi) = points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), p| (a.min(p.1), b.max(p.1)));
    let day = super::axis::day_number;
    let share = |part: f64, whole: f64| if whole > 0.0 && whole.is_finite() { part / whole } else { 0.5 };
    let at = |(date, value): (Date, f64)| {
        (6.0 + 108.0 * share(day(date) - day(first), day(last) - day(first)), 26.0 - 20.0 * share(value - lo, hi - lo))
    };
    let mut canvas = Canvas::new(frame, Form::Only, 120.0);
    let path: Vec<_> = points.iter().map(|point| at(*point)).collect();
    if path.len() > 1 {
        canvas.through(&path, false, stroke(Hue::Brand, weight::SIDE));
    }
    if let Some(&(x, y)) = path.last() {
        canvas.circle(x, y, 3.4, fill(Hue::Brand).edged(Hue::Surface, weight::EDGE));
    }
    let svg = canvas.finish(frame, "sparkline", 32.0);
    let row = |(date, value): &(Date, f64)| {
        vec![Cell::day(frame, Some(*date)), Cell::number(Some(*value), |value| (frame.format.number)(value))]
    };
    let table = Table::new(["date", "value"].into_iter().zip(input.head.clone()), points.iter().map(row).collect());
    Some(frame.picture(svg, None, table))
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Sparkline {
    let values = [12.0, 18.0, 15.0, 22.0, 21.0, 30.0, 34.0];
    let points = (2020..).zip(values).map(|(year, value)| (Date::constant(year, 1, 1), value)).collect();
    Sparkline { points, head: [say("Date", "التاريخ"), say("Value", "القيمة")] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME};

    #[test]
    fn sound_with_any_value() {
        for values in EXTREME {
            let points: Vec<_> = values.iter().enumerate().map(|(i, v)| (Date::constant(2020 + i as i16, 1, 1), *v)).collect();
            probe::both(|frame| match draw(frame, &Sparkline { points: points.clone(), head: Default::default() }) {
                Some(picture) => probe::sound(&picture),
                None => assert!(values.iter().all(|v| !v.is_finite())),
            });
        }
    }

    #[test]
    fn time_runs_in_reading_direction() {
        let points = vec![(Date::constant(2025, 1, 1), 2.0), (Date::constant(2020, 1, 1), 1.0)];
        let mut ends = Vec::new();
        probe::both(|frame| {
            let svg = draw(frame, &Sparkline { points: points.clone(), head: Default::default() }).unwrap().svg;
            ends.push(if svg.contains("cx=\"114\"") {
                "right"
            } else if svg.contains("cx=\"6\"") {
                "left"
            } else {
                "?"
            });
        });
        assert_eq!(ends, ["right", "left"]);
    }
}
