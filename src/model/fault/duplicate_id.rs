//! An id is used for one entry only, over all files of a kind.
//!
//! Goals may be listed in `strategy/goals.yaml`, and each may have a file of its own in `strategy/goals/`; both count as one
//! collection. If two entries had the same id, one of them would be lost in silence, and references could mean either. Rename
//! one, or merge the two.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//! # file: strategy/goals/skilled-workers.md
//! ---
//! title: More apprentices in every workshop <-- here
//! ---
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//! # file: strategy/goals/apprentices.md
//! ---
//! title: More apprentices in every workshop
//! ---
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "duplicate-id",
    class: Class::Fault,
    basis: "Format of a cluster repository: an id names one entry of its kind",
    text: include_str!("duplicate_id.rs"),
};
