//! Where there is a choice between certain words, one of them is written.
//!
//! Categories, stages, levels and the like are compared and counted, and readers see them translated, so a word of one's own has
//! no meaning there. The message lists the words that can be chosen. A word on visibility that is not understood keeps the entry
//! inside the cluster organisation.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcomes <-- here
//!   measure: unit
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "unknown-word",
    class: Class::Fault,
    basis: "Cluster Development Guide: the classifications behind each list of words (clustersite schema)",
    text: include_str!("unknown_word.rs"),
};
