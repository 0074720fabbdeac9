//! TO BE WRITTEN.

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule =
    Rule { name: "csv-row-length", class: Class::Fault, basis: "the format of a cluster repository", text: include_str!("csv_row_length.rs") };
