//! No more people answer a survey than were asked.
//!
//! The share of those who took part decides whether a survey means anything, and the guide wants it to be 70 % at least. One of more than all is a slip, or
//! two things were counted: firms that were asked, and people who answered for them.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/surveys.yaml
//! members-2025:
//!   title: Survey of the members
//!   period: 2025
//!   asked: 48
//!   answered: 84 <-- here
//!   findings: [Half of the firms have a new buyer]
//!   next: 2027-01-15
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/surveys.yaml
//! members-2025:
//!   title: Survey of the members
//!   period: 2025
//!   asked: 60
//!   answered: 48
//!   findings: [Half of the firms have a new buyer]
//!   next: 2027-01-15
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "more-answers-than-asked",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: at least 70 % of the cluster actors take part",
        text: include_str!("more_answers_than_asked.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for survey in &context.model.surveys {
        let Some((asked, answered)) = survey.asked.zip(survey.answered).filter(|(asked, answered)| answered > asked) else { continue };
        let message = format!("{answered} answered the survey `{}`, of {asked} that were asked", survey.id());
        let found = Finding::new(survey.at("answered"), message).help("count firms or people, the same in both");
        findings.push(found.related(survey.at("asked"), "so many were asked".to_owned()));
    }
}
