//! Names under `allow` and `rules` are names of rules.
//!
//! A name that is mistyped, or that an older version knew, sets nothing aside and changes no level, while its author believes that it does. `clustersite
//! rules` lists the names there are.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   allow:
//!     goal-without-indicators: agreed for the next review <-- here
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

use crate::diag::{Class, Diagnostic, Rule, closest};
use crate::model::{Kind, Loaded, Place};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "unknown-rule",
    class: Class::Conflict,
    basis: "the settings of a cluster repository",
    text: include_str!("unknown_rule.rs"),
};

/// Tells of names that no rule has.
pub(super) fn find(loaded: &Loaded) -> Vec<Diagnostic> {
    let known = super::rules();
    let mut found = Vec::new();
    let mut look = |name: &str, span: Option<Span>| {
        if known.iter().any(|rule| rule.name == name) {
            return;
        }
        let near = closest(name, known.iter().map(|rule| rule.name));
        let help =
            near.map_or_else(|| "`clustersite rules` lists the rules".to_owned(), |near| format!("did you mean `{near}`?"));
        found.push(Diagnostic::new(&RULE, span, format!("there is no rule `{name}`")).with_help(Some(help)));
    };
    for allowance in &loaded.allowances {
        look(&allowance.rule, Some(allowance.span));
    }
    for entry in &loaded.model.clusters {
        for name in entry.rules.keys() {
            look(name, loaded.places.span(&Place::entry(Kind::Cluster, entry.id()).key("rules").key(name)));
        }
    }
    found
}
