//! Every project serves a goal of the strategy.
//!
//! The guide wants every action to help the cluster as such or a number of its actors. The goals are what those actors have
//! agreed on, so a project that serves none needs another reason than that there was money for it. Drafts and what was cancelled
//! are left alone.
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
//! goals: [less-waste]
//! # file: strategy/goals.yaml
//! less-waste: {title: Half the waste}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-without-goal",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: managing cluster projects",
        text: include_str!("project_without_goal.rs"),
    },
    tool: 28,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::projects(context).filter(|project| project.goals.is_empty());
    missing::tell(findings, lacking, "goals", |id| format!("the project `{id}` serves no goal"), "name the goal under `goals`");
}
