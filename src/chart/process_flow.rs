//! A process as its steps one below the other, each in the lane of who does it; what a no leads to runs beside them.

use super::gallery::Say;
use super::node::{self, BACK, LINK, Look, PAD};
use super::paint::{Hue, fill, weight};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, Step as Draw, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Steps in lanes.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Who takes part, in the order of the lanes.
    pub lanes: Vec<String>,
    /// What sets the process going; may be empty.
    pub start: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What comes out of it; may be empty.
    pub end: String,
    /// The words of the picture.
    pub words: Words,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is done, or the question that is decided.
    pub label: String,
    /// The lane of who does it; none, or one beyond the last, where nobody is named.
    pub lane: Option<usize>,
    /// What it takes; may be empty.
    pub input: String,
    /// What it gives; may be empty.
    pub output: String,
    /// Whether it is a decision between yes and no.
    pub decision: bool,
    /// What happens after a no; may be empty.
    pub otherwise: String,
    /// The place, from 0, of the step that follows a no.
    pub otherwise_step: Option<usize>,
}

/// The words of the picture.
#[derive(Clone, Debug)]
pub struct Words {
    /// Column headings of the table: number, step, who, input, output, after a no.
    pub head: [String; 6],
    /// The answer that leads on.
    pub yes: String,
    /// The one that does not.
    pub no: String,
}

/// More lanes than this are too narrow for words: the steps stand in one column then, each with who does it.
const MOST_LANES: usize = 5;
/// Room for what runs beside the lanes, for each arrow of its own.
const CHANNEL: f64 = 9.0;
/// So many arrows have a channel each; further ones share the last.
const CHANNELS: usize = 4;
/// The space between two steps.
const BETWEEN: f64 = 30.0;

/// Where a step's box lies.
struct Place {
    at: [f64; 4],
    words: node::Words,
}

/// Draws a process; `None` without steps.
pub fn draw(frame: &Frame<'_>, input: &Flow) -> Option<Picture> {
    if input.steps.is_empty() {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

/// The lane of a step, where it has one.
fn lane<'a>(input: &'a Flow, step: &Step) -> Option<&'a str> {
    input.lanes.get(step.lane?).map(String::as_str)
}

/// The sign between what a step takes and what it gives, along the reading direction.
fn arrow(frame: &Frame<'_>) -> &'static str {
    if frame.rtl { "\u{200f}←" } else { "→" }
}

/// The width that the word on an arrow after a no takes beside a box.
fn no_width(input: &Flow) -> f64 {
    SMALL.width(&SMALL.fit(&input.words.no, 48.0))
}

/// The step that follows a no, where it is another one that exists.
fn otherwise(input: &Flow, index: usize) -> Option<usize> {
    input.steps[index].otherwise_step.filter(|next| *next < input.steps.len() && *next != index)
}

fn table(frame: &Frame<'_>, input: &Flow) -> Table {
    let number = |index: usize| (frame.format.number)(index as f64 + 1.0);
    let row = |(index, step): (usize, &Step)| {
        let next = otherwise(input, index).map(|next| format!("{} {}", arrow(frame), number(next)));
        let after: Vec<String> = [step.otherwise.clone()].into_iter().filter(|text| !text.is_empty()).chain(next).collect();
        vec![
            Cell::number(Some(index as f64 + 1.0), |value| (frame.format.number)(value)),
            Cell::words(&step.label),
            Cell::words(lane(input, step).unwrap_or_default()),
            Cell::words(&step.input),
            Cell::words(&step.output),
            Cell::words(after.join(" ")),
        ]
    };
    let keys = ["number", "step", "who", "input", "output", "after_no"];
    Table::new(keys.into_iter().zip(input.words.head.clone()), input.steps.iter().enumerate().map(row).collect())
}

/// What stands below the name of a step.
fn note(frame: &Frame<'_>, input: &Flow, step: &Step, with_lane: bool) -> String {
    let who = if with_lane { lane(input, step).unwrap_or_default() } else { "" };
    let arrow = arrow(frame);
    let carried = match (step.input.is_empty(), step.output.is_empty()) {
        (true, true) => String::new(),
        (false, true) => step.input.clone(),
        (true, false) => format!("{arrow} {}", step.output),
        (false, false) => format!("{} {arrow} {}", step.input, step.output),
    };
    let no = if step.otherwise.is_empty() { String::new() } else { frame.pair(&input.words.no, &step.otherwise) };
    [who.to_owned(), carried, no].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What the box of a step says and how it looks.
fn told(frame: &Frame<'_>, input: &Flow, index: usize, with_lane: bool) -> (String, String, Look) {
    let step = &input.steps[index];
    let name = format!("{}. {}", (frame.format.number)(index as f64 + 1.0), step.label);
    let look = if step.decision { Look::Part } else { Look::Item };
    (name, note(frame, input, step, with_lane), look)
}

fn sheet(frame: &Frame<'_>, input: &Flow, form: Form) -> String {
    let wide = form == Form::Wide;
    let in_lanes = wide && (2..=MOST_LANES).contains(&input.lanes.len());
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let arrows = (0..input.steps.len()).filter(|index| otherwise(input, *index).is_some()).count().min(CHANNELS);
    let beside = if arrows == 0 { 0.0 } else { no_width(input) + 8.0 + CHANNEL * arrows as f64 };
    let lanes = if in_lanes { input.lanes.len() } else { 1 };
    let broad = (canvas.width() - 2.0 - beside) / lanes as f64;
    let inset = if in_lanes { 8.0 } else { 0.0 };
    let column = |step: &Step| if in_lanes { step.lane.map_or(0, |lane| lane.min(lanes - 1)) } else { 0 };
    let mut y = if in_lanes { heads(&mut canvas, input, broad) + 14.0 } else { 1.0 };
    let first = y;
    let ends = |step: Option<&Step>| step.map_or(0, column);
    let start =
        terminal(&mut canvas, &input.start, [1.0 + broad * ends(input.steps.first()) as f64 + inset, y, broad - 2.0 * inset]);
    y += start.map_or(0.0, |high| high + BETWEEN);
    let mut places: Vec<Place> = Vec::new();
    for (index, step) in input.steps.iter().enumerate() {
        let (name, sub, look) = told(frame, input, index, !in_lanes);
        let shape = node::Node { label: &name, sub: &sub, state: None, look, centred: false };
        let words = shape.words(broad - 2.0 * inset);
        let at = [1.0 + broad * column(step) as f64 + inset, y, broad - 2.0 * inset, words.height];
        y += words.height + BETWEEN;
        places.push(Place { at, words });
    }
    let bottom = y - BETWEEN;
    let last = [1.0 + broad * ends(input.steps.last()) as f64 + inset, y, broad - 2.0 * inset];
    let end = terminal_height(&input.end, last[2]);
    let foot = if end > 0.0 { y + end } else { bottom };
    if in_lanes {
        for index in 1..lanes {
            let x = 1.0 + broad * index as f64;
            canvas.line((x, first - 8.0), (x, foot + 6.0), super::paint::stroke(Hue::Line, weight::EDGE));
        }
    }
    if start.is_some()
        && let Some(place) = places.first()
    {
        down(&mut canvas, (middle(place.at), place.at[1] - BETWEEN), middle(place.at), place.at[1]);
    }
    for (index, pair) in places.windows(2).enumerate() {
        let (from, to) = (pair[0].at, pair[1].at);
        down(&mut canvas, (middle(from), from[1] + from[3]), middle(to), to[1]);
        if input.steps[index].decision {
            canvas.text(middle(from) + 6.0, from[1] + from[3] + 11.0, SMALL, &SMALL.fit(&input.words.yes, 60.0));
        }
    }
    if end > 0.0
        && let Some(place) = places.last()
    {
        down(&mut canvas, (middle(place.at), bottom), middle(place.at), y);
        terminal(&mut canvas, &input.end, last);
    }
    noes(&mut canvas, input, &places, beside);
    for (index, (step, place)) in input.steps.iter().zip(&places).enumerate() {
        let tip = frame.pair(&step.label, &note(frame, input, step, true));
        let (name, sub, look) = told(frame, input, index, !in_lanes);
        canvas.mark(None, &tip, |canvas| {
            let shape = node::Node { label: &name, sub: &sub, state: None, look, centred: false };
            shape.draw(canvas, place.at, &place.words);
            if step.decision {
                question(canvas, place.at);
            }
        });
    }
    canvas.finish(frame, "process-flow", foot + 8.0)
}

/// The middle of a box across.
fn middle(at: [f64; 4]) -> f64 {
    at[0] + at[2] / 2.0
}

/// The names of the lanes; gives the height that they take.
fn heads(canvas: &mut Canvas, input: &Flow, broad: f64) -> f64 {
    let names: Vec<Vec<String>> = input.lanes.iter().map(|name| CAPTION.balance(name, broad - 2.0 * PAD, 3)).collect();
    let high = names.iter().map(Vec::len).max().unwrap_or(1) as f64 * CAPTION.leading() + 12.0;
    for (index, name) in names.iter().enumerate() {
        let x = 1.0 + broad * index as f64;
        canvas.rect([x + 4.0, 0.5, broad - 8.0, high], 4.0, fill(Hue::Tint).edged(Hue::Line, weight::EDGE));
        let top = (high - name.len() as f64 * CAPTION.leading()) / 2.0 + 11.0;
        canvas.lines(x + broad / 2.0, top, CAPTION.middle(), name);
    }
    high
}

fn terminal_height(text: &str, broad: f64) -> f64 {
    if text.is_empty() { 0.0 } else { SMALL.balance(text, broad - 2.0 * PAD, 3).len() as f64 * SMALL.leading() + 12.0 }
}

/// What a process begins or ends with, in a plate with round ends; gives its height, where there is something.
fn terminal(canvas: &mut Canvas, text: &str, [x, y, broad]: [f64; 3]) -> Option<f64> {
    let high = terminal_height(text, broad);
    if high == 0.0 {
        return None;
    }
    let lines = SMALL.balance(text, broad - 2.0 * PAD, 3);
    canvas.mark(None, text, |canvas| {
        canvas.rect([x, y, broad, high], 13.0, fill(Hue::Plate));
        canvas.lines(x + broad / 2.0, y + 17.0, SMALL.middle().in_hue(Hue::OnBrand), &lines);
    });
    Some(high)
}

/// An arrow down, across between the boxes where the next one stands in another lane.
fn down(canvas: &mut Canvas, (x, y): (f64, f64), to: f64, foot: f64) {
    let turn = (y + foot) / 2.0;
    let points =
        if (x - to).abs() < 0.5 { vec![(x, y), (x, foot - 4.0)] } else { vec![(x, y), (x, turn), (to, turn), (to, foot - 4.0)] };
    canvas.through(&points, false, LINK);
    canvas.through(&[(to, foot - 0.5), (to - 3.5, foot - 6.5), (to + 3.5, foot - 6.5)], true, fill(Hue::Neutral));
}

/// What a no leads to: dashed, out of the box, along a channel beside the lanes, and into the box of the step.
fn noes(canvas: &mut Canvas, input: &Flow, places: &[Place], beside: f64) {
    let edge = canvas.width() - 1.0 - beside;
    let decisions = (0..input.steps.len()).filter_map(|index| Some((index, otherwise(input, index)?)));
    for (number, (from, to)) in decisions.enumerate() {
        let channel = edge + no_width(input) + 6.0 + CHANNEL * number.min(CHANNELS - 1) as f64;
        let (a, b) = (places[from].at, places[to].at);
        // Two arrows at one box meet it at places of their own.
        let (y1, y2) = (a[1] + a[3] * 0.5, b[1] + b[3] * if to < from { 0.65 } else { 0.35 });
        let (x1, x2) = (a[0] + a[2], b[0] + b[2]);
        let path = [Draw::Move(x1, y1), Draw::Line(channel, y1), Draw::Line(channel, y2), Draw::Line(x2 + 6.0, y2)];
        canvas.path(&path, BACK);
        node::arrow_head(canvas, (x2 + 0.5, y2), false);
        canvas.text(x1 + 3.0, y1 - 4.0, SMALL, &SMALL.fit(&input.words.no, no_width(input)));
    }
}

/// The sign of a decision: a small diamond on the upper edge of its box.
fn question(canvas: &mut Canvas, at: [f64; 4]) {
    super::glyph::marker(canvas, at[0] + at[2] - 12.0, at[1] + 11.0, 5.5, 3, fill(Hue::Brand));
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Flow {
    let step = |lane: usize, en: &str, ar: &str| Step {
        label: say(en, ar),
        lane: Some(lane),
        input: String::new(),
        output: String::new(),
        decision: false,
        otherwise: String::new(),
        otherwise_step: None,
    };
    Flow {
        lanes: vec![
            say("Applicant", "مقدّم الطلب"),
            say("Cluster office", "مكتب التجمّع"),
            say("Executive board", "المجلس التنفيذي"),
        ],
        start: say("A firm asks to join", "شركة تطلب الانضمام"),
        steps: vec![
            Step { output: say("Application", "طلب"), ..step(0, "Fill in the form", "تعبئة الاستمارة") },
            Step {
                input: say("Application", "طلب"),
                decision: true,
                otherwise: say("ask for what is missing", "طلب ما ينقص"),
                otherwise_step: Some(0),
                ..step(1, "Is it complete?", "هل هو مكتمل؟")
            },
            Step {
                output: say("Note on the visit", "تقرير الزيارة"), ..step(1, "Visit the firm", "زيارة الشركة")
            },
            Step {
                decision: true, otherwise: say("refusal with reasons", "رفض معلّل"), ..step(2, "Admit it?", "هل تُقبل؟")
            },
            Step {
                output: say("Signed agreement", "اتفاق موقّع"), ..step(1, "Sign and welcome", "التوقيع والترحيب")
            },
        ],
        end: say("A new member", "عضو جديد"),
        words: Words {
            head: [
                say("No.", "الرقم"),
                say("Step", "الخطوة"),
                say("Who", "من"),
                say("Takes", "المدخل"),
                say("Gives", "المخرج"),
                say("After a no", "عند الرفض"),
            ],
            yes: say("Yes", "نعم"),
            no: say("No", "لا"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn flow(lanes: usize, steps: usize, label: &str) -> Flow {
        let word = || label.to_owned();
        let step = |index: usize| Step {
            label: word(),
            lane: (!index.is_multiple_of(4)).then_some(index % 7),
            input: word(),
            output: word(),
            decision: index.is_multiple_of(2),
            otherwise: word(),
            otherwise_step: Some(index * 5 % 11),
        };
        Flow {
            lanes: vec![word(); lanes],
            start: word(),
            steps: (0..steps).map(step).collect(),
            end: word(),
            words: Words { head: std::array::from_fn(|_| word()), yes: word(), no: word() },
        }
    }

    #[test]
    fn sound_with_any_text_and_number_of_lanes() {
        for label in HOSTILE {
            for (lanes, steps) in [(0, 1), (1, 3), (3, 12), (5, 9), (9, 20)] {
                probe::both(|frame| probe::sound(&draw(frame, &flow(lanes, steps, label)).unwrap()));
            }
        }
    }

    #[test]
    fn no_leads_only_to_another_step_that_exists() {
        let flow = flow(2, 6, "a");
        let led: Vec<_> = (0..6).map(|index| otherwise(&flow, index)).collect();
        assert_eq!(led, [None, Some(5), None, Some(4), None, Some(3)]);
    }

    #[test]
    fn no_steps_give_no_picture() {
        probe::both(|frame| assert!(draw(frame, &flow(3, 0, "a")).is_none()));
    }
}
