//! An indicator of impact says what it depends on besides the cluster.
//!
//! Impact depends on much that no cluster organisation holds in its hand: prices, laws, the weather. The guide wants such
//! indicators to be designed with care for that reason, and warns that those who pay tend to overlook it. What has to hold for
//! the impact to come about stands under `assumptions`.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! exports: <-- here
//!   title: Houses sold abroad
//!   category: impact
//!   measure: unit
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! exports:
//!   title: Houses sold abroad
//!   category: impact
//!   measure: unit
//!   assumptions: [Customs stay as they are]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::indicator::Category;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "impact-in-one-hand",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact depends on more than the organisation",
        text: include_str!("impact_in_one_hand.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let impacts = context.model.indicators.iter().filter(|indicator| indicator.category == Category::Impact);
    let lacking = impacts.filter(|indicator| indicator.assumptions.is_empty());
    let message = |id: &Id| format!("the impact `{id}` is stated as if it depended on the cluster alone");
    missing::tell(findings, lacking, "assumptions", message, "say under `assumptions` what else has to hold");
}
