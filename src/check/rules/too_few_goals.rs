//! From establishment on, a strategy has several goals.
//!
//! The guide warns of a focus that is too narrow and leaves no room to develop; with one or two goals, members who do not share
//! just these have no reason to stay. It gives no number. The cut-off of 3 goals is ours.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/goals.yaml
//! g1: {title: Skilled workers}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/goals.yaml
//! g1: {title: Skilled workers}
//! g2: {title: Joint purchasing}
//! g3: {title: Exports}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "too-few-goals",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: goals leave space for development",
        text: include_str!("too_few_goals.rs"),
    },
    tool: 13,
    from: Some(Stage::Establishment),
    run,
};

/// Goals that we take to be the fewest.
const FEWEST: usize = 3;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let count = context.model.goals.len();
    if count < FEWEST {
        let message = match count {
            0 => "the strategy has no goal".to_owned(),
            1 => format!("the strategy has one goal, fewer than {FEWEST}"),
            _ => format!("the strategy has {count} goals, fewer than {FEWEST}"),
        };
        let help = "ask members what else they expect, and add it to strategy/goals.yaml";
        whole::tell(findings, whole::at_strategy(context, "goals"), message, help);
    }
}
