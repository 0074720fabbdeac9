//! Every body has defined tasks.
//!
//! Clear tasks are the second of the guide's four signs of good governance: who is responsible for what, and where one body's
//! part ends and the next one's begins. Two bodies that both may decide will sooner or later decide differently.
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
//!   tasks: [Represents the cluster, Decides on the yearly plan]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "body-without-tasks",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: indicators of good cluster governance",
        text: include_str!("body_without_tasks.rs"),
    },
    tool: 18,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.bodies.iter().filter(|body| body.tasks.is_empty());
    let message = |id: &Id| format!("the tasks of the body `{id}` are not defined");
    missing::tell(findings, lacking, "tasks", message, "list under `tasks` what it decides and does");
}
