//! Owns the whole output as a value: path → bytes. It is apart so that the disk, the server and the tests take the same thing.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Every file of the output, by its path relative to the site's root (with `/`), in path order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Bundle {
    /// Puts a file in; a file that was at that path is replaced.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// All files in path order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl FromIterator<(String, Arc<[u8]>)> for Bundle {
    fn from_iter<I: IntoIterator<Item = (String, Arc<[u8]>)>>(files: I) -> Self {
        Self { files: files.into_iter().collect() }
    }
}
