//! A body stands behind every project.
//!
//! In the guide one entity commissions a project and takes the decisions that concern all of it, and the manager carries it out.
//! Without the first, the manager has nobody to turn to when time or money runs short. Drafts and what was cancelled are left
//! alone.
//!
//! # Bad
//! ```yaml
//! # file: projects/log-yard.yaml
//! title: A log yard for all <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: projects/log-yard.yaml
//! title: A log yard for all
//! executing-body: board
//! # file: governance/bodies.yaml
//! board: {title: Board, kind: executive-board}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-without-executing-body",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: fundamentals of project management",
        text: include_str!("project_without_executing_body.rs"),
    },
    tool: 28,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::projects(context).filter(|project| project.executing_body.is_none());
    let message = |id: &Id| format!("no body stands behind the project `{id}`");
    missing::tell(findings, lacking, "executing-body", message, "name the body that decides under `executing-body`");
}
