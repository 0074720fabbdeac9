//! Every indicator says what exactly is counted or judged.
//!
//! The guide remarks that methods and figures differ from place to place, so that comparing them is hard. Two people who count
//! "new jobs" get two numbers unless somebody has written down whether half a post is one, and since when. A series whose meaning
//! changes on the way says nothing.
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
//!   definition: Posts of member firms that have been advertised for three months or more
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-definition",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("indicator_without_definition.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.indicators.iter().filter(|indicator| indicator.definition.is_none());
    let message = |id: &Id| format!("the indicator `{id}` is not defined");
    missing::tell(findings, lacking, "definition", message, "say under `definition` what exactly is counted or judged");
}
