//! A mission ends on the day on which it begins, or later.
//!
//! Whether a mission lies ahead or is past follows from its days, and so does the question for its outcome. Where they are the wrong way
//! round, the site lists it in the wrong place.
//!
//! # Bad
//! ```yaml
//! # file: international/missions.yaml
//! fair:
//!   title: Joint stand at the fair
//!   start: 2026-03-06
//!   end: 2026-03-03 <-- here
//!   purpose: To find buyers
//!   outcome: One order
//! ```
//!
//! # Good
//! ```yaml
//! # file: international/missions.yaml
//! fair: {title: Joint stand at the fair, start: 2026-03-03, end: 2026-03-06, purpose: To find buyers, outcome: One order}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mission-reversed",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Operationalisation: step 3 (internationalisation)",
        text: include_str!("mission_reversed.rs"),
    },
    tool: 32,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mission in &context.model.missions {
        if let Some(end) = mission.end.filter(|end| *end < mission.start) {
            let message = format!("the mission `{}` ends on {end}, before it begins", mission.id());
            let found = Finding::new(mission.at("end"), message).help("correct one of the two days");
            findings.push(found.related(mission.at("start"), format!("begins on {}", mission.start)));
        }
    }
}
