//! Every activity has a first and a last day.
//!
//! The guide sets a timetable for each task and wants deadlines kept. Without both days an activity is in no chart and no
//! calendar, and can't be late. Drafts and what was cancelled are left alone.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day: <-- here
//!   title: Open day in the workshops
//!   start: 2026-09-01
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

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-without-dates",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("activity_without_dates.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for activity in live::activities(context) {
        let (key, lack) = match (activity.start, activity.end) {
            (None, None) => ("start", "neither a first nor a last day"),
            (None, Some(_)) => ("start", "no first day"),
            (Some(_), None) => ("end", "no last day"),
            (Some(_), Some(_)) => continue,
        };
        let found = Finding::new(activity.at(key), format!("the activity `{}` has {lack}", activity.id()));
        findings.push(found.help("write the days under `start` and `end`"));
    }
}
