//! Owns the page about actors: what each seeks and brings, their interests and roles, and the events that won them.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw, gathering};
use crate::model::kinds::actor::{Intention, Interest};
use crate::model::kinds::editorial::Event;
use crate::model::{Entry, Visibility};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let model = desk.model();
    let closed = model.intentions.iter().map(|entry| &entry.meta).chain(model.interests.iter().map(|entry| &entry.meta));
    let confidential = closed.into_iter().any(|meta| meta.visibility > Visibility::Public);
    let note = confidential.then(|| Part::opening([Block::note(desk.say("page.actors.confidential"), true)]));
    let table = |key: &str, columns: &[&str], lines: Vec<Line>| {
        let head = columns.iter().map(|column| (desk.say(&format!("label.{column}")), false));
        Table::new(desk.say(&format!("page.actors.{key}-caption")), head).wide().lines(lines).block()
    };
    let columns = ["actor", "seeks", "offers", "openness", "keeps", "fields"];
    let intentions = table("intentions", &columns, model.intentions.iter().map(|entry| intention(desk, entry)).collect());
    let columns = ["group", "members", "interest", "actor-role", "influence", "approach"];
    let interests = table("interests", &columns, model.interests.iter().map(|entry| interest(desk, entry)).collect());
    let mut events: Vec<&Entry<Event>> = model.events.iter().filter(|event| event.awareness).collect();
    events.sort_by_key(|event| event.start);
    let awareness = events.into_iter().map(|entry| event(desk, entry)).collect();
    let part = |key: &str, blocks: Vec<Option<Block>>| {
        let blocks: Vec<Block> = blocks.into_iter().flatten().collect();
        let lead = Some(Words::from(desk.say(&format!("page.actors.{key}-lead"))));
        let title = desk.say(&format!("page.actors.{key}"));
        (!blocks.is_empty()).then(|| Part { lead, ..Part::new(key, title, blocks) })
    };
    let parts = [
        note,
        part("intentions", vec![intentions]),
        part("interests", vec![Block::figure(draw::interests(desk)), interests]),
        part("awareness", awareness),
    ];
    Sheet { parts: parts.into_iter().flatten().collect() }
}

fn intention(desk: &Desk<'_>, entry: &Entry<Intention>) -> Line {
    let actor = desk.party(entry.actor.as_ref()).into_iter().chain(desk.maybe(entry.group.as_ref()));
    Line::new(
        anchor(entry),
        [
            Cell::all(actor),
            Cell::list(desk.texts(&entry.seeks)),
            Cell::list(desk.texts(&entry.offers)),
            entry.openness.map(|openness| desk.word(openness)).into(),
            Cell::list(desk.texts(&entry.keeps)),
            Cell::all(desk.model().all(&entry.fields).map(|field| desk.link(field, &field.title))),
        ],
    )
}

fn interest(desk: &Desk<'_>, entry: &Entry<Interest>) -> Line {
    Line::new(
        anchor(entry),
        [
            desk.text(&entry.group).into(),
            Cell::all(desk.parties(&entry.actors)),
            desk.text(&entry.interest).into(),
            desk.word(entry.role).into(),
            entry.influence.map(|influence| desk.word(influence)).into(),
            desk.maybe(entry.approach.as_ref()).into(),
        ],
    )
}

/// An event by names and values; its own page says more, but the document has no other place for it.
fn event(desk: &Desk<'_>, entry: &Entry<Event>) -> Option<Block> {
    let date = super::period(desk, Some(entry.start), entry.end).map(Words::from);
    Block::facts([
        desk.row("event", [desk.link(entry, &entry.title)]),
        desk.row("date", date),
        desk.row("place", desk.maybe(entry.place.as_ref())),
        desk.row("agenda", entry.agenda.iter().map(|item| gathering::in_one_line(desk, item))),
        desk.row("participants", gathering::counted(desk, entry)),
        desk.row("outcome", desk.texts(&entry.outcome)),
    ])
}
