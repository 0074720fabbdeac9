//! The indicators of a hypothesis stand in the order of the results chain.
//!
//! The four categories of the guide follow each other: input, output, outcome, impact. A hypothesis that leads from an outcome back to an output
//! has its indicators in the wrong order, or one of them in the wrong category.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! hours: {title: Hours of trainers, category: input, measure: unit}
//! skilled: {title: Posts filled, category: outcome, measure: unit}
//! courses: {title: Courses held, category: output, measure: unit}
//! jobs: {title: Jobs in the region, category: impact, measure: unit}
//! # file: monitoring/hypotheses.yaml
//! training:
//!   title: Training keeps jobs in the region
//!   indicators:
//!     - hours
//!     - skilled
//!     - courses <-- here
//!     - jobs
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! hours: {title: Hours of trainers, category: input, measure: unit}
//! skilled: {title: Posts filled, category: outcome, measure: unit}
//! courses: {title: Courses held, category: output, measure: unit}
//! jobs: {title: Jobs in the region, category: impact, measure: unit}
//! # file: monitoring/hypotheses.yaml
//! training:
//!   title: Training keeps jobs in the region
//!   indicators:
//!     - hours
//!     - courses
//!     - skilled
//!     - jobs
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hypothesis-runs-backwards",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring, impact hypotheses",
        text: include_str!("hypothesis_runs_backwards.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let model = context.model;
    for hypothesis in &model.hypotheses {
        let known = hypothesis.indicators.iter().enumerate().filter_map(|(at, reference)| Some((at, model.get(reference)?)));
        let known: Vec<_> = known.collect();
        let back = known.windows(2).find(|pair| pair[1].1.category < pair[0].1.category);
        if let Some([(_, before), (at, after)]) = back {
            let (one, two) = (before.category.as_str(), after.category.as_str());
            let message = format!("`{}` ({two}) comes after `{}` ({one})", after.id(), before.id());
            let found = Finding::new(hypothesis.at("indicators").item(*at), message);
            findings.push(found.help("put the indicators in the order input, output, outcome, impact, or correct a `category`"));
        }
    }
}
