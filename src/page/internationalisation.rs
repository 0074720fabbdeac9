//! Owns the page on what the cluster does beyond its country: partner clusters, markets, missions.

use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table, address, anchor, fact};
use super::{Desk, Row, Words, draw, period, period_words};
use crate::lang::Arg;
use crate::model::kinds::goal::Goal;
use crate::model::kinds::international::{Market, Mission, PartnerCluster, Priority};
use crate::model::value::Country;
use crate::model::{Entry, Ref};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let model = desk.model();
    let mut missions: Vec<&Entry<Mission>> = model.missions.iter().collect();
    missions.sort_by_key(|mission| (mission.start, mission.id().clone()));
    let (mut past, ahead): (Vec<_>, Vec<_>) = missions.into_iter().partition(|mission| mission.last_day().0 < desk.site.today);
    past.reverse();
    let part = |id: &str, block: Option<Block>| Part::new(id, desk.say(&format!("international.{id}")), block);
    let told = |missions: Vec<&Entry<Mission>>| items(missions.into_iter().map(|entry| mission(desk, entry)).collect());
    let parts = vec![
        Part::opening(Block::figure(draw::partners(desk))),
        part("partners", items(model.partner_clusters.iter().map(|entry| partner(desk, entry)).collect())),
        part("markets", markets(desk)),
        part("missions-ahead", told(ahead)),
        part("missions-past", told(past)),
    ];
    Sheet { parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect() }
}

fn items(items: Vec<Item>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::Items { items })
}

fn country(desk: &Desk<'_>, country: &Country) -> String {
    desk.locale.country(country.as_str()).to_owned()
}

fn goals(desk: &Desk<'_>, goals: &[Ref<Goal>]) -> Option<Row> {
    desk.row("goals", desk.model().all(goals).map(|goal| desk.link(goal, &goal.title)))
}

/// A market as a link, by its name or its country's.
fn market_link(desk: &Desk<'_>, market: &Entry<Market>) -> Words {
    let name = desk.maybe(market.title.as_ref()).unwrap_or_else(|| country(desk, &market.country).into());
    name.linked(desk.href_of(market))
}

fn partner(desk: &Desk<'_>, entry: &Entry<PartnerCluster>) -> Item {
    let model = desk.model();
    let agreement = entry.agreement.as_ref().map(|agreement| {
        let day = |key: &str, day| desk.locale.format(key, &[("date", Arg::Text(&desk.date(day)))]);
        let signed = agreement.signed.map(|signed| Words::from(day("international.signed", signed)));
        let until = agreement.valid_until.map(|until| Words::from(day("international.holds-until", until)));
        let document = agreement.document.as_ref().and_then(|document| model.get(document));
        let document = document.map(|document| desk.link(document, &document.title));
        [signed, until, document].into_iter().flatten().collect::<Vec<_>>()
    });
    let website = entry.website.as_ref().map(address);
    let facts = [
        desk.row("place", desk.maybe(entry.place.as_ref())),
        fact(desk, "international.since", entry.since.as_ref().map(|since| period_words(desk, since).into())),
        fact(desk, "international.agreement", agreement.unwrap_or_default()),
        goals(desk, &entry.goals),
        fact(desk, "nav.projects", model.all(&entry.projects).map(|project| desk.link(project, &project.title))),
        desk.row("owner", desk.party(entry.owner.as_ref())),
        desk.row("website", website),
    ];
    Item {
        anchor: anchor(entry),
        kicker: Some(country(desk, &entry.country)),
        title: desk.text(&entry.name),
        text: desk.maybe(entry.aim.as_ref()),
        points: desk.texts(&entry.activities),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}

fn markets(desk: &Desk<'_>) -> Option<Block> {
    use crate::model::Choice;
    let line = |entry: &Entry<Market>| {
        let rank = entry.priority.and_then(|priority| Priority::ALL.iter().position(|known| *known == priority));
        let goals = desk.model().all(&entry.goals).map(|goal| desk.link(goal, &goal.title));
        Line::new(
            anchor(entry),
            [
                desk.maybe(entry.title.as_ref()).unwrap_or_else(|| country(desk, &entry.country).into()).into(),
                country(desk, &entry.country).into(),
                entry.kind.map(|kind| desk.word(kind)).into(),
                Cell::from(entry.priority.map(|priority| desk.word(priority))).sorted_by(rank.unwrap_or(Priority::ALL.len())),
                desk.maybe(entry.reason.as_ref()).into(),
                Cell::all(goals),
            ],
        )
    };
    let head = [
        "international.market",
        "label.country",
        "international.sought",
        "international.priority",
        "international.why",
        "label.goals",
    ];
    let table = Table::new(desk.say("international.markets"), head.map(|key| (desk.say(key), false)));
    table.lines(desk.model().markets.iter().map(line)).block()
}

fn mission(desk: &Desk<'_>, entry: &Entry<Mission>) -> Item {
    let model = desk.model();
    let place: Vec<Words> = (desk.maybe(entry.place.as_ref()).into_iter())
        .chain(entry.country.as_ref().map(|code| country(desk, code).into()))
        .collect();
    let count = entry.organisations.map(|count| desk.locale.number(f64::from(count)));
    let facts = [
        fact(desk, "international.when", period(desk, Some(entry.start), entry.end).map(Words::from)),
        desk.row("place", place),
        fact(desk, "international.organisations", count.map(Words::from)),
        desk.row("participants", desk.parties(&entry.participants)),
        fact(desk, "international.partners", model.all(&entry.partners).map(|partner| desk.link(partner, &partner.name))),
        fact(desk, "international.markets", model.all(&entry.markets).map(|market| market_link(desk, market))),
        fact(desk, "international.outcome", desk.maybe(entry.outcome.as_ref())),
    ];
    Item {
        anchor: anchor(entry),
        kicker: entry.kind.map(|kind| desk.word(kind)),
        title: desk.text(&entry.title),
        text: desk.maybe(entry.purpose.as_ref()),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}
