//! Texts are in languages that the site has.
//!
//! A language that `languages` in `cluster.yaml` does not name has no pages, so a text in it would be read by nobody. Languages
//! are written as short tags: `en`, `fr`, `ar`, `pt-BR`. Add the language to the list, or mend the tag.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title:
//!     en: Enough skilled workers for every member
//!     fra: Assez de main-d'œuvre qualifiée pour chaque membre <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title:
//!     en: Enough skilled workers for every member
//!     fr: Assez de main-d'œuvre qualifiée pour chaque membre
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "unknown-language",
    class: Class::Fault,
    basis: "BCP 47 language tags, and `languages` in cluster.yaml",
    text: include_str!("unknown_language.rs"),
};
