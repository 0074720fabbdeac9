//! The phases of a project lie between its first and its last day.
//!
//! The guide splits a project into phases and goes through them one by one with those who take part. A phase outside of the
//! project has no budget and no partners; usually the project was moved and its phases were forgotten.
//!
//! # Bad
//! ```yaml
//! # file: projects/log-yard.yaml
//! title: A log yard for all
//! start: 2026-03-01
//! end: 2026-09-30
//! phases:
//!   - title: Building
//!     start: 2026-08-01
//!     end: 2026-11-30 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: projects/log-yard.yaml
//! title: A log yard for all
//! start: 2026-03-01
//! end: 2026-11-30
//! phases:
//!   - title: Building
//!     start: 2026-08-01
//!     end: 2026-11-30
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-phase-outside",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: split projects into phases",
        text: include_str!("project_phase_outside.rs"),
    },
    tool: 28,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for project in &context.model.projects {
        for (index, phase) in project.phases.iter().enumerate() {
            let (key, day, side, limit) = match (project.start, project.end) {
                (Some(start), _) if phase.start < start => ("start", phase.start, "before", start),
                (_, Some(end)) if phase.end > end => ("end", phase.end, "after", end),
                _ => continue,
            };
            let number = index + 1;
            let message = format!("phase {number} of the project `{}` has its {key} on {day}, {side} the project's", project.id());
            let found = Finding::new(project.at("phases").item(index).key(key), message);
            let found = found.related(project.at(key), format!("the project's {key} is {limit}"));
            findings.push(found.help("move the phase, or the project"));
        }
    }
}
