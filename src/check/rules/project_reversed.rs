//! Projects and their phases end after they have started.
//!
//! Where the two days are the wrong way round, one of them is mistyped, and the project can't be drawn on a time line. Partners
//! who plan by it would plan for the wrong day.
//!
//! # Bad
//! ```yaml
//! # file: projects/log-yard.yaml
//! title: A log yard for all
//! start: 2026-09-01
//! end: 2026-03-31 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: projects/log-yard.yaml
//! title: A log yard for all
//! start: 2026-03-01
//! end: 2026-09-30
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Place;
use crate::model::value::Date;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "project-reversed",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: managing cluster projects",
        text: include_str!("project_reversed.rs"),
    },
    tool: 28,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut look = |start: Date, end: Date, place: Place, what: String| {
        if end < start {
            let found = Finding::new(place, format!("{what} ends on {end}, before it starts on {start}"));
            findings.push(found.help("correct one of the two, or swap them"));
        }
    };
    for project in &context.model.projects {
        if let (Some(start), Some(end)) = (project.start, project.end) {
            look(start, end, project.at("end"), format!("the project `{}`", project.id()));
        }
        for (index, phase) in project.phases.iter().enumerate() {
            let place = project.at("phases").item(index).key("end");
            look(phase.start, phase.end, place, format!("phase {} of the project `{}`", index + 1, project.id()));
        }
    }
}
