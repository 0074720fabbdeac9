//! Owns the page of one goal: what it answers, what serves it, how far it is, what it costs.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, ActivityRow, Card, Count, IndicatorRow};
use super::{Desk, Row, Words, draw};
use crate::chart::Picture;
use crate::model::Entry;

/// The page of a goal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Goal {
    /// Place in the print document to link to.
    pub anchor: String,
    /// The goal.
    pub title: Words,
    /// The goal in a paragraph.
    pub summary: Option<Words>,
    /// Sort of goal, owner, due day, participants and so on.
    pub facts: Vec<Row>,
    /// How many of its indicators are in each state.
    pub states: Vec<Count>,
    /// Everything else, in Markdown.
    pub body: Option<Words>,
    /// Findings of the SWOT and demands that it answers, by heading.
    pub answers: Vec<Row>,
    /// Its indicators.
    pub indicators: Vec<IndicatorRow>,
    /// How its indicators follow from each other.
    pub chain: Option<Picture>,
    /// Activities that serve it.
    pub activities: Vec<ActivityRow>,
    /// Services that serve it.
    pub services: Vec<Card>,
    /// Projects that serve it.
    pub projects: Vec<Card>,
    /// Sum of the budgets of its activities and projects.
    pub budget: Option<Budget>,
}

/// What a goal costs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Budget {
    /// Sum over the activities.
    pub activities: String,
    /// Sum over the projects, which may serve several goals.
    pub projects: Option<String>,
}

pub(super) fn view(desk: &Desk<'_>, goal: &Entry<crate::model::kinds::goal::Goal>) -> Goal {
    let relations = desk.site.relations;
    let id = goal.id();
    let indicators = relations.indicators(id);
    let text = |text: Option<String>| text.map(Words::from);
    let facts = [
        desk.row("goal-budget", text(goal.budget.map(|budget| desk.money(budget)))),
        desk.row("goal-type", text(goal.goal_type.map(|kind| desk.word(kind)))),
        desk.row("objective", desk.model().all(&goal.objectives).map(|entry| desk.link(entry, &entry.title))),
        desk.row("owner", desk.party(goal.owner.as_ref())),
        desk.row("due", text(goal.due.map(|date| desk.date(date)))),
        desk.row("review", text(goal.review.map(|date| desk.date(date)))),
        desk.row("participants", desk.parties(&goal.participants)),
        desk.row("fields", desk.model().all(&goal.fields).map(|entry| desk.link(entry, &entry.title))),
    ];
    Goal {
        anchor: format!("goal-{id}"),
        title: desk.text(&goal.title),
        summary: desk.maybe(goal.summary.as_ref()),
        facts: facts.into_iter().flatten().collect(),
        states: cards::tally(desk, indicators.iter().copied()),
        body: desk.prose(goal.body.as_ref(), &format!("goal-{id}-"), desk.entry_depth()),
        answers: answers(desk, goal),
        indicators: indicators.iter().map(|indicator| cards::indicator_row(desk, indicator)).collect(),
        chain: draw::chain(desk, &format!("chain-{id}"), indicators),
        activities: relations.activities(id).iter().map(|activity| cards::activity_row(desk, activity)).collect(),
        services: relations.services(id).iter().map(|service| cards::service(desk, service)).collect(),
        projects: relations.projects(id).iter().map(|project| cards::project(desk, project)).collect(),
        budget: budget(desk, goal),
    }
}

fn answers(desk: &Desk<'_>, goal: &Entry<crate::model::kinds::goal::Goal>) -> Vec<Row> {
    use crate::model::Choice;
    use crate::model::kinds::swot::Quadrant;
    let found = desk.site.relations.swot(goal.id());
    let of = |&quadrant: &Quadrant| {
        let items: Vec<Words> =
            found.iter().filter(|item| item.quadrant == quadrant).map(|item| desk.link(item, &item.title)).collect();
        (!items.is_empty()).then(|| Row { label: desk.word(quadrant), values: items })
    };
    let mut rows: Vec<Row> = Quadrant::ALL.iter().filter_map(of).collect();
    rows.extend(desk.row("demands", desk.model().all(&goal.demands).map(|entry| desk.link(entry, &entry.title))));
    rows
}

fn budget(desk: &Desk<'_>, goal: &Entry<crate::model::kinds::goal::Goal>) -> Option<Budget> {
    let relations = desk.site.relations;
    let budget = crate::model::money::goal_budget(desk.model(), relations, goal);
    let projects: Vec<f64> = relations.projects(goal.id()).iter().filter_map(|project| project.budget).collect();
    if budget.lines.is_empty() && projects.is_empty() {
        return None;
    }
    let sum = |amounts: &[f64]| desk.money(amounts.iter().sum());
    Some(Budget { activities: desk.money(budget.activities), projects: (!projects.is_empty()).then(|| sum(&projects)) })
}
