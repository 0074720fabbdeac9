//! References inside a YAML file copy a bounded amount.
//!
//! YAML lets an author name a value (`&vienna`) and have it copied elsewhere (`*vienna`). A few lines of copies of copies can
//! grow into millions of values and stop the computer that reads them, so one file may copy 100,000 values and no more. What lies
//! beyond that is not read. Nobody reaches the limit by hand: write the values out, or ask whoever sent you the file where it
//! comes from.
//!
//! # Bad
//! ```yaml
//! # file: strategy/fields.yaml
//! grading: &grading
//!   title: Grading and drying
//!   description: Sorting sawn timber by strength, and drying it
//! grading-north: *grading <-- here
//! # … and so on, a hundred thousand times
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/fields.yaml
//! grading: &grading
//!   title: Grading and drying
//! grading-north: *grading
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "alias-budget",
    class: Class::Fault,
    basis: "YAML 1.2.2, section 3.2.2.2 (anchors and aliases), with a limit of 100,000 copied values a file",
    text: include_str!("alias_budget.rs"),
};
