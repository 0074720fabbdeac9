//! Maps and lists stand at most 64 deep inside each other.
//!
//! No part of a strategy needs more than five levels. Hundreds of them are the sign of a broken program or of an attack on the
//! computers that read the file, so what lies deeper is not read.
//!
//! # Bad
//! ```yaml
//! # file: strategy/fields.yaml
//! grading:
//!   title: [[[[ and so on, a hundred times ]]]] <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/fields.yaml
//! grading:
//!   title: Grading and drying
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "too-deep",
    class: Class::Fault,
    basis: "Format of a cluster repository: at most 64 levels",
    text: include_str!("too_deep.rs"),
};
