//! Reviews take place when they are due.
//!
//! A strategy is never finished: the guide has it monitored, reviewed and brought back into line. When the day of a review has
//! passed, either the review took place and its result is missing here, or it didn't and needs a new day. Time alone must not
//! stop a publication, so this is never more than a warning.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! next-review: 2026-03-01 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! reviews:
//!   - date: 2026-03-01
//!     result: All goals stand
//! next-review: 2027-03-01
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Place;
use crate::model::value::Date;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "review-overdue",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: review goals at regular intervals",
        text: include_str!("review_overdue.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut look = |review: Option<Date>, place: Place, what: &str| {
        if let Some(review) = review.filter(|review| review.0 < context.today) {
            let found = Finding::new(place, format!("the review of {what} was due on {review}"));
            findings.push(found.help("write its result under `reviews` of the strategy, and set the day of the next one"));
        }
    };
    for strategy in &context.model.strategies {
        look(strategy.next_review, strategy.at("next-review"), "the strategy");
    }
    for goal in &context.model.goals {
        look(goal.review, goal.at("review"), &format!("the goal `{}`", goal.id()));
    }
}
