//! Every indicator says how often it is measured.
//!
//! Among the usual mistakes the guide names monitoring that is not continuous. With a rhythm in the plan, a measurement that did
//! not take place is seen; without one, nobody misses it.
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
//!   frequency: yearly
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-frequency",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: what not to do when implementing a monitoring approach",
        text: include_str!("indicator_without_frequency.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.indicators.iter().filter(|indicator| indicator.frequency.is_none());
    let message = |id: &Id| format!("it is not said how often the indicator `{id}` is measured");
    missing::tell(findings, lacking, "frequency", message, "say so under `frequency`, such as `frequency: yearly`");
}
