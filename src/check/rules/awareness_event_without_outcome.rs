//! An awareness event that is over has an outcome.
//!
//! The guide wants the first joint event to end in a shared awareness, and in needs that everybody has weighed; the strategy is built
//! on them. What was agreed there is forgotten in a month where nobody writes it down, and those who came see that it led to
//! nothing. The rule speaks from the day after the event.
//!
//! # Bad
//! ```yaml
//! # file: events.yaml
//! first-round: <-- here
//!   title: First round of the timber trade
//!   start: 2026-03-15
//!   awareness: true
//!   agenda: [{ topic: What the survey of forty firms has found }]
//! ```
//!
//! # Good
//! ```yaml
//! # file: events.yaml
//! first-round:
//!   title: First round of the timber trade
//!   start: 2026-03-15
//!   awareness: true
//!   agenda: [{ topic: What the survey of forty firms has found }]
//!   outcome: [Eleven firms want to go on, Three groups prepare the next round]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "awareness-event-without-outcome",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 2/4: how to raise awareness and motivation",
        text: include_str!("awareness_event_without_outcome.rs"),
    },
    tool: 9,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = (context.model.events.iter())
        .filter(|event| event.awareness && event.outcome.is_empty() && event.end.unwrap_or(event.start).0 < context.today);
    let message = |id: &Id| format!("the awareness event `{id}` is over, and nothing is said of what came of it");
    missing::tell(findings, lacking, "outcome", message, "say under `outcome` what was agreed, in a line or two");
}
