//! Owns the links between entries read backwards (what serves a goal, what was measured of an indicator), gathered once per model.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::activity::Activity;
use super::kinds::goal::Goal;
use super::kinds::governance::Body;
use super::kinds::indicator::{Indicator, Measurement};
use super::kinds::project::Project;
use super::kinds::service::Service;
use super::kinds::strategy::{Demand, Field};
use super::kinds::swot::SwotItem;
use super::{Content, Entries, Entry, Id, Model, Ref};

type Index<'m, T> = BTreeMap<&'m Id, Vec<&'m Entry<T>>>;

/// Entries by the id of what they refer to.
#[derive(Debug)]
pub struct Relations<'m> {
    indicators: Index<'m, Indicator>,
    activities: Index<'m, Activity>,
    services: Index<'m, Service>,
    projects: Index<'m, Project>,
    swot: Index<'m, SwotItem>,
    measurements: Index<'m, Measurement>,
    reporting: Index<'m, Body>,
    goals: Index<'m, Goal>,
    demands: Index<'m, Demand>,
    goals_of_demand: Index<'m, Goal>,
    fields: Index<'m, Field>,
    goals_of_field: Index<'m, Goal>,
    goals_of_objective: Index<'m, Goal>,
    services_in: Index<'m, Service>,
    services_for: Index<'m, Service>,
    fields_for: Index<'m, Field>,
    causes: Index<'m, Indicator>,
    dependants: Index<'m, Activity>,
}

impl<'m> Relations<'m> {
    /// Gathers the links of a model.
    pub fn new(model: &'m Model) -> Self {
        let (indicators, goals) =
            mutual(model, (&model.goals, |goal| &goal.indicators), (&model.indicators, |indicator| &indicator.goals));
        let (demands, goals_of_demand) =
            mutual(model, (&model.goals, |goal| &goal.demands), (&model.demands, |demand| &demand.goals));
        let (fields, goals_of_field) = mutual(model, (&model.goals, |goal| &goal.fields), (&model.fields, |field| &field.goals));
        Self {
            activities: index(&model.activities, |entry| entry.goal.as_slice()),
            services: index(&model.services, |entry| &entry.goals),
            projects: index(&model.projects, |entry| &entry.goals),
            swot: index(&model.swot, |entry| &entry.goals),
            measurements: index(&model.measurements, |entry| std::slice::from_ref(&entry.indicator)),
            reporting: index(&model.bodies, |entry| entry.reports_to.as_slice()),
            goals_of_objective: index(&model.goals, |entry| &entry.objectives),
            services_in: index(&model.services, |entry| &entry.fields),
            services_for: index(&model.services, |entry| &entry.demands),
            fields_for: index(&model.fields, |entry| &entry.demands),
            causes: index(&model.indicators, |entry| &entry.leads_to),
            dependants: index(&model.activities, |entry| &entry.depends_on),
            indicators,
            goals,
            demands,
            goals_of_demand,
            fields,
            goals_of_field,
        }
    }

    /// Indicators of a goal, whichever of the two names the other.
    pub fn indicators(&self, goal: &Id) -> &[&'m Entry<Indicator>] {
        at(&self.indicators, goal)
    }

    /// Goals of an indicator, whichever of the two names the other.
    pub fn goals(&self, indicator: &Id) -> &[&'m Entry<Goal>] {
        at(&self.goals, indicator)
    }

    /// Demands that a goal answers, whichever of the two names the other.
    pub fn demands(&self, goal: &Id) -> &[&'m Entry<Demand>] {
        at(&self.demands, goal)
    }

    /// Goals that answer a demand, whichever of the two names the other.
    pub fn goals_of_demand(&self, demand: &Id) -> &[&'m Entry<Goal>] {
        at(&self.goals_of_demand, demand)
    }

    /// Fields of action of a goal, whichever of the two names the other.
    pub fn fields(&self, goal: &Id) -> &[&'m Entry<Field>] {
        at(&self.fields, goal)
    }

    /// Goals of a field of action, whichever of the two names the other.
    pub fn goals_of_field(&self, field: &Id) -> &[&'m Entry<Goal>] {
        at(&self.goals_of_field, field)
    }

    /// Goals that serve a strategic objective.
    pub fn goals_of_objective(&self, objective: &Id) -> &[&'m Entry<Goal>] {
        at(&self.goals_of_objective, objective)
    }

    /// Services that belong to a field of action.
    pub fn services_in(&self, field: &Id) -> &[&'m Entry<Service>] {
        at(&self.services_in, field)
    }

    /// Services that meet a demand.
    pub fn services_for(&self, demand: &Id) -> &[&'m Entry<Service>] {
        at(&self.services_for, demand)
    }

    /// Fields of action that were deduced from a demand.
    pub fn fields_for(&self, demand: &Id) -> &[&'m Entry<Field>] {
        at(&self.fields_for, demand)
    }

    /// Indicators that lead to an indicator.
    pub fn causes(&self, indicator: &Id) -> &[&'m Entry<Indicator>] {
        at(&self.causes, indicator)
    }

    /// Activities that serve a goal.
    pub fn activities(&self, goal: &Id) -> &[&'m Entry<Activity>] {
        at(&self.activities, goal)
    }

    /// Activities that can only start when an activity has ended.
    pub fn dependants(&self, activity: &Id) -> &[&'m Entry<Activity>] {
        at(&self.dependants, activity)
    }

    /// Services that serve a goal.
    pub fn services(&self, goal: &Id) -> &[&'m Entry<Service>] {
        at(&self.services, goal)
    }

    /// Projects that serve a goal.
    pub fn projects(&self, goal: &Id) -> &[&'m Entry<Project>] {
        at(&self.projects, goal)
    }

    /// Findings of the SWOT that a goal answers.
    pub fn swot(&self, goal: &Id) -> &[&'m Entry<SwotItem>] {
        at(&self.swot, goal)
    }

    /// Measurements of an indicator.
    pub fn measurements(&self, indicator: &Id) -> &[&'m Entry<Measurement>] {
        at(&self.measurements, indicator)
    }

    /// Bodies that report to a body.
    pub fn reporting(&self, body: &Id) -> &[&'m Entry<Body>] {
        at(&self.reporting, body)
    }
}

fn at<'r, 'm, T>(index: &'r Index<'m, T>, id: &Id) -> &'r [&'m Entry<T>] {
    index.get(id).map_or(&[], Vec::as_slice)
}

/// The entries of one kind with the references by which they name those of another.
type Side<'m, A, B> = (&'m Entries<A>, fn(&'m Entry<A>) -> &'m [Ref<B>]);

/// The links between two kinds either of which may name the other: the right ones by the left, first those that it names, and the left ones by
/// the right, in the order of their files.
fn mutual<'m, A: Content, B: Content>(
    model: &'m Model,
    left: Side<'m, A, B>,
    right: Side<'m, B, A>,
) -> (Index<'m, B>, Index<'m, A>) {
    let mut of_left: Index<'m, B> = BTreeMap::new();
    for entry in left.0 {
        of_left.entry(entry.id()).or_default().extend(model.all((left.1)(entry)));
    }
    for entry in right.0 {
        for named in model.all((right.1)(entry)) {
            of_left.entry(named.id()).or_default().push(entry);
        }
    }
    let mut of_right: Index<'m, A> = BTreeMap::new();
    for entry in left.0 {
        let found = of_left.entry(entry.id()).or_default();
        let mut seen = BTreeSet::new();
        found.retain(|other| seen.insert(other.id()));
        for other in found {
            of_right.entry(other.id()).or_default().push(entry);
        }
    }
    (of_left, of_right)
}

/// Entries by what they refer to, each once. Only the id is taken from the reference, and it is never shown.
fn index<'m, T, U: 'm>(entries: &'m Entries<T>, refs: impl Fn(&'m Entry<T>) -> &'m [Ref<U>]) -> Index<'m, T> {
    let mut index: Index<'m, T> = BTreeMap::new();
    for entry in entries {
        for reference in refs(entry) {
            let found = index.entry(&reference.id).or_default();
            if found.last().is_none_or(|last| last.id() != entry.id()) {
                found.push(entry);
            }
        }
    }
    index
}
