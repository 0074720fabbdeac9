//! Every indicator says where its data come from.
//!
//! A figure without a source can be neither checked nor measured again in the same way. The guide wants monitoring to be
//! continuous, over the years and over changes of staff; then the source has to stand in the plan and not in somebody's memory.
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
//!   source: Yearly survey of members
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-source",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("indicator_without_source.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.indicators.iter().filter(|indicator| indicator.source.is_none());
    let message = |id: &Id| format!("it is not said where the data of the indicator `{id}` come from");
    missing::tell(findings, lacking, "source", message, "say so under `source`");
}
