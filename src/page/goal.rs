//! Owns the page of one goal: what it answers, what serves it, how far it is, what it costs.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, ActivityRow, Card, Count, IndicatorRow};
use super::{Desk, Row, Words, draw};
use crate::chart::Picture;
use crate::model::{Entry, Thread};

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
    /// Findings of the SWOT, demands and objectives that it answers, by heading.
    pub answers: Vec<Row>,
    /// Its indicators.
    pub indicators: Vec<IndicatorRow>,
    /// How its indicators follow from each other.
    pub chain: Option<Picture>,
    /// The thread through it, from needs to indicators; only on the site.
    pub thread: Option<Picture>,
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
    let thread = Thread::of(desk.model(), relations, goal);
    let indicators = relations.indicators(id);
    let text = |text: Option<String>| text.map(Words::from);
    let facts = [
        desk.row("goal-budget", text(goal.budget.map(|budget| desk.money(budget)))),
        desk.row("goal-type", text(goal.goal_type.map(|kind| desk.word(kind)))),
        desk.row("owner", desk.party(goal.owner.as_ref())),
        desk.row("due", text(goal.due.map(|date| desk.date(date)))),
        desk.row("review", text(goal.review.map(|date| desk.date(date)))),
        desk.row("participants", desk.parties(&goal.participants)),
        desk.row("fields", relations.fields(id).iter().map(|entry| desk.link(entry, &entry.title))),
    ];
    Goal {
        anchor: format!("goal-{id}"),
        title: desk.text(&goal.title),
        summary: desk.maybe(goal.summary.as_ref()),
        facts: facts.into_iter().flatten().collect(),
        states: cards::tally(desk, indicators.iter().copied()),
        body: desk.prose(goal.body.as_ref(), &format!("goal-{id}-"), desk.entry_depth()),
        answers: super::thread::goal(desk, &thread).answers,
        thread: if desk.print { None } else { draw::thread_of(desk, &thread) },
        indicators: indicators.iter().map(|indicator| cards::indicator_row(desk, indicator)).collect(),
        chain: draw::chain(desk, &format!("chain-{id}"), Some(&desk.bare(&goal.title)), indicators),
        activities: relations.activities(id).iter().map(|activity| cards::activity_row(desk, activity)).collect(),
        services: relations.services(id).iter().map(|service| cards::service(desk, service)).collect(),
        projects: relations.projects(id).iter().map(|project| cards::project(desk, project)).collect(),
        budget: thread.budget().map(|budget| Budget {
            activities: desk.money(budget.activities.unwrap_or(0.0)),
            projects: budget.projects.map(|amount| desk.money(amount)),
        }),
    }
}
