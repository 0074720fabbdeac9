//! Owns what the pages of entries say of the thread: what an entry answers, and what serves and shows it. The links are those of `model::thread`; what an
//! entry answers only because its goals do is told as such.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Row, Words};
use crate::lang::Arg;
use crate::model::kinds::activity::Activity;
use crate::model::kinds::goal::Goal;
use crate::model::kinds::indicator::{Category, Indicator};
use crate::model::kinds::project::Project;
use crate::model::kinds::service::Service;
use crate::model::kinds::strategy::{Demand, Field, Objective};
use crate::model::kinds::swot::{Quadrant, SwotItem};
use crate::model::thread::{Budget, Link};
use crate::model::value::Text;
use crate::model::{Choice, Content, Entry, Id, Thread};

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
    let own: Vec<&Entry<Demand>> = model.all(&service.demands).collect();
    let mut answers: Vec<Row> = row(desk, Link::Demands, links(desk, own.iter().copied())).into_iter().collect();
    answers.extend(desk.row("goals", links(desk, goals.iter().copied())));
    answers.extend(through(desk, &goals, &own));
    Linked { answers, served_by: indicators(desk, &goals).into_iter().collect() }
}

/// What a project serves, and where it shows.
pub(super) fn project(desk: &Desk<'_>, project: &Entry<Project>) -> Linked {
    let goals: Vec<&Entry<Goal>> = desk.model().all(&project.goals).collect();
    let mut answers: Vec<Row> = desk.row("goals", links(desk, goals.iter().copied())).into_iter().collect();
    answers.extend(through(desk, &goals, &[]));
    Linked { answers, served_by: indicators(desk, &goals).into_iter().collect() }
}

/// What the activities of a goal answer, and where they show.
pub(super) fn activities(desk: &Desk<'_>, goal: &Entry<Goal>) -> Linked {
    let linked = self::goal(desk, &Thread::of(desk.model(), desk.site.relations, goal));
    let fields = row(desk, Link::Fields, links(desk, desk.site.relations.fields(goal.id()).iter().copied()));
    let answers = linked.answers.into_iter().chain(fields).collect();
    Linked { answers, served_by: row(desk, Link::Indicators, shown(desk, &[goal])).into_iter().collect() }
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

/// A row of what an entry is linked to only because its goals are.
fn through_goals(desk: &Desk<'_>, what: &str, values: Vec<Words>) -> Option<Row> {
    let label = || desk.locale.format("thread.through-goals", &[("what", Arg::Text(what))]);
    (!values.is_empty()).then(|| Row { label: label(), values })
}

/// What hangs on goals, each once, without what is known already.
fn gathered<'m, T: Content>(
    goals: &[&'m Entry<Goal>],
    known: &[&Entry<T>],
    of: impl Fn(&'m Entry<Goal>) -> &'m [&'m Entry<T>],
) -> Vec<&'m Entry<T>> {
    let mut seen: BTreeSet<&Id> = known.iter().map(|entry| entry.id()).collect();
    goals.iter().flat_map(|goal| of(goal)).copied().filter(|entry| seen.insert(entry.id())).collect()
}

/// What goals answer, without the demands that are known already.
pub(super) fn through(desk: &Desk<'_>, goals: &[&Entry<Goal>], known: &[&Entry<Demand>]) -> Vec<Row> {
    let relations = desk.site.relations;
    let found = gathered(goals, &[], |goal| relations.swot(goal.id()));
    let demands = gathered(goals, known, |goal| relations.demands(goal.id()));
    let found = swot(desk, &found).into_iter().filter_map(|row| through_goals(desk, &row.label, row.values));
    found.chain(through_goals(desk, &name(desk, Link::Demands), links(desk, demands))).collect()
}

/// What serves goals and shows them, without the services that are known already. The document tells it where it tells of the goals.
pub(super) fn onwards(desk: &Desk<'_>, goals: &[&Entry<Goal>], known: &[&Entry<Service>]) -> Vec<Row> {
    if desk.print {
        return Vec::new();
    }
    let relations = desk.site.relations;
    let row = |link: Link, values: Vec<Words>| through_goals(desk, &name(desk, link), values);
    let rows = [
        row(Link::Services, links(desk, gathered(goals, known, |goal| relations.services(goal.id())))),
        row(Link::Activities, links(desk, gathered(goals, &[], |goal| relations.activities(goal.id())))),
        row(Link::Projects, links(desk, gathered(goals, &[], |goal| relations.projects(goal.id())))),
        indicators(desk, goals),
    ];
    rows.into_iter().flatten().collect()
}

/// Indicators by which goals are seen, each once, in the order of the files. What goes into a goal shows nothing of what comes of it, and what shows
/// other goals as well says little of these: it is named only where nothing else shows them.
fn shown(desk: &Desk<'_>, goals: &[&Entry<Goal>]) -> Vec<Words> {
    let relations = desk.site.relations;
    let is_one = |goal: &Entry<Goal>| goals.iter().any(|known| known.id() == goal.id());
    let shows = |indicator: &&Entry<Indicator>| relations.goals(indicator.id()).iter().any(|goal| is_one(goal));
    let results: Vec<&Entry<Indicator>> =
        desk.model().indicators.iter().filter(|one| one.category != Category::Input).filter(shows).collect();
    let only = |indicator: &&Entry<Indicator>| relations.goals(indicator.id()).iter().all(|goal| is_one(goal));
    let own: Vec<&Entry<Indicator>> = results.iter().copied().filter(only).collect();
    links(desk, if own.is_empty() { results } else { own })
}

/// A row of these indicators.
fn indicators(desk: &Desk<'_>, goals: &[&Entry<Goal>]) -> Option<Row> {
    desk.named("thread.indicators-of-goals", shown(desk, goals))
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
