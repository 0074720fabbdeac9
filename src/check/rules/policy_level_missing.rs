//! Policies act on all three levels: framework conditions, firms, cluster organisation.
//!
//! The guide finds the best impact where all three levels are supported in parallel and over a long time. A level that no policy reaches is
//! something to talk about with the ministry, or to make up for with services. The rule speaks only where policies have been gathered.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/policy.yaml
//! carbon-rules:
//!   title: Carbon limits for new buildings
//!   fields: [environment]
//!   levels: [framework, firms]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/policy.yaml
//! carbon-rules:
//!   title: Carbon limits for new buildings
//!   fields: [environment]
//!   levels: [framework, firms]
//! office-grant:
//!   title: Grant for cluster offices
//!   fields: [innovation]
//!   levels: [organisation]
//!   part-of: Innovation strategy of the region
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::policy::PolicyLevel;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "policy-level-missing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 1, the role of cluster policy: the interplay between cluster policy and other policies",
        text: include_str!("policy_level_missing.rs"),
    },
    tool: 33,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let policies = &context.model.policies;
    let reached = |level: &PolicyLevel| policies.iter().any(|policy| policy.levels.contains(level));
    let missing: Vec<&str> = PolicyLevel::ALL.iter().filter(|level| !reached(level)).map(|level| level.as_str()).collect();
    if missing.len() == PolicyLevel::ALL.len() || missing.is_empty() || context.loaded.partial {
        return;
    }
    let message = format!("no policy acts on the level of {}", missing.join(" or "));
    whole::tell(findings, whole::at_strategy(context, "body"), message, "add one to strategy/policy.yaml, or ask for it where it is missing");
}
