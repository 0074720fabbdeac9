//! A survey has no more answers than people asked, and no value beyond its scale.
//!
//! More answers than questions mean that one of the two numbers is wrong, or that somebody answered twice. A value beyond the best
//! value of the scale most often comes from a scale that was not named: four of five is not four per cent. The guide’s share of those
//! who take part is computed from these numbers, so they have to be possible.
//!
//! # Bad
//! ```yaml
//! # file: governance/relations.yaml
//! surveys:
//!   - date: 2026-01-30
//!     asked: 47
//!     answered: 60 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/relations.yaml
//! surveys:
//!   - {date: 2026-01-30, asked: 60, answered: 47, satisfaction: 4.1, out-of: 5}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "satisfaction-survey-impossible",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 5 (feedback)",
        text: include_str!("satisfaction_survey_impossible.rs"),
    },
    tool: 30,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for relations in &context.model.relations {
        for (index, survey) in relations.surveys.iter().enumerate() {
            let at = |key: &'static str| relations.at("surveys").item(index).key(key);
            if let (Some(asked), Some(answered)) = (survey.asked, survey.answered.filter(|answered| survey.asked < Some(*answered))) {
                let message = format!("{answered} answered, but only {asked} were asked");
                findings.push(Finding::new(at("answered"), message).help("correct one of the two numbers"));
            }
            if let Some(value) = survey.satisfaction.filter(|value| *value > survey.best()) {
                let message = format!("a satisfaction of {value} lies beyond the best value, {}", survey.best());
                let help = "say with `out-of` where the scale ends; without it, the value is a percentage";
                findings.push(Finding::new(at("satisfaction"), message).help(help));
            }
        }
    }
}
