//! Every intention is somebody's.
//!
//! The guide asks each business in turn what it seeks and what it would bring, since only those who are named can be asked again.
//! An intention that belongs to nobody is a wish of those who wrote it down.
//!
//! # Bad
//! ```yaml
//! # file: strategy/intentions.yaml
//! drying: <-- here
//!   seeks: [Room in a drying kiln]
//!   offers: [A lorry that goes to the kiln twice a week]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/intentions.yaml
//! drying:
//!   group: Small sawmills
//!   seeks: [Room in a drying kiln]
//!   offers: [A lorry that goes to the kiln twice a week]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "intention-without-actor",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: intentions and goals of the actors",
        text: include_str!("intention_without_actor.rs"),
    },
    tool: 7,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.intentions.iter().filter(|intention| intention.actor.is_none() && intention.group.is_none());
    let message = |id: &Id| format!("nobody is named whose intention `{id}` is");
    missing::tell(findings, lacking, "actor", message, "name a member, body or person under `actor`, or others under `group`");
}
