//! An allowance sets something aside, and says why.
//!
//! An allowance that allows nothing stands for a fault that has been mended; left in place it would hide the next one. One without a reason tells the
//! next reader nothing, and is not applied.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   indicators: [open-posts]
//!   allow:
//!     goal-without-indicator: agreed for the next review <-- here
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   allow:
//!     goal-without-indicator: agreed for the next review
//! ```

use std::collections::BTreeSet;

use crate::diag::{Class, Diagnostic, Rule};
use crate::model::kinds::cluster::RuleLevel;
use crate::model::{Kind, Loaded, Place};

pub(super) const RULE: Rule = Rule {
    name: "unused-allowance",
    class: Class::Conflict,
    basis: "the settings of a cluster repository",
    text: include_str!("unused_allowance.rs"),
};

/// Tells of allowances that were of no use, those of unknown rules aside, and of levels for what has none.
pub(super) fn find(loaded: &Loaded, used: &BTreeSet<usize>) -> Vec<Diagnostic> {
    let is_fault = |name: &str| super::rule(name).is_some_and(|rule| rule.class == Class::Fault);
    let is_off = |name: &str| loaded.model.cluster().is_some_and(|cluster| cluster.rules.get(name) == Some(&RuleLevel::Off));
    // What could not be read may be what the rule would find.
    let has_gaps = loaded.partial || !loaded.broken.is_empty();
    let mut found = Vec::new();
    for (index, allowance) in loaded.allowances.iter().enumerate() {
        let name = allowance.rule.as_str();
        // What was not checked at all can't tell whether the allowance is needed.
        if used.contains(&index) || super::rule(name).is_none() || is_off(name) {
            continue;
        }
        let (message, help) = if is_fault(name) {
            (
                format!("`{name}` can't be set aside: what it finds can't be read as it is meant"),
                "mend what it finds, and take this line out".to_owned(),
            )
        } else if allowance.reason.is_empty() {
            (format!("`{name}` is set aside without a reason, so it still applies"), format!("write why: `{name}: …`"))
        } else if has_gaps {
            continue;
        } else {
            (format!("`{name}` finds nothing here, so there is nothing to set aside"), "take this line out".to_owned())
        };
        found.push(Diagnostic::new(&RULE, allowance.span, message).with_help(Some(help)));
    }
    for entry in &loaded.model.clusters {
        for name in entry.rules.keys().filter(|name| is_fault(name)) {
            let place = Place::entry(Kind::Cluster, entry.id()).key("rules").key(name);
            let message = format!("`{name}` is always an error: what it finds can't be read as it is meant");
            let help = "mend what it finds, and take this line out".to_owned();
            found.push(Diagnostic::new(&RULE, loaded.places.span(&place), message).with_help(Some(help)));
        }
    }
    found
}
