//! YAML files keep to the grammar of YAML.
//!
//! Three things go wrong most often. A text that contains a colon and a space needs quotes around it. What belongs to a key is
//! indented by two more spaces than the key, never by tabs. And a quote that opens has to close. The rest of the file is read all
//! the same, as far as that is possible, so that one slip hides no other.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Skills: enough workers for every member <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: "Skills: enough workers for every member"
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "yaml-syntax",
    class: Class::Fault,
    basis: "YAML 1.2.2",
    text: include_str!("yaml_syntax.rs"),
};
