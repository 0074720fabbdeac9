//! For every stakeholder there is something to do.
//!
//! The guide's table ends in a column of measures, since the point of the analysis is to win support and to keep it. Who has been
//! judged and then left alone stays what he was. A measure may be as small as an invitation.
//!
//! # Bad
//! ```yaml
//! # file: strategy/stakeholders.yaml
//! ministry: <-- here
//!   name: Ministry of Economy
//!   assessment: neutral
//!   influence: high
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/stakeholders.yaml
//! ministry:
//!   name: Ministry of Economy
//!   assessment: neutral
//!   influence: high
//!   measure: Invite to the yearly forum and send the report beforehand
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "stakeholder-without-measure",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 2/4: the stakeholder analysis as a tool",
        text: include_str!("stakeholder_without_measure.rs"),
    },
    tool: 8,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.stakeholders.iter().filter(|stakeholder| stakeholder.measure.is_none());
    let message = |id: &Id| format!("there is no measure for the stakeholder `{id}`");
    missing::tell(findings, lacking, "measure", message, "say under `measure` how to win or keep its support");
}
