//! Breaks every content file of the example in ten ways, one at a time, and checks that each mistake is found where it was made, with help, and that
//! it brings about no other findings.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use clustersite::check::check;
use clustersite::diag::{Class, Diagnostic, Level, Profile};
use clustersite::model::load;
use clustersite::source::{Limits, Sources, read};
use rayon::prelude::*;

#[path = "mistakes/content.rs"]
mod content;
#[path = "mistakes/tables.rs"]
mod tables;
#[path = "mistakes/ways.rs"]
mod ways;

use content::{Content, Mistake, Sort};

/// A way to break a file: for YAML and Markdown, and for tables.
struct Way {
    name: &'static str,
    text: fn(&Content<'_>) -> Vec<Mistake>,
    table: fn(&Content<'_>) -> Vec<Mistake>,
    /// How many files of each sort it breaks at least, in the order of [`Sort::ALL`]: lists, single files, Markdown, translations, tables.
    least: [usize; 5],
}

const fn none(_: &Content<'_>) -> Vec<Mistake> {
    Vec::new()
}

/// The ways. Some kinds have no place for one: a translation holds texts alone, so nothing in it is a date, a number or required; not every kind has
/// dates, numbers or a required key; only one table has a column of another type than text, number or date; the financing names no entries; and only
/// bodies and activities name entries of their own kind that they come after.
const WAYS: &[Way] = &[
    Way { name: "syntax", text: ways::syntax, table: tables::syntax, least: [11, 1, 41, 60, 4] },
    Way { name: "type", text: ways::wrong_type, table: tables::wrong_type, least: [11, 1, 41, 60, 1] },
    Way { name: "unknown key", text: ways::unknown_key, table: tables::unknown_key, least: [11, 1, 41, 60, 4] },
    Way { name: "unknown id", text: ways::unknown_id, table: tables::unknown_id, least: [11, 1, 41, 60, 3] },
    Way { name: "duplicate", text: ways::duplicate, table: tables::duplicate, least: [11, 1, 41, 60, 4] },
    Way { name: "bad date", text: ways::bad_date, table: tables::bad_date, least: [4, 1, 26, 0, 4] },
    Way { name: "missing field", text: ways::missing_field, table: tables::missing_field, least: [11, 1, 39, 0, 4] },
    Way { name: "text in a number", text: ways::text_in_number, table: tables::text_in_number, least: [3, 1, 24, 0, 3] },
    Way { name: "wrong language", text: ways::wrong_language, table: tables::wrong_language, least: [11, 1, 41, 60, 4] },
    Way { name: "circle", text: ways::circle, table: none, least: [2, 0, 0, 0, 0] },
];

/// A finding by rule, path, line and column.
type Found = (String, String, usize, usize);

fn findings(sources: &Sources) -> Vec<(Found, Diagnostic)> {
    let outcome = check(sources, &load(sources, &[]), jiff::civil::date(2026, 11, 23), Some(Profile::Publish));
    let place = |found: &Diagnostic| {
        found.span.map_or((String::new(), 0, 0), |span| {
            let place = sources.line_column(span.file, span.start);
            (sources.file(span.file).path.clone(), place.line, place.column)
        })
    };
    let named = outcome.report.iter().map(|found| {
        let (path, line, column) = place(found);
        ((found.rule.name.to_owned(), path, line, column), found.clone())
    });
    named.collect()
}

/// How often each rule is broken in each file.
fn tally(found: &[(Found, Diagnostic)]) -> BTreeMap<(String, String), usize> {
    let mut tally = BTreeMap::new();
    found.iter().for_each(|((rule, path, ..), _)| *tally.entry((rule.clone(), path.clone())).or_default() += 1);
    tally
}

/// What a mistake may bring about elsewhere: the broken file, the rule, and why that can't be told apart from what it would mean otherwise.
const CONSEQUENCES: &[(&str, &str, &str)] = &[
    ("cluster.yaml", "trust-too-early", "a stage that can't be read counts as the first one"),
    ("cluster.yaml", "internal-reference", "a restriction that can't be read counts as the strictest one"),
    ("documents.yaml", "unused-asset", "the only entry that refers to the file is the broken one"),
    ("finance/financing.csv", "print-section-empty", "a printed document has the financing as a section"),
    ("finance/financing.csv", "private-share-not-growing", "the share is worked out without the broken row"),
    ("monitoring/indicators.yaml", "target-against-direction", "the tolerance is the broken number"),
    ("monitoring/measurements.csv", "measurement-overdue", "the broken row was the last measurement"),
    ("monitoring/measurements.csv", "print-year-unmeasured", "a printed document reports on the year of the broken rows"),
    ("strategy/activities.yaml", "activity-before-its-dependency", "what waits for itself also begins too early"),
    ("strategy/strategy.md", "adopted-without-decision", "the decision is left out for its broken date"),
];

/// Entries that are drafts, of which everything but what can't be read is no more than a note.
const DRAFTS: &[&str] = &["news/timber-charter-signed.", "strategy/activities."];

/// One mistake in one file.
struct Case<'a> {
    way: &'static str,
    content: &'a Content<'a>,
    mistake: Mistake,
}

/// Breaks several files at once and tells what is wrong with what the program says of them.
fn judge(example: &Sources, before: &BTreeMap<(String, String), usize>, cases: &[Case<'_>]) -> Vec<String> {
    let others = example.iter().filter(|(_, file)| cases.iter().all(|case| case.content.path != file.path));
    let files = others.map(|(_, file)| (file.path.clone(), file.bytes.to_vec()));
    let broken = cases.iter().map(|case| (case.mistake.path.clone(), case.mistake.text.clone().into_bytes()));
    let sources = Sources::from_memory(files.chain(broken));
    let about = |case: &Case<'_>| format!("{}, {}", case.way, case.mistake.path);
    let Ok(found) = catch_unwind(AssertUnwindSafe(|| findings(&sources))) else {
        return vec![format!("a panic: {}", cases.iter().map(about).collect::<Vec<_>>().join("; "))];
    };
    let mut allowed = before.clone();
    let mut wrong = Vec::new();
    for case in cases {
        let expected = place_of(&case.mistake);
        *allowed.entry((expected.0.clone(), expected.1.clone())).or_default() += 1;
        let said = found.iter().find(|(place, _)| *place == expected).map(|(_, one)| fault_of(case, one));
        let nothing = || {
            let same = found.iter().filter(|(place, _)| place.1 == expected.1).map(|(place, _)| place);
            Some(format!("expected {expected:?}, found {:?}", same.collect::<Vec<_>>()))
        };
        wrong.extend(said.unwrap_or_else(nothing).map(|fault| format!("{}: {fault}", about(case))));
    }
    for ((rule, path), count) in tally(&found) {
        let follows = cases
            .iter()
            .any(|case| CONSEQUENCES.iter().any(|(file, follows, _)| (*file, *follows) == (case.content.path, rule.as_str())));
        if !follows && count > allowed.get(&(rule.clone(), path.clone())).copied().unwrap_or_default() {
            let such = found.iter().filter(|(place, _)| place.0 == rule && place.1 == path);
            let such: Vec<String> = such.map(|(place, one)| format!("{}:{} {}", place.2, place.3, one.message)).collect();
            let of = cases.iter().map(about).collect::<Vec<_>>().join("; ");
            wrong.push(format!("{of}: also {rule} in {path}: {such:?}"));
        }
    }
    wrong
}

/// The finding that a mistake has to give, counted out in the text.
fn place_of(mistake: &Mistake) -> Found {
    let above = &mistake.text[..mistake.at];
    let last = above.rsplit('\n').next().unwrap_or_default();
    (mistake.rule.to_owned(), mistake.path.clone(), above.matches('\n').count() + 1, last.chars().count() + 1)
}

/// What is wrong with the finding itself.
fn fault_of(case: &Case<'_>, found: &Diagnostic) -> Option<String> {
    // What is wrong with a draft is a note, unless it can't be read at all.
    let draft = found.rule.class != Class::Fault && DRAFTS.iter().any(|draft| case.content.path.starts_with(draft));
    if found.level != Level::Error && !(draft && found.level == Level::Note) {
        return Some(format!("the level is {:?}", found.level));
    }
    let helps = found.help.as_ref().is_some_and(|help| !help.is_empty() && help.contains(case.mistake.help));
    (!helps).then(|| format!("`{}` has the help {:?}, without `{}`", found.message, found.help, case.mistake.help))
}

/// How many files of a sort are broken at once, so that the test is quick. On `cluster.yaml` all others depend, and a translation on its original.
fn together(sort: Sort) -> usize {
    match sort {
        Sort::Single => 1,
        Sort::List | Sort::Table => 4,
        Sort::Markdown | Sort::Translation => 12,
    }
}

/// Shares cases out so that neighbours, which are mostly of one kind, come into different runs.
fn share_out<'a>(cases: Vec<Case<'a>>, runs: &mut Vec<Vec<Case<'a>>>) {
    let Some(first) = cases.first() else { return };
    let count = cases.len().div_ceil(together(first.content.sort));
    let begin = runs.len();
    runs.extend((0..count).map(|_| Vec::new()));
    for (index, case) in cases.into_iter().enumerate() {
        runs[begin + index % count].push(case);
    }
}

#[test]
fn every_file_of_the_example_explains_ten_mistakes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-cluster");
    let (example, _) = read(&root, &Limits::default(), &[]).expect("the example");
    let before = tally(&findings(&example));
    let contents = content::read(&example);
    let mut failures = Vec::new();
    let mut runs: Vec<Vec<Case<'_>>> = Vec::new();
    for way in WAYS {
        let mut broken = BTreeMap::<Sort, usize>::new();
        for sort in Sort::ALL {
            let (mut first, mut last) = (Vec::new(), Vec::new());
            for content in contents.iter().filter(|content| content.sort == sort) {
                let mut mistakes = if sort == Sort::Table { (way.table)(content) } else { (way.text)(content) };
                *broken.entry(sort).or_default() += usize::from(!mistakes.is_empty());
                // The first and the last place stand for all between them.
                let case = |mistake| Case { way: way.name, content, mistake };
                last.extend(mistakes.pop().map(case));
                first.extend(mistakes.into_iter().next().map(case));
            }
            share_out(first, &mut runs);
            share_out(last, &mut runs);
        }
        let counts = Sort::ALL.map(|sort| broken.get(&sort).copied().unwrap_or_default());
        if counts.iter().zip(way.least).any(|(&count, least)| count < least || least == 0 && count > 0) {
            failures.push(format!("{}: breaks {counts:?} files, expected {:?}", way.name, way.least));
        }
    }
    failures.extend(runs.par_iter().flat_map_iter(|cases| judge(&example, &before, cases)).collect::<Vec<_>>());
    assert!(failures.is_empty(), "{} in {} runs:\n{}", failures.len(), runs.len(), failures.join("\n"));
}
