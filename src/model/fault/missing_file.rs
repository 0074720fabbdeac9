//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "missing-file", class: Class::Fault, basis: "the format of a cluster repository", text: include_str!("missing_file.rs") };
