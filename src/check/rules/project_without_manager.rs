//! Somebody manages every project.
//!
//! The guide keeps deciding and managing apart: a manager with a team is responsible for the work itself, its time and its money.
//! A project that is managed by all partners together is late before it has begun. Drafts and what was cancelled are left alone.
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
//! manager: mara-lind
//! # file: governance/people.yaml
//! mara-lind: {name: Mara Lind}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-without-manager",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: fundamentals of project management",
        text: include_str!("project_without_manager.rs"),
    },
    tool: 28,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::projects(context).filter(|project| project.manager.is_none());
    missing::tell(findings, lacking, "manager", |id| format!("nobody manages the project `{id}`"), "name one under `manager`");
}
