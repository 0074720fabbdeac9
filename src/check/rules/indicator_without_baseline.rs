//! Every indicator has a value from before.
//!
//! Progress is a distance, and a distance has two ends. The guide notes that monitoring often starts too late: a baseline that
//! was not taken at the start can seldom be made up for. Zero is a baseline too, where there was nothing.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts: <-- here
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   baseline: {value: 40, date: 2025-01-01}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-baseline",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("indicator_without_baseline.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.indicators.iter().filter(|indicator| indicator.baseline.is_none());
    let message = |id: &Id| format!("the indicator `{id}` has no baseline");
    missing::tell(findings, lacking, "baseline", message, "add `baseline: {value: …, date: …}`");
}
