//! A mission has a purpose.
//!
//! The guide wants all that a cluster does to serve its development or a number of its actors. A journey without a purpose that was written
//! down beforehand is a journey, and its outcome can’t be held against anything.
//!
//! # Bad
//! ```yaml
//! # file: international/missions.yaml
//! fair: <-- here
//!   title: Joint stand at the fair
//!   start: 2026-11-03
//! ```
//!
//! # Good
//! ```yaml
//! # file: international/missions.yaml
//! fair: {title: Joint stand at the fair, start: 2026-11-03, purpose: To find buyers of stairs}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mission-without-purpose",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation: managing cluster projects (actions support the cluster or a number of its actors)",
        text: include_str!("mission_without_purpose.rs"),
    },
    tool: 32,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.missions.iter().filter(|mission| mission.purpose.is_none());
    missing::tell(findings, lacking, "purpose", |id| format!("the mission `{id}` has no purpose"), "say under `purpose` what it is for");
}
