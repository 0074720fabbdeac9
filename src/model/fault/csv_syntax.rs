//! The quotes in a table come in pairs, and enclose whole cells.
//!
//! A quote opens a text that may hold separators and line breaks, and the next quote closes it. If one is missing, the rest of
//! the table counts as a single cell, and all its rows are lost. A quote that belongs to the text itself is written twice.
//!
//! # Bad
//! ```csv
//! # file: members.csv
//! id,name,kind
//! oak-and-ash,"Oak and Ash,sme <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: members.csv
//! id,name,kind
//! oak-and-ash,"Oak and Ash",sme
//! dufour-sawmill,"Dufour ""The Saw"" Mill",sme
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "csv-syntax",
    class: Class::Fault,
    basis: "RFC 4180, section 2, points 5 to 7: quotes around fields",
    text: include_str!("csv_syntax.rs"),
};
