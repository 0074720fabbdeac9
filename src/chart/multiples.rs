//! The parts of an indicator, such as women and men: a small picture for each over the same periods and on the same scale.

use super::axis::{self, Ticks};
use super::gallery::Say;
use super::paint::{Hue, Weave, dash, stroke, weight, woven};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::table::with_unit;
use super::{Cell, Frame, Picture, Table, scale};

/// Values of parts over periods.
#[derive(Clone, Debug)]
pub struct Multiples {
    /// Periods in order.
    pub periods: Vec<String>,
    /// Parts in order.
    pub parts: Vec<Part>,
    /// The unit of all values; may be empty.
    pub unit: String,
    /// The heading of the table's first column.
    pub period: String,
}

/// One part.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is called.
    pub label: String,
    /// Its value in each period; what is missing or not finite is nothing.
    pub values: Vec<Option<f64>>,
}

/// Periods that the drawing shows, the latest ones; the table has all.
const MOST: usize = 36;

impl Part {
    fn value(&self, period: usize) -> Option<f64> {
        self.values.get(period).copied().flatten().filter(|value| value.is_finite()).map(|value| value.clamp(-1e15, 1e15))
    }
}

/// Draws small multiples; `None` without a value.
pub fn draw(frame: &Frame<'_>, input: &Multiples) -> Option<Picture> {
    let all = || input.parts.iter().flat_map(|part| (0..input.periods.len()).filter_map(|period| part.value(period)));
    all().next()?;
    let (lo, hi) = all().fold((0f64, 0f64), |(lo, hi), value| (lo.min(value), hi.max(value)));
    let ticks = axis::nice(lo, hi, 3);
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, &ticks, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

fn sheet(frame: &Frame<'_>, input: &Multiples, ticks: &Ticks, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let width = canvas.width();
    let mut y = 0.0;
    if !input.unit.is_empty() {
        canvas.text(0.0, 12.0, SMALL, &SMALL.fit(&input.unit, width));
        y = 20.0;
    }
    let across = if wide { input.parts.len().clamp(1, 3) } else { 1 };
    let gap = 24.0;
    let broad = (width - gap * (across as f64 - 1.0)) / across as f64;
    let numbers: Vec<String> = ticks.at.iter().map(|value| (frame.format.number)(*value)).collect();
    let room = scale::room(&numbers, broad / 3.0);
    let tall = if wide { 112.0 } else { 92.0 };
    for row in input.parts.chunks(across).enumerate() {
        let (line, parts) = row;
        let titles: Vec<Vec<String>> = parts.iter().map(|part| STRONG.wrap(&part.label, broad, 2)).collect();
        let head = titles.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64 * STRONG.leading();
        for (column, (part, title)) in parts.iter().zip(&titles).enumerate() {
            let x = (broad + gap) * column as f64;
            canvas.lines(x, y + 12.0, STRONG, title);
            let top = y + head + 18.0;
            let plot = [x + room, top, broad - room, tall];
            panel(&mut canvas, frame, input, (ticks, &numbers), part, line * across + column, plot);
        }
        y += head + 18.0 + tall + 34.0;
    }
    canvas.finish(frame, "multiples", y - 8.0)
}

/// One part: bars on the common scale, with the number over the last and the highest of them.
fn panel(
    canvas: &mut Canvas,
    frame: &Frame<'_>,
    input: &Multiples,
    (ticks, numbers): (&Ticks, &[String]),
    part: &Part,
    index: usize,
    [left, top, broad, tall]: [f64; 4],
) {
    let level = |value: f64| top + tall * (1.0 - ticks.share(value));
    let zero = level(0.0);
    let marks: Vec<_> = ticks.at.iter().zip(numbers).map(|(value, text)| (level(*value), text.clone(), *value == 0.0)).collect();
    // Labels of the scale stand before each plot: `levels` sets them from the edge of the drawing, so the line is drawn here.
    for (y, label, base) in &marks {
        let (hue, width) = if *base { (Hue::Neutral, weight::EDGE) } else { (Hue::Line, weight::GRID) };
        canvas.line((left, *y), (left + broad, *y), stroke(hue, width));
        canvas.text(left - 6.0, *y + 4.0, SMALL.end(), label);
    }
    let first = input.periods.len().saturating_sub(MOST);
    let shown: Vec<usize> = (first..input.periods.len()).collect();
    let slot = broad / shown.len().max(1) as f64;
    let bar = (slot * 0.72).min(34.0);
    let known: Vec<(usize, f64)> = shown.iter().filter_map(|&period| Some((period, part.value(period)?))).collect();
    let last = known.last().map(|(period, _)| *period);
    let peak = known.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(period, _)| *period);
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (at, &period) in shown.iter().enumerate() {
        let middle = left + slot * (at as f64 + 0.5);
        let Some(value) = part.value(period) else {
            canvas.rect([middle - bar / 2.0, zero - 6.0, bar, 6.0], 0.0, stroke(Hue::Neutral, weight::GRID).dashed(dash::ABSENT));
            continue;
        };
        let tip = format!("{} · {}", part.label, input.periods[period]);
        canvas.mark(None, &frame.pair(&tip, &frame.amount(value, &input.unit)), |canvas| {
            let (a, b) = (level(value.max(0.0)), level(value.min(0.0)));
            let paint = woven(Hue::series(index + 1), Weave::series(index)).edged(Hue::series(index + 1), weight::EDGE);
            canvas.rect([middle - bar / 2.0, a, bar, (b - a).max(0.8)], 1.5, paint);
        });
    }
    for period in [last, peak].into_iter().flatten() {
        let Some(value) = part.value(period) else { continue };
        let middle = left + slot * ((period - first) as f64 + 0.5);
        let text = (frame.format.number)(value);
        let half = CAPTION.width(&text) / 2.0 + 2.0;
        if taken.iter().all(|(a, b)| middle + half < *a || middle - half > *b) {
            let y = if value < 0.0 { level(value) + 13.0 } else { level(value) - 5.0 };
            canvas.centred(middle, y, CAPTION.in_hue(Hue::Ink), &text, (left - 6.0, left + broad));
            taken.push((middle - half, middle + half));
        }
    }
    // Names of periods that would touch are thinned out evenly, counted from the last.
    let widest = shown.iter().map(|&period| SMALL.width(&input.periods[period])).fold(0.0, f64::max).min(broad);
    let every = ((widest + 8.0) / slot).ceil().max(1.0) as usize;
    for (at, &period) in shown.iter().enumerate().filter(|(at, _)| (shown.len() - 1 - at).is_multiple_of(every)) {
        let middle = left + slot * (at as f64 + 0.5);
        let name = SMALL.fit(&input.periods[period], broad);
        let half = SMALL.width(&name) / 2.0;
        // A name that would reach before the plot would touch the panel beside it.
        if middle - half >= left - 20.0 || shown.len() == 1 {
            canvas.centred(middle, top + tall + 16.0, SMALL, &name, (left - 20.0, left + broad));
        }
    }
}

fn table(frame: &Frame<'_>, input: &Multiples) -> Table {
    let mut columns = vec![("period".to_owned(), input.period.clone())];
    columns.extend(input.parts.iter().map(|part| (format!("part: {}", part.label), with_unit(&part.label, &input.unit))));
    let row = |(at, period): (usize, &String)| {
        let values = input.parts.iter().map(|part| Cell::number(part.value(at), |value| (frame.format.number)(value)));
        std::iter::once(Cell::words(period)).chain(values).collect()
    };
    Table::new(columns, input.periods.iter().enumerate().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Multiples {
    let part = |en: &str, ar: &str, values: &[f64]| Part {
        label: say(en, ar),
        values: values.iter().map(|value| (*value >= 0.0).then_some(*value)).collect(),
    };
    Multiples {
        periods: (2019..=2026).map(|year| year.to_string()).collect(),
        parts: vec![
            part("Fewer than 10 people", "أقل من 10 أشخاص", &[4.0, 5.0, 5.0, 7.0, 9.0, 8.0, 11.0, 12.0]),
            part("10 to 49 people", "من 10 إلى 49", &[12.0, 14.0, -1.0, 15.0, 18.0, 21.0, 20.0, 24.0]),
            part("50 people and more", "50 شخصًا فأكثر", &[6.0, 6.0, 7.0, 7.0, 8.0, 8.0, 9.0, 8.0]),
        ],
        unit: say("Firms that export", "شركات مصدرة"),
        period: say("Year", "السنة"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str, parts: usize) -> Multiples {
        let part = |_| Part { label: label.into(), values: values.iter().map(|value| Some(*value)).chain([None]).collect() };
        Multiples {
            periods: vec![label.into(); values.len() + 2],
            parts: (0..parts).map(part).collect(),
            unit: label.into(),
            period: label.into(),
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| match draw(frame, &chart(values, "2026", 2)) {
                Some(picture) => probe::sound(&picture),
                None => assert!(values.iter().all(|value| !value.is_finite())),
            });
        }
        for label in HOSTILE {
            for parts in [1, 3, 7] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(&[4.0, -9.0, 0.0], label, parts)).unwrap()));
            }
        }
    }

    #[test]
    fn the_drawing_shows_the_latest_and_the_table_all() {
        probe::both(|frame| {
            let values: Vec<f64> = (0..200).map(f64::from).collect();
            let picture = draw(frame, &chart(&values, "a", 1)).unwrap();
            probe::sound(&picture);
            assert_eq!(picture.table.rows.len(), 202);
            assert!(picture.svg.matches("<title>").count() <= MOST + 1);
        });
    }

    #[test]
    fn nothing_gives_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &chart(&[], "a", 3)).is_none());
            assert!(draw(frame, &chart(&[1.0], "a", 0)).is_none());
        });
    }
}
