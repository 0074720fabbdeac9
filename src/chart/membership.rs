//! Members over the years: how many there are, who joined and who left.

use super::axis;
use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, Paint, Weave, fill, stroke, weight, woven};
use super::scale;
use super::svg::{BODY, CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Years and their members.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Years in order; the latest are drawn, the table has all.
    pub years: Vec<Year>,
    /// The fixed words.
    pub words: Words,
}

/// One year.
#[derive(Clone, Debug)]
pub struct Year {
    /// The year, as readers write it.
    pub label: String,
    /// How many joined, where that is known.
    pub joined: Option<usize>,
    /// How many left, where that is known.
    pub left: Option<usize>,
    /// How many there were at its end.
    pub members: usize,
}

/// The fixed words, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub year: String,
    pub joined: String,
    pub left: String,
    pub members: String,
}

/// Years that have room in a drawing.
const MOST: usize = 24;
const JOINED: Paint = fill(Hue::Brand);
const LEFT: Paint = woven(Hue::Accent, Weave::Rising);

/// Draws members over the years; `None` without a year.
pub fn draw(frame: &Frame<'_>, input: &Membership) -> Option<Picture> {
    if input.years.is_empty() {
        return None;
    }
    let shown = &input.years[input.years.len().saturating_sub(MOST)..];
    let words = &input.words;
    let count = |count: Option<usize>| Cell::number(count.map(|count| count as f64), frame.format.number);
    let row = |year: &Year| vec![Cell::words(&year.label), count(year.joined), count(year.left), count(Some(year.members))];
    let columns = [("year", &words.year), ("joined", &words.joined), ("left", &words.left), ("members", &words.members)];
    let table = Table::new(columns, input.years.iter().map(row).collect());
    Some(frame.picture(wide(frame, shown, words), Some(narrow(frame, shown, words)), table))
}

/// The largest number of those who joined or left in one year, at least one.
fn most(years: &[Year]) -> f64 {
    years.iter().flat_map(|year| [year.joined, year.left]).flatten().max().unwrap_or(0).max(1) as f64
}

fn tip(frame: &Frame<'_>, year: &Year, word: &str, count: usize) -> String {
    let name = if word.is_empty() { year.label.clone() } else { format!("{} · {word}", year.label) };
    frame.pair(&name, &(frame.format.number)(count as f64))
}

fn key(words: &Words) -> Vec<(Sign<'_>, &str)> {
    let line: Sign<'_> = Box::new(|canvas, x, y| {
        canvas.line((x, y), (x + 20.0, y), stroke(Hue::Brand, weight::MAIN));
        canvas.circle(x + 10.0, y, 3.8, fill(Hue::Brand).edged(Hue::Surface, weight::EDGE));
    });
    let bar =
        |paint: Paint| -> Sign<'_> { Box::new(move |canvas, x, y| canvas.rect([x + 2.0, y - 6.0, 16.0, 12.0], 2.0, paint)) };
    vec![(line, &words.members), (bar(JOINED), &words.joined), (bar(LEFT), &words.left)]
}

/// The curve above, and below it the bars that make it: up for those who joined, down for those who left.
fn wide(frame: &Frame<'_>, years: &[Year], words: &Words) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let top = legend::flow(&mut canvas, 0.0, &key(words)) + 22.0;
    let most_members = years.iter().map(|year| year.members as f64).fold(0.0, f64::max);
    let ticks = axis::nice(0.0, most_members.max(1.0), 4);
    let numbers: Vec<String> = ticks.at.iter().map(|value| (frame.format.number)(*value)).collect();
    let (left, right) = (scale::room(&numbers, WIDE / 4.0), WIDE - 8.0);
    let slot = (right - left) / years.len() as f64;
    let middle = |index: usize| left + slot * (index as f64 + 0.5);
    let bottom = top + 130.0;
    let level = |value: f64| bottom - ticks.share(value) * (bottom - top);
    let marks: Vec<_> = ticks.at.iter().zip(numbers).map(|(value, label)| (level(*value), label, *value == ticks.lo)).collect();
    scale::levels(&mut canvas, (left, right), &marks);

    let curve: Vec<_> = years.iter().enumerate().map(|(index, year)| (middle(index), level(year.members as f64))).collect();
    if curve.len() > 1 {
        canvas.through(&curve, false, stroke(Hue::Brand, weight::MAIN));
    }
    // Every value where there is room for it, and always the last one.
    let step = (34.0 / slot).ceil().max(1.0) as usize;
    for (index, (year, &(x, y))) in years.iter().zip(&curve).enumerate() {
        let last = index + 1 == years.len();
        canvas.mark(None, &tip(frame, year, &words.members, year.members), |canvas| {
            canvas.circle(x, y, if last { 5.0 } else { 3.8 }, fill(Hue::Brand).edged(Hue::Surface, weight::EDGE));
            if (years.len() - 1 - index).is_multiple_of(step) {
                let kind = if last { STRONG } else { SMALL.in_hue(Hue::Ink) };
                canvas.centred(x, y - 9.0, kind, &(frame.format.number)(year.members as f64), (left - 6.0, WIDE));
            }
        });
    }

    let unit = 52.0 / most(years);
    let up = years.iter().filter_map(|year| year.joined).max().unwrap_or(0) as f64 * unit;
    let down = years.iter().filter_map(|year| year.left).max().unwrap_or(0) as f64 * unit;
    let zero = bottom + 34.0 + up;
    let broad = (slot * 0.6).min(30.0);
    for (index, year) in years.iter().enumerate() {
        let x = middle(index) - broad / 2.0;
        if let Some(count) = year.joined.filter(|count| *count > 0) {
            let tall = count as f64 * unit;
            canvas.mark(None, &tip(frame, year, &words.joined, count), |canvas| {
                canvas.rect([x, zero - tall, broad, tall], 2.0, JOINED);
                value(canvas, frame, count, (x + broad / 2.0, zero - tall - 5.0), slot);
            });
        }
        if let Some(count) = year.left.filter(|count| *count > 0) {
            let tall = count as f64 * unit;
            canvas.mark(None, &tip(frame, year, &words.left, count), |canvas| {
                canvas.rect([x, zero, broad, tall], 2.0, LEFT);
                value(canvas, frame, count, (x + broad / 2.0, zero + tall + 13.0), slot);
            });
        }
    }
    canvas.line((left, zero), (right, zero), stroke(Hue::Neutral, weight::EDGE));
    let foot = zero + down + if down > 0.0 { 20.0 } else { 4.0 };
    let step = years.iter().map(|year| CAPTION.width(&year.label) + 6.0).fold(0.0, f64::max) / slot;
    let step = step.ceil().max(1.0) as usize;
    for (index, year) in years.iter().enumerate().filter(|(index, _)| (years.len() - 1 - index).is_multiple_of(step)) {
        canvas.centred(middle(index), foot + 12.0, CAPTION, &year.label, (0.0, WIDE));
    }
    canvas.finish(frame, "membership", foot + 18.0)
}

/// The number of a bar, where its column is broad enough.
fn value(canvas: &mut Canvas, frame: &Frame<'_>, count: usize, (x, y): (f64, f64), slot: f64) {
    let text = (frame.format.number)(count as f64);
    if SMALL.width(&text) <= slot {
        canvas.text(x, y, SMALL.in_hue(Hue::Ink).middle(), &text);
    }
}

/// A row for each year: who left to one side, who joined to the other, and how many there were.
fn narrow(frame: &Frame<'_>, years: &[Year], words: &Words) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let number = |count: usize| (frame.format.number)(count as f64);
    let label = years.iter().map(|year| BODY.width(&year.label)).fold(0.0, f64::max).clamp(24.0, 60.0) + 8.0;
    let total = years.iter().map(|year| STRONG.width(&number(year.members))).fold(0.0, f64::max).clamp(20.0, 70.0) + 10.0;
    let heads = [&words.left, &words.joined, &words.members];
    let room = |counts: &mut dyn Iterator<Item = Option<usize>>| {
        counts.flatten().map(|count| SMALL.width(&number(count))).fold(0.0, f64::max) + 6.0
    };
    let (lost, won) = (room(&mut years.iter().map(|year| year.left)), room(&mut years.iter().map(|year| year.joined)));
    // Both sides count alike, so that two who leave look like two who join.
    let most_lost = years.iter().filter_map(|year| year.left).max().unwrap_or(0) as f64;
    let most_won = years.iter().filter_map(|year| year.joined).max().unwrap_or(0) as f64;
    let unit = ((NARROW - label - total - lost - won).max(20.0) / (most_lost + most_won).max(1.0)).min(40.0);
    let zero = label + lost + most_lost * unit;
    let mut y = 20.0;
    canvas.text((zero - 6.0).max(label), 12.0, CAPTION.end(), &CAPTION.fit(heads[0], (zero - 6.0).max(label)));
    let end = NARROW - CAPTION.width(&CAPTION.fit(heads[2], 90.0)) - 8.0;
    canvas.text(zero + 6.0, 12.0, CAPTION, &CAPTION.fit(heads[1], (end - zero - 6.0).max(20.0)));
    canvas.text(NARROW, 12.0, CAPTION.end(), &CAPTION.fit(heads[2], 90.0));
    for year in years {
        let middle = y + 11.0;
        canvas.text(0.0, middle + 4.2, BODY, &BODY.fit(&year.label, label - 6.0));
        if let Some(count) = year.left.filter(|count| *count > 0) {
            let long = count as f64 * unit;
            canvas.mark(None, &tip(frame, year, &words.left, count), |canvas| {
                canvas.rect([zero - long, middle - 7.0, long, 14.0], 2.0, LEFT);
                canvas.text(zero - long - 4.0, middle + 4.0, SMALL.in_hue(Hue::Ink).end(), &number(count));
            });
        }
        if let Some(count) = year.joined.filter(|count| *count > 0) {
            let long = count as f64 * unit;
            canvas.mark(None, &tip(frame, year, &words.joined, count), |canvas| {
                canvas.rect([zero, middle - 7.0, long, 14.0], 2.0, JOINED);
                canvas.text(zero + long + 4.0, middle + 4.0, SMALL.in_hue(Hue::Ink), &number(count));
            });
        }
        canvas.text(NARROW, middle + 4.2, STRONG.end(), &STRONG.fit(&number(year.members), total));
        y += 22.0;
    }
    canvas.line((zero, 20.0), (zero, y), stroke(Hue::Neutral, weight::EDGE));
    canvas.finish(frame, "membership", y + 2.0)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Membership {
    let counts = [(12, 0, 12), (6, 1, 17), (9, 0, 26), (4, 3, 27), (11, 2, 36), (5, 1, 40)];
    let year = |(index, (joined, left, members)): (usize, (usize, usize, usize))| Year {
        label: format!("{}", 2021 + index),
        joined: Some(joined),
        left: Some(left),
        members,
    };
    Membership {
        years: counts.into_iter().enumerate().map(year).collect(),
        words: Words {
            year: say("Year", "السنة"),
            joined: say("Joined", "انضموا"),
            left: say("Left", "غادروا"),
            members: say("Members", "الأعضاء"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chart(counts: &[(Option<usize>, Option<usize>, usize)], word: &str) -> Membership {
        let year = |(joined, left, members): &(Option<usize>, Option<usize>, usize)| Year {
            label: word.to_owned(),
            joined: *joined,
            left: *left,
            members: *members,
        };
        let words = || word.to_owned();
        let words = Words { year: words(), joined: words(), left: words(), members: words() };
        Membership { years: counts.iter().map(year).collect(), words }
    }

    #[test]
    fn sound_with_any_count_and_word() {
        let big = 4_000_000_000;
        for counts in [
            &[(None, None, 0)][..],
            &[(Some(0), Some(0), 0), (Some(1), Some(1), 1)],
            &[(Some(big), Some(big), big), (Some(1), None, 3)],
            &[(Some(3), Some(1), 60); 80],
        ] {
            for word in HOSTILE {
                probe::both(|frame| probe::sound(&draw(frame, &chart(counts, word)).unwrap()));
            }
        }
        probe::both(|frame| assert!(draw(frame, &chart(&[], "")).is_none()));
    }

    #[test]
    fn the_table_has_every_year_and_the_drawing_the_latest() {
        probe::both(|frame| {
            let mut many = chart(&[(Some(1), Some(0), 5); 60], "x");
            many.years.iter_mut().enumerate().for_each(|(index, year)| year.label = format!("year {index}"));
            let picture = draw(frame, &many).unwrap();
            assert_eq!(picture.table.rows.len(), 60);
            let narrow = picture.svg_narrow.unwrap();
            assert!(narrow.contains("year 59") && narrow.contains("year 36<") && !narrow.contains("year 35<"));
        });
    }
}
