//! Who pays what share, year by year: bars of one height, cut into sources.

use super::legend::{self, Sign};
use super::paint::{Hue, Weave, fill, stroke, woven};
use super::svg::{Canvas, Form, NARROW, SMALL, STRONG, Type, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Amounts by period and source.
#[derive(Clone, Debug)]
pub struct StackedShares {
    /// Periods in order, such as years.
    pub periods: Vec<String>,
    /// Sources, the topmost first.
    pub sources: Vec<Source>,
    /// The unit of the amounts; may be empty.
    pub unit: String,
    /// The words of the table.
    pub words: Words,
}

/// One source.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub label: String,
    /// Its amount in each period. What is missing, negative or not finite counts as zero.
    pub values: Vec<f64>,
}

/// The words of the table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub period: String,
    pub total: String,
}

impl Source {
    fn value(&self, period: usize) -> f64 {
        self.values.get(period).copied().filter(|v| v.is_finite() && *v > 0.0).map_or(0.0, |v| v.min(1e15))
    }
}

/// Draws shares; `None` when no period has an amount.
pub fn draw(frame: &Frame<'_>, input: &StackedShares) -> Option<Picture> {
    let totals: Vec<f64> = (0..input.periods.len()).map(|p| input.sources.iter().map(|s| s.value(p)).sum()).collect();
    if totals.iter().all(|total| *total <= 0.0) {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, &totals, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input, &totals)))
}

fn sheet(frame: &Frame<'_>, input: &StackedShares, totals: &[f64], form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let (top, tall) = (12.0, if wide { 260.0 } else { 220.0 });
    let (left, right) = (46.0, if wide { WIDE - 236.0 } else { NARROW - 2.0 });
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let y = top + tall * (1.0 - share);
        canvas.line((left, y), (right, y), stroke(if share == 0.0 { Hue::Neutral } else { Hue::Line }, 0.8));
        canvas.text(left - 6.0, y + 4.0, SMALL.end(), &(frame.format.percent)(share));
    }
    let slot = (right - left) / input.periods.len() as f64;
    let broad = (slot * if wide { 0.66 } else { 0.8 }).min(84.0);
    // Names of periods that would touch are thinned out evenly.
    let widest = input.periods.iter().map(|p| SMALL.width(p)).fold(0.0, f64::max).min(110.0);
    let every = ((widest + 4.0) / slot).ceil().max(1.0) as usize;
    for (period, total) in totals.iter().enumerate() {
        let middle = left + slot * (period as f64 + 0.5);
        if period % every == 0 {
            let name = SMALL.fit(&input.periods[period], (slot * every as f64).min(110.0));
            canvas.centred(middle, top + tall + 18.0, SMALL.in_hue(Hue::Ink), &name, (0.0, right));
        }
        if *total <= 0.0 {
            canvas.rect([middle - broad / 2.0, top, broad, tall], 2.0, stroke(Hue::Neutral, 1.0).dashed("3 3"));
            continue;
        }
        let mut y = top;
        for (index, source) in input.sources.iter().enumerate() {
            let share = source.value(period) / total;
            let high = share * tall;
            if high > 0.0 {
                let paint = woven(Hue::series(index), Weave::series(index)).edged(Hue::Surface, 1.0);
                canvas.rect([middle - broad / 2.0, y, broad, high], 0.0, paint);
                value(&mut canvas, (middle, y + high / 2.0), (broad, high), &(frame.format.percent)(share));
            }
            y += high;
        }
    }
    let key: Vec<(Sign<'_>, &str)> = (0..input.sources.len())
        .map(|index| {
            let sign: Sign<'_> = Box::new(move |canvas, x, y| {
                canvas.rect([x, y - 7.0, 20.0, 14.0], 2.0, woven(Hue::series(index), Weave::series(index)));
            });
            (sign, input.sources[index].label.as_str())
        })
        .collect();
    let foot = top + tall + 28.0;
    let below = if wide {
        top + legend::list(&mut canvas, (right + 28.0, top), WIDE - right - 28.0, &key)
    } else {
        foot + 6.0 + legend::list(&mut canvas, (0.0, foot + 6.0), NARROW, &key)
    };
    canvas.finish(frame, "stacked-shares", below.max(foot))
}

/// The share itself, on a plate that keeps it legible over any texture; left out where the piece is too small for it.
fn value(canvas: &mut Canvas, (x, y): (f64, f64), (broad, high): (f64, f64), text: &str) {
    let size = if canvas.width() < WIDE { 11.0 } else { 12.0 };
    let kind = Type { size, ..STRONG.middle() };
    let wide = kind.width(text) + 6.0;
    if high >= 19.0 && wide <= broad - 2.0 {
        canvas.rect([x - wide / 2.0, y - 8.0, wide, 16.0], 3.0, fill(Hue::Surface));
        canvas.text(x, y + 4.2, kind, text);
    }
}

fn table(frame: &Frame<'_>, input: &StackedShares, totals: &[f64]) -> Table {
    let mut head = vec![input.words.period.clone()];
    head.extend(input.sources.iter().map(|source| source.label.clone()));
    head.push(input.words.total.clone());
    let rows = totals.iter().enumerate().map(|(period, total)| {
        let part = |source: &Source| {
            let value = source.value(period);
            let share = (*total > 0.0).then(|| format!(" ({})", (frame.format.percent)(value / total)));
            Cell::number(Some(frame.amount(value, &input.unit) + &share.unwrap_or_default()))
        };
        let mut row = vec![Cell::words(&input.periods[period])];
        row.extend(input.sources.iter().map(part));
        row.push(Cell::number(Some(frame.amount(*total, &input.unit))));
        row
    });
    Table { head, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str, periods: usize) -> StackedShares {
        let source = |v: &f64| Source { label: label.into(), values: vec![*v; periods] };
        StackedShares {
            periods: vec![label.into(); periods + 1],
            sources: values.iter().map(source).collect(),
            unit: label.into(),
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
            for periods in [1, 4, 40] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(&[1.0, 0.0, 3.0], label, periods)).unwrap()));
            }
        }
    }

    #[test]
    fn shares_are_of_each_period() {
        probe::both(|frame| {
            let picture = draw(frame, &chart(&[1.0, 3.0], "a", 1)).unwrap();
            assert!(picture.svg.contains(">25 %<") && picture.svg.contains(">75 %<"));
            assert_eq!(picture.table.rows[1][1].text, "0\u{a0}a");
        });
    }

    #[test]
    fn many_sources_differ_in_colour_or_texture() {
        probe::both(|frame| {
            let svg = draw(frame, &chart(&[1.0; 12], "a", 1)).unwrap().svg;
            assert_eq!(svg.matches("<pattern ").count(), 10, "two of twelve are plain");
        });
    }
}
