//! The parts of a count are no more than its total.
//!
//! Where values are broken down by sex, size or place, the parts of one dimension add up to the total; if they come to more,
//! somebody has been counted twice or a number is wrong. The rule lets one per cent pass for rounding, which is our measure.
//! Parts that come to less are left alone, since not everybody says which part they belong to. Percentages are never added.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! trained:
//!   title: People trained
//!   category: output
//!   measure: unit
//!   disaggregation: {sex: Sex}
//! # file: monitoring/measurements.yaml
//! all:
//!   indicator: trained
//!   period: 2026-Q1
//!   value: 50 <-- here
//! women: {indicator: trained, period: 2026-Q1, value: 30, by: {sex: women}}
//! men: {indicator: trained, period: 2026-Q1, value: 30, by: {sex: men}}
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! trained:
//!   title: People trained
//!   category: output
//!   measure: unit
//!   disaggregation: {sex: Sex}
//! # file: monitoring/measurements.yaml
//! all:
//!   indicator: trained
//!   period: 2026-Q1
//!   value: 60
//! women: {indicator: trained, period: 2026-Q1, value: 30, by: {sex: women}}
//! men: {indicator: trained, period: 2026-Q1, value: 30, by: {sex: men}}
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Entry;
use crate::model::kinds::indicator::{Measure, Measurement};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "parts-exceed-total",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("parts_exceed_total.rs"),
    },
    tool: 26,
    from: None,
    run,
};

/// Share of the total that the parts may be above it.
const ROUNDING: f64 = 0.01;

type Row = Entry<Measurement>;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in context.model.indicators.iter().filter(|indicator| indicator.measure == Measure::Unit) {
        let mut periods = BTreeMap::<_, Vec<&Row>>::new();
        for row in context.relations.measurements(indicator.id()) {
            periods.entry((row.period.start, row.period.end)).or_default().push(row);
        }
        for rows in periods.values() {
            let Some(total) = rows.iter().find(|row| row.by.is_empty()) else { continue };
            let Some(whole) = total.value.number() else { continue };
            for (dimension, (sum, first)) in sums(rows) {
                if sum > whole + ROUNDING * whole.abs() {
                    let message = format!("the parts by `{dimension}` add up to {sum}, more than the total {whole}");
                    let found = Finding::new(total.at("value"), message).help("correct the total, or the part that is wrong");
                    findings.push(found.related(first.at("value"), "the first part"));
                }
            }
        }
    }
}

/// The sum over the parts of each dimension, and the first of them.
fn sums<'m>(rows: &[&'m Row]) -> BTreeMap<&'m str, (f64, &'m Row)> {
    let mut sums = BTreeMap::new();
    for &row in rows.iter().filter(|row| row.by.len() == 1) {
        let (Some(dimension), Some(part)) = (row.by.keys().next(), row.value.number()) else { continue };
        sums.entry(dimension.as_str()).or_insert((0.0, row)).0 += part;
    }
    sums
}
