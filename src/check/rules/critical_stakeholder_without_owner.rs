//! Somebody looks after each critical stakeholder of high influence, by a date.
//!
//! The guide warns against making light of those who are against the cluster, and tells of one that was stopped by an association
//! nobody had talked to. Such a talk is easily put off. It takes place when one person has to have had it by a certain day.
//!
//! # Bad
//! ```yaml
//! # file: strategy/stakeholders.yaml
//! concrete-league: <-- here
//!   name: League of Concrete Makers
//!   assessment: critical
//!   influence: high
//!   measure: Offer a joint project on mixed buildings
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/stakeholders.yaml
//! concrete-league:
//!   name: League of Concrete Makers
//!   assessment: critical
//!   influence: high
//!   measure: Offer a joint project on mixed buildings
//!   owner: mara-lind
//!   due: 2026-09-30
//! # file: governance/people.yaml
//! mara-lind:
//!   name: Mara Lind
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::stakeholder::{Assessment, Influence};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "critical-stakeholder-without-owner",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 2/4: do not underestimate objectors",
        text: include_str!("critical_stakeholder_without_owner.rs"),
    },
    tool: 8,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let critical = context.model.stakeholders.iter().filter(|stakeholder| {
        (stakeholder.assessment, stakeholder.influence) == (Assessment::Critical, Influence::High)
    });
    for stakeholder in critical {
        let (key, lack) = match (&stakeholder.owner, &stakeholder.due) {
            (None, None) => ("owner", "neither an owner nor a date"),
            (None, Some(_)) => ("owner", "no owner"),
            (Some(_), None) => ("due", "no date"),
            (Some(_), Some(_)) => continue,
        };
        let message = format!("the critical stakeholder `{}` has high influence, but its measure has {lack}", stakeholder.id());
        findings.push(Finding::new(stakeholder.at(key), message).help("name one under `owner` and a day under `due`"));
    }
}
