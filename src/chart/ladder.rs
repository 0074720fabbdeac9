//! How ready something is for each step of its way: steps with a sign for each question that has to be answered there.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::node::{PAD, ROUND};
use super::paint::{Hue, Paint, dash, fill, weight};
use super::svg::{Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, State, Table};

/// Steps with their questions.
#[derive(Clone, Debug)]
pub struct Ladder {
    /// Steps from the lowest to the highest.
    pub rungs: Vec<Rung>,
    /// The step that is being stood on; one beyond the last means that all are past.
    pub current: usize,
    /// The words of the picture and the table.
    pub words: Words,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Rung {
    /// Its name.
    pub label: String,
    /// How far it is, in a few words; may be empty.
    pub note: String,
    /// Its questions in order.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked.
    pub label: String,
    /// How far it is answered.
    pub said: Said,
    /// Where the sign leads.
    pub href: Option<String>,
}

/// How far a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Wholly.
    Answered,
    /// In part.
    Partly,
    /// Not at all, and somebody says so.
    Open,
    /// Nobody has said anything.
    Nothing,
}

const SAID: [Said; 4] = [Said::Answered, Said::Partly, Said::Open, Said::Nothing];

/// The words of the picture and the table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub stage: String,
    pub question: String,
    pub state: String,
    pub answered: String,
    pub partly: String,
    pub open: String,
    pub nothing: String,
    pub current: String,
}

impl Words {
    fn of(&self, said: Said) -> &str {
        match said {
            Said::Answered => &self.answered,
            Said::Partly => &self.partly,
            Said::Open => &self.open,
            Said::Nothing => &self.nothing,
        }
    }
}

/// Signs in a row.
const ROW: usize = 5;
/// The height of a row of signs with their numbers.
const HIGH: f64 = 42.0;
const RADIUS: f64 = 9.0;
/// How much a step is higher than the one before.
const RISE: f64 = 34.0;

/// Draws a ladder; `None` without a question.
pub fn draw(frame: &Frame<'_>, input: &Ladder) -> Option<Picture> {
    if input.rungs.iter().all(|rung| rung.questions.is_empty()) {
        return None;
    }
    let words = &input.words;
    let rows = input.rungs.iter().flat_map(|rung| {
        rung.questions.iter().map(|question| {
            vec![
                Cell::words(&rung.label),
                Cell::linked(&question.label, question.href.as_ref()),
                Cell::words(words.of(question.said)),
            ]
        })
    });
    let columns = [("stage", &words.stage), ("question", &words.question), ("state", &words.state)];
    let table = Table::new(columns.map(|(key, title)| (key, title.clone())), rows.collect());
    Some(frame.picture(wide(frame, input), Some(narrow(frame, input)), table))
}

/// The sign of an answer: ticked disc, half a disc, ring, dashed ring with a bar.
fn sign(canvas: &mut Canvas, x: f64, y: f64, r: f64, said: Said) {
    match said {
        Said::Answered => glyph::state(canvas, x, y, r, State::Achieved),
        Said::Partly => glyph::half(canvas, x, y, r, Hue::Warn),
        Said::Open => glyph::state(canvas, x, y, r, State::NotStarted),
        Said::Nothing => glyph::state(canvas, x, y, r, State::NoData),
    }
}

/// The key of the signs that occur; its height.
fn key(canvas: &mut Canvas, input: &Ladder) -> f64 {
    let occurs = |said: &Said| input.rungs.iter().flat_map(|rung| &rung.questions).any(|question| question.said == *said);
    let entry = |said: Said| {
        let draw: Sign<'_> = Box::new(move |canvas, x, y| sign(canvas, x + 10.0, y, 7.0, said));
        (draw, input.words.of(said))
    };
    let entries: Vec<(Sign<'_>, &str)> = SAID.into_iter().filter(occurs).map(entry).collect();
    legend::flow(canvas, 0.0, &entries)
}

/// A step that is past or stood on is set off and edged in the brand; one that is ahead is hollow.
fn ground(index: usize, current: usize) -> Paint {
    match index.cmp(&current) {
        std::cmp::Ordering::Less => fill(Hue::Tint).edged(Hue::Brand, weight::EDGE),
        std::cmp::Ordering::Equal => fill(Hue::Tint).edged(Hue::Brand, weight::MAIN),
        std::cmp::Ordering::Greater => fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE).dashed(dash::AHEAD),
    }
}

/// The signs of a step in rows of five, each with its number below it.
fn signs(canvas: &mut Canvas, frame: &Frame<'_>, rung: &Rung, words: &Words, [x, y, wide]: [f64; 3]) {
    let slot = wide / ROW as f64;
    for (index, question) in rung.questions.iter().enumerate() {
        let middle = (x + slot * ((index % ROW) as f64 + 0.5), y + HIGH * (index / ROW) as f64 + RADIUS + 2.0);
        canvas.mark(question.href.as_ref(), &frame.pair(&question.label, words.of(question.said)), |canvas| {
            sign(canvas, middle.0, middle.1, RADIUS, question.said);
            canvas.text(middle.0, middle.1 + RADIUS + 13.0, SMALL.middle(), &(frame.format.number)(index as f64 + 1.0));
        });
    }
}

fn rows(rung: &Rung) -> f64 {
    rung.questions.len().div_ceil(ROW) as f64 * HIGH
}

fn wide(frame: &Frame<'_>, input: &Ladder) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let top = key(&mut canvas, input) + 30.0;
    let count = input.rungs.len() as f64;
    let slot = WIDE / count;
    let inner = slot - 2.0 * PAD;
    let head = |rung: &Rung| (STRONG.wrap(&rung.label, inner, 2), SMALL.wrap(&rung.note, inner, 2));
    let tall = |rung: &Rung| {
        let (name, note) = head(rung);
        2.0 * PAD + name.len() as f64 * STRONG.leading() + note.len() as f64 * SMALL.leading() + 8.0 + rows(rung)
    };
    // Many steps rise less, so that the picture stays as high as wide.
    let rise = RISE.min(260.0 / count);
    let level = |index: usize| top + rise * (count - 1.0 - index as f64);
    let bottom = input.rungs.iter().enumerate().map(|(index, rung)| level(index) + tall(rung)).fold(0.0, f64::max);
    for (index, rung) in input.rungs.iter().enumerate() {
        let (x, y) = (slot * index as f64, level(index));
        canvas.rect([x + 1.5, y, slot - 3.0, bottom - y], ROUND, ground(index, input.current));
        if index == input.current {
            let room = (x + PAD, x + slot - PAD);
            canvas.centred(x + slot / 2.0, y - 9.0, SMALL.in_hue(Hue::Ink), &input.words.current, room);
        }
        let (name, note) = head(rung);
        let below = y + PAD + name.len() as f64 * STRONG.leading();
        canvas.lines(x + PAD, y + PAD + 11.0, STRONG, &name);
        canvas.lines(x + PAD, below + 10.0, SMALL, &note);
        let first = below + note.len() as f64 * SMALL.leading() + 8.0;
        signs(&mut canvas, frame, rung, &input.words, [x + PAD, first, inner]);
    }
    canvas.finish(frame, "ladder", bottom + 2.0)
}

/// The steps as boxes, one below the other in the order in which they are taken.
fn narrow(frame: &Frame<'_>, input: &Ladder) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let inner = NARROW - 2.0 * PAD;
    let mut y = key(&mut canvas, input) + 12.0;
    for (index, rung) in input.rungs.iter().enumerate() {
        let name = STRONG.wrap(&rung.label, inner, 2);
        let mut note = SMALL.wrap(if index == input.current { &input.words.current } else { "" }, inner, 1);
        note.extend(SMALL.wrap(&rung.note, inner, 2));
        let below = y + PAD + name.len() as f64 * STRONG.leading();
        let first = below + note.len() as f64 * SMALL.leading() + 8.0;
        let end = first + rows(rung) + PAD;
        canvas.rect([1.5, y, NARROW - 3.0, end - y], ROUND, ground(index, input.current));
        canvas.lines(PAD, y + PAD + 11.0, STRONG, &name);
        canvas.lines(PAD, below + 10.0, SMALL, &note);
        signs(&mut canvas, frame, rung, &input.words, [PAD, first, inner]);
        y = end + 12.0;
    }
    canvas.finish(frame, "ladder", y - 10.0)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Ladder {
    let question = |number: usize, said| Question { label: say(ASKED[number % 5].0, ASKED[number % 5].1), said, href: None };
    let rung = |label: String, note: String, said: [Said; 10]| Rung {
        label,
        note,
        questions: said.into_iter().enumerate().map(|(number, said)| question(number, said)).collect(),
    };
    use Said::{Answered as A, Nothing as N, Open as O, Partly as P};
    Ladder {
        rungs: vec![
            rung(say("Initiation", "البدء"), say("10 of 10 answered", "أُجيب عن 10 من 10"), [A; 10]),
            rung(say("Establishment", "التأسيس"), say("6 of 10 answered", "أُجيب عن 6 من 10"), [A, A, P, A, A, O, A, P, N, A]),
            rung(
                say("Operationalisation", "التشغيل"),
                say("1 of 10 answered", "أُجيب عن 1 من 10"),
                [O, N, P, N, A, N, N, N, N, O],
            ),
        ],
        current: 1,
        words: Words {
            stage: say("Stage", "المرحلة"),
            question: say("Question", "السؤال"),
            state: say("State", "الحالة"),
            answered: say("Answered", "مُجاب عنه"),
            partly: say("Partly", "جزئيًا"),
            open: say("Open", "مفتوح"),
            nothing: say("Nothing written", "لم يُكتب شيء"),
            current: say("We are here", "نحن هنا"),
        },
    }
}

/// Questions of the made-up case.
const ASKED: [(&str, &str); 5] = [
    ("What do we want to reach together?", "ما الذي نريد بلوغه معًا؟"),
    ("Who has to be with us?", "من الذي يجب أن يكون معنا؟"),
    ("Who decides, and how?", "من يقرّر، وكيف؟"),
    ("What do members get?", "على ماذا يحصل الأعضاء؟"),
    ("How do we see that it helps?", "كيف نرى أن ذلك مفيد؟"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn ladder(steps: usize, questions: usize, label: &str) -> Ladder {
        let question = |index: usize| Question { label: label.into(), said: SAID[index % 4], href: Some(label.into()) };
        let rung = || Rung { label: label.into(), note: label.into(), questions: (0..questions).map(question).collect() };
        let words = Words { current: label.into(), answered: label.into(), ..Words::default() };
        Ladder { rungs: (0..steps).map(|_| rung()).collect(), current: 1, words }
    }

    #[test]
    fn sound_with_any_words_and_any_number_of_steps() {
        for label in HOSTILE {
            for (steps, questions) in [(1, 1), (3, 10), (4, 10), (12, 23)] {
                probe::both(|frame| probe::sound(&draw(frame, &ladder(steps, questions, label)).unwrap()));
            }
        }
    }

    #[test]
    fn every_question_has_a_sign_and_a_row() {
        probe::both(|frame| {
            let picture = draw(frame, &ladder(3, 10, "questions.html")).unwrap();
            assert_eq!((picture.table.rows.len(), picture.svg.matches("<a ").count()), (30, 30));
            assert!(draw(frame, &ladder(3, 0, "a")).is_none() && draw(frame, &ladder(0, 0, "a")).is_none());
        });
    }
}
