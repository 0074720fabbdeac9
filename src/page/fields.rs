//! Owns the page of the fields of action: which goals each serves, which needs it meets, and what is offered in it.

use super::sheet::{Block, Item, Part, Sheet, anchor};
use super::{Desk, draw, thread};
use crate::model::Entry;
use crate::model::kinds::strategy::{Demand, Field};
use crate::model::thread::Link;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let items = desk.model().fields.iter().map(|field| item(desk, field)).collect();
    Sheet {
        parts: vec![
            Part::opening(Block::figure(draw::fields(desk))),
            Part::new("all", desk.say("page.fields.all"), [Block::Items { items }]),
        ],
    }
}

fn item(desk: &Desk<'_>, field: &Entry<Field>) -> Item {
    let (model, relations) = (desk.model(), desk.site.relations);
    let (goals, services) = (relations.goals_of_field(field.id()), relations.services_in(field.id()));
    let demands: Vec<&Entry<Demand>> = model.all(&field.demands).collect();
    let facts = [
        desk.row("goals", thread::links(desk, goals.iter().copied())),
        thread::row(desk, Link::Demands, thread::links(desk, demands.iter().copied())),
        thread::row(desk, Link::Services, thread::links(desk, services.iter().copied())),
    ];
    Item {
        anchor: anchor(field),
        title: desk.text(&field.title),
        text: desk.maybe(field.description.as_ref()),
        points: desk.texts(&field.needs),
        facts: (facts.into_iter().flatten())
            .chain(thread::through(desk, goals, &demands))
            .chain(thread::onwards(desk, goals, services))
            .collect(),
        ..Item::default()
    }
}
