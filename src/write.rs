//! Owns the publication of a bundle as a folder on disk: whole or not at all, and without touching what has not changed.
//!
//! The site is staged in a sibling folder and then takes the output's place in one system call, so that whoever reads the
//! output, and whatever moment the process dies at, there is the old site or the new one. Nothing is flushed to the disk by
//! force: every publication compares bytes, so the next one repairs what a power cut may have left behind.

use std::path::{Path, PathBuf};

use crate::bundle::Bundle;

mod error;
mod paths;
mod stage;
mod stash;
mod swap;
mod target;
#[cfg(test)]
mod tests;

pub use error::{Refusal, WriteError};
pub use stash::Stash;

/// The file in every output that says whose work it is; a folder that has others' files and lacks it is never replaced.
pub const MARKER: &str = ".clustersite";

/// What the marker says. The first words are what a folder is recognised by: they must never change.
const MARKER_TEXT: &str =
    "This folder is written by clustersite, which replaces all of it on the next build: keep nothing of your own here.\n";

/// What a publication did, in files of the bundle; the marker is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files that the output had already, byte for byte; they keep their modification time.
    pub unchanged: usize,
    /// Files of the former output that are gone.
    pub removed: usize,
    /// The folder, as an absolute path without symbolic links.
    pub output: PathBuf,
}

/// Makes `output` hold exactly the files of `bundle`, in one step; an output that does so already is not touched at all.
///
/// `source_root` is the cluster repository that the bundle was built from, where there is one on disk: it is never replaced.
/// A second publication to the same folder waits until the first is done.
///
/// # Errors
///
/// When a path of the bundle can't be a file of a website, when `output` is not safe to replace, and when the file system
/// refuses. In each case the former output is left as it was.
pub fn publish(bundle: &Bundle, output: &Path, source_root: Option<&Path>) -> Result<Published, WriteError> {
    paths::check(bundle)?;
    let target = target::resolve(output, source_root)?;
    let _lock = swap::lock(&target)?;
    swap::recover(&target)?;
    let existing = target::inspect(&target)?;

    let files = stage::wanted(bundle);
    let comparison = stage::compare(&files, existing.then_some(target.path.as_path()))?;
    if !comparison.is_identical(existing) {
        let staging = stage::fill(&files, &comparison, &target, existing)?;
        swap::swap(staging, &target, existing)?;
    }
    let unchanged = comparison.unchanged_in(bundle.len());
    Ok(Published { written: bundle.len() - unchanged, unchanged, removed: comparison.stale, output: target.path })
}
