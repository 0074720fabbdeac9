//! From establishment on, a body of members governs the cluster.
//!
//! A governing body is the third of the guide's four signs of good governance. It decides, backs the management when it carries
//! out the plan, and sees whether that gets anywhere. An assembly, a board or a steering committee counts; a body that only
//! advises does not.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: governance/governance.yaml
//! legal-form: non-profit-association <-- here
//! # file: governance/bodies.yaml
//! office:
//!   title: Cluster office
//!   kind: managing-office
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
//! # file: governance/bodies.yaml
//! assembly:
//!   title: Members' assembly
//!   kind: general-assembly
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::governance::BodyKind;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-governing-body",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: indicators of good cluster governance",
        text: include_str!("no_governing_body.rs"),
    },
    tool: 18,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let governs = |kind: BodyKind| match kind {
        BodyKind::GeneralAssembly | BodyKind::ExecutiveBoard | BodyKind::SteeringCommittee => true,
        BodyKind::AdvisoryBoard | BodyKind::ManagingOffice | BodyKind::WorkingGroup | BodyKind::Officer | BodyKind::Other => {
            false
        }
    };
    if context.model.bodies.iter().any(|body| governs(body.kind)) {
        return;
    }
    let help = "add an assembly, a board or a steering committee to governance/bodies.yaml";
    whole::tell(findings, whole::at_governance(context, "body"), "no body governs the cluster", help);
}
