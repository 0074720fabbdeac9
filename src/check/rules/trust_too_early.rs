//! Services that need much trust are not offered before operationalisation.
//!
//! The guide has found that services fail whose users would have to open up to each other more than they are ready to: networking
//! and information come first, joint development when trust has grown. It draws this as a ladder without numbers. The cut-off is
//! ours: what needs trust 4 or 5 of 5 waits until services run. To plan such a service earlier is fine. Where `trust` is not given,
//! the rung that `cooperation` proposes counts.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: services.yaml
//! joint-design:
//!   title: Joint design of a wall
//!   status: offered
//!   trust: 5 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: services.yaml
//! joint-design:
//!   title: Joint design of a wall
//!   status: planned
//!   trust: 5
//! forum:
//!   title: Yearly forum
//!   status: offered
//!   trust: 1
//! ```

use crate::check::{Check, Context, Finding, live, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::service::ServiceStatus;
use crate::model::portfolio::{Placed, rung};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "trust-too-early",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: services and the level of trust that they require",
        text: include_str!("trust_too_early.rs"),
    },
    tool: 23,
    from: None,
    run,
};

/// Trust from which on a service has to wait.
const MUCH: u8 = 4;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if whole::stage(context) >= Stage::Operationalisation {
        return;
    }
    for service in live::services(context).filter(|service| matches!(service.status, None | Some(ServiceStatus::Offered))) {
        if let Some(trust) = rung(service).map(Placed::place).filter(|trust| *trust >= MUCH) {
            let message = format!("the service `{}` needs trust {trust} of 5, early in the cluster's life", service.id());
            let found = Finding::new(service.at("trust"), message);
            findings.push(found.help("begin with services that need less trust, and set this one to `status: planned`"));
        }
    }
}
