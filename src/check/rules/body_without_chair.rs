//! Boards, committees and working groups have a chair.
//!
//! The guide wants it settled who is responsible for what and how messages flow. With a chair there is somebody who calls the
//! meeting and whom others can ask. Assemblies, which the board leads, and the managing office are left alone.
//!
//! # Bad
//! ```yaml
//! # file: governance/bodies.yaml
//! board: <-- here
//!   title: Board
//!   kind: executive-board
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/bodies.yaml
//! board:
//!   title: Board
//!   kind: executive-board
//!   chair: mara-lind
//! # file: governance/people.yaml
//! mara-lind:
//!   name: Mara Lind
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::kinds::governance::BodyKind;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "body-without-chair",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: who is responsible for what",
        text: include_str!("body_without_chair.rs"),
    },
    tool: 18,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let chaired = |kind: BodyKind| match kind {
        BodyKind::ExecutiveBoard | BodyKind::SteeringCommittee | BodyKind::AdvisoryBoard | BodyKind::WorkingGroup => true,
        BodyKind::GeneralAssembly | BodyKind::ManagingOffice | BodyKind::Officer | BodyKind::Other => false,
    };
    let lacking = context.model.bodies.iter().filter(|body| body.chair.is_none() && chaired(body.kind));
    missing::tell(findings, lacking, "chair", |id| format!("the body `{id}` has no chair"), "name one under `chair`");
}
