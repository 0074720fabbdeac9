//! The activities of a goal fit into its budget.
//!
//! A goal's budget is what was agreed; the budgets of its activities are what people plan with. Where these come to more, somebody
//! will be disappointed in the last quarter. Less is fine, since not everything is planned at once. One per cent is let pass for
//! rounding, which is our measure. Cancelled activities don't count.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skills:
//!   title: Train carpenters
//!   budget: 20000 <-- here
//! # file: strategy/activities.yaml
//! survey: {title: Ask the firms, goal: skills, budget: 6000}
//! course: {title: Hold a course, goal: skills, budget: 18000}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skills:
//!   title: Train carpenters
//!   budget: 25000
//! # file: strategy/activities.yaml
//! survey: {title: Ask the firms, goal: skills, budget: 6000}
//! course: {title: Hold a course, goal: skills, budget: 18000}
//! ```

use crate::check::{Check, Context, Finding, agreement};
use crate::diag::{Class, Rule};
use crate::model::money::Pair;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-budget-exceeded",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: structure of an action plan",
        text: include_str!("goal_budget_exceeded.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in agreement::broken(context) {
        let Pair::ActivitiesAndGoal(goal) = found.pair else { continue };
        let message = format!("the activities of `{}` cost {}, more than its budget of {}", goal.id(), found.one, found.other);
        findings.push(Finding::new(goal.at("budget"), message).help("raise the budget, or plan less for its activities"));
    }
}
