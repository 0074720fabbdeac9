//! What readers take along: every figure of the example comes as CSV, JSON and SVG that programs can read and that agree with each other, whole tables
//! likewise, and nothing that a cluster writes becomes a formula, a script or a broken file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::diag::Profile;
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Request, build};
use serde_json::Value;

fn site(sources: &Sources, sees: Visibility) -> Bundle {
    let audience = Audience { sees, drafts: false };
    let request =
        Request { audience, profile: Some(Profile::Draft), today: jiff::civil::date(2026, 11, 23), at_root: false, theme: None };
    let built = build(sources, &[], &request, &|| {});
    built.bundle.unwrap_or_else(|| panic!("it builds: {:#?}", built.report))
}

fn example(sees: Visibility) -> Bundle {
    site(&read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0, sees)
}

/// The data files of a bundle with an ending, by path.
fn files<'a>(bundle: &'a Bundle, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let inside = |path: &str| path.starts_with("data/") || path.contains("/data/");
    let files = bundle.iter().filter(move |(path, _)| inside(path) && path.ends_with(ending));
    files.map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("UTF-8")))
}

/// The head and the rows of a CSV file.
fn table(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text.strip_prefix('\u{feff}').expect("the mark by which Excel knows UTF-8");
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let strings = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = strings(reader.headers().expect("a head"));
    (head, reader.records().map(|record| strings(&record.expect("as long as the head"))).collect())
}

/// A value of JSON as CSV has it, apart from the apostrophe before what looks like a formula.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn every_figure_comes_in_three_forms_that_agree() {
    let bundle = example(Visibility::Internal);
    let mut figures = 0;
    for (path, svg) in files(&bundle, ".svg") {
        let stem = path.trim_end_matches(".svg");
        let of = |ending: &str| {
            let bytes = bundle.get(&format!("{stem}.{ending}")).unwrap_or_else(|| panic!("{stem} has no {ending}"));
            std::str::from_utf8(bytes).expect("UTF-8")
        };
        let (head, rows) = table(of("csv"));
        let json: Value = serde_json::from_str(of("json")).unwrap_or_else(|error| panic!("{stem}: {error}"));
        let columns = json["columns"].as_array().expect("columns");
        let titles: Vec<&str> = columns.iter().filter_map(|column| column["title"].as_str()).collect();
        assert_eq!(head, titles, "{stem}");
        let keys: BTreeSet<&str> = columns.iter().filter_map(|column| column["key"].as_str()).collect();
        assert_eq!(keys.len(), columns.len(), "{stem}: keys are not unique");
        let json_rows: Vec<Vec<String>> = json["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| row.as_array().expect("a row").iter().map(plain).collect())
            .collect();
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|field| field.strip_prefix('\'').unwrap_or(field).to_owned()).collect())
            .collect();
        assert_eq!(rows, json_rows, "{stem}");
        for (at, column) in columns.iter().enumerate().filter(|(_, column)| column["type"] == "number") {
            let number = |row: &Vec<String>| row[at].is_empty() || row[at].parse::<f64>().is_ok();
            assert!(json_rows.iter().all(number), "{stem}: {column} holds words");
        }
        for part in ["publisher", "date", "language", "title"] {
            assert!(json[part].as_str().is_some_and(|text| !text.is_empty()), "{stem} does not tell its {part}");
        }
        let lang = json["language"].as_str().unwrap_or_default();
        assert!(
            svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.contains(&format!("xml:lang=\"{lang}\"")),
            "{stem}"
        );
        for word in ["class=", "style=", "var(", "<a ", "<script", "http://example", "currentColor"] {
            assert!(!svg.contains(word), "{stem}.svg leans on the site: {word}");
        }
        figures += 1;
    }
    assert!(figures > 100, "{figures} figures");
}

#[test]
fn pictures_carry_the_colours_of_the_brand() {
    let cluster = "name: Wood\nlanguages: [en]\nstage: initiation\nbrand:\n  primary: '#7a0f4c'\n";
    let bundle = site(&Sources::from_memory([("cluster.yaml", cluster)]), Visibility::Public);
    let svg = files(&bundle, "data/home/stage.svg").next().expect("the stage of the cluster").1;
    assert!(svg.contains("#7a0f4c") && !svg.contains("#1f4e79"), "{svg}");
}

#[test]
fn whole_tables_have_the_same_columns_in_every_language() {
    let bundle = example(Visibility::Public);
    let index: Value = serde_json::from_slice(bundle.get("data/index.json").expect("an index")).expect("JSON");
    let sets = index["datasets"].as_array().expect("tables");
    let names: Vec<&str> = sets.iter().filter_map(|set| set["dataset"].as_str()).collect();
    assert_eq!(names, ["goals", "indicators", "measurements", "years", "activities", "members", "financing", "demands", "links"]);
    for name in names {
        let mut seen: BTreeMap<&str, (Vec<String>, usize)> = BTreeMap::new();
        for folder in ["", "fr/", "ar/"] {
            let text = |ending: &str| {
                let bytes = bundle.get(&format!("{folder}data/{name}.{ending}")).expect("the table");
                std::str::from_utf8(bytes).expect("UTF-8").to_owned()
            };
            let (head, rows) = table(&text("csv"));
            let json: Value = serde_json::from_str(&text("json")).expect("JSON");
            let objects = json["rows"].as_array().expect("rows");
            assert_eq!(objects.len(), rows.len(), "{folder}{name}");
            for (object, row) in objects.iter().zip(&rows) {
                let object: Vec<String> = object.as_object().expect("an object").values().map(plain).collect();
                let row: Vec<String> = row.iter().map(|field| field.strip_prefix('\'').unwrap_or(field).to_owned()).collect();
                assert_eq!(object, row, "{folder}{name}");
            }
            seen.insert(folder, (head, rows.len()));
        }
        let all: BTreeSet<_> = seen.values().collect();
        assert_eq!(all.len(), 1, "{name}: {seen:?}");
        let documented = std::fs::read_to_string("docs/data.md").expect("the documentation");
        for column in &seen[""].0 {
            assert!(documented.contains(&format!("`{column}`")), "docs/data.md does not tell what `{column}` of {name} is");
        }
    }
}

#[test]
fn what_a_cluster_writes_is_no_formula() {
    let hostile = "=HYPERLINK(\\\"http://x.example\\\";\\\"y\\\")";
    let cluster = "name: '+Wood'\nlanguages: [en]\n";
    let members = format!("id,name,kind,place\nsaw,\"{}\",sme,\"-2+3\"\n", hostile.replace("\\\"", "\"\""));
    let goals = format!("one:\n  title: \"{hostile}\"\ntwo:\n  title: \"\\t@SUM(1)\"\n");
    let activities = format!("cut:\n  title: \"{hostile}\"\n  goal: one\n  start: 2026-01-01\n  end: 2026-02-01\n  budget: 5\n");
    let files = [
        ("cluster.yaml", cluster),
        ("members.csv", members.as_str()),
        ("strategy/goals.yaml", goals.as_str()),
        ("strategy/activities.yaml", activities.as_str()),
    ];
    let bundle = site(&Sources::from_memory(files), Visibility::Internal);
    let mut fields = 0;
    for (path, text) in self::files(&bundle, ".csv") {
        let (head, rows) = table(text);
        for field in head.iter().chain(rows.iter().flatten()) {
            let first = field.trim_start().chars().next();
            let number = field.parse::<f64>().is_ok();
            assert!(number || !matches!(first, Some('=' | '+' | '-' | '@')), "{path}: {field}");
            fields += usize::from(field.starts_with('\''));
        }
    }
    assert!(fields >= 6, "the hostile texts are in the tables, {fields} times");
}

#[test]
fn the_gallery_is_for_those_who_build_the_site() {
    for (sees, there) in [(Visibility::Public, false), (Visibility::Members, false), (Visibility::Internal, true)] {
        let bundle = example(sees);
        assert_eq!(bundle.get("gallery.html").is_some(), there, "{sees:?}");
        assert_eq!(bundle.iter().any(|(path, _)| path.contains("data/gallery/")), there, "{sees:?}");
    }
    // A cluster that says nothing shows made-up cases, in their own language.
    let bare = site(&Sources::from_memory([("cluster.yaml", "name: Wood\nlanguages: [en, fr, ar]\n")]), Visibility::Internal);
    for (path, lang) in [("gallery.html", ""), ("fr/gallery.html", " lang=\"en\""), ("ar/gallery.html", "")] {
        let html = std::str::from_utf8(bare.get(path).expect("the gallery")).expect("UTF-8");
        let figures: Vec<&str> = html.split("<figure").skip(1).map(|rest| rest.split('>').next().unwrap_or_default()).collect();
        assert_eq!(figures.len(), clustersite::chart::gallery::CHARTS.len(), "{path}");
        assert!(figures.iter().all(|figure| figure.contains(" lang=") != lang.is_empty() && figure.contains(lang)), "{path}");
    }
}
