//! Owns the SARIF 2.1.0 form of a report, which code scanning services and editors read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fingerprint::fingerprints;
use super::place::Places;
use super::{Diagnostic, Profile, Report, Rule};
use crate::source::{FileId, Span};

/// The whole report as one log of one run, with the manuals of the rules that found something.
pub(super) fn render(report: &Report, places: &Places<'_>, profile: Profile) -> String {
    let rules: BTreeMap<&str, &Rule> = report.iter().map(|diagnostic| (diagnostic.rule.name, diagnostic.rule)).collect();
    let indexes: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(index, name)| (*name, index)).collect();
    let results: Vec<Value> = report
        .iter()
        .zip(fingerprints(report, places))
        .map(|(diagnostic, fingerprint)| result(diagnostic, indexes.get(diagnostic.rule.name).copied(), &fingerprint, places))
        .collect();
    super::print(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|rule| descriptor(rule, profile)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "properties": { "profile": profile },
            "results": results,
        }]
    }))
}

fn descriptor(rule: &Rule, profile: Profile) -> Value {
    let manual = rule.manual();
    let markdown = manual.markdown();
    let title = if manual.title.is_empty() { rule.name } else { &manual.title };
    let mut full = vec![format!("{title}.")];
    full.extend(manual.explanation);
    let full = full.join("\n\n");
    let help = if markdown.is_empty() { &full } else { &markdown };
    json!({
        "id": rule.name,
        "shortDescription": { "text": title },
        "fullDescription": { "text": full },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": rule.class.level(profile).name() },
        "properties": { "class": rule.class, "basis": rule.basis },
    })
}

fn result(diagnostic: &Diagnostic, rule: Option<usize>, fingerprint: &str, places: &Places<'_>) -> Value {
    let text = match &diagnostic.help {
        // Viewers show the message alone, so what to do about it has to be in it.
        Some(help) => format!("{}\n{help}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let mut result = json!({
        "ruleId": diagnostic.rule.name,
        "ruleIndex": rule,
        "level": diagnostic.level.name(),
        "message": { "text": text },
        "locations": diagnostic.span.map(|span| json!({ "physicalLocation": physical(span, places) })).into_iter().collect::<Vec<_>>(),
        "partialFingerprints": { "ruleAndText/v1": fingerprint },
    });
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().enumerate().map(
            |(id, (span, label))| json!({ "id": id, "physicalLocation": physical(*span, places), "message": { "text": label } }),
        );
        result["relatedLocations"] = related.collect();
    }
    if let Some((span, text)) = &diagnostic.fix {
        let what = diagnostic.help.as_deref().unwrap_or("write this");
        result["fixes"] = json!([{
            "description": { "text": what },
            "artifactChanges": [{
                "artifactLocation": artifact(span.file, places),
                "replacements": [{ "deletedRegion": region(*span, places), "insertedContent": { "text": text } }],
            }],
        }]);
    }
    result
}

fn physical(span: Span, places: &Places<'_>) -> Value {
    json!({ "artifactLocation": artifact(span.file, places), "region": region(span, places) })
}

fn artifact(file: FileId, places: &Places<'_>) -> Value {
    json!({ "uri": uri(&places.path(file)) })
}

/// Lines and columns from 1, the end one past the last character, as SARIF counts too.
fn region(span: Span, places: &Places<'_>) -> Value {
    let (start, end) = (places.at(span.file, span.start), places.at(span.file, span.end));
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

/// A path as a relative URI reference: all but what is never special there is percent-encoded, the colon of a first part too.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::testing::{everything, options};
    use crate::diag::{Format, Options};

    fn run(profile: Profile) -> Value {
        let (report, sources) = everything();
        let options = Options { profile, prefix: "docs".into(), ..options() };
        let mut log: Value = serde_json::from_str(&crate::diag::render(&report, &sources, Format::Sarif, &options)).unwrap();
        assert_eq!(log["version"], "2.1.0");
        log["runs"][0].take()
    }

    #[test]
    fn rules_carry_their_manuals() {
        let run = run(Profile::Publish);
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert_eq!(run["properties"]["profile"], "publish");
        let driver = &run["tool"]["driver"];
        assert_eq!(driver["name"], "clustersite");
        assert_eq!(driver["semanticVersion"], env!("CARGO_PKG_VERSION"));
        let help = "They are often misspelt.\n\nWhat is not read is not published.\n\n**Bad**\n\n`cluster.yaml`\n\n```yaml\ntitel: Sea\n```\n\n**Good**\n\n`cluster.yaml`\n\n```yaml\ntitle: Sea\n```";
        assert_eq!(
            driver["rules"],
            json!([
                {
                    "id": "duplicate-id",
                    "shortDescription": { "text": "Finds ids given twice" },
                    "fullDescription": { "text": "Finds ids given twice." },
                    "help": { "text": "Finds ids given twice.", "markdown": "Finds ids given twice." },
                    "defaultConfiguration": { "level": "error" },
                    "properties": { "class": "conflict", "basis": "guide, 3.2" },
                },
                {
                    "id": "unknown-key",
                    "shortDescription": { "text": "Finds keys that mean nothing here" },
                    "fullDescription": { "text": "Finds keys that mean nothing here.\n\nThey are often misspelt.\n\nWhat is not read is not published." },
                    "help": { "text": help, "markdown": help },
                    "defaultConfiguration": { "level": "error" },
                    "properties": { "class": "fault", "basis": "content model" },
                },
                {
                    "id": "vague-goal",
                    "shortDescription": { "text": "vague-goal" },
                    "fullDescription": { "text": "vague-goal." },
                    "help": { "text": "vague-goal.", "markdown": "vague-goal." },
                    "defaultConfiguration": { "level": "warning" },
                    "properties": { "class": "advice", "basis": "guide, 4.1" },
                },
            ])
        );
    }

    #[test]
    fn results_carry_every_field() {
        let mut run = run(Profile::Draft);
        for result in run["results"].as_array_mut().unwrap() {
            let fingerprints = result.as_object_mut().unwrap().remove("partialFingerprints").unwrap();
            assert_eq!(fingerprints["ruleAndText/v1"].as_str().unwrap().len(), 64);
        }
        let region = |line, start, end| json!({ "startLine": line, "startColumn": start, "endLine": line, "endColumn": end });
        let goals = json!({ "uri": "docs/goals.yaml" });
        assert_eq!(
            run["results"],
            json!([
                {
                    "ruleId": "vague-goal", "ruleIndex": 2, "level": "note",
                    "message": { "text": "50% of goals,\nare: vague\nsay who does what until when" },
                    "locations": [],
                },
                {
                    "ruleId": "unknown-key", "ruleIndex": 1, "level": "error",
                    "message": { "text": "unknown key `titel`\ndid you mean `title`?" },
                    "locations": [{ "physicalLocation": { "artifactLocation": goals, "region": region(3, 5, 10) } }],
                    "fixes": [{
                        "description": { "text": "did you mean `title`?" },
                        "artifactChanges": [{
                            "artifactLocation": goals,
                            "replacements": [{ "deletedRegion": region(3, 5, 10), "insertedContent": { "text": "title" } }],
                        }],
                    }],
                },
                {
                    "ruleId": "duplicate-id", "ruleIndex": 0, "level": "warning",
                    "message": { "text": "id `jobs` is given twice" },
                    "locations": [{ "physicalLocation": {
                        "artifactLocation": { "uri": "docs/%C3%BC%2C%20100%25/more.yaml" }, "region": region(1, 7, 11),
                    } }],
                    "relatedLocations": [{
                        "id": 0,
                        "physicalLocation": { "artifactLocation": goals, "region": region(2, 9, 13) },
                        "message": { "text": "first given here" },
                    }],
                },
            ])
        );
    }

    #[test]
    fn paths_become_uri_references() {
        for (path, expected) in [
            ("a/b-c_d.~1.yaml", "a/b-c_d.~1.yaml"),
            ("c:a b#?.md", "c%3Aa%20b%23%3F.md"),
            ("مرحبا", "%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
            ("100%41\n", "100%2541%0A"),
            ("../x", "../x"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
