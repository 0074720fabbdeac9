//! An adopted strategy says which body adopted it, and when.
//!
//! The guide wants a strategy that is commonly accepted. That it is can be seen from a decision alone: a body whose members were
//! chosen, and a day that has passed. A decision that is still to come leaves the strategy in consultation.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! status: adopted <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! status: adopted
//! adopted: {by: assembly, on: 2026-05-12}
//! # file: governance/bodies.yaml
//! assembly: {title: Members' assembly, kind: general-assembly}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::strategy::StrategyStatus;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "adopted-without-decision",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: a strategy that is commonly accepted",
        text: include_str!("adopted_without_decision.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for strategy in context.model.strategies.iter().filter(|strategy| strategy.status == Some(StrategyStatus::Adopted)) {
        match &strategy.adopted {
            None => {
                let message = "the strategy is adopted, but nothing says by whom and when";
                let found = Finding::new(strategy.at("status"), message);
                findings.push(found.help("add `adopted: {by: …, on: …}` with the body and the day"));
            }
            Some(decision) if decision.on.0 > context.today => {
                let message = format!("the strategy is adopted by a decision of {}, which has not come yet", decision.on);
                let found = Finding::new(strategy.at("adopted").key("on"), message);
                findings.push(found.help("correct the day, or set `status: consultation` until then"));
            }
            Some(_) => {}
        }
    }
}
