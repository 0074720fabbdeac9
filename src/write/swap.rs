//! Owns the moment of publication: the lock, the exchange of the old folder for the new one, and the repair after a dead build.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::WriteError;
use super::target::Target;

/// How many random letters and digits end the name of a staging folder.
pub(super) const STAGING_RANDOM: usize = 6;

/// Takes the place of the random part in the name of the former output, for as long as the two-step swap has it aside.
const ASIDE: &str = "aside";

/// How the names of staging folders of this output begin. The dot keeps them out of sight of web servers and watchers.
pub(super) fn staging_prefix(target: &Target) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(&target.name);
    prefix.push(".clustersite-");
    prefix
}

/// Waits for, and holds until it is dropped, the right to publish in this folder. It locks the folder around the output, since
/// that one stays when the output is replaced, and no file has to be left behind.
pub(super) fn lock(target: &Target) -> Result<File, WriteError> {
    let folder = File::open(&target.parent).map_err(WriteError::io("open the folder", &target.parent))?;
    folder.lock().map_err(WriteError::io("lock the folder", &target.parent))?;
    Ok(folder)
}

/// Clears up after builds that died: under the lock, every staging folder is one of theirs. An output that was aside when its
/// build died comes back.
pub(super) fn recover(target: &Target) -> Result<(), WriteError> {
    let aside = aside(target);
    if is_folder(&aside) {
        if fs::symlink_metadata(&target.path).is_err() {
            fs::rename(&aside, &target.path).map_err(WriteError::io("bring back", &target.asked))?;
        } else {
            fs::remove_dir_all(&aside).map_err(WriteError::io("remove the leftover folder", &aside))?;
        }
    }
    let read = WriteError::io("read the folder", &target.parent);
    let entries: Vec<_> = fs::read_dir(&target.parent).and_then(Iterator::collect).map_err(read)?;
    let prefix = staging_prefix(target);
    for entry in entries {
        let name = entry.file_name();
        let rest = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
        let is_staging = rest.is_some_and(|rest| rest.len() == STAGING_RANDOM && rest.iter().all(u8::is_ascii_alphanumeric));
        if is_staging && is_folder(&entry.path()) {
            fs::remove_dir_all(entry.path()).map_err(WriteError::io("remove the leftover folder", entry.path()))?;
        }
    }
    Ok(())
}

/// Puts the staged folder in the output's place, and deletes what was there.
pub(super) fn swap(staging: TempDir, target: &Target, existing: bool) -> Result<(), WriteError> {
    let failed = |cause| WriteError::io("replace the folder", &target.asked)(cause);
    if !existing {
        fs::rename(staging.path(), &target.path).map_err(failed)?;
        let _published = staging.keep();
        return Ok(());
    }
    match exchange(staging.path(), &target.path) {
        // The staging folder now holds the former site. What can't be deleted of it is left to the next build: the new site stands.
        Ok(()) => drop(staging),
        Err(error) if is_unsupported(&error) => {
            replace_in_two_steps(staging.path(), target).map_err(failed)?;
            let _published = staging.keep();
        }
        Err(error) => return Err(failed(error)),
    }
    Ok(())
}

/// Swaps two folders in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Swaps two folders in one step, which this system can't.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the error says that the file system or the kernel has no exchange.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Replaces the output where there is no exchange: for an instant it is missing, and a build that dies then is repaired by the
/// next one (see [`recover`]).
fn replace_in_two_steps(staging: &Path, target: &Target) -> io::Result<()> {
    let aside = aside(target);
    fs::rename(&target.path, &aside)?;
    if let Err(error) = fs::rename(staging, &target.path) {
        fs::rename(&aside, &target.path)?;
        return Err(error);
    }
    // As after an exchange: what can't be deleted is left to the next build.
    let _leftover = fs::remove_dir_all(&aside);
    Ok(())
}

/// Where the former output is while it is swapped in two steps.
fn aside(target: &Target) -> PathBuf {
    let mut name = staging_prefix(target);
    name.push(ASIDE);
    target.parent.join(name)
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

#[cfg(test)]
mod tests {
    use super::super::target::resolve;
    use super::*;

    fn folder(path: &Path, text: &str) {
        fs::create_dir(path).unwrap();
        fs::write(path.join("index.html"), text).unwrap();
    }

    fn text(path: &Path) -> String {
        fs::read_to_string(path.join("index.html")).unwrap()
    }

    #[test]
    fn two_steps_replace_the_folder_and_leave_nothing_aside() {
        let around = tempfile::tempdir().unwrap();
        let target = resolve(&around.path().join("site"), None).unwrap();
        let staging = around.path().join("staged");
        folder(&target.path, "old");
        folder(&staging, "new");
        replace_in_two_steps(&staging, &target).unwrap();
        assert_eq!(text(&target.path), "new");
        assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
    }

    #[test]
    fn two_steps_bring_the_old_folder_back_when_the_second_fails() {
        let around = tempfile::tempdir().unwrap();
        let target = resolve(&around.path().join("site"), None).unwrap();
        folder(&target.path, "old");
        replace_in_two_steps(&around.path().join("missing"), &target).unwrap_err();
        assert_eq!(text(&target.path), "old");
        assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_build_that_died_between_the_steps_is_repaired() {
        let around = tempfile::tempdir().unwrap();
        let target = resolve(&around.path().join("site"), None).unwrap();
        folder(&aside(&target), "old");
        recover(&target).unwrap();
        assert_eq!(text(&target.path), "old");
        folder(&aside(&target), "older");
        recover(&target).unwrap();
        assert_eq!(text(&target.path), "old");
        assert!(!aside(&target).exists());
    }

    #[test]
    fn the_errors_of_systems_without_exchange_lead_to_two_steps() {
        for error in [rustix::io::Errno::INVAL, rustix::io::Errno::NOSYS, rustix::io::Errno::OPNOTSUPP] {
            assert!(is_unsupported(&error.into()), "{error}");
        }
        assert!(!is_unsupported(&rustix::io::Errno::ACCESS.into()));
    }
}
