//! A list stands where a list is expected, a text where a text is, and keys where there should be keys.
//!
//! Several items need a list even when there is only one: `[open-posts]`, or each on a line of its own after a hyphen. An entry
//! needs its keys on lines of their own, indented below its id. The message says what is expected and what was found.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   participants: dufour-sawmill <-- here
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   participants: [dufour-sawmill]
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "wrong-type",
    class: Class::Fault,
    basis: "YAML 1.2.2, section 3.2.1: scalars, sequences and mappings; clustersite schema",
    text: include_str!("wrong_type.rs"),
};
