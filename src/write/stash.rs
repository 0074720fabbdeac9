//! Owns the folder in which pictures are kept between builds. Nothing depends on it: it may be deleted at any time, shared by builds that run at once, or lack
//! the right to be written to.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::imagery::Cache;

/// Bytes that the folder may hold after a build; of what that build did not use, the oldest goes first.
const MOST: u64 = 512 << 20;
/// What keeps the folder out of the repository and out of backups, and says what it is.
const NOTES: [(&str, &str); 2] = [
    (".gitignore", "# Pictures that clustersite keeps between builds; delete the folder whenever you like.\n*\n"),
    ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# Pictures that clustersite keeps between builds.\n"),
];
/// Length of the check sum that each file begins with.
const SUM: usize = 32;

/// A folder of results.
#[derive(Debug)]
pub struct Stash {
    folder: PathBuf,
    used: Mutex<BTreeSet<String>>,
}

impl Stash {
    /// A stash in a folder, which is made when there is something to keep.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), used: Mutex::default() }
    }

    /// Removes the oldest of what was not used, until the rest is within bounds. A file that can't be removed stays.
    pub fn prune(&self) {
        self.prune_to(MOST);
    }

    fn prune_to(&self, most: u64) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let mut files: Vec<_> = entries
            .filter_map(Result::ok)
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok().filter(|name| is_key(name.trim_end_matches(PART)))?;
                let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
                Some((used.contains(&name), metadata.modified().ok(), name, metadata.len()))
            })
            .collect();
        files.sort();
        let mut total: u64 = files.iter().map(|(.., length)| length).sum();
        for (_, _, name, length) in files {
            if total <= most {
                break;
            }
            if fs::remove_file(self.folder.join(name)).is_ok() {
                total -= length;
            }
        }
    }

    fn write(&self, key: &str, bytes: &[u8]) -> std::io::Result<()> {
        if !self.folder.is_dir() {
            fs::create_dir_all(&self.folder)?;
        }
        for (name, text) in NOTES {
            let path = self.folder.join(name);
            if !path.exists() {
                fs::write(path, text)?;
            }
        }
        // Whoever reads at the same time finds the whole file or none.
        let mut file = tempfile::Builder::new().prefix(key).suffix(PART).rand_bytes(0).tempfile_in(&self.folder)?;
        file.write_all(&Sha256::digest(bytes))?;
        file.write_all(bytes)?;
        file.persist(self.folder.join(key)).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Ending of a file that is being written.
const PART: &str = ".part";

impl Cache for Stash {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        let kept = read(&self.folder.join(key)).filter(|_| is_key(key))?;
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
        Some(kept)
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        // What can't be kept is made again by the next build.
        if is_key(key) && self.write(key, bytes).is_ok() {
            self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
        }
    }
}

/// Whether a name is one under which something is kept.
fn is_key(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// What was kept, if it is still what it was.
fn read(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = fs::read(path).ok()?;
    let kept = bytes.get(SUM..)?;
    if Sha256::digest(kept)[..] != bytes[..SUM] {
        return None;
    }
    bytes.drain(..SUM);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: usize) -> String {
        format!("{number:064x}")
    }

    fn names(stash: &Stash) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&stash.folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_put_is_found_and_what_is_spoilt_is_not() {
        let around = tempfile::tempdir().unwrap();
        let stash = Stash::new(around.path().join("a/b"));
        assert_eq!(stash.get(&key(1)), None);
        for bytes in [&b""[..], b"x", &[7; 100_000]] {
            stash.put(&key(1), bytes);
            assert_eq!(stash.get(&key(1)).as_deref(), Some(bytes));
        }
        for spoilt in [&b""[..], b"short", &[0; 40]] {
            fs::write(stash.folder.join(key(1)), spoilt).unwrap();
            assert_eq!(stash.get(&key(1)), None);
        }
        stash.put("../../outside", b"x");
        assert_eq!((stash.get("../../outside"), fs::read_dir(around.path()).unwrap().count()), (None, 1));
        assert_eq!(names(&stash), [".gitignore".to_owned(), key(1), "CACHEDIR.TAG".to_owned()]);
    }

    #[test]
    fn a_folder_that_can_not_be_is_no_fault() {
        let around = tempfile::tempdir().unwrap();
        fs::write(around.path().join("file"), "x").unwrap();
        let stash = Stash::new(around.path().join("file/stash"));
        stash.put(&key(1), b"x");
        stash.prune();
        assert_eq!(stash.get(&key(1)), None);
    }

    #[test]
    fn the_folder_stays_small_and_keeps_what_is_used() {
        let around = tempfile::tempdir().unwrap();
        for number in 0..4 {
            Stash::new(around.path()).put(&key(number), &[1; 1000]);
        }
        fs::write(around.path().join("mine.txt"), [0; 9000]).unwrap();
        let stash = Stash::new(around.path());
        assert!(stash.get(&key(0)).is_some());
        stash.prune_to(2 * (1000 + SUM as u64));
        let left = names(&stash);
        assert!(left.contains(&key(0)) && left.contains(&"mine.txt".to_owned()));
        assert_eq!(left.iter().filter(|name| is_key(name)).count(), 2, "{left:?}");
    }

    #[test]
    fn builds_that_run_at_once_do_not_disturb_each_other() {
        let around = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let stash = Stash::new(around.path());
                    for number in 0..30 {
                        stash.put(&key(number), &[number as u8; 5000]);
                        assert!(stash.get(&key(number)).is_none_or(|kept| kept == [number as u8; 5000]));
                        stash.prune_to(60_000);
                    }
                });
            }
        });
        assert!(names(&Stash::new(around.path())).iter().all(|name| !name.ends_with(PART)));
    }
}
