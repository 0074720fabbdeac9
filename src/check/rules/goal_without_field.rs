//! Every goal has a field of action.
//!
//! The guide maps the fields of action to each goal, and derives services and activities from that map. A goal outside all fields is one for
//! which nobody has said where to begin. The rule speaks from establishment on, and only where there are fields of action at all.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/goals.yaml
//! exports: <-- here
//!   title: A third of all houses sold abroad
//! skilled-workers: {title: Enough skilled workers for every member}
//! # file: strategy/fields.yaml
//! skills: {title: Skills, goals: [skilled-workers]}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/goals.yaml
//! exports:
//!   title: A third of all houses sold abroad
//!   fields: [markets]
//! # file: strategy/fields.yaml
//! markets: {title: Markets}
//! ```

use crate::check::{Check, Context, Finding, missing, whole};
use crate::diag::{Class, Rule};
use crate::model::{Id, Kind};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-without-field",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: fields of action are mapped to each goal",
        text: include_str!("goal_without_field.rs"),
    },
    tool: 22,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.fields.is_empty() || whole::is_unread(context, Kind::Field, "goals") {
        return;
    }
    let lacking = context.model.goals.iter().filter(|goal| context.relations.fields(goal.id()).is_empty());
    let message = |id: &Id| format!("the goal `{id}` belongs to no field of action");
    missing::tell(findings, lacking, "fields", message, "name its field under `fields`");
}
