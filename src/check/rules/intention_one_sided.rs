//! Who seeks something of the cluster also offers something, and the other way round.
//!
//! The guide asks of every business what it can gain for itself and what its partners can gain from it, for an alliance lives on
//! the balance of both. Who only seeks leaves the others with the work; who only offers sees no value for himself and will soon
//! be gone, which the guide counts among the obstacles. A small contribution is one too: a room, an afternoon, a contact.
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

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

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
    for intention in &context.model.intentions {
        let id = intention.id();
        let (key, message, help) = match (intention.seeks.is_empty(), intention.offers.is_empty()) {
            (false, false) => continue,
            (false, true) => {
                ("offers", format!("`{id}` seeks a benefit and offers nothing"), "ask what it can bring, and say so under `offers`")
            }
            (true, false) => {
                ("seeks", format!("`{id}` offers something and seeks nothing"), "ask what it hopes to gain, and say so under `seeks`")
            }
            (true, true) => (
                "seeks",
                format!("the intention `{id}` names neither a benefit nor a contribution"),
                "say what is sought under `seeks` and what is brought under `offers`",
            ),
        };
        findings.push(Finding::new(intention.at(key), message).help(help));
    }
}
