//! A strategy has a mission.
//!
//! The vision says where to go; the mission says what the cluster does on the way, and for whom. The guide wants a common
//! direction for joint work, lest the cluster be busy for its own sake. The rule speaks where a strategy has been begun, and from
//! establishment on.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
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
        name: "mission-missing",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: developing a cluster strategy",
        text: include_str!("mission_missing.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let asked = || whole::demands(context, Stage::Establishment);
    if context.model.strategy().map_or_else(asked, |strategy| strategy.mission.is_none()) {
        let help = "say under `mission` of the strategy what the cluster does, and for whom";
        whole::tell(findings, whole::at_strategy(context, "mission"), "the strategy has no mission", help);
    }
}
