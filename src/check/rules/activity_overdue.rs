//! Activities are done when their last day has passed.
//!
//! The guide asks for deadlines to be kept as strictly as possible, and for a plan that is reviewed so that it is carried out in
//! time. A plan full of days gone by is one that nobody follows. Time alone must not stop a publication, so this is never more
//! than a warning.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day:
//!   title: Open day in the workshops
//!   start: 2026-05-01
//!   end: 2026-05-14 <-- here
//!   status: in-progress
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day:
//!   title: Open day in the workshops
//!   start: 2026-05-01
//!   end: 2026-05-14
//!   status: done
//! ```

use crate::check::{Check, Context, Finding, calendar, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::activity::ActivityStatus;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-overdue",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: keep deadlines",
        text: include_str!("activity_overdue.rs"),
    },
    tool: 15,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for activity in live::activities(context).filter(|activity| activity.status != Some(ActivityStatus::Done)) {
        let Some(end) = activity.end.filter(|end| end.0 < context.today) else { continue };
        let late = match calendar::days(end.0, context.today) {
            1 => "a day".to_owned(),
            days => format!("{days} days"),
        };
        let message = format!("the activity `{}` was to end on {end} and is {late} late", activity.id());
        findings.push(Finding::new(activity.at("end"), message).help("set `status: done`, or agree on a new last day"));
    }
}
