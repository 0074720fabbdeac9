//! Owns the form of a report that GitLab reads as a Code Quality artifact: the part of the Code Climate format that it uses.

use serde::Serialize;

use super::fingerprint::fingerprints;
use super::place::Places;
use super::{Level, Report};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// The whole report as one list.
pub(super) fn render(report: &Report, places: &Places<'_>) -> String {
    let issues: Vec<Issue<'_>> = report
        .iter()
        .zip(fingerprints(report, places))
        .map(|(diagnostic, fingerprint)| Issue {
            description: match &diagnostic.help {
                // GitLab shows this text alone, so what to do about it has to be in it.
                Some(help) => format!("{}; {help}", diagnostic.message),
                None => diagnostic.message.clone(),
            },
            check_name: diagnostic.rule.name,
            fingerprint,
            severity: match diagnostic.level {
                Level::Error => "major",
                Level::Warning => "minor",
                Level::Note => "info",
            },
            // A place is required, and the root is the truest where there is no file.
            location: diagnostic.span.map_or_else(
                || Location { path: ".".to_owned(), lines: Lines { begin: 1 } },
                |span| Location { path: places.path(span.file), lines: Lines { begin: places.at(span.file, span.start).line } },
            ),
        })
        .collect();
    super::print(&issues)
}

#[cfg(test)]
mod tests {
    use crate::diag::testing::{everything, options};
    use crate::diag::{Format, Report};
    use crate::source::Sources;

    #[test]
    fn each_diagnostic_is_an_issue() {
        let (report, sources) = everything();
        let text = crate::diag::render(&report, &sources, Format::Gitlab, &options());
        let mut issues: serde_json::Value = serde_json::from_str(&text).unwrap();
        for issue in issues.as_array_mut().unwrap() {
            let fingerprint = issue.as_object_mut().unwrap().remove("fingerprint").unwrap();
            assert_eq!(fingerprint.as_str().unwrap().len(), 64);
        }
        let expected = serde_json::json!([
            {
                "description": "50% of goals,\nare: vague; say who does what until when",
                "check_name": "vague-goal",
                "severity": "info",
                "location": { "path": ".", "lines": { "begin": 1 } }
            },
            {
                "description": "unknown key `titel`; did you mean `title`?",
                "check_name": "unknown-key",
                "severity": "major",
                "location": { "path": "goals.yaml", "lines": { "begin": 3 } }
            },
            {
                "description": "id `jobs` is given twice",
                "check_name": "duplicate-id",
                "severity": "minor",
                "location": { "path": "ü, 100%/more.yaml", "lines": { "begin": 1 } }
            }
        ]);
        assert_eq!(issues, expected);
    }

    #[test]
    fn an_empty_report_is_an_empty_list() {
        assert_eq!(crate::diag::render(&Report::default(), &Sources::default(), Format::Gitlab, &options()), "[]\n");
    }
}
