//! Owns the page of the service portfolio: where each service stands as managers and members see it, and how much trust it needs.

use super::sheet::{Block, Cell, Line, Part, Sheet, Table};
use super::{Desk, Words, draw, service};
use crate::lang::Arg;
use crate::model::kinds::service::{Quarter, Service};
use crate::model::portfolio::{Placed, listed, managers, members, proposal, rung};
use crate::model::{Choice, Entry};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let services: Vec<&Entry<Service>> = desk.model().services.iter().filter(|service| listed(service)).collect();
    let of_managers = [Some(origin(desk, &services)), Block::figure(draw::portfolio_of_managers(desk))];
    let of_members = match Block::figure(draw::portfolio_of_members(desk)) {
        Some(figure) => vec![compared(desk, &services), figure],
        None => vec![Block::note(desk.say("page.portfolio.members-not-asked"), false)],
    };
    let mut method =
        Part::new("method", desk.say("page.portfolio.method"), [Block::note(desk.say("page.portfolio.lost"), false)]);
    method.blocks.push(Block::Links { links: steps(desk) });
    let placed = services.iter().filter(|service| rung(service).is_some_and(Placed::is_proposed)).count();
    let trust = (placed > 0).then(|| {
        let count = desk.locale.number(placed as f64);
        Block::note(desk.locale.format("page.portfolio.trust-proposed", &[("count", Arg::Text(&count))]), false)
    });
    let trust = Block::figure_with_data(draw::trust(desk)).into_iter().chain(trust);
    let mut ladder = Part::new("trust", desk.say("page.portfolio.trust"), trust);
    ladder.lead = Some(Words::from(desk.say("page.portfolio.trust-lead")));
    Sheet {
        parts: vec![
            Part::new("managers", desk.say("page.portfolio.managers"), of_managers.into_iter().flatten()),
            Part::new("members", desk.say("page.portfolio.members"), of_members),
            Part::new("all", desk.say("page.portfolio.all"), table(desk, &services).block()),
            ladder,
            method,
        ],
    }
}

/// How many places are set, and how many proposed.
fn origin(desk: &Desk<'_>, services: &[&Entry<Service>]) -> Block {
    let places: Vec<Placed<Quarter>> = services.iter().filter_map(|service| managers(service)).collect();
    let proposed = places.iter().filter(|place| place.is_proposed()).count();
    let key = match (places.len(), proposed) {
        (0, _) => "page.portfolio.none-placed",
        (_, 0) => "page.portfolio.all-said",
        _ => "page.portfolio.some-proposed",
    };
    counted(desk, key, proposed, places.len())
}

/// A note with how many of how many.
fn counted(desk: &Desk<'_>, key: &str, count: usize, total: usize) -> Block {
    let [count, total] = [count, total].map(|number| desk.locale.number(number as f64));
    Block::note(desk.locale.format(key, &[("count", Arg::Text(&count)), ("total", Arg::Text(&total))]), false)
}

/// How far managers and members agree.
fn compared(desk: &Desk<'_>, services: &[&Entry<Service>]) -> Block {
    let both = services.iter().filter_map(|service| Some((managers(service)?.place(), members(service)?)));
    let (same, total) = both.fold((0, 0), |(same, total), (one, other)| (same + usize::from(one == other), total + 1));
    counted(desk, "page.portfolio.compared", same, total)
}

/// The steps of the method, one after the other.
fn steps(desk: &Desk<'_>) -> Vec<Words> {
    ["step-free", "step-review", "step-fee", "step-covered"]
        .map(|key| Words::from(desk.say(&format!("page.portfolio.{key}"))))
        .into()
}

fn table(desk: &Desk<'_>, services: &[&Entry<Service>]) -> Table {
    let columns = [
        ("service-number", true),
        ("service", false),
        ("managers-view", false),
        ("members-view", false),
        ("price", false),
        ("relevance", false),
        ("effort", false),
        ("frequency", false),
        ("beneficiaries", false),
        ("trust", true),
    ];
    let head = columns.map(|(key, numeric)| (desk.say(&format!("label.{key}")), numeric));
    let line = |(index, entry): (usize, &&Entry<Service>)| {
        let number = desk.locale.number((index + 1) as f64);
        let place = managers(entry).map(|place| said(desk, place.map(|quarter| desk.word(quarter))));
        // Where the authors differ from the method, readers see both.
        let other = proposal(entry).filter(|other| managers(entry).is_some_and(|place| place.place() != *other));
        let other = other.map(|other| {
            let word = desk.word(other);
            Words::from(desk.locale.format("page.portfolio.method-says", &[("quarter", Arg::Text(&word))]))
        });
        let graded = |set: &str, grade: Option<crate::model::kinds::service::Grade>| {
            Cell::from(grade.map(|grade| desk.say(&format!("enum.{set}.{}", grade.as_str()))))
        };
        Line::new(
            None,
            [
                Cell::from(number).sorted_by(index),
                desk.link(entry, &entry.title).into(),
                Cell::all(place.into_iter().chain(other)),
                members(entry).map(|quarter| desk.word(quarter)).into(),
                entry.price.as_ref().map(|price| service::price(desk, price)).into(),
                graded("relevance", entry.relevance),
                graded("effort", entry.effort),
                entry.frequency.map(|word| desk.word(word)).into(),
                entry.beneficiaries.map(|word| desk.word(word)).into(),
                rung(entry).map(|rung| said(desk, rung.map(|rung| desk.locale.number(f64::from(rung))))).into(),
            ],
        )
    };
    Table::new(desk.say("page.portfolio.all"), head).lines(services.iter().enumerate().map(line)).wide()
}

/// A place, marked where it is proposed.
pub(super) fn said(desk: &Desk<'_>, place: Placed<String>) -> Words {
    match place {
        Placed::Said(word) => Words::from(word),
        Placed::Proposed(word) => Words::from(desk.locale.format("page.portfolio.as-proposed", &[("place", Arg::Text(&word))])),
    }
}
