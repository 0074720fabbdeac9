//! An activity starts when those that it depends on have ended.
//!
//! `depends-on` says that an activity can't begin before others are over. Where its first day says otherwise, one of the two is
//! wrong, and whoever has to carry it out finds that out on the day.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! find-money:
//!   title: Find the money
//!   start: 2026-01-01
//!   end: 2026-06-30
//! rent-room:
//!   title: Rent a room
//!   start: 2026-04-01 <-- here
//!   end: 2026-08-31
//!   depends-on: [find-money]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! find-money:
//!   title: Find the money
//!   start: 2026-01-01
//!   end: 2026-06-30
//! rent-room:
//!   title: Rent a room
//!   start: 2026-07-01
//!   end: 2026-08-31
//!   depends-on: [find-money]
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::activity::ActivityStatus;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-before-its-dependency",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("activity_before_its_dependency.rs"),
    },
    tool: 15,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for activity in live::activities(context) {
        let Some(start) = activity.start else { continue };
        let earlier = context.model.all(&activity.depends_on).filter(|other| other.status != Some(ActivityStatus::Cancelled));
        for (other, end) in earlier.filter_map(|other| Some((other, other.end.filter(|end| *end > start)?))) {
            let message = format!("the activity `{}` starts on {start}, before `{}` has ended", activity.id(), other.id());
            let found = Finding::new(activity.at("start"), message).help("start it later, or take the dependency out");
            findings.push(found.related(other.at("end"), format!("`{}` ends on {end}", other.id())));
        }
    }
}
