//! Owns the step from byte offsets to lines and columns for a whole report. It is apart from [`Sources::line_column`] because
//! that one reads a file from its beginning each time: here each file is read once, so that ten thousand findings cost no more
//! than the file.

use std::collections::BTreeMap;

use super::Report;
use crate::source::{FileId, LineColumn, Sources, Span};

/// Within a line longer than this many bytes, a column is remembered each time that many have passed.
const STRIDE: usize = 4096;

/// The files that a report names, ready to be asked for lines and columns.
pub(super) struct Places<'a> {
    sources: &'a Sources,
    prefix: &'a str,
    files: BTreeMap<FileId, Index>,
}

struct Index {
    /// Offset at which each line starts.
    starts: Vec<usize>,
    /// Offset and column of places within long lines.
    waypoints: Vec<(usize, usize)>,
}

impl<'a> Places<'a> {
    /// Reads every file that the report names.
    pub(super) fn new(report: &Report, sources: &'a Sources, prefix: &'a str) -> Self {
        let mut files = BTreeMap::new();
        for diagnostic in report {
            let related = diagnostic.related.iter().map(|(span, _)| *span);
            for span in diagnostic.span.into_iter().chain(related).chain(diagnostic.fix.iter().map(|(span, _)| *span)) {
                files.entry(span.file).or_insert_with(|| Index::new(&sources.file(span.file).bytes));
            }
        }
        Self { sources, prefix: prefix.trim_end_matches('/'), files }
    }

    /// Path as the reader of the output needs it.
    pub(super) fn path(&self, file: FileId) -> String {
        let path = &self.sources.file(file).path;
        if self.prefix.is_empty() || self.prefix == "." { path.clone() } else { format!("{}/{path}", self.prefix) }
    }

    /// Path in the repository, which does not depend on where the tool was started.
    pub(super) fn own_path(&self, file: FileId) -> &'a str {
        &self.sources.file(file).path
    }

    /// The content of a file.
    pub(super) fn bytes(&self, file: FileId) -> &'a [u8] {
        &self.sources.file(file).bytes
    }

    /// The bytes under a span, as far as the file has them.
    pub(super) fn under(&self, span: Span) -> &'a [u8] {
        let bytes = self.bytes(span.file);
        let end = bytes.len().min(span.end as usize);
        &bytes[end.min(span.start as usize)..end]
    }

    /// Line and column of an offset, the same as [`Sources::line_column`] gives.
    pub(super) fn at(&self, file: FileId, offset: u32) -> LineColumn {
        let bytes = self.bytes(file);
        let offset = bytes.len().min(offset as usize);
        let line = self.line_of(file, offset);
        let (start, column) = self.files.get(&file).map_or((0, 1), |index| {
            let start = index.starts[line];
            let next = index.waypoints.partition_point(|&(at, _)| at <= offset);
            next.checked_sub(1).map(|last| index.waypoints[last]).filter(|&(at, _)| at >= start).unwrap_or((start, 1))
        });
        LineColumn { line: line + 1, column: column + characters(&bytes[start..offset]) }
    }

    /// Index, from 0, of the line that an offset is in.
    pub(super) fn line_of(&self, file: FileId, offset: usize) -> usize {
        self.files.get(&file).map_or(0, |index| index.starts.partition_point(|&start| start <= offset).saturating_sub(1))
    }

    /// First and last offset of a line, counted from 0, without what ends it.
    pub(super) fn line(&self, file: FileId, line: usize) -> (usize, usize) {
        let bytes = self.bytes(file);
        let starts = self.files.get(&file).map_or(&[0][..], |index| &index.starts);
        let start = starts.get(line).copied().unwrap_or(bytes.len());
        let next = starts.get(line + 1).copied();
        let mut end = next.map_or(bytes.len(), |next| next - 1);
        if next.is_some() && end > start && bytes[end - 1] == b'\r' {
            end -= 1;
        }
        (start, end)
    }
}

impl Index {
    fn new(bytes: &[u8]) -> Self {
        let mut starts = vec![0];
        starts.extend(bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at + 1));
        let mut waypoints = Vec::new();
        for (line, &start) in starts.iter().enumerate() {
            let end = starts.get(line + 1).copied().unwrap_or(bytes.len());
            let (mut at, mut column) = (start, 1);
            while end - at > STRIDE {
                // Not inside of a character, which has three continuation bytes at most.
                let next =
                    (at + STRIDE..end.min(at + STRIDE + 4)).find(|&next| bytes[next] & 0xc0 != 0x80).unwrap_or(at + STRIDE);
                column += characters(&bytes[at..next]);
                at = next;
                waypoints.push((at, column));
            }
        }
        Self { starts, waypoints }
    }
}

fn characters(bytes: &[u8]) -> usize {
    String::from_utf8_lossy(bytes).chars().filter(|&c| c != '\u{feff}').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::testing::{found, span};

    #[test]
    fn places_agree_with_the_sources_at_every_offset() {
        let long = "ab é 漢 🎈\u{feff}".repeat(700);
        let ragged: Vec<u8> = (0..9000u32).map(|n| [0x80, 0xe6, b'x', 0xf0, 0x9f, 0xc3][(n * n % 6) as usize]).collect();
        let files: [&[u8]; 8] = [
            b"",
            b"\n",
            b"one\r\ntwo\r\n\r\nlast",
            "\u{feff}é: ü\nمرحبا\n".as_bytes(),
            long.as_bytes(),
            &ragged,
            &[0x80; 9000],
            b"a\xffb\n\xe6\xbc\n\r",
        ];
        for (number, bytes) in files.iter().enumerate() {
            let sources = Sources::from_memory([("a.yaml", bytes.to_vec())]);
            let report = Report::from_iter([found(span(&sources, "a.yaml", 0, 0))]);
            let places = Places::new(&report, &sources, "");
            let (file, _) = sources.find("a.yaml").unwrap();
            for offset in (0..bytes.len() as u32 + 2).filter(|offset| bytes.len() < 100 || offset % 61 < 5) {
                assert_eq!(places.at(file, offset), sources.line_column(file, offset), "file {number}, offset {offset}");
            }
        }
    }

    #[test]
    fn a_prefix_goes_ahead_of_the_path() {
        let sources = Sources::from_memory([("a/b.yaml", "")]);
        let (file, _) = sources.find("a/b.yaml").unwrap();
        for (prefix, path) in [("", "a/b.yaml"), (".", "a/b.yaml"), ("docs/", "docs/a/b.yaml"), ("../x", "../x/a/b.yaml")] {
            assert_eq!(Places::new(&Report::default(), &sources, prefix).path(file), path);
        }
    }
}
