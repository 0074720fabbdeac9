//! An indicator over time: what was measured against the path from baseline to target.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::axis::{self, Ticks, Time, Unit};
use super::glyph;
use super::legend::{self, Sign};
use super::paint::{Hue, Paint, fill, stroke};
use super::svg::{Canvas, Form, NARROW, SMALL, STRONG, Type, WIDE};
use super::{Cell, Frame, Picture, Table};

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
    let (low, high) = if zero { (least.min(0.0), most.max(0.0)) } else { (least, most) };
    let ticks = axis::nice(low, high, 5);
    // One date alone gets its whole year, so that the point does not lie on the edge.
    let (lo, hi) = if lo == hi { (lo.first_of_year(), lo.last_of_year()) } else { (lo, hi) };
    let time = Time::new(lo, hi, if wide { 13 } else { 6 }, false);

    let gutter = ticks.at.iter().map(|v| SMALL.width(&(frame.format.number)(*v))).fold(0.0, f64::max).min(width / 3.0) + 10.0;
    let mut top = legend::flow(&mut canvas, 0.0, &key(input)) + 6.0;
    if !input.unit.is_empty() {
        canvas.text(0.0, top + 12.0, SMALL, &SMALL.fit(&input.unit, width * 0.7));
        top += 18.0;
    }
    let plot = Plot {
        left: gutter + 8.0,
        right: width - 14.0,
        top: top + 20.0,
        bottom: top + if wide { 270.0 } else { 210.0 },
        time,
        ticks,
    };
    axes(&mut canvas, frame, &plot, gutter);
    let foot = plot.bottom + if plot.time.unit == Unit::Year { 24.0 } else { 38.0 };

    let today = input.today.filter(|day| (lo..=hi).contains(day)).map(|day| plot.at((day, 0.0)).0);
    if let Some(x) = today {
        canvas.line((x, plot.top - 4.0), (x, plot.bottom), stroke(Hue::Accent, 1.2).dashed("4 3"));
        canvas.centred(x, plot.top - 8.0, SMALL.in_hue(Hue::Accent), &input.words.today, (0.0, width));
    }
    let path: Vec<_> = input.expected.iter().map(|e| plot.at((e.date, e.value))).collect();
    if path.len() > 1 {
        canvas.through(&path, false, stroke(Hue::Muted, 1.6).dashed("5 4"));
    }
    let measured: Vec<_> = input.points.iter().map(|p| plot.at(*p)).collect();
    let mut lines = vec![path.clone(), measured.clone()];
    for (index, series) in input.series.iter().enumerate() {
        let points: Vec<_> = series.points.iter().map(|p| plot.at(*p)).collect();
        part(&mut canvas, &points, index);
        lines.push(points);
    }
    if let Some(x) = today {
        lines.push(vec![(x, plot.top - 20.0), (x, plot.bottom)]);
    }
    if measured.len() > 1 {
        canvas.through(&measured, false, stroke(Hue::Brand, 2.4));
    }
    for &(x, y) in &path {
        glyph::marker(&mut canvas, x, y, 5.0, 3, fill(Hue::Surface).edged(Hue::Muted, 1.6));
    }
    for (i, &(x, y)) in measured.iter().enumerate() {
        canvas.circle(x, y, if i + 1 == measured.len() { 5.0 } else { 3.8 }, fill(Hue::Brand).edged(Hue::Surface, 1.2));
    }
    labels(&mut canvas, frame, input, &plot, &lines);
    canvas.finish(frame, "line", foot)
}

/// The style of the n-th part: colour, dashes and marker all differ.
fn part(canvas: &mut Canvas, points: &[(f64, f64)], index: usize) {
    let hue = Hue::series(index + 1);
    let dashes = ["", "6 3", "2 3", "8 3 2 3"][index % 4];
    let line: Paint = stroke(hue, 1.5);
    if points.len() > 1 {
        canvas.through(points, false, if dashes.is_empty() { line } else { line.dashed(dashes) });
    }
    for &(x, y) in points {
        glyph::marker(canvas, x, y, 3.6, index + 1, fill(hue).edged(Hue::Surface, 0.8));
    }
}

fn axes(canvas: &mut Canvas, frame: &Frame<'_>, plot: &Plot, gutter: f64) {
    for value in &plot.ticks.at {
        let y = plot.level(*value);
        let heavy = *value == 0.0 || *value == plot.ticks.lo;
        canvas.line(
            (plot.left - 4.0, y),
            (plot.right, y),
            stroke(if heavy { Hue::Neutral } else { Hue::Line }, if heavy { 1.0 } else { 0.7 }),
        );
        let label = SMALL.fit(&(frame.format.number)(*value), gutter);
        canvas.text(gutter - 2.0, y + 4.0, SMALL.end(), &label);
    }
    let mut free = f64::NEG_INFINITY;
    let mut year = None;
    for date in &plot.time.at {
        let (x, _) = plot.at((*date, plot.ticks.lo));
        canvas.line((x, plot.bottom), (x, plot.bottom + 4.0), stroke(Hue::Neutral, 1.0));
        let label = plot.time.label(*date, frame.format);
        let half = SMALL.width(&label) / 2.0;
        let at = x.min(canvas.width() - half);
        if at - half > free {
            canvas.text(at, plot.bottom + 18.0, SMALL.middle(), &label);
            free = at + half + 4.0;
        }
        if plot.time.unit != Unit::Year && year != Some(date.year()) {
            let name = (frame.format.year)(*date);
            canvas.centred(x, plot.bottom + 33.0, Type { bold: true, ..SMALL }, &name, (0.0, canvas.width()));
            year = Some(date.year());
        }
    }
    if plot.time.at.is_empty() {
        let dates = [plot.time.lo, plot.time.hi].map(|date| (frame.format.day)(date));
        canvas.text(plot.left, plot.bottom + 18.0, SMALL, &dates[0]);
        canvas.text(plot.right, plot.bottom + 18.0, SMALL.end(), &dates[1]);
    }
}

/// Names the target, the last value, the baseline and the milestones, in this order, each where it covers no point and no other name.
fn labels(canvas: &mut Canvas, frame: &Frame<'_>, input: &Line, plot: &Plot, lines: &[Vec<(f64, f64)>]) {
    let [path, measured, ..] = lines else { return };
    let expected = |i: usize| {
        let e = &input.expected[i];
        (path[i], SMALL.in_hue(Hue::Ink), format!("{} {}", e.label, (frame.format.number)(e.value)))
    };
    let mut names = Vec::new();
    names.extend(path.len().checked_sub(1).map(expected));
    names.extend(
        measured.last().zip(input.points.last()).map(|(at, p)| (*at, STRONG.in_hue(Hue::Brand), (frame.format.number)(p.1))),
    );
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

fn key(input: &Line) -> Vec<(Sign<'_>, &str)> {
    let mut out: Vec<(Sign<'_>, &str)> = Vec::new();
    if !input.points.is_empty() {
        let sign: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.line((x, y), (x + 20.0, y), stroke(Hue::Brand, 2.4));
            canvas.circle(x + 10.0, y, 3.8, fill(Hue::Brand).edged(Hue::Surface, 1.2));
        });
        out.push((sign, &input.words.measured));
    }
    if !input.expected.is_empty() {
        let sign: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.line((x, y), (x + 20.0, y), stroke(Hue::Muted, 1.6).dashed("5 4"));
            glyph::marker(canvas, x + 10.0, y, 5.0, 3, fill(Hue::Surface).edged(Hue::Muted, 1.6));
        });
        out.push((sign, &input.words.expected));
    }
    for (index, series) in input.series.iter().enumerate() {
        let sign: Sign<'_> = Box::new(move |canvas, x, y| {
            part(canvas, &[(x, y), (x + 20.0, y)], index);
        });
        out.push((sign, &series.label));
    }
    out
}

fn table(frame: &Frame<'_>, input: &Line) -> Table {
    let with_unit = |word: &str| if input.unit.is_empty() { word.to_string() } else { format!("{word} ({})", input.unit) };
    let mut head = vec![input.words.date.clone(), with_unit(&input.words.measured), with_unit(&input.words.expected)];
    head.extend(input.series.iter().map(|series| with_unit(&series.label)));
    let mut rows: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    let expected = input.expected.iter().map(|e| (e.date, 1, format!("{} ({})", (frame.format.number)(e.value), e.label)));
    let plain = |column: usize| move |p: &(Date, f64)| (p.0, column, (frame.format.number)(p.1));
    let series = input.series.iter().enumerate().flat_map(|(i, s)| s.points.iter().map(plain(i + 2)));
    for (date, column, text) in input.points.iter().map(plain(0)).chain(expected).chain(series) {
        let row = rows.entry(date).or_insert_with(|| vec![String::new(); head.len() - 1]);
        if !row[column].is_empty() {
            row[column].push_str("; ");
        }
        row[column].push_str(&text);
    }
    let rows = rows.into_iter().map(|(date, values)| {
        let values = values.into_iter().map(|text| Cell::number(Some(text)));
        std::iter::once(Cell::words((frame.format.day)(date))).chain(values).collect()
    });
    Table { head, rows: rows.collect() }
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
            assert!(picture.table.rows.iter().all(|row| row.len() == 4));
        });
    }
}
