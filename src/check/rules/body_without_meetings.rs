//! Every body says how often it meets.
//!
//! Regular meetings that let members take part are the last of the guide's four signs of good governance. A body that meets now
//! and then leaves its decisions to whoever happens to be in the office. The managing office itself works every day and needs no
//! such line.
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
//!   meets: quarterly
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::governance::BodyKind;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "body-without-meetings",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: indicators of good cluster governance",
        text: include_str!("body_without_meetings.rs"),
    },
    tool: 18,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // An office works every day, and one person has nobody to meet.
    let alone = |kind: BodyKind| matches!(kind, BodyKind::ManagingOffice | BodyKind::Officer);
    let lacking = context.model.bodies.iter().filter(|body| body.meets.is_none() && !alone(body.kind));
    let message = |id: &Id| format!("it is not said how often the body `{id}` meets");
    missing::tell(findings, lacking, "meets", message, "say so under `meets`, such as `meets: quarterly`");
}
