//! Owns the links between entries read backwards (what serves a goal, what was measured of an indicator), gathered once per model.

use std::collections::BTreeMap;

use super::kinds::activity::Activity;
use super::kinds::goal::Goal;
use super::kinds::governance::Body;
use super::kinds::indicator::{Indicator, Measurement};
use super::kinds::project::Project;
use super::kinds::service::Service;
use super::kinds::swot::SwotItem;
use super::{Entry, Id, Model, Ref};

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
    goals: BTreeMap<&'m Id, Vec<&'m Entry<Goal>>>,
}

impl<'m> Relations<'m> {
    /// Gathers the links of a model.
    pub fn new(model: &'m Model) -> Self {
        let mut indicators: Index<'m, Indicator> = BTreeMap::new();
        for goal in &model.goals {
            indicators.entry(goal.id()).or_default().extend(model.all(&goal.indicators));
        }
        for indicator in &model.indicators {
            for goal in model.all(&indicator.goals) {
                let of_goal = indicators.entry(goal.id()).or_default();
                if !of_goal.iter().any(|known| known.id() == indicator.id()) {
                    of_goal.push(indicator);
                }
            }
        }
        let mut goals: BTreeMap<&'m Id, Vec<&'m Entry<Goal>>> = BTreeMap::new();
        for goal in &model.goals {
            for indicator in indicators.get(goal.id()).into_iter().flatten() {
                goals.entry(indicator.id()).or_default().push(goal);
            }
        }
        Self {
            activities: index(&model.activities, |entry| entry.goal.as_slice()),
            services: index(&model.services, |entry| &entry.goals),
            projects: index(&model.projects, |entry| &entry.goals),
            swot: index(&model.swot, |entry| &entry.goals),
            measurements: index(&model.measurements, |entry| std::slice::from_ref(&entry.indicator)),
            reporting: index(&model.bodies, |entry| entry.reports_to.as_slice()),
            indicators,
            goals,
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

    /// Activities that serve a goal.
    pub fn activities(&self, goal: &Id) -> &[&'m Entry<Activity>] {
        at(&self.activities, goal)
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

/// Entries by what they refer to. Only the id is taken from the reference, and it is never shown.
fn index<'m, T, U: 'm>(entries: &'m super::Entries<T>, refs: impl Fn(&'m Entry<T>) -> &'m [Ref<U>]) -> Index<'m, T> {
    let mut index: Index<'m, T> = BTreeMap::new();
    for entry in entries {
        for reference in refs(entry) {
            index.entry(&reference.id).or_default().push(entry);
        }
    }
    index
}
