//! Text files are stored as UTF-8.
//!
//! UTF-8 is the one encoding that holds the letters of all languages. A spreadsheet that saves "CSV" without further words often
//! uses an older one, in which "é" or "ß" turn into other signs on the next computer, so such a file is not read at all. Choose
//! "CSV UTF-8" when you save, or "UTF-8" in your editor's "Save as".
//!
//! # Bad
//! ```csv
//! # file: members.csv
//! id,name,kind
//! dufour-sawmill,Scierie Dufour du Pr\xE9,sme <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: members.csv
//! id,name,kind
//! dufour-sawmill,Scierie Dufour du Pré,sme
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "not-utf-8",
    class: Class::Fault,
    basis: "RFC 3629: UTF-8",
    text: include_str!("not_utf_8.rs"),
};
