//! Values of one's own beside those of peers, each on a scale of its own, since what is compared has many units.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::paint::{Hue, Paint, Weave, fill, stroke, weight, woven};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Comparisons.
#[derive(Clone, Debug)]
pub struct Benchmark {
    /// What is compared, from top to bottom.
    pub rows: Vec<Row>,
    /// The fixed words.
    pub words: Words,
}

/// One comparison.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What is compared.
    pub label: String,
    /// Year, source and the like.
    pub note: String,
    /// Unit of the values; may be empty.
    pub unit: String,
    /// The own value; a row whose value is not finite is passed over.
    pub own: f64,
    /// Middle value of the peers.
    pub median: Option<f64>,
    /// Best value of the peers.
    pub best: Option<f64>,
    /// Which way is better, if any way is.
    pub better: Option<Better>,
    /// Where the row leads.
    pub href: Option<String>,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Larger values.
    More,
    /// Smaller values.
    Less,
}

/// The fixed words, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the words for what it is called")]
pub struct Words {
    pub name: String,
    pub unit: String,
    pub own: String,
    pub median: String,
    pub best: String,
    pub more: String,
    pub less: String,
    pub ahead: String,
    pub level: String,
    pub behind: String,
    pub standing: String,
}

/// How the own value compares with the middle of the peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Ahead,
    Level,
    Behind,
    Unknown,
}

impl Row {
    fn standing(&self) -> Standing {
        let (Some(median), Some(better)) = (self.median.filter(|median| median.is_finite()), self.better) else {
            return Standing::Unknown;
        };
        match (self.own.total_cmp(&median), better) {
            (std::cmp::Ordering::Equal, _) => Standing::Level,
            (std::cmp::Ordering::Greater, Better::More) | (std::cmp::Ordering::Less, Better::Less) => Standing::Ahead,
            (std::cmp::Ordering::Greater, Better::Less) | (std::cmp::Ordering::Less, Better::More) => Standing::Behind,
        }
    }

    fn paint(&self) -> Paint {
        if self.standing() == Standing::Behind { BEHIND } else { OWN }
    }
}

impl Words {
    fn of(&self, standing: Standing) -> &str {
        match standing {
            Standing::Ahead => &self.ahead,
            Standing::Level => &self.level,
            Standing::Behind => &self.behind,
            Standing::Unknown => "",
        }
    }
}

const OWN: Paint = fill(Hue::Brand);
const BEHIND: Paint = woven(Hue::Brand, Weave::Rising);

/// Draws comparisons; `None` without one.
pub fn draw(frame: &Frame<'_>, input: &Benchmark) -> Option<Picture> {
    let rows: Vec<&Row> = input.rows.iter().filter(|row| row.own.is_finite()).collect();
    if rows.is_empty() {
        return None;
    }
    let words = &input.words;
    let line = |row: &&Row| {
        let number = |value: Option<f64>| Cell::number(value, frame.format.number);
        vec![
            Cell::linked(&row.label, row.href.as_ref()),
            Cell::words(&row.unit),
            number(Some(row.own)),
            number(row.median),
            number(row.best),
            Cell::words(words.of(row.standing())),
        ]
    };
    let columns = [
        ("name", &words.name),
        ("unit", &words.unit),
        ("own", &words.own),
        ("median", &words.median),
        ("best", &words.best),
        ("standing", &words.standing),
    ];
    let table = Table::new(columns, rows.iter().map(line).collect());
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, &rows, words, form));
    Some(frame.picture(wide, Some(narrow), table))
}

fn key<'w>(rows: &[&Row], words: &'w Words) -> Vec<(Sign<'w>, &'w str)> {
    let bar = |paint: Paint| -> Sign<'w> { Box::new(move |canvas, x, y| canvas.rect([x, y - 6.0, 20.0, 12.0], 2.0, paint)) };
    let mut key: Vec<(Sign<'w>, &'w str)> = Vec::new();
    if rows.iter().any(|row| row.standing() != Standing::Behind) {
        key.push((bar(OWN), &words.own));
    }
    if rows.iter().any(|row| row.standing() == Standing::Behind) {
        key.push((bar(BEHIND), &words.behind));
    }
    if rows.iter().any(|row| row.median.is_some()) {
        key.push((Box::new(|canvas, x, y| median(canvas, x + 10.0, y)), &words.median));
    }
    if rows.iter().any(|row| row.best.is_some()) {
        key.push((Box::new(|canvas, x, y| best(canvas, x + 10.0, y)), &words.best));
    }
    key
}

/// The sign of the middle of the peers: a line across the bar.
fn median(canvas: &mut Canvas, x: f64, y: f64) {
    canvas.line((x, y - 11.0), (x, y + 11.0), stroke(Hue::Surface, 5.0));
    canvas.line((x, y - 11.0), (x, y + 11.0), stroke(Hue::Ink, weight::MAIN));
}

/// The sign of the best of them.
fn best(canvas: &mut Canvas, x: f64, y: f64) {
    glyph::marker(canvas, x, y, 6.0, 3, fill(Hue::Surface).edged(Hue::Ink, weight::SIDE));
}

fn sheet(frame: &Frame<'_>, rows: &[&Row], words: &Words, form: Form) -> String {
    let wide = form == Form::Wide;
    let width = if wide { WIDE } else { NARROW };
    let mut canvas = Canvas::new(frame, form, width);
    let mut y = legend::flow(&mut canvas, 0.0, &key(rows, words)) + 8.0;
    let (left, right) = if wide { (236.0, WIDE - 150.0) } else { (2.0, NARROW - 8.0) };
    for row in rows {
        let standing = words.of(row.standing());
        let value = frame.amount(row.own, &row.unit);
        let direction = match row.better {
            Some(Better::More) => words.more.as_str(),
            Some(Better::Less) => words.less.as_str(),
            None => "",
        };
        let note = [direction, &row.note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let (labels, notes) = if wide {
            (BODY.wrap(&row.label, left - 20.0, 3), SMALL.wrap(&note, left - 20.0, 2))
        } else {
            (STRONG.wrap(&row.label, width, 3), SMALL.wrap(&note, width, 2))
        };
        let tall = labels.len() as f64 * BODY.leading() + notes.len() as f64 * SMALL.leading();
        let middle = if wide { y + tall.max(44.0) / 2.0 } else { y + tall + 18.0 };
        let first = if wide { middle - tall / 2.0 + 12.0 } else { y + 12.0 };
        let known = [Some(row.own), row.median, row.best].into_iter().flatten().filter(|value| value.is_finite());
        let (lo, hi) = known.fold((0f64, 0f64), |(lo, hi), value| (lo.min(value), hi.max(value)));
        let x =
            |value: f64| if hi > lo { left + (value / 2.0 - lo / 2.0) / (hi / 2.0 - lo / 2.0) * (right - left) } else { left };
        let peers = [(&words.median, row.median), (&words.best, row.best)];
        let told: Vec<String> = peers
            .iter()
            .filter_map(|(word, value)| {
                Some(frame.pair(word, &frame.amount(value.filter(|value| value.is_finite())?, &row.unit)))
            })
            .collect();
        let peers = SMALL.wrap(&told.join(" · "), if wide { right - left } else { width }, 3);
        let tip = format!("{} · {}", frame.pair(&row.label, &value), told.join(" · "));
        canvas.mark(row.href.as_ref(), tip.trim_end_matches(" · "), |canvas| {
            canvas.lines(0.0, first, if wide { BODY } else { STRONG }, &labels);
            canvas.lines(0.0, first + labels.len() as f64 * BODY.leading(), SMALL, &notes);
            canvas.rect([left, middle - 8.0, right - left, 16.0], 2.0, fill(Hue::Tint));
            let (from, to) = (x(row.own.min(0.0)), x(row.own.max(0.0)));
            canvas.rect([from, middle - 8.0, (to - from).max(1.5), 16.0], 2.0, row.paint());
            for (value, sign) in [(row.median, median as fn(&mut Canvas, f64, f64)), (row.best, best)] {
                if let Some(value) = value.filter(|value| value.is_finite()) {
                    sign(canvas, x(value), middle);
                }
            }
            if wide {
                canvas.text(WIDE, middle + 1.0, STRONG.end(), &STRONG.fit(&value, 136.0));
                canvas.text(WIDE, middle + 15.0, SMALL.end(), &SMALL.fit(standing, 136.0));
                canvas.lines(left, middle + 26.0, SMALL, &peers);
            } else {
                let own = if standing.is_empty() { value.clone() } else { format!("{value} · {standing}") };
                canvas.text(0.0, middle + 25.0, STRONG, &STRONG.fit(&own, width));
                canvas.lines(0.0, middle + 40.0, SMALL, &peers);
            }
        });
        let more = peers.len().saturating_sub(1) as f64 * SMALL.leading();
        y = middle + more + if wide { (tall / 2.0 - more).max(22.0) + 18.0 } else { 58.0 };
    }
    canvas.finish(frame, "benchmark", y - 6.0)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Benchmark {
    let row = |label: String, unit: &str, own: f64, median: f64, best: f64, better: Better| Row {
        label,
        note: "2025".to_owned(),
        unit: unit.to_owned(),
        own,
        median: Some(median),
        best: Some(best),
        better: Some(better),
        href: None,
    };
    Benchmark {
        rows: vec![
            row(say("Private share of the financing", "حصة التمويل الخاص"), "%", 42.0, 38.0, 71.0, Better::More),
            row(say("Members for each full post", "الأعضاء لكل وظيفة كاملة"), "", 31.0, 24.0, 15.0, Better::Less),
            row(say("Members in joint projects", "الأعضاء في مشاريع مشتركة"), "%", 55.0, 55.0, 80.0, Better::More),
        ],
        words: Words {
            name: say("Compared", "المقارنة"),
            unit: say("Unit", "الوحدة"),
            own: say("This cluster", "هذا التجمّع"),
            median: say("Median of the peers", "وسيط النظراء"),
            best: say("Best of the peers", "أفضل النظراء"),
            more: say("more is better", "الأكثر أفضل"),
            less: say("less is better", "الأقل أفضل"),
            ahead: say("ahead of the median", "متقدم على الوسيط"),
            level: say("at the median", "عند الوسيط"),
            behind: say("behind the median", "متأخر عن الوسيط"),
            standing: say("Standing", "الموقع"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn row(own: f64, median: Option<f64>, better: Option<Better>) -> Row {
        Row { own, median, better, ..Row::default() }
    }

    #[test]
    fn standing_follows_the_direction() {
        for (own, median, better, want) in [
            (5.0, Some(4.0), Some(Better::More), Standing::Ahead),
            (5.0, Some(4.0), Some(Better::Less), Standing::Behind),
            (3.0, Some(4.0), Some(Better::More), Standing::Behind),
            (3.0, Some(4.0), Some(Better::Less), Standing::Ahead),
            (4.0, Some(4.0), Some(Better::Less), Standing::Level),
            (4.0, None, Some(Better::Less), Standing::Unknown),
            (4.0, Some(9.0), None, Standing::Unknown),
            (4.0, Some(f64::NAN), Some(Better::More), Standing::Unknown),
        ] {
            assert_eq!(row(own, median, better).standing(), want, "{own} {median:?} {better:?}");
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            for text in HOSTILE {
                let words = Words { own: text.into(), median: text.into(), more: text.into(), ..Words::default() };
                let row = |value: &f64| Row {
                    label: text.into(),
                    note: text.into(),
                    unit: text.into(),
                    own: *value,
                    median: values.first().copied(),
                    best: values.last().copied(),
                    better: Some(Better::More),
                    href: Some("javascript:alert(1)".into()),
                };
                let input = Benchmark { rows: values.iter().map(row).collect(), words };
                probe::both(|frame| match draw(frame, &input) {
                    Some(picture) => probe::sound(&picture),
                    None => assert!(values.iter().all(|value| !value.is_finite())),
                });
            }
        }
    }
}
