//! What stands before a colon is not empty.
//!
//! A line that begins with a colon gives a value to nothing, so it can't be used. Most often the name was deleted by accident, or
//! a text that begins with a colon needs quotes around it.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   : 2028-12-31 <-- here
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
    name: "empty-key",
    class: Class::Fault,
    basis: "YAML 1.2.2, section 7.4.2, and the format of a cluster repository: keys have names",
    text: include_str!("empty_key.rs"),
};
