//! Owns the page on relations with members: how many there are, whom the cluster wants to win, what keeps them, what they owe and get, what they say.

use super::sheet::{Block, Cell, Item, Line, Part, Sheet, Table, fact};
use super::{Desk, Words, draw, period_words};
use crate::lang::Arg;
use crate::model::kinds::relations::{Duty, Practice, Relations, Satisfaction, Segment};
use crate::model::{Entry, membership};

pub(super) fn view(desk: &Desk<'_>) -> Sheet {
    let Some(relations) = desk.model().relations.iter().next() else { return Sheet { parts: Vec::new() } };
    let body = desk.prose(relations.body.as_ref(), "relations-", 1).map(|text| Block::Prose { text });
    let part = |id: &str, block: Option<Block>| Part::new(id, desk.say(&format!("relations.{id}")), block);
    let with_lead =
        |id: &str, block: Option<Block>| Part { lead: Some(desk.say(&format!("relations.{id}-lead")).into()), ..part(id, block) };
    let practices = |all: &[Practice]| items(all.iter().map(|one| practice(desk, one)));
    let has = |list: bool, part: Part| list.then_some(part);
    let parts = [
        has(body.is_some(), Part::opening(body)),
        Some(Part::new("years", desk.say("relations.years"), years(desk))),
        has(!relations.segments.is_empty(), part("segments", items(relations.segments.iter().map(|one| segment(desk, one))))),
        has(!relations.retention.is_empty(), part("retention", practices(&relations.retention))),
        has(!relations.duties.is_empty(), with_lead("duties", duties(desk, relations))),
        has(!relations.dialogue.is_empty(), part("dialogue", practices(&relations.dialogue))),
        has(!relations.surveys.is_empty(), part("surveys", surveys(desk, relations))),
    ];
    Sheet { parts: parts.into_iter().flatten().filter(|part| !part.blocks.is_empty()).collect() }
}

fn items(items: impl Iterator<Item = Item>) -> Option<Block> {
    Some(Block::Items { items: items.collect() })
}

/// The curve, and a word on members that it can't place.
fn years(desk: &Desk<'_>) -> Vec<Block> {
    let found = membership(desk.model(), desk.site.today);
    let undated = (found.undated > 0).then(|| {
        let count = desk.locale.number(found.undated as f64);
        let args = [("count", Arg::Text(&count))];
        Block::note(desk.locale.format("relations.undated", &args), false)
    });
    Block::figure_with_data(draw::membership(desk, &found)).into_iter().chain(undated).collect()
}

fn segment(desk: &Desk<'_>, segment: &Segment) -> Item {
    let number = |count: u32| desk.locale.number(f64::from(count));
    let by = segment.by.as_ref().map(|by| period_words(desk, by));
    let wanted = match (segment.wanted, by) {
        (Some(count), Some(by)) => {
            Some(desk.locale.format("relations.wanted-by", &[("count", Arg::Text(&number(count))), ("date", Arg::Text(&by))]))
        }
        (Some(count), None) => Some(number(count)),
        (None, Some(by)) => Some(desk.locale.format("format.by-date", &[("date", Arg::Text(&by))])),
        (None, None) => None,
    };
    let nodes = desk.model().all(&segment.value_chain).map(|node| desk.link(node, &node.title));
    let facts = [
        fact(desk, "relations.approach", desk.maybe(segment.approach.as_ref())),
        desk.row("value-chain", nodes),
        fact(desk, "relations.wanted", wanted.map(Words::from)),
        desk.row("owner", desk.party(segment.owner.as_ref())),
    ];
    Item {
        kicker: segment.kind.map(|kind| desk.word(kind)),
        title: desk.text(&segment.title),
        text: desk.maybe(segment.reason.as_ref()),
        facts: facts.into_iter().flatten().collect(),
        ..Item::default()
    }
}

fn practice(desk: &Desk<'_>, practice: &Practice) -> Item {
    let rhythm = fact(desk, "relations.rhythm", desk.maybe(practice.rhythm.as_ref()));
    Item {
        title: desk.text(&practice.title),
        text: desk.maybe(practice.description.as_ref()),
        facts: rhythm.into_iter().chain(desk.row("owner", desk.party(practice.owner.as_ref()))).collect(),
        ..Item::default()
    }
}

/// Duties beside what members get for each.
fn duties(desk: &Desk<'_>, relations: &Entry<Relations>) -> Option<Block> {
    let line = |duty: &Duty| {
        let services = desk.model().all(&duty.services).map(|service| desk.link(service, &service.title));
        let got = services.chain(desk.maybe(duty.benefit.as_ref()));
        Line::new(None, [desk.text(&duty.title).into(), desk.maybe(duty.description.as_ref()).into(), Cell::all(got)])
    };
    let head = ["relations.duty", "relations.extent", "relations.return"].map(|key| (desk.say(key), false));
    Table::new(desk.say("relations.duties"), head).lines(relations.duties.iter().map(line)).block()
}

/// What members said, the latest survey first.
fn surveys(desk: &Desk<'_>, relations: &Entry<Relations>) -> Option<Block> {
    let mut surveys: Vec<&Satisfaction> = relations.surveys.iter().collect();
    surveys.sort_by_key(|survey| std::cmp::Reverse(survey.date));
    let number = |count: Option<u32>| count.map(|count| desk.locale.number(f64::from(count)));
    let line = |survey: &&Satisfaction| {
        let value = survey.satisfaction.map(|value| match survey.out_of {
            None => desk.locale.percent(value),
            Some(best) => {
                let (value, total) = (desk.locale.number(value), desk.locale.number(best));
                desk.locale.format("format.of", &[("value", Arg::Text(&value)), ("total", Arg::Text(&total))])
            }
        });
        Line::new(
            None,
            [
                Cell::from(desk.date(survey.date)).sorted_by(survey.date),
                number(survey.asked).into(),
                number(survey.answered).into(),
                survey.response_rate().map(|rate| desk.locale.percent((rate * 100.0).round())).into(),
                value.into(),
                desk.maybe(survey.findings.as_ref()).into(),
                desk.maybe(survey.response.as_ref()).into(),
            ],
        )
    };
    let numeric = |key: &str| (desk.say(key), true);
    let head = [
        (desk.say("label.date"), false),
        numeric("relations.asked"),
        numeric("relations.answered"),
        numeric("relations.rate"),
        numeric("relations.satisfaction"),
        (desk.say("relations.findings"), false),
        (desk.say("relations.response"), false),
    ];
    Table::new(desk.say("relations.surveys"), head).lines(surveys.iter().map(line)).block()
}
