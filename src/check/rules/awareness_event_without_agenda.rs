//! An awareness event has an agenda.
//!
//! The guide wants such an event to do two things, to win people for the cluster and to show what the analysis has found, and lists
//! what may be on: the cluster's potential, the benefits of cooperation, reports of firms, needs that are weighed together. Whoever
//! is to give up half a day wants to know what for, and so does whoever prepares the next one.
//!
//! # Bad
//! ```yaml
//! # file: events.yaml
//! first-round: <-- here
//!   title: First round of the timber trade
//!   start: 2026-10-15
//!   awareness: true
//! ```
//!
//! # Good
//! ```yaml
//! # file: events.yaml
//! first-round:
//!   title: First round of the timber trade
//!   start: 2026-10-15
//!   awareness: true
//!   agenda:
//!     - { time: "14:00", topic: What the survey of forty firms has found }
//!     - { time: "14:45", topic: "Two sawmills on what they share, and what they don't" }
//!   outcome: [Eleven firms want to go on]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "awareness-event-without-agenda",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 2/4: event for initiation and awareness raising",
        text: include_str!("awareness_event_without_agenda.rs"),
    },
    tool: 9,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.events.iter().filter(|event| event.awareness && event.agenda.is_empty());
    let message = |id: &Id| format!("the awareness event `{id}` has no agenda");
    missing::tell(findings, lacking, "agenda", message, "list under `agenda` what is on, each item with a `topic`");
}
