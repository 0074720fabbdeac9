//! Checks a menagerie of broken repositories against the exact findings that each must give, and that nothing, however mangled, makes the program stop.
//!
//! A case is a name, its files, and one line a finding: rule, place, message, help. All faults have to be named, and all findings of the rules that
//! a line `@` names; a `cluster.yaml` is added unless the case has one or says `- cluster.yaml`.

use clustersite::check::check;
use clustersite::diag::{Class, Diagnostic, Profile};
use clustersite::model::{Audience, Loaded, Visibility, gate, load};
use clustersite::source::Sources;

const CLUSTER: &str = "name: Valmont Timber\nlanguages: [en, fr]\n";

#[derive(Default)]
struct Case {
    name: String,
    files: Vec<(String, Vec<u8>)>,
    rules: Vec<String>,
    expected: Vec<String>,
    without_cluster: bool,
}

/// Reads cases: `# name`, `== path`, text, `@ rules`, `- cluster.yaml`, `> finding`.
fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut begins = true;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# ").filter(|_| begins) {
            cases.push(Case { name: name.to_owned(), ..Case::default() });
            begins = false;
            continue;
        }
        begins = line.is_empty();
        let Some(case) = cases.last_mut() else { continue };
        if let Some(path) = line.strip_prefix("== ") {
            case.files.push((path.to_owned(), Vec::new()));
        } else if let Some(rules) = line.strip_prefix("@ ") {
            case.rules.extend(rules.split(' ').map(str::to_owned));
        } else if let Some(finding) = line.strip_prefix("> ") {
            case.expected.push(finding.to_owned());
        } else if line == "- cluster.yaml" {
            case.without_cluster = true;
        } else if let Some((_, bytes)) = case.files.last_mut() {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
    }
    // The blank line before the next case belongs to nobody.
    for (_, bytes) in cases.iter_mut().flat_map(|case| &mut case.files) {
        while bytes.ends_with(b"\n\n") || bytes == b"\n" {
            bytes.pop();
        }
    }
    cases
}

/// A finding in one line.
fn line(found: &Diagnostic, sources: &Sources) -> String {
    let place = found.span.map_or("nowhere".to_owned(), |span| {
        let place = sources.line_column(span.file, span.start);
        format!("{}:{}:{}", sources.file(span.file).path, place.line, place.column)
    });
    let help = found.help.as_deref().unwrap_or("NO HELP");
    format!("{} {place} | {} | {help}", found.rule.name, found.message)
}

fn found(files: &[(String, Vec<u8>)], rules: &[String]) -> (Vec<String>, Loaded, Sources) {
    let sources = Sources::from_memory(files.iter().cloned());
    let loaded = load(&sources, &[]);
    let outcome = check(&sources, &loaded, jiff::civil::date(2026, 6, 30), Some(Profile::Publish));
    let asked = |found: &&Diagnostic| {
        found.rule.class == Class::Fault
            || rules.iter().any(|rule| rule == found.rule.name)
            || matches!(found.rule.name, "unknown-rule" | "unused-allowance")
    };
    let lines = outcome.report.iter().filter(asked).map(|found| line(found, &sources)).collect();
    (lines, loaded, sources)
}

fn run(case: &Case) -> Result<(), String> {
    let mut files = case.files.clone();
    if !case.without_cluster && !files.iter().any(|(path, _)| path == "cluster.yaml") {
        files.push(("cluster.yaml".to_owned(), CLUSTER.as_bytes().to_vec()));
    }
    let (found, ..) = found(&files, &case.rules);
    if found == case.expected {
        return Ok(());
    }
    let list = |lines: &[String]| lines.iter().map(|line| format!("\n> {line}")).collect::<String>();
    Err(format!("# {}\nexpected{}\nfound{}\n", case.name, list(&case.expected), list(&found)))
}

fn run_all(text: &str, least: usize) {
    let cases = cases(text);
    assert!(cases.len() >= least, "only {} cases were read", cases.len());
    let failures: Vec<String> = cases.iter().filter_map(|case| run(case).err()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn broken_yaml_is_explained() {
    run_all(include_str!("broken/yaml.txt"), 35);
}

#[test]
fn broken_tables_are_explained() {
    run_all(include_str!("broken/tables.txt"), 16);
}

#[test]
fn misplaced_and_half_written_files_are_explained() {
    run_all(include_str!("broken/files.txt"), 19);
}
