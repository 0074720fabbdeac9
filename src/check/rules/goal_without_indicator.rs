//! Every goal has at least one indicator.
//!
//! The guide asks for goals that are attainable and measurable, and for indicators to go with them. A goal without one can be neither reached nor
//! missed, so the members who agreed on it will never know whether their effort was worth it. The link may be written on either side: the goal names its
//! indicators, or an indicator names its goals.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers: <-- here
//!   title: Enough skilled workers for every member
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   indicators: [open-posts]
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-without-indicator",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: goals are attainable and measurable",
        text: include_str!("goal_without_indicator.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for goal in &context.model.goals {
        if context.relations.indicators(goal.id()).is_empty() {
            let finding = Finding::new(goal.at("indicators"), format!("the goal `{}` has no indicator", goal.id()));
            findings.push(finding.help("name one under `indicators`, or name the goal under `goals` of an indicator"));
        }
    }
}
