//! No row of a table has more cells than there are columns.
//!
//! One cell too many nearly always means that a text contains the sign which separates cells, so that everything behind it has
//! slipped one column to the right and would be read as something else. Put such a text in quotes. Spreadsheets do this by
//! themselves when they save as CSV.
//!
//! # Bad
//! ```csv
//! # file: members.csv
//! id,name,kind
//! dufour-sawmill,Dufour, Sons and Daughters,sme <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: members.csv
//! id,name,kind
//! dufour-sawmill,"Dufour, Sons and Daughters",sme
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "csv-row-length",
    class: Class::Fault,
    basis: "RFC 4180, section 2, point 4: each line has the same number of fields",
    text: include_str!("csv_row_length.rs"),
};
