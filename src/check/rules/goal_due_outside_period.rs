//! Goals are due within the period of the strategy.
//!
//! A strategy promises what will be reached by its end. What is due before its start belongs to the one before; what is due later
//! will be judged by nobody, since another strategy holds by then.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! period: {start: 2025, end: 2028}
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 2031-06-30 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! period: {start: 2025, end: 2028}
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 2028-06-30
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-due-outside-period",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: developing a cluster strategy",
        text: include_str!("goal_due_outside_period.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(strategy) = context.model.strategy() else { return };
    let Some(period) = &strategy.period else { return };
    let (first, last) = (period.start.start, period.end.end);
    for goal in &context.model.goals {
        let Some(due) = goal.due.filter(|due| first <= last && (due.0 < first || due.0 > last)) else { continue };
        let message = format!("the goal `{}` is due on {due}, outside of the strategy's period", goal.id());
        let found = Finding::new(goal.at("due"), message).help("correct the date, or the period of the strategy");
        findings.push(found.related(strategy.at("period"), format!("the period is {first} to {last}")));
    }
}
