//! Only texts for readers differ between languages.
//!
//! A date, a number or a reference is a fact that holds in all languages. If a translation could change it, the French site would
//! contradict the English one. Say it once, in the file without a language in its name.
//!
//! # Bad
//! ```markdown
//! # file: news/fair.md
//! ---
//! title: The cluster at the timber fair
//! date: 2026-05-04
//! ---
//! # file: news/fair.fr.md
//! ---
//! title: Le cluster au salon du bois
//! date: 2026-05-06 <-- here
//! ---
//! ```
//!
//! # Good
//! ```markdown
//! # file: news/fair.md
//! ---
//! title: The cluster at the timber fair
//! date: 2026-05-04
//! ---
//! # file: news/fair.fr.md
//! ---
//! title: Le cluster au salon du bois
//! ---
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "untranslatable-key",
    class: Class::Fault,
    basis: "Format of a cluster repository: texts are translated, facts are not",
    text: include_str!("untranslatable_key.rs"),
};
