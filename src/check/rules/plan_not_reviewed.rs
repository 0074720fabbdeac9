//! The action plan has been reviewed within the last twelve months.
//!
//! The guide has the plan reviewed periodically, so that it is carried out in time and in full. It gives no interval; the twelve
//! months are ours. Where no review is listed, they count from the day on which the strategy was adopted, or else from the start
//! of its period.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! reviews:
//!   - date: 2025-03-01 <-- here
//!     result: All goals stand
//! # file: strategy/activities.yaml
//! open-day: {title: Open day in the workshops}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! reviews:
//!   - date: 2025-03-01
//!     result: All goals stand
//!   - date: 2026-03-01
//!     result: The fair is dropped
//! # file: strategy/activities.yaml
//! open-day: {title: Open day in the workshops}
//! ```

use crate::check::{Check, Context, Finding, calendar, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "plan-not-reviewed",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: review the action plan periodically",
        text: include_str!("plan_not_reviewed.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

/// Months between two reviews.
const LONGEST: i32 = 12;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(strategy) = context.model.strategy().filter(|_| live::activities(context).next().is_some()) else { return };
    let past = strategy.reviews.iter().enumerate().filter(|(_, review)| review.date.0 <= context.today);
    let latest = past.max_by_key(|(_, review)| review.date);
    let begun = strategy.adopted.as_ref().map(|adopted| adopted.on.0);
    let begun = begun.or_else(|| strategy.period.as_ref().map(|period| period.start.start));
    let (place, since, message) = match (latest, begun) {
        (Some((index, review)), _) => {
            let message = format!("the last review of the plan was on {}", review.date);
            (strategy.at("reviews").item(index).key("date"), review.date.0, message)
        }
        (None, Some(begun)) => (strategy.at("reviews"), begun, format!("no review of the plan is listed since {begun}")),
        (None, None) => return,
    };
    if calendar::months_after(since, LONGEST) < context.today {
        let found = Finding::new(place, format!("{message}, more than {LONGEST} months ago"));
        findings.push(found.help("review the plan, and write the day and the result under `reviews`"));
    }
}
