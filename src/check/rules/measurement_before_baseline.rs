//! Measurements follow the baseline.
//!
//! The baseline is the value at the start. A measurement from before it is no progress of the strategy, and where successive
//! values add up it would be counted a second time, since the baseline holds it already. Older values are good to know: the last
//! of them makes an earlier baseline.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   baseline: {value: 40, date: 2025-01-31}
//! # file: monitoring/measurements.yaml
//! first:
//!   indicator: open-posts
//!   period: 2024-Q3 <-- here
//!   value: 44
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   baseline: {value: 40, date: 2025-01-31}
//! # file: monitoring/measurements.yaml
//! first:
//!   indicator: open-posts
//!   period: 2025-Q3
//!   value: 36
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "measurement-before-baseline",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("measurement_before_baseline.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &context.model.measurements {
        let Some(indicator) = context.model.get(&row.indicator) else { continue };
        let Some(baseline) = indicator.baseline.as_ref().filter(|baseline| row.period.end < baseline.date.0) else { continue };
        let message = format!("`{}` was measured in {}, before its baseline", indicator.id(), row.period.written);
        let found = Finding::new(row.at("period"), message).help("make it the baseline, or take it out");
        findings.push(found.related(indicator.at("baseline").key("date"), format!("the baseline is of {}", baseline.date)));
    }
}
