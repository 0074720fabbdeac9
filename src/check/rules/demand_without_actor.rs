//! Somebody stands behind every demand.
//!
//! The guide ranks demands by what they matter to the key actors and by how many of these share them. A demand that nobody has raised or scored can't
//! be ranked, and it may be the office's own wish. The names of those who raised it, or the scores that actors gave it, say whose it is.
//!
//! # Bad
//! ```yaml
//! # file: strategy/demands.yaml
//! workers: <-- here
//!   title: More skilled carpenters
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/demands.yaml
//! workers:
//!   title: More skilled carpenters
//!   raised-by: [dufour]
//! wood:
//!   title: Certified wood at a fair price
//!   scores: {dufour: 4}
//! # file: members.yaml
//! dufour: {name: Dufour, kind: sme}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "demand-without-actor",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 3/4: understanding the demands of key actors",
        text: include_str!("demand_without_actor.rs"),
    },
    tool: 11,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.demands.iter().filter(|demand| demand.raised_by.is_empty() && demand.scores.is_empty());
    let message = |id: &Id| format!("nobody has raised or scored the demand `{id}`");
    missing::tell(findings, lacking, "raised-by", message, "name who raised it under `raised-by`, or what it is worth to whom under `scores`");
}
