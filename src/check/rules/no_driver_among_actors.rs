//! Among the actors is one who drives the cluster or carries it.
//!
//! Drivers and key actors make a cluster succeed, says the guide, and the person who sets it going is the story behind it. Where all
//! who take part only react or only take, nothing happens once the first meeting is over. The rule speaks only where the
//! interests of actors have been noted.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/interests.yaml
//! joiners:
//!   group: Joiners
//!   interest: Orders
//!   role: reactive
//!   influence: medium
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/interests.yaml
//! joiners:
//!   group: Joiners
//!   interest: Orders
//!   role: reactive
//!   influence: medium
//! sawmills:
//!   group: Four founding sawmills
//!   interest: A market for logs within an hour's drive
//!   role: driver
//!   influence: high
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::kinds::actor::ActorRole;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-driver-among-actors",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 3/4: understanding the interests of cluster actors",
        text: include_str!("no_driver_among_actors.rs"),
    },
    tool: 10,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let interests = &context.model.interests;
    let carries = |role: ActorRole| matches!(role, ActorRole::Driver | ActorRole::KeyActor);
    let carried = interests.iter().any(|interest| carries(interest.role));
    if interests.is_empty() || carried || !whole::knows_all(context, Kind::Interest) {
        return;
    }
    let message = "among the actors whose interests are noted there is neither a driver nor a key actor";
    let help = "find out who would carry the cluster, and add it to strategy/interests.yaml";
    whole::tell(findings, whole::at_strategy(context, "interests"), message, help);
}
