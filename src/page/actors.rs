//! Owns the page about actors: what each seeks and brings, their interests and roles, and the events that won them.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw, gathering};
use crate::lang::Arg;
use crate::model::kinds::actor::{Intention, Interest};
use crate::model::kinds::editorial::Event;
use crate::model::{Entry, Visibility};

/// More columns than this make paper lie on its side.
const MANY: usize = 5;

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let model = desk.model();
    let closed = model.intentions.iter().map(|entry| &entry.meta).chain(model.interests.iter().map(|entry| &entry.meta));
    let confidential = closed.into_iter().any(|meta| meta.visibility > Visibility::Public);
    let note = confidential.then(|| Part::opening([Block::note(desk.say("page.actors.confidential"), true)]));
    let table = |key: &str, columns: &[&str], lines: Vec<Line>| {
        let head = columns.iter().map(|column| (desk.say(&format!("label.{column}")), false));
        let table = Table::new(desk.say(&format!("page.actors.{key}-caption")), head).lines(lines);
        if columns.len() > MANY { table.wide().block() } else { table.block() }
    };
    let columns = ["actor", "seeks", "offers", "openness", "fields"];
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
    let open = entry.openness.map(|openness| Words::from(desk.word(openness))).into_iter();
    let keeps = entry.keeps.iter().map(|text| named(desk, "keeps", desk.text(text)));
    Line::new(
        anchor(entry),
        [
            Cell::all(actor),
            Cell::list(desk.texts(&entry.seeks)),
            Cell::list(desk.texts(&entry.offers)),
            Cell::list(open.chain(keeps)),
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

/// Words with what they are before them, for a column that says two things: paper has no room for one each.
fn named(desk: &Desk<'_>, key: &str, words: Words) -> Words {
    let label = desk.say(&format!("label.{key}"));
    // Before words of another language the label keeps its own direction.
    let label = if words.lang.is_some() { format!("\u{2068}{label}\u{2069}") } else { label };
    let text = desk.locale.format("format.pair", &[("label", Arg::Text(&label)), ("value", Arg::Text(&words.text))]);
    Words { text, ..words }
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
