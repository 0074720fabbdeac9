//! Owns the page of the demands: ranked by the method of `model::ranking`, with what became of each and what each actor gave.

use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table, anchor};
use super::{Desk, Row, Words, draw, thread};
use crate::lang::Arg;
use crate::model::kinds::strategy::Demand;
use crate::model::thread::Link;
use crate::model::{Entry, Ranked, ranking};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let ranked = ranking(&desk.model().demands);
    let opening = Block::figure(draw::demands(desk, &ranked)).into_iter();
    let items = ranked.iter().map(|one| item(desk, one)).collect();
    let mut parts = vec![
        Part::opening(opening.chain([Block::note(desk.say("page.demands.method"), false)])),
        Part::new("all", desk.say("page.demands.all"), [Block::Items { items }]),
    ];
    if let Some(scores) = scores(desk, &ranked) {
        parts.push(Part::new("scores", desk.say("page.demands.scores"), [scores]));
    }
    Sheet { parts }
}

/// The points of a demand and how many actors are behind it, in a line.
pub(super) fn strength(desk: &Desk<'_>, one: &Ranked<'_>) -> String {
    let actors = desk.locale.format("count.actors", &[("count", Arg::Count(one.actors as u64))]);
    let points = (one.points > 0).then(|| desk.locale.format("count.points", &[("count", Arg::Count(u64::from(one.points)))]));
    points.into_iter().chain([actors]).collect::<Vec<_>>().join(" · ")
}

fn item(desk: &Desk<'_>, one: &Ranked<'_>) -> Item {
    let (model, demand) = (desk.model(), one.demand);
    let relations = desk.site.relations;
    let id = demand.id();
    let mean = one.mean.map(|mean| {
        let (mean, most) = (desk.locale.number((mean * 10.0).round() / 10.0), desk.locale.number(5.0));
        desk.locale.format("format.of", &[("value", Arg::Text(&mean)), ("total", Arg::Text(&most))])
    });
    let raised = model.all(&demand.raised_by).map(|member| desk.link(member, &member.name));
    let said = |key: &str, values: Vec<Words>| (!values.is_empty()).then(|| Row { label: desk.say(key), values });
    let (goals, services) = (relations.goals_of_demand(id), relations.services_for(id));
    let facts = [
        said("page.demands.raised-by", raised.collect()),
        said("page.demands.mean", mean.map(Words::from).into_iter().collect()),
        said("page.demands.answered-by", thread::links(desk, goals.iter().copied())),
        said("page.demands.declined", desk.maybe(demand.declined.as_ref()).into_iter().collect()),
        thread::row(desk, Link::Fields, thread::links(desk, relations.fields_for(id).iter().copied())),
        thread::row(desk, Link::Services, thread::links(desk, services.iter().copied())),
    ];
    let rank = desk.locale.digits(one.rank as u64);
    let strength = strength(desk, one);
    Item {
        anchor: anchor(demand),
        kicker: Some(desk.locale.format("page.demands.rank", &[("rank", Arg::Text(&rank)), ("strength", Arg::Text(&strength))])),
        title: desk.text(&demand.title),
        text: desk.maybe(demand.description.as_ref()),
        facts: facts.into_iter().flatten().chain(thread::onwards(desk, goals, services)).collect(),
        ..Item::default()
    }
}

/// What each actor that the audience knows gave each demand; nothing where nobody gave scores.
fn scores(desk: &Desk<'_>, ranked: &[Ranked<'_>]) -> Option<Block> {
    let model = desk.model();
    let given = |demand: &Entry<Demand>, actor: &str| {
        let known = demand.scores.iter().find(|(reference, _)| name_of(desk, reference).is_some_and(|name| name.text == actor));
        known.map(|(_, score)| score.0)
    };
    let mut actors: Vec<Words> = Vec::new();
    for (reference, _) in model.demands.iter().flat_map(|demand| demand.scores.iter()) {
        if let Some(name) = name_of(desk, reference).filter(|name| !actors.iter().any(|known| known.text == name.text)) {
            actors.push(name);
        }
    }
    if actors.is_empty() {
        return None;
    }
    let head = std::iter::once((desk.say("label.demand"), false)).chain(actors.iter().map(|actor| (actor.text.clone(), true)));
    let line = |one: &Ranked<'_>| {
        let score = |actor: &Words| match given(one.demand, &actor.text) {
            Some(score) => Cell::from(desk.locale.digits(u64::from(score))).sorted_by(score),
            None => Cell::from("–".to_owned()).sorted_by(0),
        };
        Line::new(None, std::iter::once(Cell::from(desk.link(one.demand, &one.demand.title))).chain(actors.iter().map(score)))
    };
    Table::new(desk.say("page.demands.scores"), head).wide().lines(ranked.iter().map(line)).block()
}

fn name_of(desk: &Desk<'_>, reference: &crate::model::Ref<crate::model::kinds::Party>) -> Option<Words> {
    desk.party(Some(reference))
}
