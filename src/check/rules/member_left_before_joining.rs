//! A member leaves after it has joined.
//!
//! The membership curve and the list of present members follow from these two dates. Where they are the wrong way round, the
//! member is counted neither then nor now.
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! beam:
//!   name: Beam & Co
//!   kind: sme
//!   joined: 2024
//!   left: 2022 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: members.yaml
//! beam:
//!   name: Beam & Co
//!   kind: sme
//!   joined: 2022
//!   left: 2024
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "member-left-before-joining",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: agreements with members",
        text: include_str!("member_left_before_joining.rs"),
    },
    tool: 2,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for member in &context.model.members {
        let (Some(joined), Some(left)) = (&member.joined, &member.left) else { continue };
        if left.end < joined.start {
            let message = format!("`{}` left in {}, before it joined", member.id(), left.written);
            let found = Finding::new(member.at("left"), message).help("correct one of the two dates");
            findings.push(found.related(member.at("joined"), format!("joined in {}", joined.written)));
        }
    }
}
