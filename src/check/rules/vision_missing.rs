//! A strategy has a vision.
//!
//! The guide begins a strategy with a vision that the actors share. It is the one sentence by which a member can tell whether a
//! goal belongs to the cluster or to somebody else. The rule speaks where a strategy has been begun, and from establishment on.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! mission: We bring makers of timber houses together <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! mission: We bring makers of timber houses together
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "vision-missing",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: a shared vision",
        text: include_str!("vision_missing.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let asked = || whole::demands(context, Stage::Establishment);
    if context.model.strategy().map_or_else(asked, |strategy| strategy.vision.is_none()) {
        let help = "say under `vision` of the strategy where the cluster wants to be in ten years";
        whole::tell(findings, whole::at_strategy(context, "vision"), "the strategy has no vision", help);
    }
}
