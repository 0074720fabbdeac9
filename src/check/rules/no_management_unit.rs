//! From establishment on, somebody manages the cluster.
//!
//! A management unit is the last of the four qualities that every cluster has. Members have firms of their own to run, so what is
//! everybody's task is soon nobody's. The guide calls this body the managing office; it may be one person at half time.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: governance/governance.yaml
//! legal-form: non-profit-association <-- here
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
//! office:
//!   title: Cluster office
//!   kind: managing-office
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::governance::BodyKind;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-management-unit",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, Various shapes: a management unit",
        text: include_str!("no_management_unit.rs"),
    },
    tool: 1,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let managed = context.model.bodies.iter().any(|body| body.kind == BodyKind::ManagingOffice);
    if managed {
        return;
    }
    let help = "add a body of the kind `managing-office` to governance/bodies.yaml";
    whole::tell(findings, whole::at_governance(context, "body"), "no body manages the cluster", help);
}
