//! What is booked on an activity stays within its budget.
//!
//! Costs that name an activity are added up over all years and compared with the budget that the action plan gives it. More means that
//! either the plan or the table of costs has not been told of a change. One per cent is let pass for rounding, which is our measure.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! course:
//!   title: Hold a course
//!   budget: 18000 <-- here
//! # file: finance/costs.csv
//! category,year,amount,activity
//! other,2025,9000,course
//! other,2026,12000,course
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! course:
//!   title: Hold a course
//!   budget: 21000
//! # file: finance/costs.csv
//! category,year,amount,activity
//! other,2025,9000,course
//! other,2026,12000,course
//! ```

use crate::check::{Check, Context, Finding, agreement};
use crate::diag::{Class, Rule};
use crate::model::money::Pair;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-budget-exceeded",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: structure of an action plan",
        text: include_str!("activity_budget_exceeded.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for found in agreement::broken(context) {
        let Pair::CostsAndActivity(activity) = found.pair else { continue };
        let message = format!("{} is booked on `{}`, more than its budget of {}", found.one, activity.id(), found.other);
        findings.push(Finding::new(activity.at("budget"), message).help("raise the budget, or correct finance/costs"));
    }
}
