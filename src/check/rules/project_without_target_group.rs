//! Every project says who is to benefit.
//!
//! The guide tells projects apart by their goal and target group before anything else. Who they are for decides who should be
//! asked, who can pay, and who will say at the end whether it was worth it. Drafts and what was cancelled are left alone.
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
//! target-group: Sawmills with fewer than ten employees
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-without-target-group",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: forms of cluster projects",
        text: include_str!("project_without_target_group.rs"),
    },
    tool: 28,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::projects(context).filter(|project| project.target_group.is_none());
    let message = |id: &Id| format!("it is not said who benefits from the project `{id}`");
    missing::tell(findings, lacking, "target-group", message, "say so under `target-group`");
}
