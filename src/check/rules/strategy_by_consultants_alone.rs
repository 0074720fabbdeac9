//! Consultants don't write a strategy without the actors.
//!
//! The guide tells of consultants who planned for networking and skills while the firms had hoped for help with exports; the
//! initiative stopped there. It wants a strategy to be the joint work of those who have to live with it. Name them under
//! `prepared-with`.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! consultants: [Peak Advisory] <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! consultants: [Peak Advisory]
//! prepared-with: [beam]
//! # file: members.yaml
//! beam: {name: Beam & Co, kind: sme}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "strategy-by-consultants-alone",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4, Lessons learned: missing involvement of cluster actors",
        text: include_str!("strategy_by_consultants_alone.rs"),
    },
    tool: 13,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for strategy in &context.model.strategies {
        if !strategy.consultants.is_empty() && strategy.prepared_with.is_empty() {
            let message = "consultants have written the strategy, and no actor of the cluster is named beside them";
            let found = Finding::new(strategy.at("consultants"), message);
            findings.push(found.help("name the members, bodies or people who wrote it with them under `prepared-with`"));
        }
    }
}
