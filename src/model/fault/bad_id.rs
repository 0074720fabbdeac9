//! Ids consist of small letters from a to z, digits and hyphens.
//!
//! An id is the short name by which one entry refers to another, and it becomes part of the address of a page. Capitals, spaces,
//! accents and other scripts look different on different computers and in web addresses. The id is seldom shown: titles may be
//! written in any language and with any letters.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! Skilled Workers: <-- here
//!   title: Enough skilled workers for every member
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "bad-id",
    class: Class::Fault,
    basis: "Format of a cluster repository: ids are file names and web addresses at once",
    text: include_str!("bad_id.rs"),
};
