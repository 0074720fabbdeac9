//! A percentage lies between 0 and 100.
//!
//! A share of a whole can't be more than all of it or less than nothing. What grows by 120 % is a rate and no share: make it a
//! `unit` with the unit "%". The rule looks at baselines, targets and measurements.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! exporters:
//!   title: Firms that export
//!   category: outcome
//!   measure: percentage
//!   baseline:
//!     date: 2025-01-31
//!     value: 112 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! exporters:
//!   title: Firms that export
//!   category: outcome
//!   measure: percentage
//!   baseline:
//!     date: 2025-01-31
//!     value: 12
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::indicator::Measure;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "percentage-out-of-range",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("percentage_out_of_range.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in context.model.indicators.iter().filter(|indicator| indicator.measure == Measure::Percentage) {
        let baseline = indicator.baseline.iter().map(|baseline| (indicator.at("baseline").key("value"), &baseline.value));
        let targets = indicator.targets.iter().enumerate();
        let targets = targets.map(|(index, target)| (indicator.at("targets").item(index).key("value"), &target.value));
        let rows = context.relations.measurements(indicator.id()).iter().map(|row| (row.at("value"), &row.value));
        for (place, value) in baseline.chain(targets).chain(rows) {
            if let Some(number) = value.number().filter(|number| !(0.0..=100.0).contains(number)) {
                let message = format!("{number} is no percentage, which `{}` is measured in", indicator.id());
                let found = Finding::new(place, message);
                findings.push(found.help("write a number from 0 to 100, or use `measure: unit` for what is no share of a whole"));
            }
        }
    }
}
