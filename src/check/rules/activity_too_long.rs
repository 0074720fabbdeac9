//! A long activity has milestones.
//!
//! The guide wants small steps that don't strain those who take them, and milestones on the way to what takes longer. It gives no
//! measure. The cut-off of twelve months is ours: what runs longer without one point to stop at is a goal rather than a step.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! training-centre:
//!   title: Set up a training centre
//!   start: 2026-01-01
//!   end: 2027-06-30 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! training-centre:
//!   title: Set up a training centre
//!   start: 2026-01-01
//!   end: 2027-06-30
//!   milestones:
//!     - title: Room rented
//!       date: 2026-10-01
//! ```

use crate::check::{Check, Context, Finding, calendar, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-too-long",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: small, operational steps",
        text: include_str!("activity_too_long.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

/// Months that an activity may last without a milestone.
const LONGEST: i32 = 12;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for activity in live::activities(context).filter(|activity| activity.milestones.is_empty()) {
        let (Some(start), Some(end)) = (activity.start, activity.end) else { continue };
        if end.0 >= calendar::months_after(start.0, LONGEST) {
            let message = format!("the activity `{}` lasts longer than {LONGEST} months and has no milestone", activity.id());
            let found = Finding::new(activity.at("end"), message);
            findings.push(found.help("add `milestones`, or make several activities of it"));
        }
    }
}
