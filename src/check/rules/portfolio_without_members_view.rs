//! Members have said how they see the portfolio.
//!
//! The guide has managers place the services first, and members place them again, because only the comparison shows which services matter
//! to both. From operationalisation on there are members who use the services and can judge them. The rule asks once, as soon as the
//! managers have placed services and nobody has noted a single view of the members.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: services.yaml
//! audit:
//!   title: Energy check
//!   portfolio:
//!     managers: fee-based <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: services.yaml
//! audit:
//!   title: Energy check
//!   portfolio:
//!     managers: fee-based
//!     members: critical-review
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::service::Service;
use crate::model::portfolio::members;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "portfolio-without-members-view",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: allocating the pre-assessed services in a portfolio",
        text: include_str!("portfolio_without_members_view.rs"),
    },
    tool: 24,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.loaded.partial || live::services(context).any(|service| members(service).is_some()) {
        return;
    }
    let Some(first) = live::services(context).find(|service| is_placed(service)) else { return };
    let found = Finding::new(first.at("portfolio"), "the members have not been asked how they see the portfolio");
    findings.push(found.help("let members place the services, and write their view under `portfolio.members`"));
}

fn is_placed(service: &Service) -> bool {
    service.portfolio.as_ref().is_some_and(|positions| positions.managers.is_some())
}
