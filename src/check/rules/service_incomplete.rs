//! Every service says how often it is used, by how many, at what effort, and how relevant it is.
//!
//! From these four the guide finds a service's place in the portfolio: paid for each time, covered by the membership fee, under
//! review, or dropped. A service that lacks one has no place there, unless the managers have set one under `portfolio`. Drafts and
//! services that have ended are left alone.
//!
//! # Bad
//! ```yaml
//! # file: services.yaml
//! forum: <-- here
//!   title: Yearly forum
//!   effort: medium
//!   relevance: high
//! ```
//!
//! # Good
//! ```yaml
//! # file: services.yaml
//! forum:
//!   title: Yearly forum
//!   frequency: rarely
//!   beneficiaries: many
//!   effort: medium
//!   relevance: high
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::service::Service;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "service-incomplete",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: pre-assessing the profitability of services",
        text: include_str!("service_incomplete.rs"),
    },
    tool: 23,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let placed = |service: &Service| service.portfolio.as_ref().is_some_and(|positions| positions.managers.is_some());
    for service in live::services(context).filter(|service| !placed(service)) {
        let keys = [
            (service.frequency.is_none(), "frequency"),
            (service.beneficiaries.is_none(), "beneficiaries"),
            (service.effort.is_none(), "effort"),
            (service.relevance.is_none(), "relevance"),
        ];
        let missing: Vec<&'static str> = keys.into_iter().filter(|(missing, _)| *missing).map(|(_, key)| key).collect();
        if let Some(first) = missing.first() {
            let message = format!("the service `{}` has no place in the portfolio without {}", service.id(), missing.join(", "));
            findings.push(Finding::new(service.at(first), message).help("add the keys named here"));
        }
    }
}
