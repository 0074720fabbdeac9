//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "orphan-translation", class: Class::Conflict, basis: "the format of a cluster repository", text: include_str!("orphan_translation.rs") };
