//! Owns the page of processes: all of them at a glance, then each with its steps, by the sort of process it is.

use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table, anchor};
use super::{Desk, Words, draw};
use crate::lang::Arg;
use crate::model::kinds::process::{Process, ProcessKind, ProcessStep};
use crate::model::{Choice, Entry};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let processes = &desk.model().processes;
    let sorted = || ProcessKind::ALL.iter().flat_map(|kind| processes.iter().filter(move |process| process.kind == *kind));
    let columns =
        [("process", false), ("process-kind", false), ("owner", false), ("process-state", false), ("process-steps", true)];
    let head = columns.map(|(key, numeric)| (desk.say(&format!("label.{key}")), numeric));
    let table = Table::new(desk.say("page.processes.caption"), head).lines(sorted().map(|process| line(desk, process)));
    let mut parts = vec![Part::opening(table.block())];
    parts.extend(ProcessKind::ALL.iter().filter_map(|kind| {
        let of_kind = processes.iter().filter(|process| process.kind == *kind);
        // The picture stands below the card and not in it, so that a telephone gives it the whole width.
        let blocks = of_kind.flat_map(|process| {
            let card = Block::Items { items: vec![item(desk, process)] };
            std::iter::once(card).chain(Block::figure(draw::process(desk, process)))
        });
        let mut part = Part::new(kind.as_str(), desk.say(&format!("page.processes.{}", kind.as_str())), blocks);
        part.lead = Some(Words::from(desk.say(&format!("page.processes.{}-lead", kind.as_str()))));
        (!part.blocks.is_empty()).then_some(part)
    }));
    Sheet { parts }
}

fn line(desk: &Desk<'_>, process: &Entry<Process>) -> Line {
    Line::new(
        None,
        [
            desk.link(process, &process.title).into(),
            Cell::from(desk.word(process.kind)),
            desk.party(process.owner.as_ref()).into(),
            Cell::from(process.state.map(|state| desk.word(state))),
            Cell::from((!process.steps.is_empty()).then(|| desk.locale.number(process.steps.len() as f64)))
                .sorted_by(process.steps.len()),
        ],
    )
}

fn item(desk: &Desk<'_>, process: &Entry<Process>) -> Item {
    let model = desk.model();
    let services = model.all(&process.services).map(|service| desk.link(service, &service.title));
    let document = process.document.as_ref().and_then(|document| model.get(document));
    let rows = [
        desk.row("owner", desk.party(process.owner.as_ref())),
        desk.row("process-state", process.state.map(|state| desk.word(state)).map(Words::from)),
        desk.row("process-trigger", desk.maybe(process.trigger.as_ref())),
        desk.row("process-inputs", desk.texts(&process.inputs)),
        desk.row("process-outputs", desk.texts(&process.outputs)),
        desk.row("process-services", services),
        desk.row("document", document.map(|document| desk.link(document, &document.title))),
        desk.row("process-reviewed", process.reviewed.map(|date| desk.date(date)).map(Words::from)),
    ];
    let count = process.steps.len() as u64;
    Item {
        anchor: anchor(process),
        kicker: (count > 0).then(|| desk.locale.format("page.processes.count", &[("count", Arg::Count(count))])),
        title: desk.text(&process.title),
        text: desk.maybe(process.purpose.as_ref()),
        prose: desk.prose(process.body.as_ref(), &format!("process-{}-", process.id()), 3),
        facts: rows.into_iter().flatten().collect(),
        ..Item::default()
    }
}

/// Who does a step: somebody with an entry here, else whoever is named in words; nobody where neither is known to this audience.
pub(super) fn doer(desk: &Desk<'_>, step: &ProcessStep) -> Option<Words> {
    desk.party(step.by.as_ref()).or_else(|| desk.maybe(step.actor.as_ref()))
}
