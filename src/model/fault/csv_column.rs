//! Every column of a table has a name, and no two have the same.
//!
//! The first row of a table says what the columns hold. A column without a name can't be read at all, and of two with the same
//! name nobody knows which one counts. Empty columns at the right edge do no harm.
//!
//! # Bad
//! ```csv
//! # file: members.csv
//! id,name,kind,name <-- here
//! dufour-sawmill,Dufour Sawmill,sme,Scierie Dufour
//! ```
//!
//! # Good
//! ```csv
//! # file: members.csv
//! id,name,kind,name.fr
//! dufour-sawmill,Dufour Sawmill,sme,Scierie Dufour
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "csv-column",
    class: Class::Fault,
    basis: "RFC 4180, section 2 (the header line), and the format of a cluster repository",
    text: include_str!("csv_column.rs"),
};
