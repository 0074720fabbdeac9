//! A demand that was declined has no goal.
//!
//! The guide wants the way from demands to goals to be one that all actors can follow. Of a demand that is declined with a reason and answered by
//! a goal at once, nobody can say what was decided. Most often the reason has stayed behind after the cluster changed its mind.
//!
//! # Bad
//! ```yaml
//! # file: strategy/demands.yaml
//! road:
//!   title: A wider road to the valley
//!   declined: Only the state can build roads <-- here
//! # file: strategy/goals.yaml
//! roads: {title: Better roads, demands: [road]}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/demands.yaml
//! road:
//!   title: A wider road to the valley
//!   declined: Only the state can build roads
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "demand-declined-and-answered",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 3/4: from demands to key objectives of a cluster",
        text: include_str!("demand_declined_and_answered.rs"),
    },
    tool: 11,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for demand in context.model.demands.iter().filter(|demand| demand.declined.is_some()) {
        if let Some(goal) = context.relations.goals_of_demand(demand.id()).first() {
            let message = format!("the demand `{}` is declined, and the goal `{}` answers it", demand.id(), goal.id());
            let found = Finding::new(demand.at("declined"), message).help("take out `declined`, or the link between the two");
            findings.push(found.related(goal.place(), "the goal"));
        }
    }
}
