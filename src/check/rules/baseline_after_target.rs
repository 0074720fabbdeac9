//! The baseline lies before the targets.
//!
//! The baseline is where the way begins. Taken on the day of a target or later, it measures what the strategy has done and calls
//! that the start, so that the progress shown is too small, or none at all.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   baseline:
//!     value: 40
//!     date: 2027-01-31 <-- here
//!   targets:
//!     - {value: 10, date: 2026-12-31}
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   baseline:
//!     value: 40
//!     date: 2025-01-31
//!   targets:
//!     - {value: 10, date: 2026-12-31}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "baseline-after-target",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("baseline_after_target.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in &context.model.indicators {
        let Some(baseline) = &indicator.baseline else { continue };
        let first = indicator.targets.iter().enumerate().min_by_key(|(_, target)| target.date);
        if let Some((index, target)) = first.filter(|(_, target)| target.date <= baseline.date) {
            let message = format!("the baseline of `{}` is of {}, not before its target", indicator.id(), baseline.date);
            let found = Finding::new(indicator.at("baseline").key("date"), message).help("correct one of the two dates");
            let other = indicator.at("targets").item(index).key("date");
            findings.push(found.related(other, format!("the target is for {}", target.date)));
        }
    }
}
