//! How many of those asked answered, survey by survey, against the share that results need to mean something.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::paint::{Hue, Weave, dash, fill, stroke, weight, woven};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::State;

/// Surveys with the share that took part.
#[derive(Clone, Debug)]
pub struct Participation {
    /// Surveys from top to bottom.
    pub items: Vec<Gauge>,
    /// The share of one that is needed, 0 to 1.
    pub least: f64,
    /// The words of the picture and the table.
    pub words: Words,
}

/// One survey.
#[derive(Clone, Debug)]
pub struct Gauge {
    /// Its name.
    pub label: String,
    /// When it was held; may be empty.
    pub note: String,
    /// How many were asked.
    pub asked: Option<f64>,
    /// How many answered.
    pub answered: Option<f64>,
    /// The share of one that answered; what is not finite counts as unknown, and what lies beyond 0 and 1 is drawn at that end.
    pub share: Option<f64>,
    /// Where it leads.
    pub href: Option<String>,
}

/// The words of the picture and the table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub survey: String,
    pub when: String,
    pub asked: String,
    pub answered: String,
    pub share: String,
    pub least: String,
    pub enough: String,
    pub few: String,
    pub unknown: String,
}

/// What is known of a share.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Enough,
    Few,
    Unknown,
}

impl Gauge {
    fn share(&self) -> Option<f64> {
        self.share.filter(|share| share.is_finite())
    }

    fn kind(&self, least: f64) -> Kind {
        // Seven of ten are seventy per cent, whatever binary fractions make of it.
        self.share().map_or(Kind::Unknown, |share| if share >= least - 1e-9 { Kind::Enough } else { Kind::Few })
    }
}

/// Draws gauges; `None` without a survey.
pub fn draw(frame: &Frame<'_>, input: &Participation) -> Option<Picture> {
    if input.items.is_empty() {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

/// The sign of a share: the ticked disc of what is reached, the diamond of what is behind, the dashed ring of what is not known.
fn sign(canvas: &mut Canvas, x: f64, y: f64, kind: Kind) {
    let state = match kind {
        Kind::Enough => State::Achieved,
        Kind::Few => State::Behind,
        Kind::Unknown => State::NoData,
    };
    glyph::state(canvas, x, y, 6.5, state);
}

fn sheet(frame: &Frame<'_>, input: &Participation, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let width = canvas.width();
    let words = &input.words;
    let kinds = [(Kind::Enough, &words.enough), (Kind::Few, &words.few), (Kind::Unknown, &words.unknown)];
    let used = kinds.into_iter().filter(|(kind, _)| input.items.iter().any(|item| item.kind(input.least) == *kind));
    let key: Vec<(Sign<'_>, &str)> = used
        .map(|(kind, name)| {
            let mark: Sign<'_> = Box::new(move |canvas, x, y| sign(canvas, x + 10.0, y, kind));
            (mark, name.as_str())
        })
        .collect();
    let left = if wide { 262.0 } else { 0.0 };
    let right = width - 64.0;
    let x = |share: f64| left + share.clamp(0.0, 1.0) * (right - left);
    let mut y = legend::flow(&mut canvas, 0.0, &key) + 22.0;
    let top = y;
    let mut bars = Vec::new();
    for item in &input.items {
        let room = if wide { left - 40.0 } else { width - 20.0 };
        let (name, note) = (BODY.wrap(&item.label, room, 3), SMALL.wrap(&item.note, room, 1));
        let text = name.len().max(1) as f64 * BODY.leading() + note.len() as f64 * SMALL.leading();
        let (bar, tall) = if wide { (y + text.max(28.0) / 2.0, text.max(28.0)) } else { (y + text + 16.0, text + 30.0) };
        let first = if wide { bar - text / 2.0 + 11.0 } else { y + 11.0 };
        let known = item.share().map_or(words.unknown.clone(), |share| (frame.format.percent)(share));
        let tip = frame.pair(
            &item.label,
            &[told(frame, item), known.clone()].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · "),
        );
        canvas.mark(item.href.as_ref(), &tip, |canvas| {
            sign(canvas, 7.0, first - 4.0, item.kind(input.least));
            canvas.lines(20.0, first, BODY, &name);
            canvas.lines(20.0, first + name.len().max(1) as f64 * BODY.leading(), SMALL, &note);
            let track = [left, bar - 8.0, right - left, 16.0];
            match item.share() {
                None => canvas.rect(track, 2.0, stroke(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT)),
                Some(share) => {
                    canvas.rect(track, 2.0, fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE));
                    let paint = match item.kind(input.least) {
                        Kind::Enough => fill(Hue::Brand),
                        Kind::Few | Kind::Unknown => woven(Hue::Brand, Weave::Rising),
                    };
                    canvas.rect([left, bar - 8.0, x(share) - left, 16.0], 2.0, paint);
                    let value = STRONG.fit(&(frame.format.percent)(share), 60.0);
                    canvas.text(right + 8.0, bar + 4.2, STRONG, &value);
                }
            }
        });
        bars.push(bar);
        y += tall + 14.0;
    }
    // The line that decides lies over the bars, with its word where all of it has room.
    for bar in &bars {
        let at = x(input.least);
        canvas.line((at, bar - 13.0), (at, bar + 13.0), stroke(Hue::Surface, 4.4));
        canvas.line((at, bar - 13.0), (at, bar + 13.0), stroke(Hue::Accent, weight::MAIN));
    }
    let word = frame.pair(&words.least, &(frame.format.percent)(input.least));
    canvas.centred(x(input.least), top - if wide { 6.0 } else { 8.0 }, SMALL.in_hue(Hue::Ink), &word, (left, width));
    canvas.finish(frame, "participation", y - 6.0)
}

/// How many of how many; empty where that is not known.
fn told(frame: &Frame<'_>, item: &Gauge) -> String {
    let number = |value: f64| (frame.format.number)(value);
    item.answered.zip(item.asked).map_or(String::new(), |(answered, asked)| format!("{} / {}", number(answered), number(asked)))
}

fn table(frame: &Frame<'_>, input: &Participation) -> Table {
    let words = &input.words;
    let columns = [
        ("survey", &words.survey),
        ("when", &words.when),
        ("asked", &words.asked),
        ("answered", &words.answered),
        ("share", &words.share),
    ];
    let row = |item: &Gauge| {
        let number = |value: Option<f64>| Cell::number(value, |value| (frame.format.number)(value));
        vec![
            Cell::linked(&item.label, item.href.as_ref()),
            Cell::words(&item.note),
            number(item.asked),
            number(item.answered),
            Cell::number(item.share(), |share| (frame.format.percent)(share)),
        ]
    };
    Table::new(columns.map(|(key, title)| (key, title.clone())), input.items.iter().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Participation {
    let gauge = |en: &str, ar: &str, note: &str, asked: f64, answered: Option<f64>| Gauge {
        label: say(en, ar),
        note: note.to_owned(),
        asked: Some(asked),
        answered,
        share: answered.map(|answered| answered / asked),
        href: None,
    };
    Participation {
        items: vec![
            gauge("Survey of the members", "استطلاع الأعضاء", "2025", 58.0, Some(47.0)),
            gauge("Survey of the members", "استطلاع الأعضاء", "2024", 54.0, Some(34.0)),
            gauge("Interviews on cooperation", "مقابلات عن التعاون", "2025", 12.0, Some(12.0)),
            gauge("Survey of trainees", "استطلاع المتدربين", "2027", 40.0, None),
        ],
        least: 0.7,
        words: Words {
            survey: say("Survey", "الاستطلاع"),
            when: say("When", "متى"),
            asked: say("Asked", "المسؤولون"),
            answered: say("Answered", "المجيبون"),
            share: say("Share", "النسبة"),
            least: say("Needed", "المطلوب"),
            enough: say("Enough", "كافٍ"),
            few: say("Too few", "قليل"),
            unknown: say("Not yet known", "غير معروف بعد"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str) -> Participation {
        let gauge = |value: &f64| Gauge {
            label: label.into(),
            note: label.into(),
            asked: Some(*value),
            answered: Some(*value),
            share: Some(*value),
            href: Some("javascript:alert(1)".into()),
        };
        let words =
            Words { least: label.into(), enough: label.into(), few: label.into(), unknown: label.into(), ..Words::default() };
        Participation { items: values.iter().map(gauge).collect(), least: 0.7, words }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| probe::sound(&draw(frame, &chart(values, "Survey")).unwrap()));
        }
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &chart(&[0.4, 0.7, f64::NAN], label)).unwrap()));
        }
        probe::both(|frame| assert!(draw(frame, &chart(&[], "a")).is_none()));
    }

    #[test]
    fn seven_of_ten_are_enough() {
        assert!(chart(&[7.0 / 10.0], "a").items[0].kind(0.7) == Kind::Enough);
        assert!(chart(&[0.1 + 0.2 + 0.4], "a").items[0].kind(0.7) == Kind::Enough);
        assert!(chart(&[0.69], "a").items[0].kind(0.7) == Kind::Few);
    }

    #[test]
    fn too_few_differ_in_texture_and_sign() {
        probe::both(|frame| {
            let few = draw(frame, &chart(&[0.4], "a")).unwrap().svg;
            let enough = draw(frame, &chart(&[0.9], "a")).unwrap().svg;
            assert!(few.contains("<pattern ") && !enough.contains("<pattern "));
        });
    }
}
