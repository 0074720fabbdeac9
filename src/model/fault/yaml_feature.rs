//! YAML is used in its plain form: keys, texts and lists.
//!
//! YAML can do more (types marked with `!`, maps that take over other maps, several documents in a file), and programs disagree
//! on what that means. None of it is needed here. A text that begins with `!`, `&` or `{` belongs in quotes, and then it is only
//! a text.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: !important Enough skilled workers for every member <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: "!important Enough skilled workers for every member"
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "yaml-feature",
    class: Class::Fault,
    basis: "Format of a cluster repository: the part of YAML 1.2.2 that people write by hand",
    text: include_str!("yaml_feature.rs"),
};
