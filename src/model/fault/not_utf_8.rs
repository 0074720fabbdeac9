//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "not-utf-8", class: Class::Fault, basis: "the format of a cluster repository", text: include_str!("not_utf_8.rs") };
