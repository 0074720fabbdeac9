//! An indicator over time: what was measured against the path from baseline to target.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::axis::{self, Ticks, Time};
use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::paint::{Hue, Paint, dash, fill, stroke, weight};
use super::svg::{Canvas, Form, NARROW, SMALL, WIDE};
use super::table::with_unit;
use super::{Cell, Frame, Picture, Table, Value, scale};

mod labels;

/// An indicator's measurements and what was expected of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Measured values; drawn in the order of their dates. What is not finite is passed over.
    pub points: Vec<(Date, f64)>,
    /// Baseline, milestones and target.
    pub expected: Vec<Expected>,
    /// Parts of the measured value, such as women and men; may be empty.
    pub series: Vec<Series>,
    /// The unit of all values; may be empty.
    pub unit: String,
    /// The day to mark, if any; drawn only inside the span of the data.
    pub today: Option<Date>,
    /// The words of legend and table.
    pub words: Words,
}

/// A point of the expected path.
#[derive(Clone, Debug)]
pub struct Expected {
    /// By when.
    pub date: Date,
    /// How much.
    pub value: f64,
    /// What the point is called: baseline, milestone, target.
    pub label: String,
}

/// A part of the measured value.
#[derive(Clone, Debug)]
pub struct Series {
    /// What the part is called.
    pub label: String,
    /// Its values.
    pub points: Vec<(Date, f64)>,
}

/// The words of legend and table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub date: String,
    pub measured: String,
    pub expected: String,
    pub today: String,
    pub note: String,
    pub broken: String,
}

/// Where things lie on paper.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    time: Time,
    ticks: Ticks,
}

impl Plot {
    fn at(&self, (date, value): (Date, f64)) -> (f64, f64) {
        (self.left + self.time.share(date) * (self.right - self.left), self.level(value))
    }

    fn level(&self, value: f64) -> f64 {
        self.bottom - self.ticks.share(value) * (self.bottom - self.top)
    }
}

/// Draws an indicator; `None` when there is neither a measured nor an expected value.
pub fn draw(frame: &Frame<'_>, input: &Line) -> Option<Picture> {
    let mut input = input.clone();
    input.expected.retain(|e| e.value.is_finite());
    input.expected.sort_by_key(|e| e.date);
    tidy(&mut input.points);
    for series in &mut input.series {
        tidy(&mut series.points);
    }
    input.series.retain(|series| !series.points.is_empty());
    let all: Vec<(Date, f64)> = input.points.iter().chain(input.series.iter().flat_map(|s| &s.points)).copied().collect();
    let all: Vec<(Date, f64)> = all.into_iter().chain(input.expected.iter().map(|e| (e.date, e.value))).collect();
    let (lo, hi) = (all.iter().map(|p| p.0).min()?, all.iter().map(|p| p.0).max()?);
    let bounds = all.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), p| (a.min(p.1), b.max(p.1)));
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, &input, (lo, hi), bounds, form));
    Some(frame.picture(wide, Some(narrow), table(frame, &input)))
}

/// In order of dates, without what is not a number.
fn tidy(points: &mut Vec<(Date, f64)>) {
    points.retain(|(_, value)| value.is_finite());
    points.sort_by_key(|(date, _)| *date);
}

fn sheet(frame: &Frame<'_>, input: &Line, (lo, hi): (Date, Date), (least, most): (f64, f64), form: Form) -> String {
    let wide = form == Form::Wide;
    let width = if wide { WIDE } else { NARROW };
    let mut canvas = Canvas::new(frame, form, width);
    let zero = axis::wants_zero(least, most);
    // Where zero is left out, the line keeps off the foot of the axis, lest it look as if all were gone.
    let (low, high) = if zero { (least.min(0.0), most.max(0.0)) } else { (least - (most - least) * 0.25, most) };
    let ticks = axis::nice(low, high, 5);
    // One date alone gets its whole year, so that the point does not lie on the edge.
    let (lo, hi) = if lo == hi { (lo.first_of_year(), lo.last_of_year()) } else { (lo, hi) };
    let time = Time::new(lo, hi, if wide { 13 } else { 6 }, false);

    let numbers: Vec<String> = ticks.at.iter().map(|value| (frame.format.number)(*value)).collect();
    let broken = ticks.lo > 0.0 || ticks.hi < 0.0;
    let mut top = legend::flow(&mut canvas, 0.0, &key(input, broken)) + 6.0;
    if !input.unit.is_empty() {
        canvas.text(0.0, top + 12.0, SMALL, &SMALL.fit(&input.unit, width * 0.7));
        top += 18.0;
    }
    let plot = Plot {
        left: scale::room(&numbers, width / 3.0),
        right: width - 14.0,
        top: top + 20.0,
        bottom: top + if wide { 270.0 } else { 210.0 },
        time,
        ticks,
    };
    let base = |value: f64| value == 0.0 || value == plot.ticks.lo && !broken;
    let marks: Vec<_> = plot.ticks.at.iter().zip(numbers).map(|(v, label)| (plot.level(*v), label, base(*v))).collect();
    scale::levels(&mut canvas, (plot.left, plot.right), &marks);
    if broken {
        scale::cut(&mut canvas, plot.left, plot.bottom);
    }
    let foot = scale::dates(&mut canvas, frame, &plot.time, (plot.left, plot.right), plot.bottom);

    let today = input.today.filter(|day| (lo..=hi).contains(day)).map(|day| plot.at((day, 0.0)).0);
    if let Some(x) = today {
        scale::today(&mut canvas, x, (plot.top - 4.0, plot.bottom), &input.words.today, (0.0, width));
    }
    let tip = |name: &str, (date, value): &(Date, f64)| {
        let when = (frame.format.day)(*date);
        let name = if name.is_empty() { when } else { format!("{name} · {when}") };
        frame.pair(&name, &frame.amount(*value, &input.unit))
    };
    let path: Vec<_> = input.expected.iter().map(|e| plot.at((e.date, e.value))).collect();
    if path.len() > 1 {
        canvas.through(&path, false, stroke(Hue::Muted, weight::SIDE).dashed(dash::EXPECTED));
    }
    let measured: Vec<_> = input.points.iter().map(|p| plot.at(*p)).collect();
    let mut lines = vec![path.clone(), measured.clone()];
    for (index, series) in input.series.iter().enumerate() {
        let points: Vec<_> = series.points.iter().map(|p| plot.at(*p)).collect();
        part(&mut canvas, &points, index, &|i| tip(&series.label, &series.points[i]));
        lines.push(points);
    }
    if let Some(x) = today {
        lines.push(vec![(x, plot.top - 20.0), (x, plot.bottom)]);
    }
    if measured.len() > 1 {
        canvas.through(&measured, false, stroke(Hue::Brand, weight::MAIN));
    }
    for (&(x, y), expected) in path.iter().zip(&input.expected) {
        canvas.mark(None, &tip(&expected.label, &(expected.date, expected.value)), |canvas| {
            glyph::marker(canvas, x, y, 5.0, 3, fill(Hue::Surface).edged(Hue::Muted, weight::SIDE));
        });
    }
    for (i, (&(x, y), point)) in measured.iter().zip(&input.points).enumerate() {
        let r = if i + 1 == measured.len() { 5.0 } else { 3.8 };
        canvas.mark(None, &tip("", point), |canvas| {
            canvas.circle(x, y, r, fill(Hue::Brand).edged(Hue::Surface, weight::EDGE));
        });
    }
    labels::labels(&mut canvas, frame, input, &plot, &lines);
    canvas.finish(frame, "line", foot)
}

/// The style of the n-th part: colour, dashes and marker all differ.
fn part(canvas: &mut Canvas, points: &[(f64, f64)], index: usize, tip: &dyn Fn(usize) -> String) {
    let hue = Hue::series(index + 1);
    let dashes = dash::PARTS[index % dash::PARTS.len()];
    let line: Paint = stroke(hue, weight::SIDE);
    if points.len() > 1 {
        canvas.through(points, false, if dashes.is_empty() { line } else { line.dashed(dashes) });
    }
    for (at, &(x, y)) in points.iter().enumerate() {
        canvas.mark(None, &tip(at), |canvas| {
            glyph::marker(canvas, x, y, 3.6, index + 1, fill(hue).edged(Hue::Surface, weight::EDGE));
        });
    }
}

fn key(input: &Line, broken: bool) -> Vec<(Sign<'_>, &str)> {
    let mut out: Vec<(Sign<'_>, &str)> = Vec::new();
    if !input.points.is_empty() {
        let sign: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.line((x, y), (x + 20.0, y), stroke(Hue::Brand, weight::MAIN));
            canvas.circle(x + 10.0, y, 3.8, fill(Hue::Brand).edged(Hue::Surface, weight::EDGE));
        });
        out.push((sign, &input.words.measured));
    }
    if !input.expected.is_empty() {
        let sign: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.line((x, y), (x + 20.0, y), stroke(Hue::Muted, weight::SIDE).dashed(dash::EXPECTED));
            glyph::marker(canvas, x + 10.0, y, 5.0, 3, fill(Hue::Surface).edged(Hue::Muted, weight::SIDE));
        });
        out.push((sign, &input.words.expected));
    }
    for (index, series) in input.series.iter().enumerate() {
        let sign: Sign<'_> = Box::new(move |canvas, x, y| {
            part(canvas, &[(x, y), (x + 20.0, y)], index, &|_| String::new());
        });
        out.push((sign, &series.label));
    }
    if broken && !input.words.broken.is_empty() {
        let sign: Sign<'_> = Box::new(|canvas, x, y| scale::cut(canvas, x + 10.0, y + 7.0));
        out.push((sign, &input.words.broken));
    }
    out
}

/// A row for each date, and a further one where a date has two values of one kind: a cell holds one value.
fn table(frame: &Frame<'_>, input: &Line) -> Table {
    let Words { date, measured, expected, note, .. } = &input.words;
    let unit = |word: &str| with_unit(word, &input.unit);
    let mut columns = vec![("date".to_owned(), date.clone()), ("measured".to_owned(), unit(measured))];
    if !input.expected.is_empty() {
        columns.extend([("expected".to_owned(), unit(expected)), ("note".to_owned(), note.clone())]);
    }
    let first = columns.len();
    columns.extend(input.series.iter().map(|series| (format!("part: {}", series.label), unit(&series.label))));
    let point = |column: usize| move |(date, value): &(Date, f64)| (*date, column, *value, "");
    let series = input.series.iter().enumerate().flat_map(|(i, s)| s.points.iter().map(point(first + i)));
    let expected = input.expected.iter().map(|e| (e.date, 2, e.value, e.label.as_str()));
    let mut rows: BTreeMap<Date, Vec<Vec<Cell>>> = BTreeMap::new();
    for (day, column, value, label) in input.points.iter().map(point(1)).chain(expected).chain(series) {
        let rows = rows.entry(day).or_default();
        let at = rows.iter().position(|row| row[column].value == Value::Nothing).unwrap_or(rows.len());
        if at == rows.len() {
            let empty = |at: usize| match at {
                0 => Cell::day(frame, Some(day)),
                3 if first == 4 => Cell::words(""),
                _ => Cell::number(None, |_| String::new()),
            };
            rows.push((0..columns.len()).map(empty).collect());
        }
        rows[at][column] = Cell::number(Some(value), |value| (frame.format.number)(value));
        if column == 2 && first == 4 {
            rows[at][3] = Cell::words(label);
        }
    }
    Table::new(columns, rows.into_values().flatten().collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Line {
    let at = |year: i16, month: i8, value: f64| (Date::constant(year, month, 1), value);
    let expected = |year, value, en: &str, ar: &str| Expected { date: Date::constant(year, 1, 1), value, label: say(en, ar) };
    let series = [("Micro", "متناهية الصغر", 0.3), ("Small", "صغيرة", 0.5), ("Medium", "متوسطة", 0.2)];
    let points =
        vec![at(2024, 1, 38.0), at(2024, 7, 42.0), at(2025, 1, 47.0), at(2025, 7, 49.0), at(2026, 1, 61.0), at(2026, 7, 66.0)];
    let part = |(en, ar, share): &(&str, &str, f64)| Series {
        label: say(en, ar),
        points: points.iter().map(|(day, value)| (*day, (value * share).round())).collect(),
    };
    Line {
        series: series.iter().map(part).collect(),
        points,
        expected: vec![
            expected(2024, 38.0, "Baseline", "خط الأساس"),
            expected(2026, 70.0, "Milestone", "مرحلي"),
            expected(2029, 120.0, "Target", "المستهدف"),
        ],
        unit: say("Exporting firms", "شركات مصدرة"),
        today: Some(Date::constant(2026, 9, 15)),
        words: Words {
            date: say("Date", "التاريخ"),
            measured: say("Measured", "المقاس"),
            expected: say("Expected path", "المسار المتوقع"),
            today: say("Today", "اليوم"),
            note: say("Note", "ملاحظة"),
            broken: say("The axis does not begin at zero", "المحور لا يبدأ من الصفر"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str) -> Line {
        let at = |i: usize| Date::constant(2024, 1, 15) + jiff::Span::new().months(5 * i as i64);
        let points: Vec<_> = values.iter().enumerate().map(|(i, v)| (at(i), *v)).collect();
        let expected = |i: usize| Expected {
            date: at(i),
            value: values.first().copied().unwrap_or(3.0) * (i as f64 + 1.0),
            label: label.into(),
        };
        Line {
            expected: vec![expected(0), expected(3), expected(6)],
            series: vec![Series { label: label.into(), points: points.clone() }],
            points,
            unit: label.into(),
            today: Some(Date::constant(2025, 2, 1)),
            words: Words { today: label.into(), ..Words::default() },
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| probe::sound(&draw(frame, &chart(values, "Firms")).unwrap()));
        }
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &chart(&[4.0, 9.0, 7.0], label)).unwrap()));
        }
    }

    #[test]
    fn nothing_at_all_gives_no_picture() {
        probe::both(|frame| {
            let empty = Line { expected: vec![], ..chart(&[], "a") };
            assert!(draw(frame, &empty).is_none());
            let unreal = Line { expected: vec![], ..chart(&[f64::NAN, f64::INFINITY], "a") };
            assert!(draw(frame, &unreal).is_none());
        });
    }

    #[test]
    fn one_point_is_a_marker_without_a_line() {
        probe::both(|frame| {
            let one = Line { expected: vec![], series: vec![], ..chart(&[5.0], "a") };
            let picture = draw(frame, &one).unwrap();
            probe::sound(&picture);
            assert!(!picture.svg.contains("<path") && picture.table.rows.len() == 1);
        });
    }

    #[test]
    fn the_table_has_a_row_for_each_date() {
        probe::both(|frame| {
            let picture = draw(frame, &chart(&[1.0, 2.0], "a")).unwrap();
            assert_eq!(picture.table.rows.len(), 4);
            assert!(picture.table.rows.iter().all(|row| row.len() == 5));
        });
    }
}
