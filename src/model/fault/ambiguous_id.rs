//! An id belongs to one person, one body or one member, not to two of them.
//!
//! Owners, chairs and participants may be people, bodies or members, and are all named by id alone. If a person and a member had
//! the same id, nobody could tell which of them `owner: dufour` means. Give one of them a longer id and change the places that
//! name it.
//!
//! # Bad
//! ```yaml
//! # file: governance/people.yaml
//! dufour:
//!   name: Claire Dufour
//! # file: members.yaml
//! dufour: <-- here
//!   name: Dufour Sawmill
//!   kind: sme
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/people.yaml
//! claire-dufour:
//!   name: Claire Dufour
//! # file: members.yaml
//! dufour:
//!   name: Dufour Sawmill
//!   kind: sme
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "ambiguous-id",
    class: Class::Fault,
    basis: "Format of a cluster repository: persons, bodies and members share one space of ids",
    text: include_str!("ambiguous_id.rs"),
};
