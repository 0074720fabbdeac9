//! Labels that somebody has been given: which grade, of which scheme, and how much of their time has run.

use jiff::civil::Date;

use super::gallery::Say;
use super::paint::{Hue, Weave, fill, stroke, weight, woven};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, TITLE, WIDE};
use super::{Cell, Frame, Picture, Table, axis, scale};

/// Labels.
#[derive(Clone, Debug)]
pub struct Award {
    /// The labels, from top to bottom.
    pub labels: Vec<Label>,
    /// The day to mark.
    pub today: Date,
    /// The fixed words.
    pub words: Words,
}

/// One label.
#[derive(Clone, Debug)]
pub struct Label {
    /// Name of the scheme.
    pub scheme: String,
    /// Name of the grade.
    pub grade: String,
    /// Place of the grade among all, the lowest being 1; so many stars.
    pub rank: usize,
    /// Day of the assessment.
    pub from: Option<Date>,
    /// Last day on which it holds.
    pub until: Option<Date>,
    /// Whether a newer one of the scheme has taken its place.
    pub replaced: bool,
}

/// The fixed words, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the words for what it is called")]
pub struct Words {
    pub scheme: String,
    pub grade: String,
    pub from: String,
    pub until: String,
    pub today: String,
    pub expired: String,
    pub replaced: String,
}

/// Stars that have room on a medal.
const STARS: usize = 5;

/// Draws labels; `None` without one.
pub fn draw(frame: &Frame<'_>, input: &Award) -> Option<Picture> {
    if input.labels.is_empty() {
        return None;
    }
    let words = &input.words;
    let row = |label: &Label| {
        vec![Cell::words(&label.scheme), Cell::words(&label.grade), Cell::day(frame, label.from), Cell::day(frame, label.until)]
    };
    let columns = [("scheme", &words.scheme), ("grade", &words.grade), ("from", &words.from), ("until", &words.until)];
    let table = Table::new(columns, input.labels.iter().map(row).collect());
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    Some(frame.picture(wide, Some(narrow), table))
}

fn sheet(frame: &Frame<'_>, input: &Award, form: Form) -> String {
    let wide = form == Form::Wide;
    let width = if wide { WIDE } else { NARROW };
    let mut canvas = Canvas::new(frame, form, width);
    let start = 84.0;
    let mut y = 0.0;
    for label in &input.labels {
        let top = y;
        let expired = label.until.is_some_and(|until| until < input.today);
        let dates = [(&input.words.from, label.from), (&input.words.until, label.until)];
        let told: Vec<String> =
            dates.iter().filter_map(|(word, day)| Some(frame.pair(word, &(frame.format.day)((*day)?)))).collect();
        let grade = match (label.replaced, expired) {
            (true, _) => frame.pair(&label.grade, &input.words.replaced),
            (false, true) => frame.pair(&label.grade, &input.words.expired),
            (false, false) => label.grade.clone(),
        };
        let (titles, schemes) = (TITLE.wrap(&grade, width - start, 2), BODY.wrap(&label.scheme, width - start, 3));
        let tip = format!("{} · {}", frame.pair(&label.scheme, &grade), told.join(" · "));
        canvas.mark(None, tip.trim_end_matches(" · "), |canvas| {
            medal(canvas, (36.0, y + 34.0), label.rank, expired || label.replaced);
            let mut at = y + 20.0;
            canvas.lines(start, at, TITLE, &titles);
            at += titles.len() as f64 * TITLE.leading();
            canvas.lines(start, at, BODY, &schemes);
            y = at + schemes.len() as f64 * BODY.leading();
            y = match (label.from, label.until) {
                (Some(from), Some(until)) if from < until => {
                    term(canvas, input, label, (from, until), &told, [start, y, width - 8.0])
                }
                _ => {
                    let told: Vec<String> = told.iter().map(|day| SMALL.fit(day, width - start)).collect();
                    canvas.lines(start, y, SMALL, &told);
                    y + told.len() as f64 * SMALL.leading()
                }
            };
        });
        y = y.max(top + 84.0) + 10.0;
    }
    canvas.finish(frame, "award", y - 6.0)
}

/// The time that a label holds: full as far as it has run, with today on it and the days of its ends below.
fn term(
    canvas: &mut Canvas,
    input: &Award,
    label: &Label,
    (from, until): (Date, Date),
    told: &[String],
    [left, top, right]: [f64; 3],
) -> f64 {
    let runs = (from..=until).contains(&input.today);
    let y = top + if runs { 12.0 } else { 0.0 };
    let share = |day: Date| {
        let days = (axis::day_number(until) - axis::day_number(from)).max(1.0);
        ((axis::day_number(day) - axis::day_number(from)) / days).clamp(0.0, 1.0)
    };
    let at = left + share(input.today) * (right - left);
    let run = match (label.replaced, runs || input.today < from) {
        (true, _) => woven(Hue::Neutral, Weave::Rising),
        (false, true) => fill(Hue::Brand),
        (false, false) => woven(Hue::Accent, Weave::Rising),
    };
    canvas.rect([left, y, right - left, 10.0], 2.0, fill(Hue::Tint).edged(Hue::Neutral, weight::EDGE));
    canvas.rect([left, y, at - left, 10.0], 2.0, run);
    if runs {
        scale::today(canvas, at, (y - 2.0, y + 14.0), &input.words.today, (left, right));
    }
    let [first, last] = told else { return y };
    let room = right - left;
    if SMALL.width(first) + SMALL.width(last) + 12.0 <= room {
        canvas.text(left, y + 26.0, SMALL, first);
        canvas.text(right, y + 26.0, SMALL.end(), last);
        return y + 32.0;
    }
    canvas.lines(left, y + 26.0, SMALL, &[SMALL.fit(first, room), SMALL.fit(last, room)]);
    y + 32.0 + SMALL.leading()
}

/// A medal with as many stars as its rank; one that no longer holds is an outline.
fn medal(canvas: &mut Canvas, (x, y): (f64, f64), rank: usize, expired: bool) {
    let tail =
        |side: f64| [(side * 4.0, 14.0), (side * 20.0, 14.0), (side * 26.0, 48.0), (side * 15.0, 41.0), (side * 7.0, 48.0)];
    let ribbon = if expired { fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE) } else { fill(Hue::Brand) };
    for side in [-1.0, 1.0] {
        canvas.sign((x, y), &tail(side), true, ribbon);
    }
    let (ground, hue) = if expired {
        (fill(Hue::Surface).edged(Hue::Neutral, weight::SIDE).dashed("3 3"), Hue::Neutral)
    } else {
        (fill(Hue::Plate).edged(Hue::Surface, weight::MAIN), Hue::OnBrand)
    };
    canvas.circle(x, y, 30.0, ground);
    canvas.circle(x, y, 25.0, stroke(hue, weight::EDGE));
    let stars = rank.clamp(1, STARS);
    let size = [11.0, 8.5, 7.0, 6.0, 5.0][stars - 1];
    for star in 0..stars {
        let off = (star as f64 - (stars - 1) as f64 / 2.0) * size * 2.0;
        // The middle one stands a little higher, as on a bow.
        let rise = if stars > 1 { (off / 25.0).powi(2) * 8.0 - 3.0 } else { 0.0 };
        let points: Vec<(f64, f64)> = (0..10)
            .map(|corner| {
                let (turn, reach) =
                    (f64::from(corner) * std::f64::consts::PI / 5.0, if corner % 2 == 0 { size } else { size * 0.45 });
                (off + turn.sin() * reach, rise - turn.cos() * reach)
            })
            .collect();
        canvas.sign((x, y), &points, true, fill(hue));
    }
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Award {
    let day = Date::constant;
    Award {
        labels: vec![
            Label {
                scheme: say("Label for excellent cluster management", "علامة التميز في إدارة التجمّعات"),
                grade: say("Silver", "فضية"),
                rank: 2,
                from: Some(day(2025, 3, 10)),
                until: Some(day(2027, 3, 9)),
                replaced: false,
            },
            Label {
                scheme: say("Label for excellent cluster management", "علامة التميز في إدارة التجمّعات"),
                grade: say("Bronze", "برونزية"),
                rank: 1,
                from: Some(day(2022, 3, 1)),
                until: Some(day(2024, 2, 28)),
                replaced: true,
            },
        ],
        today: day(2026, 2, 1),
        words: Words {
            scheme: say("Scheme", "البرنامج"),
            grade: say("Grade", "الدرجة"),
            from: say("Assessed", "تاريخ التقييم"),
            until: say("Valid until", "صالحة حتى"),
            today: say("Today", "اليوم"),
            expired: say("expired", "منتهية"),
            replaced: say("replaced by a newer one", "حلّت محلها علامة أحدث"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    #[test]
    fn sound_with_any_day_rank_and_text() {
        let day = Date::constant;
        let days = [None, Some(day(1, 1, 1)), Some(day(2026, 2, 1)), Some(day(9999, 12, 31))];
        for text in HOSTILE {
            let words = || text.to_owned();
            let label = |(index, (from, until)): (usize, (Option<Date>, Option<Date>))| Label {
                scheme: words(),
                grade: words(),
                rank: index,
                from,
                until,
                replaced: index % 3 == 2,
            };
            let pairs = days.iter().flat_map(|from| days.iter().map(move |until| (*from, *until)));
            let words = Words { until: words(), expired: words(), today: words(), ..Words::default() };
            let input = Award { labels: pairs.enumerate().map(label).collect(), today: day(2026, 2, 1), words };
            probe::both(|frame| probe::sound(&draw(frame, &input).unwrap()));
        }
        let none = Award { labels: Vec::new(), today: day(2026, 2, 1), words: Words::default() };
        probe::both(|frame| assert!(draw(frame, &none).is_none()));
    }
}
