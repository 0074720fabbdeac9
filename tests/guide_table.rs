//! The table of the guide's tools against the facts: each row is authored, checked, drawn, printed and translated, and the README says how. `BLESS=1` writes the
//! README's table anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clustersite::chart::gallery::CHARTS;
use clustersite::check::CHECKS;
use clustersite::guide::{TOOLS, Tool};
use clustersite::lang::{Catalogue, INTERFACE, Locale, Numbering, built_in};
use clustersite::model::schema::entry_schema;
use clustersite::model::{Audience, Kind, Loaded, MentionKind, Visibility, gate, load};
use clustersite::plan::Plan;
use clustersite::source::{Limits, read};

/// Rows that are not whole yet. The list only ever gets shorter.
const PENDING: &[u8] = &[];

/// Rows that the document leaves to the site: what is new is printed page by page.
const ON_THE_SITE: &[u8] = &[35];

const BEGIN: &str = "<!-- tools -->\n";
const END: &str = "<!-- /tools -->";

fn english() -> Locale {
    Locale::new("en", Catalogue::default(), Numbering::Standard).expect("English")
}

fn example() -> Loaded {
    let sources = read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0;
    load(&sources, &[])
}

/// What each column says of a row; nothing where it has a gap.
fn cells(tool: &Tool, english: &Locale, example: &Loaded, plan: &Plan) -> [Option<String>; 5] {
    let list = |items: Vec<String>| Some(items.join(", ")).filter(|text| !text.is_empty());
    let kinds = tool.kinds.iter().map(|kind| format!("`{}`", kind.name())).collect();
    let rules = CHECKS.iter().filter(|check| check.tool == tool.number).count();
    let checked = match rules {
        0 => None,
        1 => Some("1 rule".to_owned()),
        count => Some(format!("{count} rules")),
    };
    let chart = |name: &&str| english.text(&format!("gallery.kind.{}", name.replace('_', "-"))).to_lowercase();
    let drawn = tool.charts.iter().map(chart).chain((!tool.form.is_empty()).then(|| tool.form.to_owned())).collect();
    let chapter = plan.routes().iter().find(|route| route.is_chapter() && route.stem() == tool.chapter);
    let title = chapter.map(|route| match route.stem() {
        "home" => english.text("page.home.profile").to_owned(),
        stem => english.text(&format!("page.{stem}.title")).to_owned(),
    });
    let printed = if ON_THE_SITE.contains(&tool.number) { Some("page by page".to_owned()) } else { title };
    let translated = languages(tool, example).filter(|languages| languages.contains("fr"));
    let translated = translated.map(|languages| languages.into_iter().collect::<Vec<_>>().join(", "));
    [list(kinds), checked, list(drawn), printed, translated]
}

/// The languages that the example's entries of a tool have texts in.
fn languages(tool: &Tool, example: &Loaded) -> Option<BTreeSet<String>> {
    let own = example.mentions.iter().filter(|mention| tool.kinds.contains(&mention.place.kind));
    let texts = own.filter_map(|mention| match &mention.kind {
        MentionKind::Text { languages } => Some(languages),
        MentionKind::Reference { .. } | MentionKind::File { .. } | MentionKind::Prose { .. } => None,
    });
    let all: BTreeSet<String> = texts.flatten().cloned().collect();
    (!all.is_empty()).then_some(all)
}

fn plan(example: &Loaded) -> Plan {
    let visible = gate(&example.model, Audience { sees: Visibility::Internal, drafts: false });
    Plan::new(&visible, &example.languages, None)
}

#[test]
fn what_the_table_names_is_there() {
    let (english, plan) = (english(), plan(&example()));
    for tool in TOOLS {
        for name in tool.charts {
            assert!(CHARTS.iter().any(|chart| chart.name == *name), "row {}: there is no picture `{name}`", tool.number);
        }
        for kind in tool.kinds {
            let schema = entry_schema(*kind);
            assert!(schema["properties"].as_object().is_some_and(|keys| keys.len() > 3), "{} has no schema", kind.name());
        }
        if !tool.page.is_empty() {
            let page = plan.routes().iter().any(|route| route.stem() == tool.page);
            assert!(page, "row {}: the example has no page `{}`", tool.number, tool.page);
        }
        for tag in INTERFACE {
            let own =
                Locale::new(tag, built_in(tag).expect("a language of the interface"), Numbering::Standard).expect("a locale");
            assert!(own.has(&tool.message()), "row {} has no name in {tag}", tool.number);
        }
        assert!(english.has(&tool.message()) && !tool.section.is_empty(), "row {}", tool.number);
    }
    let rows: BTreeSet<u8> = CHECKS.iter().map(|check| check.tool).collect();
    assert!(rows.iter().all(|row| *row == 0 || Tool::of(*row).is_some()), "a rule names a row that is none: {rows:?}");
    let authored: BTreeSet<Kind> = TOOLS.iter().flat_map(|tool| tool.kinds).copied().collect();
    let orphans: Vec<&str> = Kind::ALL.iter().filter(|kind| !authored.contains(kind)).map(|kind| kind.name()).collect();
    assert_eq!(orphans, Vec::<&str>::new(), "kinds that no row of the table names");
}

#[test]
fn the_table_has_no_gap_but_those_that_are_known() {
    let (english, example) = (english(), example());
    let plan = plan(&example);
    let columns = ["authored", "checked", "drawn", "printed", "translated"];
    let mut gaps: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for tool in TOOLS {
        for (cell, column) in cells(tool, &english, &example, &plan).iter().zip(columns) {
            if cell.is_none() {
                gaps.entry(tool.number).or_default().push(column);
            }
        }
    }
    assert_eq!(gaps.keys().copied().collect::<Vec<u8>>(), PENDING, "rows with a gap and where it is: {gaps:?}");
}

#[test]
fn the_readme_has_the_table() {
    let (english, example) = (english(), example());
    let plan = plan(&example);
    let mut table =
        "\n| # | Tool | Authored in | Checked by | Drawn as | Printed in | Example in |\n|---|---|---|---|---|---|---|\n"
            .to_owned();
    for tool in TOOLS {
        let cells = cells(tool, &english, &example, &plan).map(|cell| cell.unwrap_or_else(|| "–".to_owned()));
        table.push_str(&format!("| {} | {} | {} |\n", tool.number, english.text(&tool.message()), cells.join(" | ")));
    }
    table.push('\n');
    let readme = fs::read_to_string("README.md").expect("the README");
    let (before, rest) = readme.split_once(BEGIN).expect("where the table begins");
    let (found, after) = rest.split_once(END).expect("where the table ends");
    if std::env::var_os("BLESS").is_some() {
        fs::write("README.md", format!("{before}{BEGIN}{table}{END}{after}")).expect("written");
        return;
    }
    assert_eq!(found, table, "BLESS=1 cargo test --test guide_table writes it anew");
}
