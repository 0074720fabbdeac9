//! From operationalisation on, members have ways to say what they think.
//!
//! The guide asks, among its questions for this stage, whether there are enough opportunities for open exchange and feedback, since what
//! nobody hears about nobody can repair. Members who are not asked leave without a word, and the office learns of it from the accounts.
//! A survey or a regular occasion under `governance/relations` is enough; how many are enough is for the members to say.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation <-- here
//! # file: governance/relations.yaml
//! retention:
//!   - title: A visit to every member
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: governance/relations.yaml
//! dialogue:
//!   - {title: Evening at a member’s place, rhythm: six times a year}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-member-feedback",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 5 (exchange, dialogue and feedback)",
        text: include_str!("no_member_feedback.rs"),
    },
    tool: 30,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let heard = context.model.relations.iter().any(|relations| !(relations.surveys.is_empty() && relations.dialogue.is_empty()));
    if !heard {
        let help = "list surveys under `surveys`, or regular occasions under `dialogue`, of `governance/relations.yaml`";
        whole::tell(findings, whole::at_cluster(context, "stage"), "nothing tells how members are heard", help);
    }
}
