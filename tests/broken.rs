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

fn bytes(files: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    if !files.iter().any(|(path, _)| path == "cluster.yaml") {
        files.push(("cluster.yaml".to_owned(), CLUSTER.as_bytes().to_vec()));
    }
    files
}

/// What it is about, files with their content, and the findings.
type Repository<'a> = (&'a str, &'a [(&'a str, &'a [u8])], &'a [&'a str]);

#[test]
fn what_text_files_of_tests_can_not_hold_is_explained_too() {
    let deep = format!("a:\n  title: {}", "[".repeat(5000));
    let long = format!("{}:\n  title: a\n", "a".repeat(900));
    let cases: &[Repository<'_>] = &[
        (
            "a byte-order mark and Windows line ends, right and wrong",
            &[("strategy/goals.yaml", b"\xef\xbb\xbfexport:\r\n  title: \xc3\xa9t\xc3\xa9\r\n  due: 31.12.2028\r\n  dew: 1\r\n")],
            &[
                "bad-date strategy/goals.yaml:3:8 | `31.12.2028` is",
                "unknown-key strategy/goals.yaml:4:3 | there is no key `dew` here",
            ],
        ),
        (
            "the same in a table",
            &[("members.csv", b"\xef\xbb\xbfid;name;kind\r\n\"d\";\xc3\x89cole;smee\r\n\r\n;;\r\n")],
            &["unknown-word members.csv:2:11 | `smee`"],
        ),
        (
            "a table from a spreadsheet in an older encoding",
            &[("members.csv", b"id;name;kind\nd;\xc9cole;sme\n")],
            &["not-utf-8 members.csv:2:3 | the byte 0xC9 (perhaps `\u{c9}`) is not UTF-8 | the file looks like Windows-1252"],
        ),
        ("UTF-16", &[("strategy/goals.yaml", b"\xff\xfea\0:\0")], &["not-utf-8 strategy/goals.yaml:1:1 | not UTF-8 text"]),
        (
            "nothing at all",
            &[("strategy/goals.yaml", b""), ("members.csv", b"\xef\xbb\xbf"), ("strategy/swot.yaml", b"\n\n")],
            &[],
        ),
        ("a zero byte", &[("strategy/goals.yaml", b"a:\n  title: \0")], &["not-utf-8 strategy/goals.yaml:2:10 | a zero byte"]),
        (
            "lists inside each other without end",
            &[("strategy/goals.yaml", deep.as_bytes())],
            &["too-deep strategy/goals.yaml:2:265 | "],
        ),
        ("an endless id", &[("strategy/goals.yaml", long.as_bytes())], &["bad-id strategy/goals.yaml:1:1 | "]),
    ];
    for (name, files, expected) in cases {
        let (found, ..) = found(&bytes(files), &[]);
        let same = found.len() == expected.len() && found.iter().zip(*expected).all(|(found, start)| found.contains(start));
        assert!(same, "{name}: {found:#?}");
        assert!(found.iter().all(|line| line.len() < 1000), "{name}: a message as long as the file");
    }
}

#[test]
fn a_slip_in_what_says_who_may_see_something_never_shows_it() {
    let cases: &[&[(&str, &[u8])]] = &[
        &[("strategy/goals.yaml", b"export:\n  title: New markets\n  visibility: pubic\n")],
        &[("strategy/goals.yaml", b"export:\n  title: New markets\n  visibility: [public]\n")],
        &[("strategy/goals.yaml", b"export:\n  title: New markets\n  visibility:\n")],
        &[("strategy/goals.yaml", b"visibility: Public\nexport:\n  title: New markets\n  visibility: public\n")],
        &[
            ("cluster.yaml", b"name: a\nlanguages: [en]\nrestrict: {./strategy/: privat}\n"),
            ("strategy/goals.yaml", b"export:\n  title: New markets\n  visibility: public\n"),
        ],
        &[("strategy/goals/export.md", b"---\ntitle: New markets\nvisibility: publik\n---\n")],
        &[("strategy/goals.csv", b"id,title,visibility\nexport,New markets,everybody\n")],
    ];
    for files in cases {
        let (lines, loaded, _) = found(&bytes(files), &[]);
        let public = gate(&loaded.model, Audience { sees: Visibility::Members, drafts: true });
        assert!(public.goals.is_empty() && !lines.is_empty(), "{lines:?}");
        assert_eq!(loaded.model.goals.len(), 1, "{lines:?}");
    }
}

/// The next number of Marsaglia's xorshift, below a bound.
fn next(state: &mut u64, below: usize) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state % below.max(1) as u64) as usize
}

#[test]
fn no_mangled_repository_stops_the_program() {
    let whole = bytes(&[
        ("cluster.yaml", b"name: {en: Valmont, fr: Valmont}\nlanguages: [en, fr]\nbrand: {primary: \"#1f4e79\", logo: assets/l.svg}\nrestrict: {assets/m: internal}\nrules: {unused-asset: off}\n"),
        ("strategy/goals.yaml", b"visibility: public\nexport:\n  title: {en: New markets, fr: March\xc3\xa9s}\n  due: 2028-12-31\n  owner: claire\n  indicators: [turnover]\n"),
        ("strategy/goals/jobs.md", b"---\ntitle: Jobs\nstatus: draft\n---\n# Why\n\n[x](goal:export) ![a](assets/l.svg) <b onclick=x>[y][z]</b>\n\n[z]: ../assets/none.pdf\n"),
        ("strategy/goals/jobs.fr.md", b"---\ntitle: Emplois\n---\nPourquoi\n"),
        ("strategy/swot.yaml", b"strengths:\n  wood: {title: Wood, goals: [export]}\n"),
        ("governance/people.yaml", b"claire:\n  name: Claire\n  organisation: dufour\n"),
        ("members.csv", b"id;name;name.fr;kind;employees;joined\r\ndufour;\"Dufour; S\xc3\xa4ge\";Scierie;sme;40;2019\r\n"),
        ("monitoring/indicators.yaml", b"turnover:\n  title: Turnover\n  category: impact\n  measure: unit\n  baseline: {value: 1, date: 2024-12-31}\n  targets: [{value: 5, date: 2028-12-31}]\n  disaggregation: {size: By size}\n"),
        ("monitoring/measurements.csv", b"indicator,period,value.fr,size\nturnover,2025-Q1,\"1,5\",small\nturnover,2026,2,\n"),
        ("assets/l.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"),
    ]);
    let (lines, ..) = found(&whole, &[]);
    assert!(lines.is_empty(), "the repository is sound: {lines:#?}");
    let pieces: &[&[u8]] = &[
        b"\xef\xbb\xbf",
        b"\xff",
        b"\0",
        b"\r",
        b"\n",
        b"\t",
        b": ",
        b"- ",
        b"\"",
        b"'",
        b"[",
        b"{",
        b"}",
        b"&a ",
        b"*g",
        b"---\n",
        b"\xe2\x80\xae",
        b"javascript:",
        b"%00",
        b"../",
        b"1e999",
        b"-0",
        b"NaN",
        b"2026-02-30",
        b"null",
        b"visibility: internal\n",
        b"<<: ",
        b"!x ",
        b"|\n",
        b",",
        b";",
        b"\xd8\xae\xd8\xb4\xd8\xa8",
        b"[a](b:c)",
        b"![](goal:)",
    ];
    let every_rule: Vec<String> = clustersite::check::rules().iter().map(|rule| rule.name.to_owned()).collect();
    let mut state = 0x9e37_79b9_7f4a_7c15;
    for round in 0..2000 {
        let mut files = whole.clone();
        for _ in 0..=next(&mut state, 4) {
            let file = next(&mut state, files.len());
            let other = files[next(&mut state, files.len())].1.clone();
            let (path, text) = &mut files[file];
            let at = next(&mut state, text.len() + 1);
            let end = (at + next(&mut state, 12)).min(text.len());
            match next(&mut state, 7) {
                0 => drop(text.drain(at..end)),
                1 => text.truncate(at),
                2 => drop(text.splice(at..at, other)),
                3 => drop(text.splice(at..end, text.clone())),
                4 => path.insert_str(path.floor_char_boundary(at % path.len()), ["x", "/", ".", ".fr", "\u{e9}", ".."][at % 6]),
                5 if at < text.len() => text[at] = next(&mut state, 256) as u8,
                _ => drop(text.splice(at..end, pieces[next(&mut state, pieces.len())].iter().copied())),
            }
        }
        let (lines, loaded, sources) = found(&files, &every_rule);
        let _ = gate(&loaded.model, Audience { sees: Visibility::Public, drafts: false });
        assert!(lines.iter().all(|line| !line.contains("NO HELP")), "round {round}: {lines:#?}");
        assert_eq!(sources.iter().count(), files.iter().map(|(path, _)| path).collect::<std::collections::BTreeSet<_>>().len());
    }
}
