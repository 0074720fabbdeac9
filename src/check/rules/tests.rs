//! Tests of the registry: every rule has a manual whose examples do what they say.

use super::*;
use crate::check::{check, origin};
use crate::diag::{Class, Example};
use crate::model::kinds::cluster::Stage;
use crate::model::{Choice, load};
use crate::source::{SkipReason, Skipped, Sources};

/// Rules whose bad example shows what can't be written in a comment; [`what_no_text_can_show_is_found_all_the_same`] has it in bytes.
const SHOWN_ONLY: &[&str] = &["alias-budget", "not-utf-8", "picture-too-large", "too-deep", "unread-file"];

/// The findings of one rule, and all faults: rule, path, line.
fn found(rule: &Rule, mut files: Vec<(String, Vec<u8>)>, skipped: &[Skipped]) -> Vec<(String, String, usize)> {
    if !files.iter().any(|(path, _)| path == "cluster.yaml") {
        let stage = origin(rule).1.unwrap_or(Stage::Initiation).as_str();
        let cluster = format!("name: Valmont Timber\nlanguages: [en, fr]\nstage: {stage}\n");
        files.push(("cluster.yaml".to_owned(), cluster.into_bytes()));
    }
    let sources = Sources::from_memory(files);
    let today = jiff::civil::date(2026, 6, 30);
    let outcome = check(&sources, &load(&sources, skipped), today, Some(Profile::Publish));
    let about = outcome.report.iter().filter(|found| found.rule == rule || found.rule.class == Class::Fault);
    let place = |found: &Diagnostic| {
        found.span.map_or((String::new(), 0), |span| {
            (sources.file(span.file).path.clone(), sources.line_column(span.file, span.start).line)
        })
    };
    about.map(|found| (found.rule.name.to_owned(), place(found).0, place(found).1)).collect()
}

/// The same in an example.
fn found_in(rule: &Rule, example: &Example) -> Vec<(String, String, usize)> {
    found(rule, example.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect(), &[])
}

#[test]
fn every_rule_explains_itself_and_its_examples_run() {
    let mut faults = Vec::new();
    for rule in rules() {
        let manual = rule.manual();
        let sentences = manual.explanation.join(" ").matches(". ").count() + manual.explanation.len();
        if manual.title.is_empty() || sentences < 2 || rule.basis.is_empty() || manual.good.files.is_empty() {
            faults.push(format!("{}: no title, basis, good example, or fewer than two sentences of explanation", rule.name));
            continue;
        }
        let marked = manual.bad.marked.clone().map(|(path, line)| (rule.name.to_owned(), path, line));
        let bad = found_in(rule, &manual.bad);
        let runs = !SHOWN_ONLY.contains(&rule.name);
        if marked.is_none() || runs && bad != marked.iter().cloned().collect::<Vec<_>>() {
            faults.push(format!("{}: the bad example gives {bad:?} in place of {marked:?}", rule.name));
        }
        let good = found_in(rule, &manual.good);
        if !good.is_empty() {
            faults.push(format!("{}: the good example gives {good:?}", rule.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_rule_asks_for_anything_before_its_stage() {
    for check in CHECKS.iter().filter(|check| check.from.is_some_and(|stage| stage > Stage::Initiation)) {
        let bad = check.rule.manual().bad;
        let early = |text: &str| {
            let lines = text.lines().map(|line| if line.starts_with("stage: ") { "stage: initiation" } else { line });
            lines.collect::<Vec<_>>().join("\n")
        };
        let mut files: Vec<_> = bad.files.iter().map(|(path, text)| (path.clone(), early(text).into_bytes())).collect();
        if !files.iter().any(|(path, _)| path == "cluster.yaml") {
            files.push(("cluster.yaml".to_owned(), b"name: Valmont Timber\nlanguages: [en, fr]\n".to_vec()));
        }
        assert_eq!(found(&check.rule, files, &[]), Vec::new(), "{}", check.rule.name);
    }
}

#[test]
fn what_no_text_can_show_is_found_all_the_same() {
    let copies: String = (0..25_000).map(|number| format!("copy-{number}: *first\n")).collect();
    let bomb = format!("original: &first\n  title: Grading\n  description: And drying\n{copies}");
    let deep = format!("grading:\n  title: Grading\n  description: {}{}\n", "[".repeat(100), "]".repeat(100));
    let cases: [(&str, &str, Vec<u8>, Option<usize>); 3] = [
        ("not-utf-8", "members.csv", b"id,name,kind\ndufour,Scierie du Pr\xe9,sme\n".to_vec(), Some(2)),
        ("alias-budget", "strategy/fields.yaml", bomb.into_bytes(), None),
        ("too-deep", "strategy/fields.yaml", deep.into_bytes(), Some(3)),
    ];
    for (name, path, bytes, line) in cases {
        let rule = rule(name).unwrap();
        let found = found(rule, vec![(path.to_owned(), bytes)], &[]);
        let about: Vec<_> = found.iter().filter(|(found, ..)| found == name).collect();
        assert_eq!(about.len(), 1, "{name}: {found:?}");
        assert!(about[0].1 == path && line.is_none_or(|line| line == about[0].2), "{name}: {found:?}");
    }
    let picture = |width: u32, height: u32, end: &[u8]| {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
        bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend(end);
        bytes
    };
    let whole = b"\0\0\0\0IEND\0\0\0\0";
    let heavy = [vec![0; 9_000_000], whole.to_vec()].concat();
    for (name, bytes) in [
        ("picture-too-large", picture(6000, 4000, whole)),
        ("picture-too-large", picture(60, 40, &heavy)),
        ("unreadable-image", picture(60_000, 40_000, whole)),
        ("unreadable-image", picture(60, 40, b"")),
    ] {
        let page = b"---\ntitle: Kiln\n---\n![The kiln](assets/kiln.png)\n".to_vec();
        let files = vec![("pages/kiln.md".to_owned(), page), ("assets/kiln.png".to_owned(), bytes)];
        let expected = vec![(name.to_owned(), "pages/kiln.md".to_owned(), 4)];
        assert_eq!(found(rule(name).unwrap(), files, &[]), expected);
    }
    let skipped = |path: &str, reason| Skipped { path: path.to_owned(), reason };
    let left_out = [
        skipped("services", SkipReason::Link),
        skipped("strategy/goals.yaml", SkipReason::TooLarge { limit: 16 << 20 }),
        skipped("assets/film.mp4", SkipReason::TooLarge { limit: 64 << 20 }),
        skipped("drafts/link", SkipReason::Link),
        skipped("socket", SkipReason::Special),
    ];
    let found = found(rule("unread-file").unwrap(), Vec::new(), &left_out);
    assert_eq!(found, vec![("unread-file".to_owned(), String::new(), 0); 3]);
}

#[test]
fn names_are_unique_and_kebab_case() {
    let rules = rules();
    assert!(rules.windows(2).all(|pair| pair[0].name < pair[1].name));
    assert!(rules.iter().all(|rule| crate::model::Id::is_valid(rule.name)));
}
