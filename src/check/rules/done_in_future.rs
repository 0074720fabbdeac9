//! What is done has begun and ended by today.
//!
//! An activity that is done although its days lie ahead has the wrong status or the wrong days; either way the plan shows more
//! progress than there is. Where it was finished ahead of time, its last day is the day on which that was.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day:
//!   title: Open day in the workshops
//!   start: 2026-09-01
//!   end: 2026-09-14
//!   status: done <-- here
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

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::activity::ActivityStatus;
use crate::model::value::Date;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "done-in-future",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("done_in_future.rs"),
    },
    tool: 15,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for activity in context.model.activities.iter().filter(|activity| activity.status == Some(ActivityStatus::Done)) {
        let ahead = |day: &Date| day.0 > context.today;
        let (does, day) = match (activity.start.filter(ahead), activity.end.filter(ahead)) {
            (Some(start), _) => ("starts", start),
            (None, Some(end)) => ("ends", end),
            (None, None) => continue,
        };
        let message = format!("the activity `{}` is done but {does} only on {day}", activity.id());
        let found = Finding::new(activity.at("status"), message);
        findings.push(found.help("write the day on which it really ended, or correct `status`"));
    }
}
