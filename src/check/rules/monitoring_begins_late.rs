//! Monitoring begins with the strategy.
//!
//! That monitoring starts too late is the first mistake that the guide names. A baseline that is taken when the work has long begun holds
//! part of what the work has done, and what came before can't be measured any more. The six months between the start of the strategy's
//! period and the day of the baseline are ours; where an indicator begins later for a reason, allow the rule for it and say why.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/strategy.yaml
//! period: {start: 2025, end: 2029}
//! # file: monitoring/indicators.yaml
//! exports:
//!   title: Houses sold abroad
//!   category: outcome
//!   measure: unit
//!   baseline:
//!     value: 12
//!     date: 2025-12-31 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/strategy.yaml
//! period: {start: 2025, end: 2029}
//! # file: monitoring/indicators.yaml
//! exports:
//!   title: Houses sold abroad
//!   category: outcome
//!   measure: unit
//!   baseline:
//!     value: 12
//!     date: 2024-12-31
//! ```

use crate::check::{Check, Context, Finding, calendar};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "monitoring-begins-late",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: what not to do when implementing a monitoring approach",
        text: include_str!("monitoring_begins_late.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

/// Months after the start of the strategy by which the baseline should have been taken.
const LATEST: i32 = 6;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(period) = context.model.strategy().and_then(|strategy| strategy.period.as_ref()) else { return };
    let latest = calendar::months_after(period.start.start, LATEST);
    for indicator in &context.model.indicators {
        let Some(baseline) = indicator.baseline.as_ref().filter(|baseline| baseline.date.0 > latest) else { continue };
        let start = period.start.start;
        let message = format!("the baseline of `{}` is of {}; the strategy began on {start}", indicator.id(), baseline.date);
        let found = Finding::new(indicator.at("baseline").key("date"), message);
        findings.push(found.help("look for an earlier value, or allow the rule here with the reason for the late start"));
    }
}
