//! A file with a language in its name translates a file that exists.
//!
//! `machine-pool.fr.md` is the French text of `machine-pool.md`. If the original has been renamed or deleted, its translation is
//! shown to nobody. Rename the translation along with it, or take it out.
//!
//! # Bad
//! ```markdown
//! # file: services/machine-pool.md
//! ---
//! title: Machine pool
//! ---
//! # file: services/machine-pol.fr.md
//! --- <-- here
//! title: Parc de machines
//! ---
//! ```
//!
//! # Good
//! ```markdown
//! # file: services/machine-pool.md
//! ---
//! title: Machine pool
//! ---
//! # file: services/machine-pool.fr.md
//! ---
//! title: Parc de machines
//! ---
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "orphan-translation",
    class: Class::Fault,
    basis: "Format of a cluster repository: FILE.LANGUAGE.md translates FILE.md",
    text: include_str!("orphan_translation.rs"),
};
