//! Every strategic objective is served by a goal.
//!
//! The guide groups the strategic objectives of a cluster above its goals, and wants goals so precise that measures can be derived from them. An
//! objective that no goal serves is a sentence in the strategy that nothing follows from. The goal names it under `objectives`.
//!
//! # Bad
//! ```yaml
//! # file: strategy/objectives.yaml
//! wider-markets: <-- here
//!   title: Timber finds more and better markets
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/objectives.yaml
//! wider-markets:
//!   title: Timber finds more and better markets
//! # file: strategy/goals.yaml
//! exports: {title: A third of all houses sold abroad, objectives: [wider-markets]}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "objective-without-goal",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: goal-setting process for the cluster strategy",
        text: include_str!("objective_without_goal.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if whole::is_unread(context, Kind::Goal, "objectives") {
        return;
    }
    for objective in &context.model.objectives {
        if context.relations.goals_of_objective(objective.id()).is_empty() {
            let found = Finding::new(objective.place(), format!("no goal serves the objective `{}`", objective.id()));
            findings.push(found.help("name the objective under `objectives` of a goal, or drop it"));
        }
    }
}
