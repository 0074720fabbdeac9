//! Owns what the pages of entries say of the thread: what an entry answers, and what serves and shows it. The links are those of `model::thread`; what an
//! entry answers only because its goals do is told as such.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Row, Words};
use crate::lang::Arg;
use crate::model::kinds::activity::Activity;
use crate::model::kinds::goal::Goal;
use crate::model::kinds::indicator::Indicator;
use crate::model::kinds::project::Project;
use crate::model::kinds::service::Service;
use crate::model::kinds::strategy::{Demand, Field, Objective};
use crate::model::kinds::swot::{Quadrant, SwotItem};
use crate::model::thread::{Budget, Link};
use crate::model::value::Text;
use crate::model::{Choice, Content, Entry, Thread};

/// What an entry answers, and what serves and shows it.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Linked {
    /// Findings of the SWOT, demands, goals that it answers, by heading.
    pub answers: Vec<Row>,
    /// What serves it, and the indicators by which it is seen, by heading.
    pub served_by: Vec<Row>,
}

/// The threads through all goals, in the order of the files.
pub fn threads<'a>(desk: &Desk<'a>) -> Vec<Thread<'a>> {
    let model = desk.model();
    model.goals.iter().map(|goal| Thread::of(model, desk.site.relations, goal)).collect()
}

/// What the thread links to, and what it is called.
pub(super) trait Titled: Content {
    /// The title.
    fn title(&self) -> &Text;
}

macro_rules! titled {
    ($($kind:ty),*) => {
        $(impl Titled for $kind {
            fn title(&self) -> &Text {
                &self.title
            }
        })*
    };
}

titled!(Activity, Demand, Field, Goal, Indicator, Objective, Project, Service, SwotItem);

/// Links to entries.
pub(super) fn links<'m, T: Titled>(desk: &Desk<'_>, entries: impl IntoIterator<Item = &'m Entry<T>>) -> Vec<Words> {
    entries.into_iter().map(|entry| desk.link(entry, entry.title())).collect()
}

/// What a link is called where its entries are listed.
pub(super) fn name(desk: &Desk<'_>, link: Link) -> String {
    desk.say(match link {
        Link::Objectives => "thread.objectives",
        Link::Swot => "thread.swot",
        Link::Demands => "thread.demands",
        Link::Fields => "label.fields",
        Link::Services => "nav.services",
        Link::Activities => "thread.activities",
        Link::Projects => "nav.projects",
        Link::Indicators => "thread.indicators",
    })
}

/// A row of a link's entries; nothing without any.
pub(super) fn row(desk: &Desk<'_>, link: Link, values: Vec<Words>) -> Option<Row> {
    (!values.is_empty()).then(|| Row { label: name(desk, link), values })
}

/// Findings of the SWOT by quadrant.
pub(super) fn swot(desk: &Desk<'_>, items: &[&Entry<SwotItem>]) -> Vec<Row> {
    let of = |&quadrant: &Quadrant| {
        let values = links(desk, items.iter().copied().filter(|item| item.quadrant == quadrant));
        (!values.is_empty()).then(|| Row { label: desk.word(quadrant), values })
    };
    Quadrant::ALL.iter().filter_map(of).collect()
}

/// All the rows of the thread through a goal, from its needs to its indicators.
pub(super) fn rows(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Row> {
    let mut rows = goal(desk, thread).answers;
    rows.extend(goal(desk, thread).served_by);
    rows
}

/// What a goal answers, and what serves and shows it.
pub(super) fn goal(desk: &Desk<'_>, thread: &Thread<'_>) -> Linked {
    let mut answers = swot(desk, &thread.swot);
    answers.extend(row(desk, Link::Demands, links(desk, thread.demands.iter().copied())));
    answers.extend(row(desk, Link::Objectives, links(desk, thread.objectives.iter().copied())));
    let served_by = [
        row(desk, Link::Fields, links(desk, thread.fields.iter().copied())),
        row(desk, Link::Services, links(desk, thread.services.iter().copied())),
        row(desk, Link::Activities, links(desk, thread.activities.iter().copied())),
        row(desk, Link::Projects, links(desk, thread.projects.iter().copied())),
        row(desk, Link::Indicators, links(desk, thread.indicators.iter().copied())),
    ];
    Linked { answers, served_by: served_by.into_iter().flatten().collect() }
}

/// What a service meets, and where it shows.
pub(super) fn service(desk: &Desk<'_>, service: &Entry<Service>) -> Linked {
    let model = desk.model();
    let goals: Vec<&Entry<Goal>> = model.all(&service.goals).collect();
    let mut answers: Vec<Row> = row(desk, Link::Demands, links(desk, model.all(&service.demands))).into_iter().collect();
    answers.extend(through(desk, &goals));
    Linked { answers, served_by: shown(desk, &goals) }
}

/// What a project serves, and where it shows.
pub(super) fn project(desk: &Desk<'_>, project: &Entry<Project>) -> Linked {
    let goals: Vec<&Entry<Goal>> = desk.model().all(&project.goals).collect();
    Linked { answers: through(desk, &goals), served_by: shown(desk, &goals) }
}

/// What an indicator shows, and which others it follows from.
pub(super) fn indicator(desk: &Desk<'_>, indicator: &Entry<Indicator>) -> Linked {
    let relations = desk.site.relations;
    let goals = desk.row("goals", links(desk, relations.goals(indicator.id()).iter().copied()));
    let causes =
        Row { label: desk.say("thread.follows-from"), values: links(desk, relations.causes(indicator.id()).iter().copied()) };
    Linked {
        answers: goals.into_iter().collect(),
        served_by: std::iter::once(causes).filter(|row| !row.values.is_empty()).collect(),
    }
}

/// Goals, and what these answer.
fn through(desk: &Desk<'_>, goals: &[&Entry<Goal>]) -> Vec<Row> {
    let mut rows: Vec<Row> = desk.row("goals", links(desk, goals.iter().copied())).into_iter().collect();
    let found = desk.model().swot.iter().filter(|item| {
        let mut answered = desk.model().all(&item.goals);
        answered.any(|goal| goals.iter().any(|known| known.id() == goal.id()))
    });
    let found: Vec<&Entry<SwotItem>> = found.collect();
    rows.extend(swot(desk, &found).into_iter().map(|row| Row {
        label: desk.locale.format("thread.through-goals", &[("what", Arg::Text(&row.label))]),
        values: row.values,
    }));
    rows
}

/// Indicators of goals, each once.
fn shown(desk: &Desk<'_>, goals: &[&Entry<Goal>]) -> Vec<Row> {
    let relations = desk.site.relations;
    let of = |indicator: &&Entry<Indicator>| {
        relations.goals(indicator.id()).iter().any(|goal| goals.iter().any(|known| known.id() == goal.id()))
    };
    let values = links(desk, desk.model().indicators.iter().filter(of));
    let label = desk.say("thread.indicators-of-goals");
    std::iter::once(Row { label, values }).filter(|row| !row.values.is_empty()).collect()
}

/// What a goal costs, in a line: the sum over its activities, and apart from it that over its projects.
pub(super) fn budget(desk: &Desk<'_>, budget: Budget) -> String {
    let part = |key: &str, amount: Option<f64>| {
        let (label, value) = (desk.say(key), desk.money(amount?));
        Some(desk.locale.format("format.pair", &[("label", Arg::Text(&label)), ("value", Arg::Text(&value))]))
    };
    let parts = [part("thread.activities", budget.activities), part("nav.projects", budget.projects)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ")
}

/// Whether the site is for those who see everything, so that what seems to be missing is missing. What others see of a gap may only be hidden.
pub(super) fn sees_all(desk: &Desk<'_>) -> bool {
    desk.site.plan.has(&crate::plan::Route::Gallery)
}
