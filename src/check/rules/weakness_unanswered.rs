//! Each weakness and each threat is answered by a goal, or accepted with a reason.
//!
//! The guide has the analysis made so that fields of action and priorities follow from it. A weakness that no goal answers has
//! been found and then forgotten. To leave one alone can be right; then the reason belongs beside it, so that nobody has to ask
//! again.
//!
//! # Bad
//! ```yaml
//! # file: strategy/swot.yaml
//! weaknesses:
//!   apprentices: <-- here
//!     title: Too few apprentices
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/swot.yaml
//! weaknesses:
//!   apprentices:
//!     title: Too few apprentices
//!     goals: [skilled-workers]
//!   roads:
//!     title: Steep roads for long beams
//!     accepted: Only the state can build roads
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::thread;
use crate::model::kinds::swot::Quadrant;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "weakness-unanswered",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: SWOT analysis, from which priorities follow",
        text: include_str!("weakness_unanswered.rs"),
    },
    tool: 5,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for item in &context.model.swot {
        let what = match item.quadrant {
            Quadrant::Weaknesses => "weakness",
            Quadrant::Threats => "threat",
            Quadrant::Strengths | Quadrant::Opportunities => continue,
        };
        if thread::is_unanswered(item) {
            let found = Finding::new(item.at("goals"), format!("no goal answers the {what} `{}`", item.id()));
            findings.push(found.help("name a goal under `goals`, or say under `accepted` why it is left as it is"));
        }
    }
}
