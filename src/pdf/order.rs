//! Owns the order in which a page paints its text. Chromium paints a line from left to right, whichever way it reads, so that lines from right to left stand
//! the wrong way round for all who take a page's content as it comes.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Operation;
use lopdf::{Document, Object, ObjectId};

use super::artifact::number;
use super::structure::{kids, mark, root};

/// The place of each piece of a page's marked content among those that the tree names, by its number.
pub(super) type Places = BTreeMap<i64, usize>;

/// The places of the marked content of all pages.
pub(super) fn places(pdf: &Document) -> BTreeMap<ObjectId, Places> {
    let mut places: BTreeMap<ObjectId, Places> = BTreeMap::new();
    let (mut seen, mut count) = (BTreeSet::new(), 0);
    let mut next: Vec<(ObjectId, Object)> = root(pdf).into_iter().map(|root| (root, Object::Reference(root))).collect();
    while let Some((element, kid)) = next.pop() {
        if let Some((page, number)) = mark(pdf, element, &kid) {
            places.entry(page).or_default().entry(number).or_insert(count);
            count += 1;
        } else if let Ok(id) = kid.as_reference()
            && seen.insert(id)
        {
            next.extend(kids(pdf, id).into_iter().rev().map(|kid| (id, kid)));
        }
    }
    places
}

/// The same operations with runs of text in the order of the tree. Only text changes places, and only with text beside it: what lies beneath stays there.
pub(super) fn ordered(operations: Vec<Operation>, places: &Places) -> Vec<Operation> {
    let found: Vec<usize> = operations.iter().filter_map(|one| places.get(&number(one)?).copied()).collect();
    if found.is_sorted() || !names_fonts(&operations) {
        return operations;
    }
    let mut out = Vec::with_capacity(operations.len() + 64);
    let mut run: Vec<Text> = Vec::new();
    let mut now = State::default();
    for part in parts(operations) {
        match part {
            Part::Text(operations) => {
                // Text that is not content stays behind what it stands behind.
                let place = operations.first().and_then(number).and_then(|number| places.get(&number).copied());
                let place = place.or_else(|| run.last().map(|text| text.place));
                let before = now.clone();
                operations.iter().for_each(|one| now.take(one));
                match place.filter(|_| before.is_known()) {
                    Some(place) => run.push(Text { place, operations, before, after: now.clone() }),
                    None => {
                        close(&mut run, &before, &mut out);
                        out.extend(operations);
                    }
                }
            }
            Part::Other(operation) => {
                let is_same = |(_, operands): &Setting| *operands == operation.operands;
                let is_quiet = colours(&operation) || (operation.operator == "gs" && now.graphics.as_ref().is_some_and(is_same));
                let stays = run.is_empty() || !is_quiet;
                if stays {
                    close(&mut run, &now, &mut out);
                }
                now.take(&operation);
                if stays {
                    out.push(operation);
                }
            }
        }
    }
    close(&mut run, &now, &mut out);
    out
}

/// Text of one mark, which can stand elsewhere.
struct Text {
    place: usize,
    operations: Vec<Operation>,
    /// How it is to be painted.
    before: State,
    /// How the next would be.
    after: State,
}

/// Ends a run: writes its texts in their order, each to be painted as it was, and leaves the state that follows it.
fn close(run: &mut Vec<Text>, now: &State, out: &mut Vec<Operation>) {
    let Some(mut state) = run.first().map(|text| text.before.clone()) else { return };
    run.sort_by_key(|text| text.place);
    for text in run.drain(..) {
        state.change(&text.before, out);
        out.extend(text.operations);
        state = text.after;
    }
    state.change(now, out);
}

/// An operation that sets something: its operator and operands.
type Setting = (String, Vec<Object>);

/// What text is painted with, as the operations that set it.
#[derive(Clone, Default)]
struct State {
    fill: Vec<Setting>,
    stroke: Vec<Setting>,
    graphics: Option<Setting>,
    /// What `q` put by.
    kept: Vec<(Vec<Setting>, Vec<Setting>, Option<Setting>)>,
}

impl State {
    /// Whether it can be set again.
    fn is_known(&self) -> bool {
        !self.fill.is_empty() && !self.stroke.is_empty()
    }

    fn take(&mut self, operation: &Operation) {
        let setting = || (operation.operator.clone(), operation.operands.clone());
        let colour = |colour: &mut Vec<Setting>| {
            colour.retain(|(name, _)| matches!(name.as_str(), "cs" | "CS"));
            colour.push(setting());
        };
        match operation.operator.as_str() {
            "rg" | "g" | "k" | "cs" => self.fill = vec![setting()],
            "RG" | "G" | "K" | "CS" => self.stroke = vec![setting()],
            "sc" | "scn" => colour(&mut self.fill),
            "SC" | "SCN" => colour(&mut self.stroke),
            "gs" => self.graphics = Some(setting()),
            "q" => self.kept.push((self.fill.clone(), self.stroke.clone(), self.graphics.clone())),
            "Q" => (self.fill, self.stroke, self.graphics) = self.kept.pop().unwrap_or_default(),
            _ => {}
        }
    }

    /// Writes what leads from this state to another; those of a run differ by nothing but their colours.
    fn change(&self, to: &Self, out: &mut Vec<Operation>) {
        for (own, other) in [(&self.stroke, &to.stroke), (&self.fill, &to.fill)] {
            if own != other {
                out.extend(other.iter().map(|(name, operands)| Operation::new(name, operands.clone())));
            }
        }
    }
}

/// A part of a page.
enum Part {
    /// Text of one mark, from its beginning to its end.
    Text(Vec<Operation>),
    /// Anything else.
    Other(Operation),
}

/// The parts of a page. What an engine sets for the next mark before it ends one is put behind its end.
fn parts(operations: Vec<Operation>) -> Vec<Part> {
    let mut parts = Vec::with_capacity(operations.len() / 4);
    let mut mark: Vec<Operation> = Vec::new();
    let mut depth = 0_usize;
    for operation in operations {
        match operation.operator.as_str() {
            "BMC" | "BDC" => depth += 1,
            "EMC" => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                parts.push(Part::Other(operation));
                continue;
            }
            _ => {}
        }
        mark.push(operation);
        if depth == 0 {
            let ends = mark.iter().rposition(|one| one.operator == "ET").unwrap_or(0) + 1;
            let end = mark.len() - 1;
            if ends <= end && is_text(&mark[1..ends]) && mark[ends..end].iter().all(sets) {
                let last = mark.pop();
                let rest = mark.split_off(ends);
                mark.extend(last);
                parts.push(Part::Text(std::mem::take(&mut mark)));
                parts.extend(rest.into_iter().map(Part::Other));
            } else {
                parts.extend(mark.drain(..).map(Part::Other));
            }
        }
    }
    parts.extend(mark.into_iter().map(Part::Other));
    parts
}

/// Whether operations are whole texts with their colours and marks, and nothing more.
fn is_text(operations: &[Operation]) -> bool {
    let (mut within, mut marks) = (false, 0_usize);
    for operation in operations {
        match operation.operator.as_str() {
            "BT" if !within => within = true,
            "ET" if within => within = false,
            "Tf" | "Td" | "TD" | "Tm" | "T*" | "Tj" | "TJ" if within => {}
            "BMC" | "BDC" => marks += 1,
            "EMC" if marks > 0 => marks -= 1,
            _ if colours(operation) => {}
            _ => return false,
        }
    }
    !within && marks == 0
}

/// Whether each text on a page says itself in which font it stands.
fn names_fonts(operations: &[Operation]) -> bool {
    let mut named = true;
    operations.iter().all(|operation| {
        match operation.operator.as_str() {
            "BT" => named = false,
            "Tf" => named = true,
            _ => {}
        }
        named || !matches!(operation.operator.as_str(), "Tj" | "TJ" | "'" | "\"")
    })
}

/// Whether an operation sets a colour.
fn colours(operation: &Operation) -> bool {
    matches!(operation.operator.as_str(), "rg" | "g" | "k" | "cs" | "sc" | "scn" | "RG" | "G" | "K" | "CS" | "SC" | "SCN")
}

/// Whether an operation only sets how and where others paint.
fn sets(operation: &Operation) -> bool {
    colours(operation)
        || matches!(
            operation.operator.as_str(),
            "gs" | "q" | "Q" | "cm" | "re" | "m" | "l" | "c" | "v" | "y" | "h" | "W" | "W*" | "n"
        )
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    /// Operations written in short: `2` begins mark 2, `.` ends one, `a` is a text in a font, `rg:1` sets a colour.
    fn page(text: &str) -> Vec<Operation> {
        let mut out = Vec::new();
        for word in text.split(' ') {
            let (name, value) = word.split_once(':').unwrap_or((word, ""));
            match (name, name.parse::<i64>()) {
                (_, Ok(number)) => {
                    let properties = Object::Dictionary(dictionary! { "MCID" => number });
                    out.push(Operation::new("BDC", vec!["P".into(), properties]));
                }
                (".", _) => out.push(Operation::new("EMC", Vec::new())),
                ("a", _) => out.extend(["BT", "Tf", "Tj", "ET"].map(|name| Operation::new(name, Vec::new()))),
                _ => out.push(Operation::new(name, vec![value.into()])),
            }
        }
        out
    }

    fn names(operations: &[Operation]) -> String {
        let name = |one: &Operation| match (number(one), one.operator.as_str()) {
            (Some(number), _) => number.to_string(),
            (_, "EMC") => ".".to_owned(),
            (_, "BT") => "a".to_owned(),
            (_, name) => match one.operands.first().and_then(|one| one.as_name().ok()) {
                Some(value) if !value.is_empty() => format!("{name}:{}", String::from_utf8_lossy(value)),
                _ => name.to_owned(),
            },
        };
        let all: Vec<String> =
            operations.iter().filter(|one| !matches!(one.operator.as_str(), "Tf" | "Tj" | "ET")).map(name).collect();
        all.join(" ")
    }

    #[test]
    fn text_stands_in_the_order_of_the_tree() {
        let places = Places::from([(1, 1), (2, 2), (3, 3), (4, 4)]);
        for (before, after) in [
            // Each in its own colour, and all that follows in the one it had.
            ("RG:0 rg:0 3 a rg:1 . 2 a rg:2 . 1 a . re f", "RG:0 rg:0 rg:2 1 a . rg:1 2 a . rg:0 3 a . rg:2 re f"),
            ("RG:0 rg:0 2 a . rg:1 1 a . BMC a . rg:0 3 a .", "RG:0 rg:0 rg:1 1 a . BMC a . rg:0 2 a . 3 a ."),
            ("RG:0 cs:0 scn:0 2 a cs:1 scn:1 . 1 a .", "RG:0 cs:0 scn:0 cs:1 scn:1 1 a . cs:0 scn:0 2 a . cs:1 scn:1"),
            ("RG:0 rg:0 gs:3 2 a . gs:3 1 a .", "RG:0 rg:0 gs:3 1 a . 2 a ."),
            // What a mark sets for the next is no part of it.
            ("RG:0 rg:0 3 a . 2 a Q q cm . 1 a .", "RG:0 rg:0 2 a . 3 a . Q q cm 1 a ."),
            // Nothing crosses what is painted or set between.
            ("RG:0 rg:0 2 a . re f 1 a .", "RG:0 rg:0 2 a . re f 1 a ."),
            ("RG:0 rg:0 2 a . gs:4 1 a .", "RG:0 rg:0 2 a . gs:4 1 a ."),
            ("RG:0 rg:0 2 a re f . 1 a .", "RG:0 rg:0 2 a re f . 1 a ."),
            ("RG:0 rg:0 2 re f a . 1 a .", "RG:0 rg:0 2 re f a . 1 a ."),
            // Where it is not known what a text is painted with it stays.
            ("2 a . 1 a .", "2 a . 1 a ."),
            ("q RG:0 rg:0 2 a Q . 1 a .", "q RG:0 rg:0 2 a . Q 1 a ."),
            ("RG:0 rg:0 2 a . 1 Tr a .", "RG:0 rg:0 2 a . 1 Tr a ."),
            ("RG:0 rg:0 1 a rg:1 . 2 a .", "RG:0 rg:0 1 a rg:1 . 2 a ."),
        ] {
            assert_eq!(names(&ordered(page(before), &places)), after, "{before}");
        }
        let fontless = page("RG:0 rg:0 2 a . 1 BT Tj ET .");
        assert_eq!(names(&ordered(fontless, &places)), "RG:0 rg:0 2 a . 1 a .");
    }
}
