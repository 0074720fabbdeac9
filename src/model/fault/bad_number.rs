//! Where a number is expected, there is a number, and one that is possible there.
//!
//! Sums, shares and charts are made of these values, so a remark in the middle of them can't be counted. Units and currencies
//! have a place of their own. In YAML files decimals follow a point (`12.5`); in tables the main language decides, or the
//! language at the end of the column's name (`budget.fr`).
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   employees: about forty <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   employees: 40
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "bad-number",
    class: Class::Fault,
    basis: "Format of a cluster repository: numbers, with the unit in a field of its own",
    text: include_str!("bad_number.rs"),
};
