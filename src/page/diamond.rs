//! Owns the page of Porter's diamond: the picture, and each factor with what shows it and what answers it.

use super::sheet::{Block, Item, Part, Sheet, anchor};
use super::{Desk, draw};
use crate::model::kinds::diamond::{Determinant, Factor};
use crate::model::{Choice, Entry};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let part = |&determinant: &Determinant| {
        let factors = desk.model().diamond.iter().filter(|factor| factor.determinant == determinant);
        let items: Vec<Item> = factors.map(|factor| item(desk, factor)).collect();
        Part::new(determinant.as_str(), desk.word(determinant), (!items.is_empty()).then_some(Block::Items { items }))
    };
    let opening = Part::opening(Block::figure(draw::diamond(desk)));
    Sheet { parts: std::iter::once(opening).chain(Determinant::ALL.iter().map(part)).collect() }
}

fn item(desk: &Desk<'_>, factor: &Entry<Factor>) -> Item {
    let facts = [
        desk.row("theme", desk.maybe(factor.theme.as_ref())),
        desk.row("evidence", desk.maybe(factor.evidence.as_ref())),
        desk.row("goals", desk.model().all(&factor.goals).map(|goal| desk.link(goal, &goal.title))),
    ];
    Item {
        anchor: anchor(factor),
        kicker: Some(desk.word(factor.sign)),
        title: desk.text(&factor.title),
        text: desk.maybe(factor.description.as_ref()),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}
