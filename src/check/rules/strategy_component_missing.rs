//! From establishment on, a strategy has all its parts.
//!
//! The guide lists them: what the cluster offers, how it is organised, the steps of implementation with an action plan, and
//! monitoring and evaluation. A strategy that lacks one is a wish: without an organisation nobody acts, without a plan nothing is
//! done, without monitoring nobody learns whether it helped.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: services.yaml
//! forum: {title: Yearly forum}
//! # file: governance/bodies.yaml
//! office: {title: Cluster office, kind: managing-office}
//! # file: strategy/activities.yaml
//! open-day: {title: Open day in the workshops}
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
//! # file: services.yaml
//! forum: {title: Yearly forum}
//! # file: governance/bodies.yaml
//! office: {title: Cluster office, kind: managing-office}
//! # file: strategy/activities.yaml
//! open-day: {title: Open day in the workshops}
//! # file: monitoring/indicators.yaml
//! open-posts: {title: Posts that members can't fill, category: outcome, measure: unit}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "strategy-component-missing",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: components of a cluster strategy",
        text: include_str!("strategy_component_missing.rs"),
    },
    tool: 13,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let model = context.model;
    let parts = [
        (model.services.is_empty(), "services (`services.yaml`)"),
        (model.bodies.is_empty(), "organisation (`governance/bodies.yaml`)"),
        (model.activities.is_empty(), "action plan (`strategy/activities.yaml`)"),
        (model.indicators.is_empty(), "monitoring and evaluation (`monitoring/indicators.yaml`)"),
    ];
    let missing: Vec<&str> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, part)| part).collect();
    if !missing.is_empty() {
        let message = format!("the strategy lacks its part on {}", missing.join(", "));
        whole::tell(findings, whole::at_strategy(context, "body"), message, "write a first entry in each file named here");
    }
}
