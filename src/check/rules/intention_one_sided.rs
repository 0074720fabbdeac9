//! Who seeks something of the cluster also offers something.
//!
//! The guide asks every business both what it can gain for itself and what its partners can gain from it, the competences among
//! them that it would bring in. Who only seeks leaves the work to the others, and they will notice. A small contribution is one
//! too: a room, an afternoon, a contact.
//!
//! # Bad
//! ```yaml
//! # file: strategy/intentions.yaml
//! carpenters: <-- here
//!   group: Village carpenters
//!   seeks: [Apprentices]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/intentions.yaml
//! carpenters:
//!   group: Village carpenters
//!   seeks: [Apprentices]
//!   offers: [Two trainers for a week each year]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "intention-one-sided",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: intentions and goals of the actors",
        text: include_str!("intention_one_sided.rs"),
    },
    tool: 7,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.intentions.iter().filter(|intention| intention.offers.is_empty());
    let message = |id: &Id| format!("`{id}` seeks a benefit and offers nothing");
    missing::tell(findings, lacking, "offers", message, "ask what it can bring, and say so under `offers`");
}
