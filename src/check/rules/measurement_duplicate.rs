//! An indicator has one value for a period, or one for each part of it.
//!
//! Where there are two, one of them is out of date, and a chart would show whichever comes first. Most often a row was copied and
//! its period was left as it was.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts: {title: Posts that members can't fill, category: outcome, measure: unit}
//! # file: monitoring/measurements.yaml
//! first:
//!   indicator: open-posts
//!   period: 2026-Q1
//!   value: 31
//! second:
//!   indicator: open-posts
//!   period: 2026-Q1 <-- here
//!   value: 28
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts: {title: Posts that members can't fill, category: outcome, measure: unit}
//! # file: monitoring/measurements.yaml
//! first:
//!   indicator: open-posts
//!   period: 2025-Q4
//!   value: 31
//! second:
//!   indicator: open-posts
//!   period: 2026-Q1
//!   value: 28
//! ```

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "measurement-duplicate",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("measurement_duplicate.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut first = BTreeMap::new();
    for row in &context.model.measurements {
        let Some(indicator) = context.model.get(&row.indicator) else { continue };
        let key = (indicator.id(), row.period.start, row.period.end, &row.by);
        match first.entry(key) {
            Entry::Vacant(vacant) => drop(vacant.insert(row)),
            Entry::Occupied(known) => {
                let message = format!("`{}` has a value for {} already", indicator.id(), row.period.written);
                let found = Finding::new(row.at("period"), message).help("take out the one that no longer holds");
                findings.push(found.related(known.get().at("period"), "first measured here"));
            }
        }
    }
}
