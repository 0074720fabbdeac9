//! Every goal is going to be reviewed.
//!
//! The guide has goals reviewed at intervals, because markets and members change and a goal that fitted once may fit no longer. A
//! review without a date is put off. A date for the next review of the whole strategy (`next-review`) counts for every goal.
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
//!   review: 2027-03-01
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-without-review",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: review goals at regular intervals",
        text: include_str!("goal_without_review.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.strategy().is_some_and(|strategy| strategy.next_review.is_some()) {
        return;
    }
    let lacking = context.model.goals.iter().filter(|goal| goal.review.is_none());
    let message = |id: &Id| format!("there is no date for a review of the goal `{id}`");
    missing::tell(findings, lacking, "review", message, "write a day under `review`, or under `next-review` of the strategy");
}
