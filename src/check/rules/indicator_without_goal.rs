//! Every indicator shows something about a goal.
//!
//! The guide has indicators developed for the goals. One that belongs to none costs an hour each quarter and changes no decision.
//! It belongs to a goal when it names one, when a goal names it, or when it leads to another indicator by `leads-to`.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! visitors: <-- here
//!   title: Visitors of the website
//!   category: output
//!   measure: unit
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! courses:
//!   title: Courses held
//!   category: output
//!   measure: unit
//!   leads-to: [open-posts]
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   goals: [skilled-workers]
//! # file: strategy/goals.yaml
//! skilled-workers: {title: Enough skilled workers for every member}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::{Id, thread};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-goal",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: indicators are developed for goals",
        text: include_str!("indicator_without_goal.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.indicators.iter().filter(|indicator| thread::shows_nothing(indicator, context.relations));
    let message = |id: &Id| format!("the indicator `{id}` belongs to no goal");
    missing::tell(findings, lacking, "goals", message, "name the goal under `goals`, or the next indicator under `leads-to`");
}
