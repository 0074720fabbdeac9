//! Owns the strategy page: vision, mission, objectives, goals and what carries them.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, GoalCard};
use super::{Desk, Row, Words, draw};
use crate::chart::Picture;
use crate::lang::Arg;

/// The strategy page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Strategy {
    /// Title of the strategy, where it has one of its own.
    pub title: Option<Words>,
    /// Where the cluster wants to be.
    pub vision: Option<Words>,
    /// What it does to get there.
    pub mission: Option<Words>,
    /// Period, status, adoption, next review.
    pub facts: Vec<Row>,
    /// The strategy house.
    pub house: Option<Picture>,
    /// Strategic objectives.
    pub objectives: Vec<Item>,
    /// Goals.
    pub goals: Vec<GoalCard>,
    /// What carries the strategy.
    pub enablers: Vec<Words>,
    /// Everything else, in Markdown.
    pub body: Option<Words>,
    /// Reviews that took place.
    pub reviews: Vec<Row>,
}

/// A short entry that is shown where it is listed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Item {
    /// Place in the page to link to.
    pub anchor: String,
    /// Title.
    pub title: Words,
    /// More about it.
    pub description: Option<Words>,
    /// Entries that belong to it.
    pub links: Vec<Words>,
}

pub(super) fn view(desk: &Desk<'_>) -> Strategy {
    let model = desk.model();
    let strategy = model.strategy();
    let item = |kind: &str,
                id: &crate::model::Id,
                title: &crate::model::value::Text,
                description: Option<&crate::model::value::Text>| Item {
        anchor: format!("{kind}-{id}"),
        title: desk.text(title),
        description: desk.maybe(description),
        links: Vec::new(),
    };
    let objective = |entry: &crate::model::Entry<crate::model::kinds::strategy::Objective>| {
        let serving = model.goals.iter().filter(|goal| model.all(&goal.objectives).any(|other| other.id() == entry.id()));
        Item {
            links: serving.map(|goal| desk.link(goal, &goal.title)).collect(),
            ..item("objective", entry.id(), &entry.title, entry.description.as_ref())
        }
    };
    Strategy {
        title: desk.maybe(strategy.and_then(|strategy| strategy.title.as_ref())),
        vision: desk.maybe(strategy.and_then(|strategy| strategy.vision.as_ref())),
        mission: desk.maybe(strategy.and_then(|strategy| strategy.mission.as_ref())),
        facts: facts(desk),
        house: draw::house(desk),
        objectives: model.objectives.iter().map(objective).collect(),
        goals: cards::goals(desk),
        enablers: strategy.map(|strategy| desk.texts(&strategy.enablers)).unwrap_or_default(),
        body: desk.prose(strategy.and_then(|strategy| strategy.body.as_ref()), "strategy-", 1),
        reviews: strategy.map(|strategy| reviews(desk, strategy)).unwrap_or_default(),
    }
}

pub(super) fn facts(desk: &Desk<'_>) -> Vec<Row> {
    let Some(strategy) = desk.model().strategy() else { return Vec::new() };
    let period = strategy.period.as_ref().map(|period| {
        let (start, end) = (super::period_words(desk, &period.start), super::period_words(desk, &period.end));
        desk.locale.format("format.range", &[("start", Arg::Text(&start)), ("end", Arg::Text(&end))])
    });
    let body = strategy.adopted.as_ref().and_then(|adopted| desk.model().get(&adopted.by));
    let rows = [
        desk.row("period", period.map(Words::from)),
        desk.row("status", strategy.status.map(|status| desk.word(status)).map(Words::from)),
        desk.row("adopted-by", body.map(|body| desk.link(body, &body.title))),
        desk.row("adopted-on", strategy.adopted.as_ref().map(|adopted| desk.date(adopted.on)).map(Words::from)),
        desk.row("prepared-with", desk.parties(&strategy.prepared_with)),
        desk.row("consultants", desk.texts(&strategy.consultants)),
        desk.row("review", strategy.next_review.map(|date| desk.date(date)).map(Words::from)),
    ];
    rows.into_iter().flatten().collect()
}

fn reviews(desk: &Desk<'_>, strategy: &crate::model::kinds::strategy::Strategy) -> Vec<Row> {
    let row = |review: &crate::model::kinds::strategy::Review| Row {
        label: desk.date(review.date),
        values: vec![desk.maybe(review.result.as_ref()).unwrap_or_default()],
    };
    strategy.reviews.iter().map(row).collect()
}
