//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "text-in-number", class: Class::Fault, basis: "the format of a cluster repository", text: include_str!("text_in_number.rs") };
