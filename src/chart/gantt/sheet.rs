//! Draws the sheet of an action plan: axis, bars, connectors and legend; apart from what the plan says.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::axis::{Time, Unit};
use super::super::legend::{self, Sign};
use super::super::node::{LINK, arrow_head};
use super::super::paint::{Hue, Weave, dash, fill, stroke, weight, woven};
use super::super::svg::{BODY, CAPTION, Canvas, Form, NARROW, SMALL, STRONG, Type, WIDE};
use super::super::{Frame, glyph, scale};
use super::{Gantt, Row, Status};

/// An activity's place in the drawing.
struct Place<'a> {
    row: &'a Row,
    lines: Vec<String>,
    label: f64,
    middle: f64,
    bar: Option<(f64, f64)>,
}

const BAR: f64 = 12.0;

/// One drawing of the plan, on an axis of at least the given span.
pub(super) fn draw(frame: &Frame<'_>, input: &Gantt, span: (Date, Date), form: Form) -> String {
    let wide = form == Form::Wide;
    let (width, left) = if wide { (WIDE, 232.0) } else { (NARROW, 4.0) };
    let mut canvas = Canvas::new(frame, form, width);
    let time = Time::new(span.0, span.1, if wide { 15 } else { 8 }, true);
    let x = |date: Date| left + time.share(date) * (width - left - 4.0);
    // The shortest bar can still be seen, and stays inside at the end of the axis.
    let bar_of = |(a, b): (Date, Date)| (x(a).min(width - 9.0), x(b).max(x(a).min(width - 9.0) + 5.0));

    let top = legend::flow(&mut canvas, 0.0, &key(input)) + 10.0;
    let plot = top + if time.unit == Unit::Year { 20.0 } else { 36.0 } + if input.today.is_some() { 16.0 } else { 0.0 };

    let mut y = plot;
    let mut headings = Vec::new();
    let mut places = Vec::new();
    for group in &input.groups {
        if group.rows.is_empty() {
            continue;
        }
        if !group.label.is_empty() {
            let lines = STRONG.wrap(&group.label, if wide { left - 16.0 } else { width }, 3);
            let ends =
                group.rows.iter().filter_map(Row::days).fold(None, |all: Option<(Date, Date)>, (a, b)| {
                    Some(all.map_or((a, b), |(from, to)| (from.min(a), to.max(b))))
                });
            headings.push((y, lines.clone(), group, ends));
            y += 14.0 + lines.len() as f64 * STRONG.leading();
        }
        for row in &group.rows {
            let lines = BODY.wrap(&row.label, (if wide { left - 14.0 } else { width }) - 16.0, 3);
            let tall = lines.len().max(1) as f64 * BODY.leading();
            let bar = row.days().map(bar_of);
            let (label, middle) = if wide { (y + 14.0, y + 4.0 + tall / 2.0) } else { (y + 12.0, y + tall + 10.0) };
            places.push(Place { row, lines, label, middle, bar });
            y += if wide { tall + 8.0 } else { tall + 22.0 };
        }
        y += 6.0;
    }

    axis(&mut canvas, frame, &time, (top, plot, y), &x);
    if let Some(today) = input.today.filter(|today| (time.lo..=time.hi).contains(today)) {
        scale::today(&mut canvas, x(today), (plot - 4.0, y), &input.words.today, (left, width));
    }
    for (y, lines, group, ends) in &headings {
        canvas.line((0.0, *y), (width, *y), stroke(Hue::Line, weight::EDGE));
        canvas.mark(group.href.as_ref(), &group.label, |canvas| label(canvas, (0.0, y + 18.0), STRONG, lines, wide));
        if let Some((a, b)) = ends.filter(|_| wide).map(bar_of) {
            let y = y + 13.0;
            canvas.through(&[(a, y + 5.0), (a, y), (b, y), (b, y + 5.0)], false, stroke(Hue::Muted, weight::LINK));
        }
    }
    if wide {
        arrows(&mut canvas, &places);
    }
    for place in &places {
        canvas.mark(place.row.href.as_ref(), &tip(frame, input, place.row), |canvas| {
            if place.row.quick_win {
                glyph::star(canvas, 6.0, place.label - 4.0, 6.0);
            }
            label(canvas, (16.0, place.label), BODY, &place.lines, wide);
            if let Some((from, to)) = place.bar {
                bar(canvas, from, to, place.middle, place.row.status);
            }
        });
        for (date, name) in &place.row.milestones {
            let shown = x(*date).clamp(left, width - 5.0);
            canvas.mark(None, &frame.pair(name, &(frame.format.day)(*date)), |canvas| {
                glyph::marker(canvas, shown, place.middle, 5.5, 3, fill(Hue::Ink).edged(Hue::Surface, weight::EDGE));
            });
        }
    }
    canvas.finish(frame, "gantt", y + 2.0)
}

/// What a bar says when it is pointed at: the activity, its days and where it stands.
fn tip(frame: &Frame<'_>, input: &Gantt, row: &Row) -> String {
    let days = row.days().map_or_else(String::new, |(a, b)| {
        let (a, b) = ((frame.format.day)(a), (frame.format.day)(b));
        if a == b { a } else { format!("{a} – {b}") }
    });
    let status = input.words.status(row.status);
    let facts: Vec<&str> = [days.as_str(), status].into_iter().filter(|fact| !fact.is_empty()).collect();
    frame.pair(&row.label, &facts.join(" · "))
}

/// Years and their parts over the rows, with fine lines down through them.
fn axis(canvas: &mut Canvas, frame: &Frame<'_>, time: &Time, (top, plot, bottom): (f64, f64, f64), x: &dyn Fn(Date) -> f64) {
    let ticks = if time.unit == Unit::Year { top + 12.0 } else { top + 28.0 };
    for (starts_year, weight) in [(false, weight::GRID), (true, weight::EDGE)] {
        let dates = time.at.iter().filter(|date| (date.month() == 1) == starts_year);
        canvas.grid(dates.map(|date| [(x(*date), ticks + 6.0), (x(*date), bottom)]), stroke(Hue::Line, weight));
    }
    for (i, date) in time.at.iter().enumerate() {
        let new_year = time.unit != Unit::Year && (i == 0 || date.month() == 1);
        let next = time.at.get(i + 1).map_or(x(time.hi), |next| x(*next));
        let label = time.label(*date, frame.format);
        if SMALL.width(&label) + 2.0 < next - x(*date) {
            canvas.text(x(*date) + 3.0, ticks, SMALL, &label);
        }
        // A year that has only its last months on the axis leaves its room to the next one.
        let year_end = time.at[i..].iter().find(|d| d.year() != date.year()).map_or(x(time.hi), |d| x(*d));
        let year = (frame.format.year)(*date);
        if new_year && SMALL.width(&year) + 2.0 < year_end - x(*date) {
            canvas.text(x(*date) + 3.0, top + 12.0, CAPTION, &year);
        }
    }
    canvas.line((x(time.lo), plot), (x(time.hi), plot), stroke(Hue::Line, weight::EDGE));
}

/// Names stand above their bars in the narrow form: a plate keeps the lines of the axis out of them.
fn label(canvas: &mut Canvas, (x, y): (f64, f64), kind: Type, lines: &[String], wide: bool) {
    if !wide {
        for (row, line) in lines.iter().enumerate() {
            let top = y - kind.size + 1.0 + row as f64 * kind.leading();
            canvas.rect([x, top, (kind.width(line) + 3.0).min(canvas.width() - x), kind.leading()], 0.0, fill(Hue::Surface));
        }
    }
    canvas.lines(x, y, kind, lines);
}

fn bar(canvas: &mut Canvas, from: f64, to: f64, middle: f64, status: Status) {
    let paint = match status {
        Status::Planned => fill(Hue::Surface).edged(Hue::Brand, weight::SIDE),
        Status::InProgress => fill(Hue::Brand),
        Status::Done => fill(Hue::Good),
        Status::Delayed => woven(Hue::Bad, Weave::Rising).edged(Hue::Bad, weight::EDGE),
        Status::Cancelled => fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT),
    };
    canvas.rect([from, middle - BAR / 2.0, to - from, BAR], 2.0, paint);
    if status == Status::Done && to - from >= 12.0 {
        glyph::tick(canvas, from + 7.0, middle, 6.0, Hue::Surface);
    }
    if status == Status::Cancelled {
        canvas.line((from, middle), (to, middle), stroke(Hue::Neutral, weight::EDGE));
    }
}

/// Connectors from the end of what comes first to the start of what waits for it.
fn arrows(canvas: &mut Canvas, places: &[Place<'_>]) {
    let by_id: BTreeMap<&str, &Place<'_>> = places.iter().rev().map(|place| (place.row.id.as_str(), place)).collect();
    for after in places {
        for before in after.row.depends_on.iter().filter_map(|id| by_id.get(id.as_str())) {
            let (Some((_, out)), Some((into, _))) = (before.bar, after.bar) else { continue };
            if before.row.id == after.row.id {
                continue;
            }
            let (a, b) = (before.middle, after.middle);
            let mut points = vec![(out, a), (out + 6.0, a)];
            if into >= out + 14.0 {
                points.push((out + 6.0, b));
            } else {
                let gap = if b > a { b - BAR } else { b + BAR };
                points.extend([(out + 6.0, gap), (into - 9.0, gap), (into - 9.0, b)]);
            }
            points.push((into - 1.0, b));
            canvas.through(&points, false, LINK);
            arrow_head(canvas, (into - 0.5, b), true);
        }
    }
}

/// The legend: only what occurs.
fn key(input: &Gantt) -> Vec<(Sign<'_>, &str)> {
    let rows = || input.groups.iter().flat_map(|group| &group.rows);
    let words = &input.words;
    let mut out: Vec<(Sign<'_>, &str)> = Vec::new();
    for status in [Status::Planned, Status::InProgress, Status::Done, Status::Delayed, Status::Cancelled] {
        if rows().any(|row| row.status == status && row.days().is_some()) {
            out.push((Box::new(move |canvas, x, y| bar(canvas, x, x + 20.0, y, status)), words.status(status)));
        }
    }
    if rows().any(|row| row.quick_win) {
        out.push((Box::new(|canvas, x, y| glyph::star(canvas, x + 10.0, y, 6.0)), &words.quick_win));
    }
    if rows().any(|row| !row.milestones.is_empty()) {
        out.push((Box::new(|canvas, x, y| glyph::marker(canvas, x + 10.0, y, 5.5, 3, fill(Hue::Ink))), &words.milestones));
    }
    if rows().any(|row| !row.depends_on.is_empty()) {
        out.push((
            Box::new(|canvas, x, y| {
                canvas.line((x, y), (x + 14.0, y), LINK);
                arrow_head(canvas, (x + 20.0, y), true);
            }),
            &words.depends_on,
        ));
    }
    out
}
