//! Amounts year by year, cut into parts: columns as high as their sum, with a mark for what stands against it.

use super::axis::{self, Ticks};
use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, Weave, fill, stroke, weight, woven};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, WIDE};
use super::table::with_unit;
use super::{Cell, Frame, Picture, Table, scale};

/// Amounts by period and part.
#[derive(Clone, Debug)]
pub struct Stacked {
    /// Periods in order, such as years.
    pub periods: Vec<String>,
    /// Parts, the lowest first.
    pub parts: Vec<Part>,
    /// What stands against the sum of each period, such as income; may be shorter than the periods.
    pub against: Vec<Option<f64>>,
    /// What that is called.
    pub against_name: String,
    /// The unit of the amounts; may be empty.
    pub unit: String,
    /// The words of the table and the legend.
    pub words: Words,
}

/// One part.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name.
    pub label: String,
    /// Its amount in each period. What is missing, negative or not finite counts as zero.
    pub values: Vec<f64>,
}

/// The words of the table and the legend, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub period: String,
    pub total: String,
}

impl Part {
    pub(super) fn value(&self, period: usize) -> f64 {
        self.values.get(period).copied().filter(|v| v.is_finite() && *v > 0.0).map_or(0.0, |v| v.min(1e15))
    }
}

impl Stacked {
    fn against(&self, period: usize) -> Option<f64> {
        self.against.get(period).copied().flatten().filter(|v| v.is_finite() && *v >= 0.0).map(|v| v.min(1e15))
    }
}

/// Draws columns; `None` when no period has an amount.
pub fn draw(frame: &Frame<'_>, input: &Stacked) -> Option<Picture> {
    let totals: Vec<f64> = (0..input.periods.len()).map(|p| input.parts.iter().map(|part| part.value(p)).sum()).collect();
    if totals.iter().all(|total| *total <= 0.0) {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, &totals, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input, &totals)))
}

/// Which names of periods are shown so that none touch: every how many.
pub(super) fn every(periods: &[String], slot: f64) -> usize {
    let widest = periods.iter().map(|period| SMALL.width(period)).fold(0.0, f64::max).min(110.0);
    ((widest + 4.0) / slot).ceil().max(1.0) as usize
}

/// The sign of a part in the legend.
pub(super) fn swatch<'a>(part: usize) -> Sign<'a> {
    Box::new(move |canvas, x, y| {
        canvas.rect([x, y - 7.0, 20.0, 14.0], 2.0, woven(Hue::series(part), Weave::series(part)));
    })
}

/// Where a column stands.
struct Column {
    period: usize,
    middle: f64,
    broad: f64,
}

fn sheet(frame: &Frame<'_>, input: &Stacked, totals: &[f64], form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let most = (0..totals.len()).filter_map(|p| input.against(p)).chain(totals.iter().copied()).fold(0.0, f64::max);
    let ticks = axis::nice(0.0, most, 5);
    let numbers: Vec<String> = ticks.at.iter().map(|value| (frame.format.number)(*value)).collect();
    let mut top = 0.0;
    if !input.unit.is_empty() {
        canvas.text(0.0, 12.0, SMALL, &SMALL.fit(&input.unit, canvas.width() * 0.5));
        top = 14.0;
    }
    let (top, bottom) = (top + 16.0, top + if wide { 260.0 } else { 220.0 });
    let left = scale::room(&numbers, canvas.width() / 4.0);
    let right = if wide { WIDE - 236.0 } else { NARROW - 2.0 };
    let level = |value: f64| bottom - ticks.share(value) * (bottom - top);
    let marks: Vec<_> = ticks.at.iter().zip(numbers).map(|(v, label)| (level(*v), label, *v == 0.0)).collect();
    scale::levels(&mut canvas, (left, right), &marks);
    let slot = (right - left) / input.periods.len() as f64;
    let broad = (slot * if wide { 0.6 } else { 0.7 }).min(84.0);
    let every = every(&input.periods, slot);
    for (period, total) in totals.iter().enumerate() {
        let middle = left + slot * (period as f64 + 0.5);
        if period % every == 0 {
            let name = SMALL.fit(&input.periods[period], (slot * every as f64).min(110.0));
            canvas.centred(middle, bottom + 18.0, SMALL.in_hue(Hue::Ink), &name, (0.0, right));
        }
        column(&mut canvas, frame, input, &Column { period, middle, broad }, (bottom, &ticks, bottom - top));
        let sum = (frame.format.number)(*total);
        if *total > 0.0 && CAPTION.width(&sum) <= slot - 2.0 {
            // A mark of what stands against it may lie where the sum would: the sum then stands above the mark.
            let above = input.against(period).filter(|v| *v > *total && level(*total) - level(*v) < 18.0).unwrap_or(*total);
            canvas.text(middle, level(above) - 5.0, CAPTION.in_hue(Hue::Ink).middle(), &sum);
        }
    }
    let foot = bottom + 28.0;
    let key = key(input);
    let below = if wide {
        top + legend::list(&mut canvas, (right + 28.0, top), WIDE - right - 28.0, &key)
    } else {
        foot + 6.0 + legend::list(&mut canvas, (0.0, foot + 6.0), NARROW, &key)
    };
    canvas.finish(frame, "stacked", below.max(foot))
}

/// One column with its parts, and the mark against it.
fn column(canvas: &mut Canvas, frame: &Frame<'_>, input: &Stacked, at: &Column, (bottom, ticks, tall): (f64, &Ticks, f64)) {
    let Column { period, middle, broad } = *at;
    let mut y = bottom;
    for (index, part) in input.parts.iter().enumerate() {
        let value = part.value(period);
        let high = ticks.share(value) * tall;
        if high <= 0.0 {
            continue;
        }
        y -= high;
        let paint = woven(Hue::series(index), Weave::series(index)).edged(Hue::Surface, weight::EDGE);
        let name = format!("{} · {}", input.periods[period], part.label);
        canvas.mark(None, &frame.pair(&name, &frame.amount(value, &input.unit)), |canvas| {
            canvas.rect([middle - broad / 2.0, y, broad, high], 0.0, paint);
        });
    }
    if let Some(value) = input.against(period) {
        let y = bottom - ticks.share(value) * tall;
        let name = format!("{} · {}", input.periods[period], input.against_name);
        canvas.mark(None, &frame.pair(&name, &frame.amount(value, &input.unit)), |canvas| {
            against(canvas, middle, y, broad / 2.0 + 4.0);
        });
    }
}

/// A bar across the column, on a plate that keeps it apart from any texture.
fn against(canvas: &mut Canvas, middle: f64, y: f64, half: f64) {
    canvas.rect([middle - half, y - 2.5, 2.0 * half, 5.0], 0.0, fill(Hue::Surface));
    canvas.line((middle - half, y), (middle + half, y), stroke(Hue::Ink, weight::MAIN));
}

/// Parts in the order in which they are stacked, seen from above.
fn key(input: &Stacked) -> Vec<(Sign<'_>, &str)> {
    let mut key: Vec<(Sign<'_>, &str)> = Vec::new();
    if (0..input.periods.len()).any(|period| input.against(period).is_some()) {
        key.push((Box::new(|canvas, x, y| against(canvas, x + 10.0, y, 10.0)), &input.against_name));
    }
    for index in (0..input.parts.len()).rev() {
        key.push((swatch(index), &input.parts[index].label));
    }
    key
}

fn table(frame: &Frame<'_>, input: &Stacked, totals: &[f64]) -> Table {
    let mut columns = vec![("period".to_owned(), input.words.period.clone())];
    columns.extend(input.parts.iter().map(|part| (format!("part: {}", part.label), with_unit(&part.label, &input.unit))));
    columns.push(("total".to_owned(), with_unit(&input.words.total, &input.unit)));
    columns.push(("against".to_owned(), with_unit(&input.against_name, &input.unit)));
    let number = |value: Option<f64>| Cell::number(value, |value| (frame.format.number)(value));
    let rows = totals.iter().enumerate().map(|(period, total)| {
        let mut row = vec![Cell::words(&input.periods[period])];
        row.extend(input.parts.iter().map(|part| number(Some(part.value(period)))));
        row.extend([number(Some(*total)), number(input.against(period))]);
        row
    });
    Table::new(columns, rows.collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Stacked {
    let part = |en: &str, ar: &str, values: &[f64]| Part { label: say(en, ar), values: values.to_vec() };
    Stacked {
        periods: (2025..=2028).map(|y| y.to_string()).collect(),
        parts: vec![
            part("Personnel", "الموظفون", &[120.0, 150.0, 165.0, 170.0]),
            part("Rent", "الإيجار", &[18.0, 18.0, 24.0, 24.0]),
            part("Operating supplies", "المستلزمات التشغيلية", &[14.0, 16.0, 18.0, 19.0]),
            part("Equipment", "التجهيزات", &[40.0, 8.0, 6.0, 5.0]),
            part("Formation", "التأسيس", &[22.0, 0.0, 0.0, 0.0]),
        ],
        against: vec![Some(230.0), Some(190.0), Some(205.0), None],
        unit: "€".into(),
        against_name: say("Income", "الإيرادات"),
        words: Words { period: say("Year", "السنة"), total: say("Total", "المجموع") },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str, periods: usize) -> Stacked {
        let part = |v: &f64| Part { label: label.into(), values: vec![*v; periods] };
        Stacked {
            periods: vec![label.into(); periods + 1],
            parts: values.iter().map(part).collect(),
            against: values.iter().map(|v| Some(*v)).collect(),
            unit: label.into(),
            against_name: label.into(),
            words: Words::default(),
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| match draw(frame, &chart(values, "2026", 3)) {
                Some(picture) => probe::sound(&picture),
                None => assert!(values.iter().all(|v| !v.is_finite() || *v <= 0.0)),
            });
        }
        for label in HOSTILE {
            for periods in [1, 30] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(&[3.0, 4.0, 9.0], label, periods)).unwrap()));
            }
        }
    }

    #[test]
    fn a_column_is_as_high_as_its_parts_together() {
        probe::both(|frame| {
            let picture = draw(frame, &chart(&[3.0, 1.0], "a", 1)).unwrap();
            let row: Vec<&str> = picture.table.rows[0].iter().map(|cell| cell.text.as_str()).collect();
            assert_eq!(row, ["a", "3", "1", "4", "3"]);
        });
    }
}
