//! A project serves the cluster, not the finance of its office.
//!
//! The guide is plain about it: projects are not to be run mainly to pay for the cluster organisation. The sign that the rule
//! looks for is ours: a project for the management itself that others pay for, public or donor, and that serves no goal of the
//! strategy.
//!
//! # Bad
//! ```yaml
//! # file: projects/new-office.yaml
//! title: A new office
//! character: internal-management <-- here
//! financing: public
//! ```
//!
//! # Good
//! ```yaml
//! # file: projects/new-office.yaml
//! title: Training for the cluster managers
//! character: internal-management
//! financing: public
//! goals: [better-services]
//! # file: strategy/goals.yaml
//! better-services: {title: Services that members pay for}
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::project::{Character, ProjectFinancing};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-for-its-office",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: projects are not for financing the organisation",
        text: include_str!("project_for_its_office.rs"),
    },
    tool: 28,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for project in live::projects(context).filter(|project| project.character == Some(Character::InternalManagement)) {
        let outside = matches!(project.financing, Some(ProjectFinancing::Public | ProjectFinancing::Donor));
        if outside && project.goals.is_empty() {
            let message = format!("the project `{}` pays for the office and serves no goal", project.id());
            let found = Finding::new(project.at("character"), message);
            findings.push(found.help("name the goal that it serves under `goals`, or correct `character`"));
        }
    }
}
