//! Relations with members tell both sides: what members owe and what they get.
//!
//! Whether obligations and services are in balance is one of the guide’s questions for clusters at work. Where only the offers are told,
//! new members learn of their duties when they break them. The rule speaks only where relations are told at all.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: governance/relations.yaml
//! segments: <-- here
//!   - {title: Small joiners, approach: A visit}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: governance/relations.yaml
//! segments:
//!   - {title: Small joiners, approach: A visit}
//! duties:
//!   - {title: Two evenings a year, benefit: Contacts that last}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "member-duties-missing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 3 (balance of obligations and services)",
        text: include_str!("member_duties_missing.rs"),
    },
    tool: 30,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for relations in context.model.relations.iter().filter(|relations| relations.duties.is_empty()) {
        let found = Finding::new(relations.at("duties"), "nothing says what members owe the cluster");
        findings.push(found.help("list fees, time and data under `duties`, each with what members get for it"));
    }
}
