//! Owns the glossary: what the words mean that a reader from outside may not know, in the order of the alphabet of the page's language.

use super::sheet::{Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words};
use crate::model::Entry;
use crate::model::kinds::document::Term;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let head = [("page.glossary.term", false), ("page.glossary.meaning", false)].map(|(key, numeric)| (desk.say(key), numeric));
    let mut terms: Vec<(Words, &Entry<Term>)> = desk.model().terms.iter().map(|term| (name(desk, term), term)).collect();
    terms.sort_by_cached_key(|(name, _)| crate::model::Id::place_in_list(&name.text));
    let lines = terms.into_iter().map(|(name, term)| {
        let meaning = desk.text(&term.definition);
        Line::new(anchor(term), [Cell::from(name), Cell::from(meaning)])
    });
    let table = Table::new(desk.say("page.glossary.caption"), head).lines(lines);
    Sheet { parts: vec![Part::opening(table.block())] }
}

/// The term, with its abbreviation where it has one.
fn name(desk: &Desk<'_>, term: &Term) -> Words {
    let name = desk.text(&term.term);
    match desk.maybe(term.abbreviation.as_ref()) {
        Some(short) => Words { text: format!("{} ({})", name.text, short.text), ..name },
        None => name,
    }
}
