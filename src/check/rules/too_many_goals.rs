//! A strategy has no more goals than members can keep in mind.
//!
//! The guide wants goals that are not too broad, so that the cluster specialises and has a profile, and it counts strategies that
//! were too ambitious among the failures. It gives no number. The cut-off of 8 goals is ours: beyond it, people can no longer say
//! from memory what their cluster is for.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/goals.yaml
//! g1: {title: Skilled workers}
//! g2: {title: Joint purchasing}
//! g3: {title: A fair of our own}
//! g4: {title: Exports}
//! g5: {title: Lighter walls}
//! g6: {title: Better roads}
//! g7: {title: A joint brand}
//! g8: {title: Less waste}
//! g9: {title: A school of design}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/goals.yaml
//! g1: {title: Skilled workers}
//! g2: {title: Joint purchasing}
//! g3: {title: Exports}
//! g4: {title: Lighter walls}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "too-many-goals",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: goals give specialisation and profile",
        text: include_str!("too_many_goals.rs"),
    },
    tool: 13,
    from: None,
    run,
};

/// Goals that we take to be the most.
const MOST: usize = 8;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let count = context.model.goals.len();
    if count > MOST {
        let message = format!("the strategy has {count} goals, more than {MOST}");
        let help = "join those that belong together, or turn the smaller ones into activities";
        whole::tell(findings, whole::at_strategy(context, "goals"), message, help);
    }
}
