//! Free riders have limited influence, and so have those who merely react.
//!
//! Both are welcome, says the guide: they help a young cluster to a critical mass and speak well of it. But they are to be treated
//! with care and to have limited influence, or those who carry the cluster work for those who don't. How much is limited the guide
//! does not say; we take `low` for free riders, and `medium` for those who take part when they are asked.
//!
//! # Bad
//! ```yaml
//! # file: strategy/interests.yaml
//! dealers:
//!   group: Dealers in building materials
//!   interest: Names of buyers
//!   role: free-rider
//!   influence: medium <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/interests.yaml
//! dealers:
//!   group: Dealers in building materials
//!   interest: Names of buyers
//!   role: free-rider
//!   influence: low
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "free-rider-with-influence",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 3/4: understanding the interests of cluster actors",
        text: include_str!("free_rider_with_influence.rs"),
    },
    tool: 10,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for interest in &context.model.interests {
        let (Some(influence), Some(most)) = (interest.influence, interest.role.most_influence()) else { continue };
        if influence.is_too_much_for(interest.role) {
            let (id, role, influence, most) = (interest.id(), interest.role.as_str(), influence.as_str(), most.as_str());
            let message = format!("`{id}` is {role}, but its influence is {influence}");
            let help = format!("see that its say is {most}, by seats and votes; or correct its `role`, if it does more than that");
            findings.push(Finding::new(interest.at("influence"), message).help(help));
        }
    }
}
