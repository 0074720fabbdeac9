//! YAML, Markdown and CSV files stand where they are looked for.
//!
//! The path of a file says what it holds: `strategy/goals.yaml` lists goals, `services/welding.md` describes a service. A file
//! under another name would be passed over in silence, and its content would be missing from the site. Pictures belong in
//! `assets/`, and so do notes and data that are not to be read.
//!
//! # Bad
//! ```yaml
//! # file: strategy/gaols.yaml
//! skilled-workers: <-- here
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
    name: "unknown-file",
    class: Class::Fault,
    basis: "Format of a cluster repository: the folder and the name say what a file holds",
    text: include_str!("unknown_file.rs"),
};
