//! Once the links of a value chain are drawn, every primary step is linked.
//!
//! The guide uses the map to find missing links as well as white spots. A step that delivers to nobody and receives from nobody is either
//! no part of this chain, or its links have been forgotten. Steps that support the others need no link, and a chain without any links
//! is not asked for them.
//!
//! # Bad
//! ```yaml
//! # file: strategy/value-chain.yaml
//! sawing:
//!   title: Sawing and drying
//!   leads-to: [joinery]
//! joinery:
//!   title: Joinery
//! carpentry: <-- here
//!   title: Carpentry
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/value-chain.yaml
//! sawing:
//!   title: Sawing and drying
//!   leads-to: [joinery, carpentry]
//! joinery:
//!   title: Joinery
//! carpentry:
//!   title: Carpentry
//! training:
//!   title: Training
//!   role: supporting
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "value-chain-step-unlinked",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: value chain mapping",
        text: include_str!("value_chain_step_unlinked.rs"),
    },
    tool: 4,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes = &context.model.nodes;
    let linked: BTreeSet<&Id> = nodes
        .iter()
        .filter(|node| !node.leads_to.is_empty())
        .flat_map(|node| std::iter::once(node.id()).chain(context.model.all(&node.leads_to).map(|next| next.id())))
        .collect();
    for node in nodes.iter().filter(|node| !linked.is_empty() && !node.is_supporting() && !linked.contains(node.id())) {
        let found = Finding::new(node.at("leads-to"), format!("nothing leads to `{}` or from it", node.id()));
        findings.push(found.help("link it under `leads-to`, or say `role: supporting`"));
    }
}
