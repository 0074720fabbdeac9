//! Every service says how much trust it needs.
//!
//! The guide has seen services fail whose users were not ready to open up to each other, however well they were run. Whoever plans a
//! service should therefore say how much trust it takes, from 1 to 5, or what its users do together, from which a rung is proposed.
//! Drafts and services that have ended are left alone.
//!
//! # Bad
//! ```yaml
//! # file: services.yaml
//! forum: <-- here
//!   title: Yearly forum
//! ```
//!
//! # Good
//! ```yaml
//! # file: services.yaml
//! forum:
//!   title: Yearly forum
//!   trust: 1
//! circle:
//!   title: Buyers' circle
//!   cooperation: resources
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::portfolio::rung;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "service-without-trust",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: services and the level of trust that they require",
        text: include_str!("service_without_trust.rs"),
    },
    tool: 23,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::services(context).filter(|service| rung(service).is_none());
    let message = |id: &Id| format!("it is not said how much trust the service `{id}` needs");
    missing::tell(findings, lacking, "trust", message, "add `trust` from 1 to 5, or `cooperation`");
}
