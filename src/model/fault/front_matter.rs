//! The settings at the head of a Markdown file end with a line of three hyphens.
//!
//! A Markdown file begins with a line of `---`, then come its title and other settings, then a second line of `---`, then the
//! text. Without the second line the settings would be taken for text and shown to readers, a word on who may see the page
//! included.
//!
//! # Bad
//! ```markdown
//! # file: services/machine-pool.md
//! --- <-- here
//! title: Machine pool
//! We rent out the large planing machine by the day.
//! ```
//!
//! # Good
//! ```markdown
//! # file: services/machine-pool.md
//! ---
//! title: Machine pool
//! ---
//! We rent out the large planing machine by the day.
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "front-matter",
    class: Class::Fault,
    basis: "Format of a cluster repository: Markdown files begin with settings between two lines of ---",
    text: include_str!("front_matter.rs"),
};
