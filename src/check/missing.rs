//! Owns how rules tell that entries lack a key, so that all of them point and speak alike.

use super::Finding;
use crate::model::{Entry, Id};

/// Tells of each of these entries that it lacks a key: what is missing, as a phrase about its id, and what to do.
pub(super) fn tell<'m, T: 'm>(
    findings: &mut Vec<Finding>,
    lacking: impl Iterator<Item = &'m Entry<T>>,
    key: &'static str,
    message: impl Fn(&Id) -> String,
    help: &str,
) {
    findings.extend(lacking.map(|entry| Finding::new(entry.at(key), message(entry.id())).help(help)));
}
