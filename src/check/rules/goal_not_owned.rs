//! Somebody answers for every goal.
//!
//! The guide wants responsibilities to be clear, and everybody to contribute where there is need. A goal that belongs to all is a
//! goal that nobody is asked about. The owner may be a person, a body or a member.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers: <-- here
//!   title: Enough skilled workers for every member
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   owner: mara-lind
//! # file: governance/people.yaml
//! mara-lind:
//!   name: Mara Lind
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-not-owned",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: define responsibilities clearly",
        text: include_str!("goal_not_owned.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.goals.iter().filter(|goal| goal.owner.is_none());
    let message = |id: &Id| format!("nobody answers for the goal `{id}`");
    missing::tell(findings, lacking, "owner", message, "name a person, body or member under `owner`");
}
