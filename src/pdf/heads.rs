//! Owns the heads of tables that go on over several pages: an engine tells them again on each, and only the first time are they content.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Document, Object, ObjectId};

use super::Failure;
use super::parents::Parents;
use super::structure::{Marks, elements, kids, mark};

/// Pages on which a head has to be told again for those who listen to be spared it. Of fewer, no program can tell a running head from text that got lost.
const OFTEN: usize = 3;

/// Marked content by its numbers on a page, with the elements that hold it.
type Held = Vec<(ObjectId, i64)>;

/// The heads that are told again.
#[derive(Default)]
pub(super) struct Heads {
    /// The marked content of a table's heads, by later page.
    again: Vec<BTreeMap<ObjectId, Held>>,
}

impl Heads {
    /// Takes note of the heads of a table.
    pub(super) fn of_table(&mut self, pdf: &Document, heads: impl Iterator<Item = ObjectId>) {
        let mut again: BTreeMap<ObjectId, Held> = BTreeMap::new();
        for head in heads {
            let mut first = None;
            for element in elements(pdf, head) {
                for (page, number) in kids(pdf, element).iter().filter_map(|kid| mark(pdf, element, kid)) {
                    if *first.get_or_insert(page) != page {
                        again.entry(page).or_default().push((element, number));
                    }
                }
            }
        }
        if !again.is_empty() {
            self.again.push(again);
        }
    }

    /// Takes what is told again and again out of the tree, and gives its marks.
    pub(super) fn told_once(self, pdf: &mut Document, parents: &Parents) -> Result<Marks, Failure> {
        // Tables with the same heads follow one another; it is the heads that recur.
        let pages: BTreeSet<ObjectId> = self.again.iter().flat_map(|table| table.keys().copied()).collect();
        let mut shown = BTreeMap::new();
        for page in pages {
            shown.insert(page, painted(pdf, page)?);
        }
        let mut alike: BTreeMap<Vec<u8>, Vec<(ObjectId, Held)>> = BTreeMap::new();
        for (page, marks) in self.again.into_iter().flatten() {
            let text = marks.iter().filter_map(|(_, number)| shown.get(&page)?.get(number)).flatten().copied().collect();
            alike.entry(text).or_default().push((page, marks));
        }
        let mut dropped = Marks::new();
        for (page, marks) in alike.into_values().filter(|pages| pages.len() >= OFTEN).flatten() {
            for (element, number) in marks {
                let kept: Vec<Object> =
                    kids(pdf, element).into_iter().filter(|kid| mark(pdf, element, kid) != Some((page, number))).collect();
                pdf.get_dictionary_mut(element)?.set("K", kept);
                parents.give(pdf, page, number, Object::Null);
                dropped.entry(page).or_default().insert(number);
            }
        }
        Ok(dropped)
    }
}

/// What each piece of a page's marked content shows, as the fonts' own codes.
fn painted(pdf: &Document, page: ObjectId) -> Result<BTreeMap<i64, Vec<u8>>, Failure> {
    let mut shown: BTreeMap<i64, Vec<u8>> = BTreeMap::new();
    let mut within = None;
    for operation in Content::decode(&pdf.get_page_content(page))?.operations {
        match operation.operator.as_str() {
            "BDC" => {
                let value = operation.operands.get(1).and_then(|value| value.as_dict().ok());
                within = value.and_then(|value| value.get(b"MCID").and_then(Object::as_i64).ok());
            }
            "EMC" => within = None,
            "Tj" => {
                if let (Some(number), Some(Ok(codes))) = (within, operation.operands.first().map(Object::as_str)) {
                    shown.entry(number).or_default().extend(codes);
                }
            }
            _ => {}
        }
    }
    Ok(shown)
}
