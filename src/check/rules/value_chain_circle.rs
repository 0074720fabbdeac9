//! The steps of a value chain lead forward.
//!
//! A value chain shows how a product grows from step to step until somebody buys it; in a circle no step comes first, and the chain can't
//! be drawn from its beginning to its end. Where old material becomes new, end the chain at recycling, or set the rule aside for that
//! step with the reason.
//!
//! # Bad
//! ```yaml
//! # file: strategy/value-chain.yaml
//! sawing:
//!   title: Sawing and drying
//!   leads-to: [joinery] <-- here
//! joinery:
//!   title: Joinery
//!   leads-to: [sawing]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/value-chain.yaml
//! sawing:
//!   title: Sawing and drying
//!   leads-to: [joinery]
//! joinery:
//!   title: Joinery
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding, circle::circles};
use crate::diag::{Class, Rule};
use crate::model::kinds::value_chain::Node;
use crate::model::{Entry, Id};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "value-chain-circle",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: value chain mapping",
        text: include_str!("value_chain_circle.rs"),
    },
    tool: 4,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes: Vec<&Entry<Node>> = context.model.nodes.iter().collect();
    let index: BTreeMap<&Id, usize> = nodes.iter().enumerate().map(|(index, node)| (node.id(), index)).collect();
    let next = |node: &Entry<Node>| {
        context.model.all(&node.leads_to).filter_map(|other| index.get(other.id()).copied()).collect()
    };
    let edges: Vec<Vec<usize>> = nodes.iter().map(|node| next(node)).collect();
    for circle in circles(&edges) {
        let mut members = circle.iter().map(|&index| nodes[index]);
        let Some(first) = members.next() else { continue };
        let message = match circle.len() {
            1 => format!("the step `{}` leads to itself", first.id()),
            count => format!("the step `{}` leads back to itself in a circle of {count} steps", first.id()),
        };
        let found = Finding::new(first.at("leads-to"), message).help("take out the link that leads back");
        let add = |found: Finding, other: &Entry<Node>| found.related(other.at("leads-to"), format!("`{}`", other.id()));
        findings.push(members.fold(found, add));
    }
}
