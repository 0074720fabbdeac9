//! Every indicator has a target.
//!
//! A goal is measurable when it is said beforehand which value means that it is reached. Without a target every value can be
//! called a success afterwards, and no page can show how far the cluster has come.
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
//!   targets:
//!     - {value: 10, date: 2028-12-31}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-target",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: goals are attainable and measurable",
        text: include_str!("indicator_without_target.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.indicators.iter().filter(|indicator| indicator.targets.is_empty());
    let message = |id: &Id| format!("the indicator `{id}` has no target");
    missing::tell(findings, lacking, "targets", message, "add `targets` with at least one value and its date");
}
