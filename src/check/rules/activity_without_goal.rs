//! Every activity serves a goal.
//!
//! The guide derives activities from goals. An activity that serves none may be useful, yet it takes time and money from those
//! that do, and nobody can say when it has succeeded. Drafts and what was cancelled are left alone.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day: <-- here
//!   title: Open day in the workshops
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day:
//!   title: Open day in the workshops
//!   goal: skilled-workers
//! # file: strategy/goals.yaml
//! skilled-workers: {title: Enough skilled workers for every member}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-without-goal",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("activity_without_goal.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::activities(context).filter(|activity| activity.goal.is_none());
    let message = |id: &Id| format!("the activity `{id}` serves no goal");
    missing::tell(findings, lacking, "goal", message, "name the goal under `goal`");
}
