//! A decision in a process leads to a step that exists.
//!
//! Steps are numbered from 1 in the order in which they are written; after a no, `otherwise-step` names the one that follows. A number
//! that no step has, or the number of the decision itself, leaves whoever follows the process standing there. The picture of the
//! process would have an arrow to nowhere.
//!
//! # Bad
//! ```yaml
//! # file: governance/bodies.yaml
//! office: {title: Cluster office, kind: managing-office, tasks: [Looks after members]}
//! # file: governance/processes.yaml
//! admission:
//!   title: Admit a member
//!   kind: core
//!   owner: office
//!   steps:
//!     - title: Visit the firm
//!     - title: Does it fit?
//!       decision: true
//!       otherwise-step: 4 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/bodies.yaml
//! office: {title: Cluster office, kind: managing-office, tasks: [Looks after members]}
//! # file: governance/processes.yaml
//! admission:
//!   title: Admit a member
//!   kind: core
//!   owner: office
//!   steps:
//!     - title: Visit the firm
//!     - title: Does it fit?
//!       decision: true
//!       otherwise-step: 1
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "process-step-unknown",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: process management",
        text: include_str!("process_step_unknown.rs"),
    },
    tool: 29,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for process in &context.model.processes {
        for (index, step) in process.steps.iter().enumerate() {
            let Some(next) = step.otherwise_step.map(|next| next as usize) else { continue };
            let place = process.at("steps").item(index).key("otherwise-step");
            if next == index + 1 {
                let found = Finding::new(place, format!("step {next} of `{}` leads back to itself", process.id()));
                findings.push(found.help("name the step that follows after a no, or take the line out"));
            } else if next == 0 || next > process.steps.len() {
                let message = format!("`{}` has no step {next}; it has {}", process.id(), process.steps.len());
                findings.push(Finding::new(place, message).help("steps are numbered from 1, in the order in which they are written"));
            }
        }
    }
}
