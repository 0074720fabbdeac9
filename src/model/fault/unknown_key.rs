//! Every key and every column has a name that means something here.
//!
//! A misspelt key would be passed over, and what stands beside it would never appear, though its author sees it in the file each
//! day. The same holds for the columns of a table, for the headings of `strategy/swot.yaml`, and for text below the settings of a
//! file whose kind has no text.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   dew: 2028-12-31 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   due: 2028-12-31
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "unknown-key",
    class: Class::Fault,
    basis: "Format of a cluster repository: the keys of each kind (clustersite schema)",
    text: include_str!("unknown_key.rs"),
};
