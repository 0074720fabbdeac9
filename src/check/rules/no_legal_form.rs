//! From establishment on, the cluster organisation has a legal form.
//!
//! A legal form is the first of the guide's four signs of good governance, since it shows that the members mean it. Without one,
//! nobody can sign a contract, employ staff or receive a grant in the cluster's name. A written agreement to cooperate is a legal
//! form too.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: governance/governance.yaml
//! body: The assembly decides on the strategy. <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: governance/governance.yaml
//! legal-form: non-profit-association
//! body: The assembly decides on the strategy.
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-legal-form",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: indicators of good cluster governance",
        text: include_str!("no_legal_form.rs"),
    },
    tool: 18,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let chosen = context.model.governance.iter().any(|governance| governance.legal_form.is_some());
    if chosen {
        return;
    }
    let help = "name it under `legal-form` of governance/governance.yaml";
    whole::tell(findings, whole::at_governance(context, "legal-form"), "the cluster organisation has no legal form", help);
}
