//! At an awareness event, business, research and the public side meet.
//!
//! The guide invites firms, consultants, research institutions, associations, development agencies and ministries together, since
//! an awareness that is to be shared can't be raised among one of them alone. The rule looks for the three strands of the triple
//! helix among the `participants`, the public side being agencies or ministries, and speaks only where they have been counted.
//!
//! # Bad
//! ```yaml
//! # file: events.yaml
//! first-round:
//!   title: First round of the timber trade
//!   start: 2026-03-15
//!   awareness: true
//!   agenda: [{ topic: What the survey of forty firms has found }]
//!   participants: { business: 32, consulting: 6 } <-- here
//!   outcome: [Eleven firms want to go on]
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
//!   participants: { business: 32, research: 4, ministries: 1 }
//!   outcome: [Eleven firms want to go on]
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::editorial::ParticipantGroup;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "awareness-event-one-sided",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 2/4: event for initiation and awareness raising, participants",
        text: include_str!("awareness_event_one_sided.rs"),
    },
    tool: 9,
    from: None,
    run,
};

/// The strands of the triple helix, and the groups that stand for them.
const STRANDS: [(&str, &[ParticipantGroup]); 3] = [
    ("firm", &[ParticipantGroup::Business]),
    ("research institution", &[ParticipantGroup::Research]),
    ("development agency or ministry", &[ParticipantGroup::DevelopmentAgencies, ParticipantGroup::Ministries]),
];

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for event in context.model.events.iter().filter(|event| event.awareness) {
        let Some(participants) = &event.participants else { continue };
        let came = |groups: &[ParticipantGroup]| groups.iter().any(|&group| participants.of(group).is_some_and(|count| count > 0));
        let missing: Vec<&str> = STRANDS.iter().filter(|(_, groups)| !came(groups)).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            let message = format!("no {} took part in the awareness event `{}`", missing.join(" and no "), event.id());
            let help = "invite them to the next one; or add their number, if they were there";
            findings.push(Finding::new(event.at("participants"), message).help(help));
        }
    }
}
