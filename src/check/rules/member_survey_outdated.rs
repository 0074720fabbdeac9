//! Members are asked again before their last answers are old.
//!
//! The guide wants feedback from members and their satisfaction looked at again and again, not once. Answers of years ago tell of
//! services that have changed since and of members that have left. The rule speaks when the latest survey is more than two years old;
//! that number is ours, since most clusters ask once a year and a gap of one year can happen.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: governance/relations.yaml
//! surveys:
//!   - date: 2023-01-31 <-- here
//!     satisfaction: 70
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: governance/relations.yaml
//! surveys:
//!   - {date: 2023-01-31, satisfaction: 70}
//!   - {date: 2026-01-30, satisfaction: 77}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "member-survey-outdated",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key questions 5 (feedback) and 10 (satisfaction)",
        text: include_str!("member_survey_outdated.rs"),
    },
    tool: 30,
    from: Some(Stage::Operationalisation),
    run,
};

/// Days after which answers are old: two years.
const MOST_DAYS: i32 = 731;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for relations in &context.model.relations {
        let latest = relations.surveys.iter().enumerate().max_by_key(|(_, survey)| survey.date);
        let Some((index, survey)) = latest.filter(|(_, survey)| (context.today - survey.date.0).get_days() > MOST_DAYS) else {
            continue;
        };
        let place = relations.at("surveys").item(index).key("date");
        let message = format!("the latest survey of members is of {}", survey.date);
        findings.push(Finding::new(place, message).help("ask again, and add the survey under `surveys`"));
    }
}
