//! Who pays what share, year by year: bars of one height, cut into sources.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, Weave, dash, fill, stroke, weight, woven};
use super::stacked::{Part, Words, every, swatch};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::table::with_unit;
use super::{Cell, Frame, Picture, Table, scale};

/// Amounts by period and source.
#[derive(Clone, Debug)]
pub struct StackedShares {
    /// Periods in order, such as years.
    pub periods: Vec<String>,
    /// Sources, the topmost first.
    pub sources: Vec<Part>,
    /// The unit of the amounts; may be empty.
    pub unit: String,
    /// The words of the table.
    pub words: Words,
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
    let level = |share: f64| (top + tall * (1.0 - share), (frame.format.percent)(share), share == 0.0);
    scale::levels(&mut canvas, (left, right), &[0.0, 0.25, 0.5, 0.75, 1.0].map(level));
    let slot = (right - left) / input.periods.len() as f64;
    let broad = (slot * if wide { 0.66 } else { 0.8 }).min(84.0);
    let every = every(&input.periods, slot);
    for (period, total) in totals.iter().enumerate() {
        let middle = left + slot * (period as f64 + 0.5);
        if period % every == 0 {
            let name = SMALL.fit(&input.periods[period], (slot * every as f64).min(110.0));
            canvas.centred(middle, top + tall + 18.0, SMALL.in_hue(Hue::Ink), &name, (0.0, right));
        }
        if *total <= 0.0 {
            canvas.rect([middle - broad / 2.0, top, broad, tall], 2.0, stroke(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT));
            continue;
        }
        let mut y = top;
        for (index, source) in input.sources.iter().enumerate() {
            let share = source.value(period) / total;
            let high = share * tall;
            if high > 0.0 {
                let paint = woven(Hue::series(index), Weave::series(index)).edged(Hue::Surface, weight::EDGE);
                let shown = (frame.format.percent)(share);
                let amount = format!("{} ({shown})", frame.amount(source.value(period), &input.unit));
                let name = format!("{} · {}", input.periods[period], source.label);
                canvas.mark(None, &frame.pair(&name, &amount), |canvas| {
                    canvas.rect([middle - broad / 2.0, y, broad, high], 0.0, paint);
                    value(canvas, (middle, y + high / 2.0), (broad, high), &shown);
                });
            }
            y += high;
        }
    }
    let key: Vec<(Sign<'_>, &str)> =
        (0..input.sources.len()).map(|index| (swatch(index), input.sources[index].label.as_str())).collect();
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
    let kind = if canvas.width() < WIDE { CAPTION.in_hue(Hue::Ink).middle() } else { STRONG.middle() };
    let wide = kind.width(text) + 6.0;
    if high >= 19.0 && wide <= broad - 2.0 {
        canvas.rect([x - wide / 2.0, y - 8.0, wide, 16.0], 3.0, fill(Hue::Surface));
        canvas.text(x, y + 4.2, kind, text);
    }
}

/// Amounts in full, with their shares for readers; programs can work these out.
fn table(frame: &Frame<'_>, input: &StackedShares, totals: &[f64]) -> Table {
    let mut columns = vec![("period".to_owned(), input.words.period.clone())];
    let source = |source: &Part| (format!("source: {}", source.label), with_unit(&source.label, &input.unit));
    columns.extend(input.sources.iter().map(source));
    columns.push(("total".to_owned(), with_unit(&input.words.total, &input.unit)));
    let rows = totals.iter().enumerate().map(|(period, total)| {
        let part = |source: &Part| {
            let share = |value: f64| (*total > 0.0).then(|| format!(" ({})", (frame.format.percent)(value / total)));
            Cell::number(Some(source.value(period)), |value| (frame.format.number)(value) + &share(value).unwrap_or_default())
        };
        let mut row = vec![Cell::words(&input.periods[period])];
        row.extend(input.sources.iter().map(part));
        row.push(Cell::number(Some(*total), |value| (frame.format.number)(value)));
        row
    });
    Table::new(columns, rows.collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> StackedShares {
    let source = |en: &str, ar: &str, values: &[f64]| Part { label: say(en, ar), values: values.to_vec() };
    StackedShares {
        periods: (2024..=2029).map(|y| y.to_string()).collect(),
        sources: vec![
            source("Membership fees", "رسوم العضوية", &[10.0, 20.0, 35.0, 50.0, 80.0, 0.0]),
            source("Fees for services", "رسوم الخدمات", &[0.0, 10.0, 20.0, 40.0, 80.0, 0.0]),
            source("Regional government", "الحكومة الإقليمية", &[50.0, 50.0, 50.0, 40.0, 20.0, 0.0]),
            source("Donor project", "مشروع المانحين", &[120.0, 110.0, 80.0, 40.0, 0.0, 0.0]),
            source("Sponsors and events, including the yearly fair", "الرعاة والفعاليات", &[2.0, 8.0, 8.0, 12.0, 18.0, 0.0]),
        ],
        unit: "€".into(),
        words: Words { period: say("Year", "السنة"), total: say("Total", "المجموع") },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str, periods: usize) -> StackedShares {
        let source = |v: &f64| Part { label: label.into(), values: vec![*v; periods] };
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
            assert_eq!(picture.table.rows[1][1].text, "0");
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
