//! From establishment on, the M&E plan has indicators of input, output, outcome and impact.
//!
//! The guide's four categories are a chain: what is put in, what is done with it, what members get out of it, and what changes in
//! the long run. Where a link is missing, nobody can tell whether the last one followed from the first. The rule speaks where a
//! plan has been begun.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: monitoring/indicators.yaml
//! hours: {title: Hours of trainers, category: input, measure: unit}
//! courses: {title: Courses held, category: output, measure: unit}
//! exports: {title: Houses sold abroad, category: impact, measure: unit}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: monitoring/indicators.yaml
//! hours: {title: Hours of trainers, category: input, measure: unit}
//! courses: {title: Courses held, category: output, measure: unit}
//! skilled: {title: Firms without open posts, category: outcome, measure: percentage}
//! exports: {title: Houses sold abroad, category: impact, measure: unit}
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::indicator::Category;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-category-missing",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: four categories of indicators",
        text: include_str!("indicator_category_missing.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let used: BTreeSet<Category> = context.model.indicators.iter().map(|indicator| indicator.category).collect();
    let missing: Vec<&str> =
        Category::ALL.iter().filter(|category| !used.contains(category)).map(|category| category.as_str()).collect();
    if used.is_empty() || missing.is_empty() {
        return;
    }
    let message = format!("the M&E plan has no indicator of {}", missing.join(" and of "));
    whole::tell(findings, whole::at_strategy(context, "indicators"), message, "add one to monitoring/indicators.yaml");
}
