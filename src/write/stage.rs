//! Owns the staged site: which files the former output has already, and a folder beside it that holds the new one whole.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use rayon::prelude::*;
use tempfile::TempDir;
use walkdir::WalkDir;

use super::swap;
use super::target::Target;
use super::{MARKER, MARKER_TEXT, WriteError};
use crate::bundle::Bundle;

/// A file that the output is to have: its path and its bytes.
type Wanted<'a> = (&'a str, &'a [u8]);

/// What the former output has in common with the wanted files.
pub(super) struct Comparison {
    /// For each wanted file, in their order, whether the output has it byte for byte.
    same: Vec<bool>,
    /// How many files the output has that are not wanted.
    pub(super) stale: usize,
    /// Whether the output has a folder that no wanted file is in.
    stale_folder: bool,
}

impl Comparison {
    /// Whether nothing has to be done.
    pub(super) fn is_identical(&self, existing: bool) -> bool {
        existing && self.stale == 0 && !self.stale_folder && self.same.iter().all(|&same| same)
    }

    /// How many of the first `count` wanted files the output has already.
    pub(super) fn unchanged_in(&self, count: usize) -> usize {
        self.same.iter().take(count).filter(|&&same| same).count()
    }
}

/// The files of the bundle, and the marker after them.
pub(super) fn wanted(bundle: &Bundle) -> Vec<Wanted<'_>> {
    bundle.iter().map(|(path, bytes)| (path, &**bytes)).chain([(MARKER, MARKER_TEXT.as_bytes())]).collect()
}

/// Compares the wanted files with those of the former output, if there is one.
pub(super) fn compare(files: &[Wanted<'_>], output: Option<&Path>) -> Result<Comparison, WriteError> {
    let Some(output) = output else {
        return Ok(Comparison { same: vec![false; files.len()], stale: 0, stale_folder: false });
    };
    let paths: HashSet<&str> = files.iter().map(|(path, _)| *path).collect();
    let folders = folders(files);
    // Only regular files that the walk came by count: what is reached through a symbolic link is someone else's.
    let mut present = HashSet::new();
    let (mut stale, mut stale_folder) = (0, false);
    for entry in WalkDir::new(output).min_depth(1) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(output).to_owned();
            WriteError::io("read the folder", path)(error.into())
        })?;
        let path = entry.path().strip_prefix(output).ok().and_then(Path::to_str);
        if entry.file_type().is_dir() {
            stale_folder |= path.is_none_or(|path| !folders.contains(path));
        } else if let Some(path) = path.filter(|path| entry.file_type().is_file() && paths.contains(path)) {
            present.insert(path.to_owned());
        } else {
            stale += 1;
        }
    }
    let same = files.par_iter().map(|(path, bytes)| present.contains(*path) && holds(&output.join(path), bytes)).collect();
    Ok(Comparison { same, stale, stale_folder })
}

/// Whether the file has exactly these bytes. One that can't be read is simply written anew.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.len() == bytes.len() as u64) && fs::read(path).is_ok_and(|old| old == bytes)
}

/// All folders that the files are in, each after the one around it.
fn folders<'a>(files: &[Wanted<'a>]) -> BTreeSet<&'a str> {
    files.iter().flat_map(|(path, _)| path.match_indices('/').map(|(end, _)| &path[..end])).collect()
}

/// Makes a folder beside the output that holds all wanted files. It is deleted when it is dropped.
pub(super) fn fill(
    files: &[Wanted<'_>],
    comparison: &Comparison,
    target: &Target,
    existing: bool,
) -> Result<TempDir, WriteError> {
    let staging = tempfile::Builder::new()
        .prefix(&swap::staging_prefix(target))
        .rand_bytes(swap::STAGING_RANDOM)
        .tempdir_in(&target.parent)
        .map_err(WriteError::io("create a folder in", &target.parent))?;
    for folder in folders(files) {
        fs::create_dir(staging.path().join(folder)).map_err(WriteError::io("create the folder", target.asked.join(folder)))?;
    }
    let failure = files.par_iter().zip(&comparison.same).find_map_first(|((path, bytes), same)| {
        let staged = staging.path().join(path);
        // An unchanged file is one more name for what the former output has. It keeps its time, and costs no space.
        if *same && fs::hard_link(target.path.join(path), &staged).is_ok() {
            return None;
        }
        // Never opened when it exists: writing through a second name of a file would change the former output.
        let written = OpenOptions::new().write(true).create_new(true).open(&staged).and_then(|mut file| file.write_all(bytes));
        written.err().map(WriteError::io("write", target.asked.join(path)))
    });
    if let Some(error) = failure {
        return Err(error);
    }
    // Whoever gave the folder a mode of its own (a group of editors, a web server's) finds it again.
    if existing {
        fs::metadata(&target.path)
            .and_then(|former| fs::set_permissions(staging.path(), former.permissions()))
            .map_err(WriteError::io("set the permissions of", &target.asked))?;
    }
    Ok(staging)
}
