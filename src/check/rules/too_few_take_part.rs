//! At least 70 % of those who are asked take part in a survey.
//!
//! The guide makes it one of two conditions of impact-oriented monitoring that at least 70 % of the actors take part, since the results mean little
//! otherwise: those who answer are often those who gain. It adds that actors take part when they see what it is good for, so communication matters.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/surveys.yaml
//! members-2025:
//!   title: Survey of the members
//!   period: 2025
//!   asked: 60
//!   answered: 33 <-- here
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
//!   answered: 45
//!   findings: [Half of the firms have a new buyer]
//!   next: 2027-01-15
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::impact::LEAST_PARTICIPATION;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "too-few-take-part",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: at least 70 % of the cluster actors take part",
        text: include_str!("too_few_take_part.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for survey in context.model.surveys.iter().filter(|survey| survey.is_sound() == Some(false) && survey.end() < context.today) {
        let (key, told) = match (survey.asked, survey.answered) {
            (Some(asked), Some(answered)) => ("answered", format!("{answered} of {asked} answered")),
            _ => ("response-rate", "too few answered".to_owned()),
        };
        let share = survey.participation().unwrap_or_default().floor();
        let message = format!("{told} the survey `{}`, {share} % and not {LEAST_PARTICIPATION}", survey.id());
        let found = Finding::new(survey.at(key), message);
        findings.push(found.help("ask again, and tell the actors what they gain by it; until then tell its findings with care"));
    }
}
