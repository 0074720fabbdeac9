//! A key stands once in its entry.
//!
//! When the same key is there twice, only one of the two values can be used, and most programs drop the other without a word. The
//! first one counts until you have decided which to keep.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 2027-06-30
//!   due: 2028-12-31 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 2028-12-31
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "duplicate-key",
    class: Class::Fault,
    basis: "YAML 1.2.2, section 3.2.1.3: the keys of a mapping are unique",
    text: include_str!("duplicate_key.rs"),
};
