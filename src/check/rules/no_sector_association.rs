//! The associations of the sector are among the stakeholders.
//!
//! Associations often see cooperation in their trade as their own field, and a cluster as a rival. The guide tells of a maritime
//! cluster that came to nothing because the shipping association had not been asked. The rule speaks only where a stakeholder
//! analysis has been begun.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/stakeholders.yaml
//! ministry:
//!   name: Ministry of Economy
//!   assessment: neutral
//!   influence: high
//!   measure: Invite to the yearly forum
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/stakeholders.yaml
//! sawmillers:
//!   name: Union of Sawmillers
//!   association: true
//!   assessment: critical
//!   influence: medium
//!   measure: A seat on the advisory board
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-sector-association",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4, Lessons learned: important stakeholders not involved",
        text: include_str!("no_sector_association.rs"),
    },
    tool: 8,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let stakeholders = &context.model.stakeholders;
    let found = stakeholders.iter().any(|stakeholder| stakeholder.association);
    if found || stakeholders.is_empty() || context.loaded.partial {
        return;
    }
    let message = "no association of the sector is among the stakeholders";
    let help = "add it to strategy/stakeholders.yaml, or mark it there with `association: true`";
    whole::tell(findings, whole::at_strategy(context, "stakeholders"), message, help);
}
