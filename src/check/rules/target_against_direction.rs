//! A target lies in the direction in which the indicator is to move.
//!
//! Where more is better, the target is not below the baseline; where less is better, it is not above it; and what is to be
//! maintained has a target within the tolerance of the baseline. Otherwise either the direction or a value is wrong, and every
//! judgement of the progress with it.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   direction: increase
//!   baseline: {value: 40, date: 2025-01-31}
//!   targets:
//!     - date: 2026-12-31
//!       value: 10 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   direction: decrease
//!   baseline: {value: 40, date: 2025-01-31}
//!   targets:
//!     - date: 2026-12-31
//!       value: 10
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::indicator::Direction;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "target-against-direction",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("target_against_direction.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in &context.model.indicators {
        let last = indicator.targets.iter().enumerate().max_by_key(|(_, target)| target.date);
        let from = indicator.baseline.as_ref().and_then(|baseline| baseline.value.number());
        let (Some(direction), Some((index, target)), Some(from)) = (indicator.direction, last, from) else { continue };
        let Some(to) = target.value.number() else { continue };
        let slack = indicator.tolerance.unwrap_or(0.0) + 1e-9 * from.abs();
        let wrong = match direction {
            Direction::Increase => to < from,
            Direction::Decrease => to > from,
            Direction::Maintain => (to - from).abs() > slack,
        };
        if wrong {
            let message = format!("the target {to} of `{}` does not fit `{}` from {from}", indicator.id(), direction.as_str());
            let found = Finding::new(indicator.at("targets").item(index).key("value"), message);
            let found = found.related(indicator.at("direction"), format!("the direction is `{}`", direction.as_str()));
            findings.push(found.help("correct `direction`, the target or the baseline"));
        }
    }
}
