//! An entry has the few keys without which it means nothing.
//!
//! A goal without a title can't be shown, and a measurement without a value measures nothing. Very few keys are needed in this
//! sense; what a good strategy should say beyond them is the business of other rules, which a draft may leave open.
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill: <-- here
//!   name: Dufour Sawmill
//! ```
//!
//! # Good
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "missing-key",
    class: Class::Fault,
    basis: "Format of a cluster repository: the keys that an entry can't do without",
    text: include_str!("missing_key.rs"),
};
