//! Support for firms or for the cluster organisation is part of a strategy of the region.
//!
//! The guide does not want cluster policy to stand alone: it is to be embedded in or linked to other policies of the region, in step with
//! them, so that they neither repeat nor hinder each other. Support that belongs to no strategy also ends soonest. The rule asks this of
//! what helps firms or the organisation directly, not of laws and roads that are there for everybody, nor of burdens.
//!
//! # Bad
//! ```yaml
//! # file: strategy/policy.yaml
//! office-grant: <-- here
//!   title: Grant for cluster offices
//!   fields: [innovation]
//!   levels: [organisation]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/policy.yaml
//! office-grant:
//!   title: Grant for cluster offices
//!   fields: [innovation]
//!   levels: [organisation]
//!   part-of: Innovation strategy of the region, 2021 to 2027
//! carbon-rules:
//!   title: Carbon limits for new buildings
//!   fields: [environment]
//!   levels: [framework]
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::diamond::Sign;
use crate::model::kinds::policy::{Policy, PolicyLevel};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "policy-without-strategy",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 1, the role of cluster policy: cluster policy as part of an integrated policy system",
        text: include_str!("policy_without_strategy.rs"),
    },
    tool: 33,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let direct = |levels: &[PolicyLevel]| levels.iter().any(|level| *level != PolicyLevel::Framework);
    let supports = |policy: &Policy| policy.part_of.is_none() && direct(&policy.levels) && policy.effect != Some(Sign::Minus);
    for policy in context.model.policies.iter().filter(|policy| supports(policy)) {
        let found = Finding::new(policy.at("part-of"), format!("the policy `{}` is not part of a strategy", policy.id()));
        findings.push(found.help("name the strategy of the region or country under `part-of`"));
    }
}
