//! Every policy says which field it belongs to and which level it acts on.
//!
//! The guide tells five fields of policy apart, and three levels: the framework conditions, the firms, the cluster organisation. Only a
//! policy that has its place among them shows where support is thick, and where there is none.
//!
//! # Bad
//! ```yaml
//! # file: strategy/policy.yaml
//! carbon-rules: <-- here
//!   title: Carbon limits for new buildings
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/policy.yaml
//! carbon-rules:
//!   title: Carbon limits for new buildings
//!   fields: [environment]
//!   levels: [framework]
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "policy-unplaced",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, the role of cluster policy: the interplay between cluster policy and other policies",
        text: include_str!("policy_unplaced.rs"),
    },
    tool: 33,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for policy in &context.model.policies {
        let (key, what) = match (policy.fields.is_empty(), policy.levels.is_empty()) {
            (false, false) => continue,
            (true, true) => ("fields", "neither its field nor its level"),
            (true, false) => ("fields", "no field"),
            (false, true) => ("levels", "no level"),
        };
        let found = Finding::new(policy.at(key), format!("the policy `{}` names {what}", policy.id()));
        findings.push(found.help("write `fields` and `levels`; a policy may have several of each"));
    }
}
