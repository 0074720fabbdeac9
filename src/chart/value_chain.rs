//! The value chain: steps in stages, how well each is covered, what leads to what, and what supports them all.

use std::collections::BTreeMap;

use super::legend::{self, Sign};
use super::node::{self, BACK, LINK, PAD, ROUND};
use super::paint::{Hue, Weave, dash, fill, stroke, weight, woven};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::Coverage;

mod demo;

pub(super) use demo::demo;

/// Steps and what connects them.
#[derive(Clone, Debug)]
pub struct ValueChain {
    /// Stages in reading direction; one without a name has no heading.
    pub stages: Vec<String>,
    /// Heading of the steps that support the others.
    pub supporting: String,
    /// The steps.
    pub steps: Vec<Step>,
    /// Ids of steps, from what delivers to what takes up; links to unknown steps are passed over.
    pub links: Vec<(String, String)>,
    /// The names of the degrees of coverage, in the order of [`Coverage::ALL`].
    pub degrees: [String; 4],
    /// Column headings of the table: stage, step, coverage, members, note, leads to.
    pub head: [String; 6],
}

/// A step.
#[derive(Clone, Debug)]
pub struct Step {
    /// Unique in the chain.
    pub id: String,
    /// Its stage, by number; none where it supports the others.
    pub stage: Option<usize>,
    /// Its name.
    pub label: String,
    /// How well it is covered.
    pub coverage: Coverage,
    /// How many members cover it.
    pub members: usize,
    /// The same in words.
    pub covered: String,
    /// What else is to be known of it, such as what is done about a white spot; may be empty.
    pub note: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// A step on paper.
struct Place<'a> {
    step: &'a Step,
    at: [f64; 4],
    words: Words,
    column: usize,
    /// Where the cards of its storey begin.
    top: f64,
}

/// The words of a card, broken for its width.
struct Words {
    label: Vec<String>,
    covered: Vec<String>,
    note: Vec<String>,
    height: f64,
}

/// The width of the strip that shows how well a step is covered.
const STRIP: f64 = 10.0;
const DOT: f64 = 7.0;
const BETWEEN: f64 = 14.0;
const GAP: f64 = 24.0;
/// The room for links that pass a stage by.
const LANE: f64 = 14.0;
/// The room beside the last stage for links that swing around.
const ASIDE: f64 = 16.0;
/// Stages side by side before the next storey begins.
const ABREAST: usize = 5;

/// Draws a value chain; `None` without a step.
pub fn draw(frame: &Frame<'_>, input: &ValueChain) -> Option<Picture> {
    if input.steps.is_empty() {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

/// The steps of each stage that has any, with the stage's number, and those that support.
fn columns(input: &ValueChain) -> (Vec<(usize, Vec<&Step>)>, Vec<&Step>) {
    let mut stages: BTreeMap<usize, Vec<&Step>> = BTreeMap::new();
    let mut supporting = Vec::new();
    for step in &input.steps {
        match step.stage {
            Some(stage) => stages.entry(stage).or_default().push(step),
            None => supporting.push(step),
        }
    }
    (stages.into_iter().collect(), supporting)
}

fn sheet(frame: &Frame<'_>, input: &ValueChain, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let mut y = legend::flow(&mut canvas, 0.0, &key(input)) + 10.0;
    let (stages, supporting) = columns(input);
    let abreast = if wide { stages.len().div_ceil(stages.len().div_ceil(ABREAST).max(1)).max(1) } else { 1 };
    let mut places = Vec::new();
    let last = stages.len();
    for (storey, row) in stages.chunks(abreast).enumerate() {
        let first = storey * abreast;
        y = columns_of(&mut canvas, frame, input, row, (first, y, form, first + row.len() < last), &mut places);
    }
    if !supporting.is_empty() {
        let across = if wide { 4 } else { 1 };
        // They end where the stages end: beside those, links need room to swing around.
        let whole = canvas.width() - 2.0 - if wide && !stages.is_empty() { ASIDE } else { 0.0 };
        node::heading(&mut canvas, &input.supporting, [1.0, y + 4.0, whole], false);
        y += 42.0;
        let broad = (whole - 12.0 * (across as f64 - 1.0)) / across as f64;
        for row in supporting.chunks(across) {
            let words: Vec<Words> = row.iter().map(|step| step.words(frame, input, form, broad)).collect();
            let tall = words.iter().map(|words| words.height).fold(0.0, f64::max);
            for (index, (step, words)) in row.iter().zip(words).enumerate() {
                let at = [1.0 + (broad + 12.0) * index as f64, y, broad, tall];
                places.push(Place { step, at, words, column: usize::MAX, top: y });
            }
            y += tall + 10.0;
        }
    }
    if wide {
        links(&mut canvas, input, &places);
    }
    for place in &places {
        let step = place.step;
        let said = [step.covered.as_str(), step.note.as_str()].into_iter().filter(|text| !text.is_empty());
        let tip = frame.pair(&step.label, &said.collect::<Vec<_>>().join(" · "));
        canvas.mark(step.href.as_ref(), &tip, |canvas| card(canvas, place));
    }
    canvas.finish(frame, "value-chain", y - 6.0)
}

/// Stages side by side from a top edge, headed by their names; gives where they end.
fn columns_of<'a>(
    canvas: &mut Canvas,
    frame: &Frame<'_>,
    input: &'a ValueChain,
    row: &[(usize, Vec<&'a Step>)],
    (first, top, form, more): (usize, f64, Form, bool),
    places: &mut Vec<Place<'a>>,
) -> f64 {
    let gap = if row.len() > 3 { GAP } else { GAP + 10.0 };
    let aside = if form == Form::Wide { ASIDE } else { 0.0 };
    let broad = (canvas.width() - 2.0 - aside - gap * (row.len() as f64 - 1.0)) / row.len() as f64;
    let name = |stage: usize| input.stages.get(stage).map(String::as_str).unwrap_or_default();
    let names: Vec<Vec<String>> = row.iter().map(|(stage, _)| STRONG.wrap(name(*stage), broad - 2.0 * PAD, 2)).collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or_default();
    let plate = node::PLATE + lines.saturating_sub(1) as f64 * STRONG.leading();
    // Links that pass a stage by run between its heading and its cards.
    let column = |id: &String| row.iter().position(|(_, steps)| steps.iter().any(|step| step.id == *id));
    let passes = |(from, to): &(String, String)| column(from).zip(column(to)).is_some_and(|(a, b)| b > a + 1);
    let lane = if form == Form::Wide && input.links.iter().any(passes) { LANE } else { 0.0 };
    let head = lane + if lines > 0 { plate + 10.0 } else { 0.0 };
    let mut bottom = top;
    for (index, (_, steps)) in row.iter().enumerate() {
        let x = 1.0 + (broad + gap) * index as f64;
        let mut y = top;
        if !names[index].is_empty() {
            node::plate(canvas, &names[index], [x, y, broad, plate], form == Form::Wide && (index + 1 < row.len() || more));
        }
        y += head;
        for step in steps {
            let words = step.words(frame, input, form, broad);
            let at = [x, y, broad, words.height];
            y += words.height + BETWEEN;
            places.push(Place { step, at, words, column: first + index, top: top + head });
        }
        bottom = bottom.max(y);
    }
    bottom + 4.0
}

impl Step {
    fn words(&self, frame: &Frame<'_>, input: &ValueChain, form: Form, broad: f64) -> Words {
        let room = broad - STRIP - 2.0 * PAD + 4.0;
        // Where no lines lead from card to card, words say so.
        let next = if form == Form::Narrow { frame.pair(&input.head[5], &self.next(input)) } else { String::new() };
        let next = if self.next(input).is_empty() { String::new() } else { next };
        let note: Vec<String> = [&self.note, &next].into_iter().flat_map(|text| SMALL.wrap(text, room, 4)).collect();
        let (label, covered) = (STRONG.wrap(&self.label, room, 4), CAPTION.wrap(&self.covered, room, 2));
        let lines = label.len() as f64 * STRONG.leading() + (covered.len() + note.len()) as f64 * SMALL.leading();
        Words { height: lines + dots(self.members, room).1 + 2.0 * PAD - 2.0, label, covered, note }
    }

    /// The names of the steps that take up what this one delivers.
    fn next(&self, input: &ValueChain) -> String {
        let names = input.links.iter().filter(|(from, _)| *from == self.id);
        let names = names.filter_map(|(_, to)| input.steps.iter().find(|step| step.id == *to)).map(|step| step.label.as_str());
        names.collect::<Vec<_>>().join("; ")
    }
}

/// How many dots stand for members in a row, and the height that all of them take; two rows at most.
fn dots(members: usize, room: f64) -> (usize, f64) {
    let abreast = (room / DOT).floor().max(1.0) as usize;
    (abreast, members.div_ceil(abreast).min(2) as f64 * DOT + if members > 0 { 3.0 } else { 0.0 })
}

/// A card: a strip that shows how well the step is covered, its name, a dot for each member.
fn card(canvas: &mut Canvas, place: &Place<'_>) {
    let ([x, y, broad, tall], step) = (place.at, place.step);
    let edge = match step.coverage {
        Coverage::Nobody => fill(Hue::Surface).edged(Hue::Accent, weight::SIDE).dashed(dash::ABSENT),
        Coverage::Outside | Coverage::One => fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE),
        Coverage::Several => fill(Hue::Tint).edged(Hue::Brand, weight::EDGE),
    };
    canvas.rect([x, y, broad, tall], ROUND, edge);
    strip(canvas, [x, y, STRIP, tall], step.coverage);
    let (start, room) = (x + STRIP + PAD - 2.0, broad - STRIP - 2.0 * PAD + 4.0);
    let mut base = y + PAD + 10.0;
    canvas.lines(start, base, STRONG, &place.words.label);
    base += place.words.label.len() as f64 * STRONG.leading();
    let (abreast, high) = dots(step.members, room);
    for dot in 0..step.members.min(abreast * 2) {
        let (column, row) = ((dot % abreast) as f64, (dot / abreast) as f64);
        canvas.circle(start + 2.8 + column * DOT, base - 6.0 + row * DOT, 2.6, fill(Hue::Brand));
    }
    base += high;
    canvas.lines(start, base, CAPTION, &place.words.covered);
    base += place.words.covered.len() as f64 * SMALL.leading();
    canvas.lines(start, base, SMALL, &place.words.note);
}

/// How well a step is covered, as a texture: full where it is by several members, rising lines for one, dots for actors outside, nothing for nobody.
fn strip(canvas: &mut Canvas, place: [f64; 4], coverage: Coverage) {
    let paint = match coverage {
        Coverage::Nobody => return,
        Coverage::Outside => woven(Hue::Neutral, Weave::Dots),
        Coverage::One => woven(Hue::Brand, Weave::Rising),
        Coverage::Several => fill(Hue::Brand),
    };
    canvas.rect(place, 2.0, paint);
}

fn key(input: &ValueChain) -> Vec<(Sign<'_>, &str)> {
    let used = |coverage: &Coverage| input.steps.iter().any(|step| step.coverage == *coverage);
    let sign = |coverage: Coverage| -> Sign<'_> {
        Box::new(move |canvas, x, y| match coverage {
            Coverage::Nobody => {
                canvas.rect([x + 1.0, y - 7.0, 18.0, 14.0], 2.0, stroke(Hue::Accent, weight::SIDE).dashed(dash::ABSENT));
            }
            _ => strip(canvas, [x, y - 7.0, 20.0, 14.0], coverage),
        })
    };
    let all = Coverage::ALL.iter().zip(&input.degrees).rev().filter(|(coverage, _)| used(coverage));
    all.map(|(coverage, name)| (sign(*coverage), name.as_str())).collect()
}

/// Lines from step to step, under the cards. What stays in a stage runs down to the next card or around those between.
fn links(canvas: &mut Canvas, input: &ValueChain, places: &[Place<'_>]) {
    let find = |id: &String| places.iter().position(|place| place.step.id == *id);
    for (from, to) in &input.links {
        let (Some(a), Some(b)) = (find(from), find(to)) else { continue };
        let (from, to) = (&places[a], &places[b]);
        if a == b || from.column == usize::MAX || to.column == usize::MAX {
            continue;
        }
        if from.column == to.column {
            if b == a + 1 {
                node::drop(canvas, from.at, to.at);
            } else {
                node::curve(canvas, from.at, to.at, false, (if b > a { LINK } else { BACK }, WIDE - 1.0));
            }
        } else if to.column > from.column + 1 && to.top == from.top {
            node::bypass(canvas, from.at, to.at, from.top - LANE / 2.0 - 1.0);
        } else {
            // A later stage of a lower storey may stand further to the start; the line then swings around.
            let onward = to.at[0] > from.at[0] + from.at[2];
            let paint = if to.column > from.column { LINK } else { BACK };
            node::curve(canvas, from.at, to.at, onward, (paint, WIDE - 1.0));
        }
    }
}

fn table(frame: &Frame<'_>, input: &ValueChain) -> Table {
    let (stages, supporting) = columns(input);
    let name = |stage: usize| input.stages.get(stage).cloned().unwrap_or_default();
    let of_stage = stages.iter().flat_map(|(stage, steps)| steps.iter().map(move |step| (name(*stage), *step)));
    let row = |(stage, step): (String, &Step)| {
        let degree = Coverage::ALL.iter().position(|known| *known == step.coverage).unwrap_or_default();
        vec![
            Cell::words(stage),
            Cell::linked(&step.label, step.href.as_ref()),
            Cell::coded(&input.degrees[degree], step.coverage.as_str().to_owned()),
            Cell::number(Some(step.members as f64), |value| (frame.format.number)(value)),
            Cell::words(&step.note),
            Cell::words(step.next(input)),
        ]
    };
    let rows = of_stage.chain(supporting.iter().map(|step| (input.supporting.clone(), *step))).map(row).collect();
    let keys = ["stage", "name", "coverage", "members", "note", "leads_to"];
    Table::new(keys.into_iter().zip(input.head.clone()), rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chain(stages: usize, steps: usize, label: &str) -> ValueChain {
        let step = |i: usize| Step {
            id: i.to_string(),
            stage: (i % 7 != 6 && stages > 0).then(|| i % stages.max(1)),
            label: label.into(),
            coverage: Coverage::ALL[i % 4],
            members: [0, 0, 1, i * i][i % 4],
            covered: label.into(),
            note: label.into(),
            href: Some(format!("value-chain.html#{i}")),
        };
        ValueChain {
            stages: vec![label.into(); stages],
            supporting: label.into(),
            steps: (0..steps).map(step).collect(),
            links: (0..steps * 2).map(|i| ((i % 11).to_string(), (i * 5 % 13).to_string())).collect(),
            degrees: std::array::from_fn(|_| label.to_string()),
            head: Default::default(),
        }
    }

    #[test]
    fn sound_with_any_text_and_links_of_all_kinds() {
        for label in HOSTILE {
            for (stages, steps) in [(4, 9), (0, 2)] {
                probe::both(|frame| probe::sound(&draw(frame, &chain(stages, steps, label)).unwrap()));
            }
        }
        for (stages, steps) in [(1, 1), (11, 40), (5, 3)] {
            probe::both(|frame| probe::sound(&draw(frame, &chain(stages, steps, "Sawing and drying")).unwrap()));
        }
    }

    #[test]
    fn every_step_is_in_both_forms_and_in_the_table() {
        probe::both(|frame| {
            let picture = draw(frame, &chain(6, 30, "Sawing")).unwrap();
            let narrow = picture.svg_narrow.as_ref().unwrap();
            assert_eq!([picture.svg.matches("<a ").count(), narrow.matches("<a ").count(), picture.table.rows.len()], [30; 3]);
            assert!(draw(frame, &chain(4, 0, "a")).is_none());
        });
    }
}
