//! A marketing guideline has all of its seven parts.
//!
//! The guide lists them: market monitoring, the preparation of offers, public relations, presentation material, what every member
//! contributes, corporate identity, and the measurement of results. They hang together: offers rest on what the market wants, and
//! without measurement nobody knows which of the rest was worth its money. A guideline that has not been begun is left alone.
//!
//! # Bad
//! ```yaml
//! # file: governance/marketing.yaml
//! promise: A house from this forest, from one hand
//! values: [{title: Craft}]
//! market-monitoring: The office reads tenders every Monday. <-- here
//! offers: Two members check each offer.
//! public-relations: One story a month.
//! presentation-material: A folder with eight project sheets.
//! shared-tasks: Each firm gives one talk a year.
//! corporate-identity: One logo, one signature.
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/marketing.yaml
//! promise: A house from this forest, from one hand
//! values: [{title: Craft}]
//! market-monitoring: The office reads tenders every Monday.
//! offers: Two members check each offer.
//! public-relations: One story a month.
//! presentation-material: A folder with eight project sheets.
//! shared-tasks: Each firm gives one talk a year.
//! corporate-identity: One logo, one signature.
//! measurement: Enquiries are counted and read with the board twice a year.
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::marketing::GuidelinePart;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "guideline-part-missing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: structuring the marketing activities",
        text: include_str!("guideline_part_missing.rs"),
    },
    tool: 25,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for marketing in &context.model.marketing {
        let (written, lacking): (Vec<GuidelinePart>, Vec<GuidelinePart>) =
            GuidelinePart::ALL.iter().copied().partition(|part| marketing.part(*part).is_some());
        let Some(first) = written.first() else { continue };
        if !lacking.is_empty() {
            let names: Vec<String> = lacking.iter().map(|part| format!("`{}`", part.as_str())).collect();
            let message = format!("the marketing guideline lacks {}", names.join(", "));
            let help = "write a sentence or more, in Markdown, under each of these keys";
            findings.push(Finding::new(marketing.at(first.as_str()), message).help(help));
        }
    }
}
