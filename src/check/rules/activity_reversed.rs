//! An activity ends after it has started.
//!
//! Where the two days are the wrong way round, one of them is mistyped, and the activity is drawn nowhere. Everything that
//! depends on it would wait for the wrong day.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day:
//!   title: Open day in the workshops
//!   start: 2026-09-14
//!   end: 2026-09-01 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day:
//!   title: Open day in the workshops
//!   start: 2026-09-01
//!   end: 2026-09-14
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-reversed",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("activity_reversed.rs"),
    },
    tool: 15,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for activity in &context.model.activities {
        let (Some(start), Some(end)) = (activity.start, activity.end) else { continue };
        if end < start {
            let message = format!("the activity `{}` ends on {end}, before it starts on {start}", activity.id());
            findings.push(Finding::new(activity.at("end"), message).help("correct one of the two, or swap them"));
        }
    }
}
