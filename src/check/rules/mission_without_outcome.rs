//! A mission that has taken place says what came of it.
//!
//! Journeys, fairs and visits are the dearest hours of a cluster, and the guide asks whether results, costs and deadlines were as hoped.
//! Whether a mission was worth it is known from its outcome alone, even if that was nothing. The rule waits thirty days after the
//! last day; that number is ours, since the first answers take weeks. Time alone must not stop a publication, so this is never more
//! than a warning.
//!
//! # Bad
//! ```yaml
//! # file: international/missions.yaml
//! fair: <-- here
//!   title: Joint stand at the fair
//!   start: 2026-03-03
//!   purpose: To find buyers of stairs
//! ```
//!
//! # Good
//! ```yaml
//! # file: international/missions.yaml
//! fair:
//!   title: Joint stand at the fair
//!   start: 2026-03-03
//!   purpose: To find buyers of stairs
//!   outcome: Four requests, one order
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mission-without-outcome",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 10 (goals reached in results, costs and deadlines)",
        text: include_str!("mission_without_outcome.rs"),
    },
    tool: 32,
    from: None,
    run,
};

/// Days after the last one in which first answers come in.
const GRACE: i32 = 30;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mission in context.model.missions.iter().filter(|mission| !mission.meta.draft && mission.outcome.is_none()) {
        let last = mission.last_day();
        if (context.today - last.0).get_days() > GRACE {
            let message = format!("the mission `{}` ended on {last}, and nothing says what came of it", mission.id());
            findings.push(Finding::new(mission.at("outcome"), message).help("say it under `outcome`, even if it was nothing"));
        }
    }
}
