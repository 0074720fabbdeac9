//! Every file that looks like content can be read.
//!
//! Links to other files are not followed, since they may lead out of the repository and bring something confidential into a
//! public site. Files of unusual size, folders of unusual depth and names in another encoding are left out as well. Nothing of
//! the sort happens in silence: put the file itself there, or make it smaller.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! # Imagine that this file is a link to a file on the office's server. <-- here
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
    name: "unread-file",
    class: Class::Conflict,
    basis: "Format of a cluster repository: ordinary files of a bounded size, none outside the folder",
    text: include_str!("unread_file.rs"),
};
