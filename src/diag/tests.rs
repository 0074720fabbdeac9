//! Owns the tests of the report itself, of its JSON form word for word, and of how the work grows with the findings.

use super::testing::{ADVICE, DUPLICATE, everything, found, options, span};
use super::*;

#[test]
fn a_report_counts_and_gathers() {
    let sources = Sources::from_memory([("a", "abc")]);
    let mut report = Report::default();
    assert!(report.is_empty() && !report.has_errors());
    assert_eq!(report.len(), 0);
    report.push(Diagnostic { level: Level::Note, ..found(span(&sources, "a", 0, 1)) });
    report.push(Diagnostic { level: Level::Warning, ..found(span(&sources, "a", 0, 1)) });
    assert!(!report.is_empty() && !report.has_errors());
    let mut other = Report::default();
    other.push(found(span(&sources, "a", 1, 2)));
    report.extend(other);
    assert!(report.has_errors());
    assert_eq!([Level::Note, Level::Warning, Level::Error].map(|level| report.count(level)), [1, 1, 1]);
    assert_eq!((report.len(), report.iter().count()), (3, 3));
}

#[test]
fn sorting_does_not_depend_on_the_order_of_finding() {
    let sources = Sources::from_memory([("a", "abc"), ("b", "abc")]);
    let at = |path, start, end| found(span(&sources, path, start, end));
    let sorted = [
        Diagnostic { span: None, ..at("a", 0, 0) },
        Diagnostic { rule: &DUPLICATE, ..at("a", 0, 2) },
        Diagnostic { rule: &DUPLICATE, ..at("a", 0, 3) },
        at("a", 0, 1),
        Diagnostic { level: Level::Note, ..at("a", 0, 1) },
        Diagnostic { help: Some("help".into()), level: Level::Note, ..at("a", 0, 1) },
        Diagnostic { message: "with another message".into(), ..at("a", 0, 1) },
        Diagnostic { message: "zero".into(), ..at("a", 0, 1) },
        Diagnostic { message: "zero".into(), fix: Some((span(&sources, "a", 0, 1), "x".into())), ..at("a", 0, 1) },
        Diagnostic { message: "zero".into(), related: vec![(span(&sources, "b", 0, 1), "x".into())], ..at("a", 0, 1) },
        Diagnostic { rule: &ADVICE, ..at("a", 0, 1) },
        at("a", 2, 3),
        at("b", 0, 1),
    ];
    for turn in 0..sorted.len() {
        let mut report = Report::from_iter(sorted.iter().cloned());
        report.diagnostics.rotate_left(turn);
        // Exact duplicates disappear, wherever they stand.
        report.extend(sorted.iter().rev().cloned());
        report.sort(&sources);
        assert_eq!(report.diagnostics, sorted, "turned by {turn}");
    }
}

#[test]
fn json_has_every_field() {
    let (report, sources) = everything();
    let text = render(&report, &sources, Format::Json, &Options { profile: Profile::Publish, ..options() });
    assert!(text.starts_with("{\n  \"version\": 1,\n  \"profile\": \"publish\",\n") && text.ends_with("}\n"), "{text}");
    let point = |line, column, byte| serde_json::json!({ "line": line, "column": column, "byte": byte });
    let expected = serde_json::json!({
        "version": 1,
        "profile": "publish",
        "counts": { "error": 1, "warning": 1, "note": 1, "files": 2 },
        "diagnostics": [
            {
                "rule": "vague-goal", "level": "note", "message": "50% of goals,\nare: vague",
                "path": null, "start": null, "end": null,
                "help": "say who does what until when", "related": [], "fix": null,
            },
            {
                "rule": "unknown-key", "level": "error", "message": "unknown key `titel`",
                "path": "goals.yaml", "start": point(3, 5, 24), "end": point(3, 10, 29),
                "help": "did you mean `title`?", "related": [],
                "fix": { "path": "goals.yaml", "start": point(3, 5, 24), "end": point(3, 10, 29), "text": "title" },
            },
            {
                "rule": "duplicate-id", "level": "warning", "message": "id `jobs` is given twice",
                "path": "ü, 100%/more.yaml", "start": point(1, 7, 9), "end": point(1, 11, 13),
                "help": null,
                "related": [{
                    "path": "goals.yaml", "start": point(2, 9, 15), "end": point(2, 13, 19), "label": "first given here",
                }],
                "fix": null,
            },
        ],
    });
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), expected);
}

#[test]
fn an_empty_report_is_still_a_document() {
    let text = render(&Report::default(), &Sources::default(), Format::Json, &options());
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((value["diagnostics"].as_array().unwrap().len(), &value["counts"]["files"]), (0, &0.into()));
    let text = render(&Report::default(), &Sources::default(), Format::Sarif, &options());
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["runs"][0]["results"], serde_json::json!([]));
    assert_eq!(render(&Report::default(), &Sources::default(), Format::Github, &options()), "");
}

#[test]
fn ten_thousand_findings_at_the_end_of_long_lines_are_rendered_at_once() {
    // Read from its beginning for each finding, this would be 20 GB a form, many minutes of an unoptimised build.
    for text in ["é, ".repeat(250_000), "key: value\n".repeat(90_000)] {
        let length = text.len();
        let sources = Sources::from_memory([("a.yaml", text)]);
        let mut report = Report::from_iter(
            (1..=10_000).map(|number| found(span(&sources, "a.yaml", length - 8 * number, length - 8 * number + 3))),
        );
        let start = std::time::Instant::now();
        report.sort(&sources);
        for format in [Format::Human, Format::Json, Format::Sarif, Format::Github, Format::Gitlab] {
            assert!(!render(&report, &sources, format, &options()).is_empty());
            println!("{format:?} {:?}", start.elapsed());
        }
        assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    }
}
