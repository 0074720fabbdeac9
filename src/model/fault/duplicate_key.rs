//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "duplicate-key", class: Class::Fault, basis: "the format of a cluster repository", text: include_str!("duplicate_key.rs") };
