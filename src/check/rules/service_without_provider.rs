//! Somebody provides every service.
//!
//! The guide has the managing office put the portfolio together as a single point of contact, with services of its own and of
//! others at special conditions. A member who wants a service has to know whom to turn to. Drafts and services that have ended
//! are left alone.
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
//!   provider: office
//! # file: governance/bodies.yaml
//! office: {title: Cluster office, kind: managing-office}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "service-without-provider",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: building the cluster service portfolio",
        text: include_str!("service_without_provider.rs"),
    },
    tool: 23,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::services(context).filter(|service| service.provider.is_none());
    let message = |id: &Id| format!("it is not said who provides the service `{id}`");
    missing::tell(findings, lacking, "provider", message, "name a body, member or person under `provider`");
}
