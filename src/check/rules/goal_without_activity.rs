//! Something is done for every goal.
//!
//! The guide derives the activities of the action plan from the goals. A goal that no activity, service or project serves is one
//! that the cluster waits for. The rule speaks where an action plan has been begun, and from establishment on.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers: {title: Enough skilled workers for every member}
//! exports: <-- here
//!   title: A third of all houses sold abroad
//! # file: strategy/activities.yaml
//! open-day: {title: Open day in the workshops, goal: skilled-workers}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers: {title: Enough skilled workers for every member}
//! exports:
//!   title: A third of all houses sold abroad
//! # file: strategy/activities.yaml
//! open-day: {title: Open day in the workshops, goal: skilled-workers}
//! # file: services.yaml
//! fair-stand: {title: Joint stand at fairs, goals: [exports]}
//! ```

use crate::check::{Check, Context, Finding, missing, whole};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-without-activity",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("goal_without_activity.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let begun = !context.model.activities.is_empty() || whole::demands(context, Stage::Establishment);
    if !begun || context.loaded.partial {
        return;
    }
    let relations = context.relations;
    let lacking = context.model.goals.iter().filter(|goal| {
        let id = goal.id();
        relations.activities(id).is_empty() && relations.services(id).is_empty() && relations.projects(id).is_empty()
    });
    let message = |id: &Id| format!("no activity, service or project serves the goal `{id}`");
    missing::tell(findings, lacking, "activities", message, "name the goal under `goal` of an activity, or drop it");
}
