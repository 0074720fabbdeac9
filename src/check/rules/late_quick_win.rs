//! Quick wins come first.
//!
//! A quick win is there to show members early that working together pays; the guide puts it at the beginning of the plan for that
//! reason. One that waits until half of the plan is over comes when those it was meant for have gone. The half is our measure,
//! from the first day of the earliest to the last day of the latest activity; one quick win in the first half is enough.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! training-centre:
//!   title: Set up a training centre
//!   start: 2026-01-01
//!   end: 2026-12-31
//! joint-order:
//!   title: Joint order of screws
//!   start: 2026-10-01 <-- here
//!   end: 2026-10-31
//!   quick-win: true
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! training-centre:
//!   title: Set up a training centre
//!   start: 2026-01-01
//!   end: 2026-12-31
//! joint-order:
//!   title: Joint order of screws
//!   start: 2026-02-01
//!   end: 2026-02-28
//!   quick-win: true
//! ```

use crate::check::{Check, Context, Finding, calendar, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "late-quick-win",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: first activities that promise quick wins",
        text: include_str!("late_quick_win.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let first = live::activities(context).filter_map(|activity| activity.start).min();
    let last = live::activities(context).filter_map(|activity| activity.end).max();
    let quick = live::activities(context).filter(|activity| activity.quick_win);
    let earliest = quick.filter_map(|activity| Some((activity.start?, activity))).min_by_key(|(start, _)| *start);
    let (Some(first), Some(last), Some((start, activity))) = (first, last, earliest) else { return };
    if calendar::days(first.0, start.0) > calendar::days(start.0, last.0) {
        let message = format!("the first quick win, `{}`, starts late in a plan from {first} to {last}", activity.id());
        let found = Finding::new(activity.at("start"), message);
        findings.push(found.help("bring it forward, or find one that can start now"));
    }
}
