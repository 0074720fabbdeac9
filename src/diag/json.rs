//! Owns the JSON form of a report, a contract with other programs: a key is added now and then, but none is renamed, removed or
//! left out.
//!
//! ```json
//! {
//!   "version": 1,                     // of this shape
//!   "profile": "draft",               // or "publish"
//!   "counts": { "error": 1, "warning": 0, "note": 0, "files": 1 },
//!   "diagnostics": [{
//!     "rule": "unknown-key",
//!     "level": "error",               // or "warning", "note"
//!     "message": "unknown key `titel`",
//!     "path": "goals.yaml",           // null where no file can be named; then start and end are null too
//!     "start": { "line": 3, "column": 5, "byte": 24 },   // lines and columns from 1, in characters; bytes from 0
//!     "end": { "line": 3, "column": 10, "byte": 29 },    // one past the last character
//!     "help": "did you mean `title`?",                   // or null
//!     "related": [{ "path": …, "start": …, "end": …, "label": "first given here" }],
//!     "fix": { "path": …, "start": …, "end": …, "text": "title" }   // text to stand in place of the range; or null
//!   }]
//! }
//! ```

use std::collections::BTreeSet;

use serde::Serialize;

use super::place::Places;
use super::{Level, Profile, Report};
use crate::source::Span;

/// The number of the shape above; it rises only when a reader of the former one would be misled.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    profile: Profile,
    counts: Counts,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    note: usize,
    files: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    level: &'a str,
    message: &'a str,
    path: Option<String>,
    start: Option<Point>,
    end: Option<Point>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    range: Range,
    label: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    #[serde(flatten)]
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Range {
    path: String,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: u32,
}

/// The whole report as one document.
pub(super) fn render(report: &Report, places: &Places<'_>, profile: Profile) -> String {
    let files: BTreeSet<_> = report.iter().filter_map(|diagnostic| diagnostic.span.map(|span| span.file)).collect();
    let document = Document {
        version: VERSION,
        profile,
        counts: Counts {
            error: report.count(Level::Error),
            warning: report.count(Level::Warning),
            note: report.count(Level::Note),
            files: files.len(),
        },
        diagnostics: report
            .iter()
            .map(|diagnostic| {
                let (path, start, end) = match diagnostic.span.map(|span| range(places, span)) {
                    Some(range) => (Some(range.path), Some(range.start), Some(range.end)),
                    None => (None, None, None),
                };
                Entry {
                    rule: diagnostic.rule.name,
                    level: diagnostic.level.name(),
                    message: &diagnostic.message,
                    path,
                    start,
                    end,
                    help: diagnostic.help.as_deref(),
                    related: diagnostic
                        .related
                        .iter()
                        .map(|(span, label)| Related { range: range(places, *span), label })
                        .collect(),
                    fix: diagnostic.fix.as_ref().map(|(span, text)| Fix { range: range(places, *span), text }),
                }
            })
            .collect(),
    };
    super::print(&document)
}

fn range(places: &Places<'_>, span: Span) -> Range {
    let point = |byte| {
        let at = places.at(span.file, byte);
        Point { line: at.line, column: at.column, byte }
    };
    Range { path: places.path(span.file), start: point(span.start), end: point(span.end) }
}
