//! Owns the files of a cluster repository as bytes with stable ids, so that every later stage names a place without touching the disk.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

mod disk;
mod history;

pub use disk::{Limits, ReadError, SkipReason, Skipped, read};
pub use history::{ENVIRONMENT, History, NoHistory, Origin, history};

/// A file of [`Sources`]: an index into its files in path order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in one file, `start` included and `end` not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that the range is in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `file`. Files are limited to far less than 4 GiB (see [`Limits`]), so offsets fit 32 bits.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: start as u32, end: end as u32 }
    }

    /// The smallest range that holds both; `other` must be of the same file.
    #[must_use]
    pub fn to(self, other: Span) -> Self {
        debug_assert_eq!(self.file, other.file);
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A place as people count: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in Unicode scalar values.
    pub column: usize,
}

/// One file: its path in the repository (with `/`) and its bytes.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the repository's root, with `/` between its parts.
    pub path: String,
    /// Content, shared and never changed.
    pub bytes: Arc<[u8]>,
}

impl SourceFile {
    /// The content as text, or the offset of the first byte that is not UTF-8.
    pub fn text(&self) -> Result<&str, usize> {
        std::str::from_utf8(&self.bytes).map_err(|error| error.valid_up_to())
    }
}

/// All files of a repository, ordered by path. Immutable.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Where the lines of each file begin, found when a place in it is first asked for.
    line_starts: Vec<OnceLock<Vec<u32>>>,
    /// The day of each file's last change, in the order of the files; empty where nothing is known of it.
    days: Vec<Option<Date>>,
    /// Where the files come from, where that is known.
    origin: Option<Origin>,
}

impl Sources {
    /// Sources held in memory, as tests and examples use them.
    pub fn from_memory<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let files: BTreeMap<String, Vec<u8>> = files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect();
        Self::from_files(files.into_iter().map(|(path, bytes)| SourceFile { path, bytes: bytes.into() }).collect())
    }

    /// Sources of files with different paths, in any order.
    fn from_files(mut files: Vec<SourceFile>) -> Self {
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let line_starts = files.iter().map(|_| OnceLock::new()).collect();
        Self { files, line_starts, days: Vec::new(), origin: None }
    }

    /// The same files with the days on which they were last committed.
    #[must_use]
    pub fn dated(mut self, history: &History) -> Self {
        self.days = self.files.iter().map(|file| history.day(&file.path)).collect();
        self.origin = Some(history.origin());
        self
    }

    /// Where the files come from, as far as that is known.
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Whether it is known of any file when it was last changed.
    pub fn is_dated(&self) -> bool {
        self.days.iter().any(Option::is_some)
    }

    /// The day on which a file was last changed, where that is known.
    pub fn day(&self, id: FileId) -> Option<Date> {
        self.days.get(id.0 as usize).copied().flatten()
    }

    /// The files with their ids, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    /// The file of an id that these sources gave out.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file at a path relative to the root.
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some((FileId(index as u32), &self.files[index]))
    }

    /// The text under a span; empty where the file is not UTF-8 there.
    pub fn slice(&self, span: Span) -> &str {
        let bytes = self.file(span.file).bytes.get(span.start as usize..span.end as usize).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Where a byte offset of a file is, as people count. A byte-order mark takes no column.
    pub fn line_column(&self, file: FileId, offset: u32) -> LineColumn {
        let bytes = &self.file(file).bytes;
        let starts = self.line_starts[file.0 as usize].get_or_init(|| {
            let newlines = bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'\n');
            std::iter::once(0).chain(newlines.map(|(index, _)| index as u32 + 1)).collect()
        });
        let offset = bytes.len().min(offset as usize);
        let line = starts.partition_point(|&start| start as usize <= offset).max(1);
        let text = String::from_utf8_lossy(&bytes[starts[line - 1] as usize..offset]);
        LineColumn { line, column: text.chars().filter(|&c| c != '\u{feff}').count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_people_do() {
        let sources = Sources::from_memory([("a", "\u{feff}é\r\n\nab"), ("empty", "")]);
        let (file, _) = sources.find("a").unwrap();
        let expected = [(0, 1, 1), (3, 1, 1), (5, 1, 2), (6, 1, 3), (7, 2, 1), (8, 3, 1), (10, 3, 3), (99, 3, 3)];
        for (offset, line, column) in expected {
            assert_eq!(sources.line_column(file, offset), LineColumn { line, column }, "at {offset}");
        }
        let (empty, _) = sources.find("empty").unwrap();
        assert_eq!(sources.line_column(empty, 0), LineColumn { line: 1, column: 1 });
    }
}
