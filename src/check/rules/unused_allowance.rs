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
use crate::model::Loaded;

pub(super) const RULE: Rule = Rule {
    name: "unused-allowance",
    class: Class::Conflict,
    basis: "the settings of a cluster repository",
    text: include_str!("unused_allowance.rs"),
};

/// Tells of allowances that were of no use, those of unknown rules aside.
pub(super) fn find(loaded: &Loaded, used: &BTreeSet<usize>) -> Vec<Diagnostic> {
    let idle = loaded.allowances.iter().enumerate().filter(|(index, _)| !used.contains(index));
    let idle = idle.filter(|(_, allowance)| super::rule(&allowance.rule).is_some());
    let tell = idle.map(|(_, allowance)| {
        let name = &allowance.rule;
        if allowance.reason.is_empty() {
            let message = format!("`{name}` is set aside without a reason, so it still applies");
            return Diagnostic::new(&RULE, allowance.span, message).with_help(Some(format!("write why: `{name}: …`")));
        }
        let message = format!("`{name}` finds nothing here, so there is nothing to set aside");
        Diagnostic::new(&RULE, allowance.span, message).with_help(Some("take this line out".to_owned()))
    });
    tell.collect()
}
