//! Owns which paths a bundle may have: none that leaves the output, and none that another would overwrite on some computer.

use std::collections::BTreeMap;

use super::{MARKER, WriteError};
use crate::bundle::Bundle;

/// The first path of the bundle that can't be published, in path order, as an error.
pub(super) fn check(bundle: &Bundle) -> Result<(), WriteError> {
    // Windows and macOS take names that differ only in case for one, and a site built on Linux is opened there too.
    let mut folded = BTreeMap::new();
    for (path, _) in bundle.iter() {
        if let Some(why) = fault(path) {
            return Err(WriteError::BadPath { path: path.to_owned(), why });
        }
        if let Some(first) = folded.insert(path.to_lowercase(), path) {
            return Err(WriteError::Collision { first: first.to_owned(), second: path.to_owned() });
        }
    }
    for (key, path) in &folded {
        for (end, _) in key.match_indices('/') {
            if let Some(first) = folded.get(&key[..end]) {
                return Err(WriteError::Collision { first: (*first).to_owned(), second: (*path).to_owned() });
            }
        }
    }
    Ok(())
}

/// What is wrong with one path, as a phrase that follows it.
fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("is empty");
    }
    if path.starts_with('/') {
        return Some("is absolute");
    }
    if path.contains('\\') {
        return Some("has a backslash");
    }
    if path.contains(char::is_control) {
        return Some("has a control character");
    }
    let mut parts = path.split('/');
    if parts.clone().any(str::is_empty) {
        return Some("has an empty part");
    }
    if parts.clone().any(|part| part == "." || part == "..") {
        return Some("has a part that is only dots");
    }
    if parts.next().is_some_and(|first| first.eq_ignore_ascii_case(MARKER)) {
        return Some("is the mark of the output folder");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(paths: &[&str]) -> Bundle {
        paths.iter().map(|path| ((*path).to_owned(), b"x".as_slice().into())).collect()
    }

    #[test]
    fn accepts_paths_of_a_site() {
        for path in
            ["index.html", "fr/a b/index.html", "العربية/é.html", "...", "a..b/.well-known", ".nojekyll", "a/.clustersite"]
        {
            assert!(check(&bundle(&[path])).is_ok(), "{path}");
        }
        assert!(check(&bundle(&["a/b", "a/c", "A.html", "b/a/b"])).is_ok());
        assert!(check(&bundle(&[])).is_ok());
    }

    #[test]
    fn rejects_paths_that_are_no_file_below_the_output() {
        let bad = [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../b",
            "a/..",
            ".",
            "./a",
            "a/./b",
            "a//b",
            "a/",
            "a\\b",
            "..\\x",
            "a\0b",
            "a\nb",
            ".clustersite",
            ".ClusterSite",
            ".clustersite/x",
        ];
        for path in bad {
            let error = check(&bundle(&["index.html", path])).expect_err(path);
            assert!(matches!(&error, WriteError::BadPath { path: at, .. } if at == path), "{path:?}: {error}");
        }
    }

    #[test]
    fn rejects_paths_that_exclude_each_other() {
        for pair in
            [["a", "a/b"], ["A", "a/b/c"], ["a/b", "a/b/c"], ["Index.html", "index.html"], ["fr/É", "fr/é"], ["x/Y/z", "x/y"]]
        {
            let error = check(&bundle(&pair)).expect_err(pair[0]);
            assert!(matches!(error, WriteError::Collision { .. }), "{pair:?}: {error}");
        }
    }
}
