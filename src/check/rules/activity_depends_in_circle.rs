//! No activity waits for itself, be it over others.
//!
//! Activities that wait for each other never begin. In a large plan this is easily overlooked, since each of the links is
//! sensible when looked at alone.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! rent-room:
//!   title: Rent a room
//!   depends-on: [find-money] <-- here
//! find-money:
//!   title: Find the money
//!   depends-on: [write-plan]
//! write-plan:
//!   title: Write the plan
//!   depends-on: [rent-room]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! rent-room:
//!   title: Rent a room
//!   depends-on: [find-money]
//! find-money:
//!   title: Find the money
//!   depends-on: [write-plan]
//! write-plan:
//!   title: Write the plan
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding, circle::circles};
use crate::diag::{Class, Rule};
use crate::model::kinds::activity::Activity;
use crate::model::{Entry, Id};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-depends-in-circle",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("activity_depends_in_circle.rs"),
    },
    tool: 15,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let activities: Vec<&Entry<Activity>> = context.model.activities.iter().collect();
    let index: BTreeMap<&Id, usize> = activities.iter().enumerate().map(|(index, activity)| (activity.id(), index)).collect();
    let earlier = |activity: &Entry<Activity>| {
        context.model.all(&activity.depends_on).filter_map(|other| index.get(other.id()).copied()).collect()
    };
    let edges: Vec<Vec<usize>> = activities.iter().map(|activity| earlier(activity)).collect();
    for circle in circles(&edges) {
        let mut members = circle.iter().map(|&index| activities[index]);
        let Some(first) = members.next() else { continue };
        let message = match circle.len() {
            1 => format!("the activity `{}` depends on itself", first.id()),
            count => format!("the activity `{}` depends on itself in a circle of {count} activities", first.id()),
        };
        let found = Finding::new(first.at("depends-on"), message).help("take out the dependency that is not needed");
        let add = |found: Finding, other: &Entry<Activity>| found.related(other.at("depends-on"), format!("`{}`", other.id()));
        findings.push(members.fold(found, add));
    }
}
