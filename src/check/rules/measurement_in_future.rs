//! What is measured lies in the past.
//!
//! A value for a period that has not begun is a forecast or a slip of the pen. A forecast belongs among the targets, where
//! readers see it as what it is. A period that has begun may be measured before it is over.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts: {title: Posts that members can't fill, category: outcome, measure: unit}
//! # file: monitoring/measurements.yaml
//! first:
//!   indicator: open-posts
//!   period: 2027-Q1 <-- here
//!   value: 31
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts: {title: Posts that members can't fill, category: outcome, measure: unit}
//! # file: monitoring/measurements.yaml
//! first:
//!   indicator: open-posts
//!   period: 2026-Q1
//!   value: 31
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "measurement-in-future",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("measurement_in_future.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in context.model.measurements.iter().filter(|row| row.period.start > context.today) {
        let message = format!("the period {} has not begun, so nothing can have been measured", row.period.written);
        findings.push(Finding::new(row.at("period"), message).help("correct the period, or make it a target"));
    }
}
