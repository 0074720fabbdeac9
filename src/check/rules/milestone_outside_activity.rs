//! Milestones lie between the first and the last day of their activity.
//!
//! A milestone shows how far an activity has come, so it can't be reached before the activity begins or after it has ended.
//! Usually the activity was moved and its milestones were forgotten.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! training-centre:
//!   title: Set up a training centre
//!   start: 2026-01-01
//!   end: 2026-12-31
//!   milestones:
//!     - title: Room rented
//!       date: 2027-03-01 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! training-centre:
//!   title: Set up a training centre
//!   start: 2026-01-01
//!   end: 2026-12-31
//!   milestones:
//!     - title: Room rented
//!       date: 2026-03-01
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "milestone-outside-activity",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: interim goals and milestones",
        text: include_str!("milestone_outside_activity.rs"),
    },
    tool: 15,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for activity in &context.model.activities {
        for (index, milestone) in activity.milestones.iter().enumerate() {
            let (side, day, key) = match (activity.start, activity.end) {
                (Some(start), _) if milestone.date < start => ("before", start, "start"),
                (_, Some(end)) if milestone.date > end => ("after", end, "end"),
                _ => continue,
            };
            let message = format!("a milestone of `{}` lies on {}, {side} the activity", activity.id(), milestone.date);
            let found = Finding::new(activity.at("milestones").item(index).key("date"), message);
            let found = found.related(activity.at(key), format!("the {key} is {day}"));
            findings.push(found.help("move the milestone, or the activity"));
        }
    }
}
