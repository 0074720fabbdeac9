//! A survey is repeated.
//!
//! The other condition that the guide makes is that impact-oriented monitoring goes on: one survey shows how things are, and only the next one what has
//! changed. A survey is repeated when a later one asks about the same area of observation, hypothesis or indicator; else it has a day
//! under `next`. When that day has passed without another survey, this is told again.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/surveys.yaml
//! members-2025: <-- here
//!   title: Survey of the members
//!   period: 2025
//!   asked: 60
//!   answered: 45
//!   findings: [Half of the firms have a new buyer]
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

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "survey-not-repeated",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring is done continuously",
        text: include_str!("survey_not_repeated.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let surveys = &context.model.surveys;
    for survey in surveys.iter().filter(|survey| survey.end() < context.today) {
        if surveys.iter().any(|other| survey.is_repeated_by(other)) {
            continue;
        }
        let message = match survey.next {
            Some(next) if next.0 >= context.today => continue,
            Some(next) => format!("the survey `{}` was to be repeated on {next}", survey.id()),
            None => format!("the survey `{}` is not repeated", survey.id()),
        };
        let found = Finding::new(survey.at("next"), message);
        findings.push(found.help("set the day of the next one under `next`; a later survey names the same area of `observation`, hypothesis or indicator"));
    }
}
