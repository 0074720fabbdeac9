//! Every goal has a day by which it is to be reached.
//!
//! A goal is measurable only together with a date: any target can be reached some day. The guide asks for deadlines to be kept as
//! strictly as possible, which supposes that there are some.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers: <-- here
//!   title: Enough skilled workers for every member
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 2028-12-31
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-without-due-date",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: goals are attainable and measurable",
        text: include_str!("goal_without_due_date.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.goals.iter().filter(|goal| goal.due.is_none());
    let message = |id: &Id| format!("it is not said by when the goal `{id}` is to be reached");
    missing::tell(findings, lacking, "due", message, "write the day under `due`");
}
