//! From operationalisation on, the staff goes on learning.
//!
//! The guide asks whether the development of skills is part of the organisation’s own, and calls for training and coaching without end of
//! those who manage a cluster. Services get better when those who provide them do. The rule is content with one thing that
//! somebody has learnt or is going to.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation <-- here
//! # file: governance/excellence.yaml
//! labels: []
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: governance/excellence.yaml
//! staff-development:
//!   - {title: Moderating groups that disagree, date: 2026-03-06}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "staff-development-missing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 9 (skill development of staff members)",
        text: include_str!("staff_development_missing.rs"),
    },
    tool: 31,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.excellence.iter().all(|excellence| excellence.staff_development.is_empty()) {
        let help = "list courses, coaching and exchanges under `staff-development` of `governance/excellence.yaml`";
        whole::tell(findings, whole::at_cluster(context, "stage"), "nothing tells what the staff learns", help);
    }
}
