//! Who expects results puts something in.
//!
//! The guide wants the other categories adapted to the input, and names the usual mismatch: little is put in and huge results are
//! expected. No formula can weigh the two. The sign that the rule looks for is ours: from establishment on, a goal that expects
//! an outcome or impact and for which work is planned, but without any input. An input is an indicator of that category among the
//! goal's own or leading to one of them by `leads-to`, or a budget of an activity or project that serves the goal.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/goals.yaml
//! exports: <-- here
//!   title: A third of all houses sold abroad
//! # file: monitoring/indicators.yaml
//! sold-abroad: {title: Houses sold abroad, category: impact, measure: unit, goals: [exports]}
//! # file: strategy/activities.yaml
//! fair: {title: Joint stand at the fair, goal: exports}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/goals.yaml
//! exports:
//!   title: A third of all houses sold abroad
//! # file: monitoring/indicators.yaml
//! sold-abroad: {title: Houses sold abroad, category: impact, measure: unit, goals: [exports]}
//! # file: strategy/activities.yaml
//! fair: {title: Joint stand at the fair, goal: exports, budget: 12000}
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::indicator::Category;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "results-not-in-proportion",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: results are adapted to the input",
        text: include_str!("results_not_in_proportion.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.loaded.partial {
        return;
    }
    let fed = fed(context);
    let (relations, paid) = (context.relations, |budget: Option<f64>| budget.is_some_and(|budget| budget > 0.0));
    for goal in &context.model.goals {
        let indicators = relations.indicators(goal.id());
        let (activities, projects) = (relations.activities(goal.id()), relations.projects(goal.id()));
        let expects = indicators.iter().any(|indicator| matches!(indicator.category, Category::Outcome | Category::Impact));
        let planned = !activities.is_empty() || !projects.is_empty();
        let input = indicators.iter().any(|indicator| fed.contains(indicator.id()))
            || activities.iter().any(|activity| paid(activity.budget))
            || projects.iter().any(|project| paid(project.budget));
        if expects && planned && !input {
            let found = Finding::new(goal.place(), format!("the goal `{}` expects results, but nothing is put in", goal.id()));
            findings.push(found.help("give its activities a `budget`, or add an indicator of the input"));
        }
    }
}

/// The indicators of input, and all that they lead to.
fn fed<'m>(context: &Context<'m>) -> BTreeSet<&'m Id> {
    let inputs = context.model.indicators.iter().filter(|indicator| indicator.category == Category::Input);
    let mut open: Vec<_> = inputs.collect();
    let mut fed = BTreeSet::new();
    while let Some(indicator) = open.pop() {
        if fed.insert(indicator.id()) {
            open.extend(context.model.all(&indicator.leads_to));
        }
    }
    fed
}
