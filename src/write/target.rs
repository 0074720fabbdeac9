//! Owns where the site goes, and whether what stands there may be replaced: the guard against deleting people's own files.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{MARKER, MARKER_TEXT, Refusal, WriteError};

/// How much of the marker is compared; the rest of its text may be worded anew.
const MARKER_START: usize = "This folder is written by clustersite".len();

/// Folders that version control systems keep their history in.
const HISTORIES: [&str; 4] = [".git", ".hg", ".svn", ".jj"];

/// A folder to be replaced, by its real place.
pub(super) struct Target {
    /// The output as it was asked for, for messages.
    pub(super) asked: PathBuf,
    /// The folder around it, which exists, without symbolic links.
    pub(super) parent: PathBuf,
    /// Its name in there.
    pub(super) name: OsString,
    /// Both together.
    pub(super) path: PathBuf,
}

/// Finds the real place of the output, making the folders around it.
pub(super) fn resolve(output: &Path, source_root: Option<&Path>) -> Result<Target, WriteError> {
    let root = source_root.map(|root| root.canonicalize().map_err(WriteError::io("find the folder", root))).transpose()?;
    let holds_root = |path: &Path| root.as_ref().is_some_and(|root| root.starts_with(path));

    // `.` is the usual slip: it is told apart from other nameless paths so that the message says what would be lost.
    if output.canonicalize().is_ok_and(|real| holds_root(&real)) {
        return Err(WriteError::refused(output, Refusal::Source));
    }
    let (Some(name), Some(parent)) = (output.file_name(), output.parent()) else {
        return Err(WriteError::refused(output, Refusal::Nameless));
    };
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    fs::create_dir_all(parent).map_err(WriteError::io("create the folder", parent))?;
    let parent = parent.canonicalize().map_err(WriteError::io("find the folder", parent))?;
    let path = parent.join(name);
    Ok(Target { asked: output.to_owned(), name: name.to_owned(), parent, path })
}

/// Whether there is a folder to replace (`false`: nothing at all). Anything that must not be replaced is an error.
pub(super) fn inspect(target: &Target) -> Result<bool, WriteError> {
    let kind = match fs::symlink_metadata(&target.path) {
        Ok(metadata) => metadata.file_type(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(WriteError::io("look at", &target.asked)(error)),
    };
    let refuse = |why| Err(WriteError::refused(&target.asked, why));
    if kind.is_symlink() {
        return refuse(Refusal::Link);
    }
    if !kind.is_dir() {
        return refuse(Refusal::File);
    }
    let mut entries = fs::read_dir(&target.path).map_err(WriteError::io("read the folder", &target.asked))?;
    if entries.next().is_some() && !is_marked(&target.path) {
        return refuse(Refusal::Foreign);
    }
    if let Some(name) = HISTORIES.into_iter().find(|name| fs::symlink_metadata(target.path.join(name)).is_ok()) {
        return refuse(Refusal::VersionControl(name));
    }
    // The swap itself would succeed on a write-protected folder, and its files could then not be cleared away.
    rustix::fs::access(&target.path, rustix::fs::Access::WRITE_OK)
        .map_err(|error| WriteError::io("replace the folder", &target.asked)(error.into()))?;
    Ok(true)
}

/// Whether the folder has the marker, as a file of its own.
fn is_marked(folder: &Path) -> bool {
    let path = folder.join(MARKER);
    let start = &MARKER_TEXT.as_bytes()[..MARKER_START];
    let mut found = [0; MARKER_START];
    fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file())
        && fs::File::open(&path).and_then(|mut file| file.read_exact(&mut found)).is_ok()
        && found == *start
}
