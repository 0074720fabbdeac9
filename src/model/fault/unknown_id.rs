//! Every id that an entry names belongs to an entry that exists.
//!
//! Entries refer to each other by id: a goal to its indicators, an activity to the person responsible. After somebody renames or
//! deletes an entry, this rule finds every place that still names it. An id is the key of an entry in its list, or the name of
//! its file without the ending.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   indicators: [open-post] <-- here
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
//!   indicators: [open-posts]
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "unknown-id",
    class: Class::Fault,
    basis: "Format of a cluster repository: references are ids",
    text: include_str!("unknown_id.rs"),
};
