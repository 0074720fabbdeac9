//! Measurements are broken down by dimensions that their indicator has.
//!
//! An indicator says under `disaggregation` by what its values may be broken down: by sex, by size of firm, by region. A value with
//! a dimension counts as a part of the total and not as the total itself, so one that the indicator does not know would appear
//! nowhere. In a table every column that is not one of the usual ones is taken for a dimension; leave its cells empty in the rows
//! of indicators that don't have it.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! apprentices:
//!   title: Apprentices in member firms
//!   category: output
//!   measure: unit
//!   disaggregation:
//!     gender: By gender
//! # file: monitoring/measurements.csv
//! indicator,period,value,sex
//! apprentices,2025,41,
//! apprentices,2025,12,women <-- here
//! apprentices,2025,29,men
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! apprentices:
//!   title: Apprentices in member firms
//!   category: output
//!   measure: unit
//!   disaggregation:
//!     gender: By gender
//! # file: monitoring/measurements.csv
//! indicator,period,value,gender
//! apprentices,2025,41,
//! apprentices,2025,12,women
//! apprentices,2025,29,men
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule, closest};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-dimension",
        class: Class::Fault,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: indicators are disaggregated as the plan says",
        text: include_str!("unknown_dimension.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in &context.model.indicators {
        let known = &indicator.disaggregation;
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for row in context.relations.measurements(indicator.id()) {
            for name in row.by.keys().filter(|name| !known.contains_key(*name)) {
                // A wrong column is wrong in every row; once is enough.
                if !told.insert(name) {
                    continue;
                }
                let names = known.keys().map(String::as_str);
                let help = match closest(name, names.clone()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if known.is_empty() => format!("add `{name}` with a heading under `disaggregation` of the indicator"),
                    None => format!(
                        "its dimensions are {}; add `{name}` to them under `disaggregation`, or leave these cells empty",
                        names.collect::<Vec<_>>().join(", ")
                    ),
                };
                let message = format!("`{}` is not broken down by `{}`", indicator.id(), excerpt(name));
                let finding = Finding::new(row.at("by").key(name), message).help(help);
                findings.push(finding.related(indicator.at("disaggregation"), "the indicator's dimensions".to_owned()));
            }
        }
    }
}
