//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "empty-key", class: Class::Fault, basis: "the format of a cluster repository", text: include_str!("empty_key.rs") };
