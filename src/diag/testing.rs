//! Owns the rules, sources and diagnostics that the tests of this module's parts share.

use super::{Class, Diagnostic, Level, Options, Profile, Report, Rule};
use crate::source::{Sources, Span};

pub(super) static UNKNOWN: Rule = Rule {
    name: "unknown-key",
    class: Class::Fault,
    basis: "content model",
    text: "//! Finds keys that mean nothing here. They are often misspelt.\n//!\n//! What is not read is not published.\n//!\n//! # Bad\n//!\n//! ```yaml\n//! # file: cluster.yaml\n//! titel: Sea <-- here\n//! ```\n//!\n//! # Good\n//!\n//! ```yaml\n//! # file: cluster.yaml\n//! title: Sea\n//! ```\n",
};

pub(super) static DUPLICATE: Rule =
    Rule { name: "duplicate-id", class: Class::Conflict, basis: "guide, 3.2", text: "//! Finds ids given twice.\n" };

pub(super) static ADVICE: Rule = Rule { name: "vague-goal", class: Class::Advice, basis: "guide, 4.1", text: "" };

/// The range of some bytes of a file.
pub(super) fn span(sources: &Sources, path: &str, start: usize, end: usize) -> Span {
    Span::new(sources.find(path).unwrap().0, start, end)
}

/// The range of the `nth` (from 0) occurrence of a text in a file.
pub(super) fn nth(sources: &Sources, path: &str, text: &str, nth: usize) -> Span {
    let (file, source) = sources.find(path).unwrap();
    let (start, _) = source.text().unwrap().match_indices(text).nth(nth).unwrap();
    Span::new(file, start, start + text.len())
}

/// The plainest diagnostic at a place.
pub(super) fn found(span: Span) -> Diagnostic {
    Diagnostic {
        rule: &UNKNOWN,
        level: Level::Error,
        message: "unknown key".into(),
        span: Some(span),
        help: None,
        related: Vec::new(),
        fix: None,
    }
}

/// Options that most tests take: no colour, a terminal of 80 columns.
pub(super) fn options() -> Options {
    Options { colour: false, width: 80, profile: Profile::Draft, prefix: String::new() }
}

/// One of each: an error with a fix, a warning with a place in another file, a note without any place.
pub(super) fn everything() -> (Report, Sources) {
    let sources = Sources::from_memory([
        ("goals.yaml", "goals:\n  - id: jobs\n    titel: Emplois, été\n"),
        ("ü, 100%/more.yaml", "\u{feff}- id: jobs\r\n  title: A: b\r\n"),
    ]);
    let more = "ü, 100%/more.yaml";
    let mut report = Report::from_iter([
        Diagnostic {
            message: "unknown key `titel`".into(),
            help: Some("did you mean `title`?".into()),
            fix: Some((nth(&sources, "goals.yaml", "titel", 0), "title".into())),
            ..found(nth(&sources, "goals.yaml", "titel", 0))
        },
        Diagnostic {
            rule: &DUPLICATE,
            level: Level::Warning,
            message: "id `jobs` is given twice".into(),
            related: vec![(nth(&sources, "goals.yaml", "jobs", 0), "first given here".into())],
            ..found(nth(&sources, more, "jobs", 0))
        },
        Diagnostic {
            rule: &ADVICE,
            level: Level::Note,
            message: "50% of goals,\nare: vague".into(),
            help: Some("say who does what until when".into()),
            span: None,
            ..found(nth(&sources, more, "jobs", 0))
        },
    ]);
    report.sort(&sources);
    (report, sources)
}
