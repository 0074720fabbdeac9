//! The period of a strategy ends after it has begun.
//!
//! Every goal, activity and target is placed within this period. Where its ends are the wrong way round, nothing can be, and no
//! chart that shows time can be drawn.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! period:
//!   start: 2028
//!   end: 2025 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! period:
//!   start: 2025
//!   end: 2028
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "strategy-period-reversed",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: developing a cluster strategy",
        text: include_str!("strategy_period_reversed.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for strategy in &context.model.strategies {
        let Some(period) = strategy.period.as_ref().filter(|period| period.end.end < period.start.start) else { continue };
        let message = format!("the period ends in {}, before it starts in {}", period.end.written, period.start.written);
        findings.push(Finding::new(strategy.at("period").key("end"), message).help("correct one of the two, or swap them"));
    }
}
