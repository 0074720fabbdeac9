//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "unknown-language", class: Class::Fault, basis: "the format of a cluster repository", text: include_str!("unknown_language.rs") };
