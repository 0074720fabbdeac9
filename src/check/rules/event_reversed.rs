//! An event ends on its first day or later.
//!
//! The calendar file that readers put in their own calendar would be refused, or would show the event on the wrong day. `end` is
//! needed only where an event lasts longer than a day.
//!
//! # Bad
//! ```yaml
//! # file: events.yaml
//! forum:
//!   title: Yearly forum
//!   start: 2026-10-15
//!   end: 2026-10-05 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: events.yaml
//! forum:
//!   title: Yearly forum
//!   start: 2026-10-15
//!   end: 2026-10-16
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "event-reversed",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: marketing and public relations",
        text: include_str!("event_reversed.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for event in &context.model.events {
        if let Some(end) = event.end.filter(|end| *end < event.start) {
            let message = format!("the event `{}` ends on {end}, before it starts on {}", event.id(), event.start);
            findings.push(Finding::new(event.at("end"), message).help("correct one of the two days, or swap them"));
        }
    }
}
