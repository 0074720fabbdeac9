//! From establishment on it is known what the cluster costs.
//!
//! The guide begins financial planning with the costs, by category: personnel, rent, operating supplies, equipment, formation and
//! others. Fees, prices and applications for grants are guesses without them. The table is shown to members only unless it says
//! otherwise.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber <-- here
//! languages: [en]
//! stage: establishment
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,60000
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-cost-structure",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: identifying the cost structure",
        text: include_str!("no_cost_structure.rs"),
    },
    tool: 16,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.costs.is_empty() {
        let help = "write finance/costs.csv with category, year and amount; members see it, the public does not unless you say so";
        whole::tell(findings, whole::in_place(context), "it is not said what the cluster costs", help);
    }
}
