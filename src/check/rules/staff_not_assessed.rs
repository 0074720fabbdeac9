//! Everybody in the assessment of the team is assessed by every criterion.
//!
//! Scores are weighted with the hours of each post, so one that is left out moves the picture of the whole team without anybody
//! noticing. The guide's list has nine criteria and one more that is of use only; the rule asks for the nine, in every post that is
//! neither back office nor taken out with `assessed: false`. It speaks only where the assessment has been begun.
//!
//! # Bad
//! ```yaml
//! # file: governance/staff.yaml
//! manager:
//!   title: Cluster manager
//!   fte: 1
//!   skills: { tertiary-education: 3, leadership: 2, social: 2 } <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/staff.yaml
//! manager:
//!   title: Cluster manager
//!   fte: 1
//!   skills: { tertiary-education: 3, private-sector: 2, leadership: 2, social: 2, communication: 3, project-management: 2, english: 2, sector-knowledge: 3, cluster-training: 2 }
//! secretary:
//!   title: Secretary
//!   fte: 0.5
//!   back-office: true
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::staff::{Criterion, Skills};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "staff-not-assessed",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: putting together the cluster management team",
        text: include_str!("staff_not_assessed.rs"),
    },
    tool: 20,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let staff = &context.model.staff;
    if !staff.iter().any(|post| post.skills.is_some()) {
        return;
    }
    for post in staff.iter().filter(|post| post.is_assessed()) {
        let none = Skills::default();
        let skills = post.skills.as_ref().unwrap_or(&none);
        let open = |criterion: &&Criterion| !criterion.is_optional() && skills.get(**criterion).is_none();
        let open: Vec<&str> = Criterion::ALL.iter().filter(open).map(|criterion| criterion.as_str()).collect();
        if !open.is_empty() {
            let message = format!("the post `{}` has no score for {}", post.id(), open.join(", "));
            let help = "give each a score from 0 to 3 under `skills`, or take the post out with `assessed: false`";
            findings.push(Finding::new(post.at("skills"), message).help(help));
        }
    }
}
