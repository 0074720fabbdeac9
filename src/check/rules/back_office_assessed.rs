//! The back office is assessed only where there is a reason.
//!
//! Secretaries, controllers and others who keep the house running are not judged by what a cluster manager has to know; the guide
//! takes them into the assessment only where their work matters for managing the cluster, and leaves that to the manager. A
//! `reason` shows that it was decided, and not forgotten.
//!
//! # Bad
//! ```yaml
//! # file: governance/staff.yaml
//! controller:
//!   title: Project controller
//!   fte: 0.5
//!   back-office: true
//!   assessed: true <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/staff.yaml
//! controller:
//!   title: Project controller
//!   fte: 0.5
//!   back-office: true
//!   assessed: true
//!   reason: Leads two projects besides
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "back-office-assessed",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: putting together the cluster management team",
        text: include_str!("back_office_assessed.rs"),
    },
    tool: 20,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for post in context.model.staff.iter().filter(|post| post.back_office && post.is_assessed() && post.reason.is_none()) {
        let message = format!("the post `{}` is back office, and yet in the assessment of the team", post.id());
        let help = "take `assessed` out, or say under `reason` why the post matters for managing the cluster";
        findings.push(Finding::new(post.at("assessed"), message).help(help));
    }
}
