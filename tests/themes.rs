//! Themes: each of them dresses the whole example in every language, a repository changes single things of it, and docs/themes.md tells what is.
//!
//! After a change of what templates get: `BLESS=1 cargo test --test themes`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::diag::Report;
use clustersite::lang::{INTERFACE, Locale, Numbering, built_in};
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Request, build, model, page, plan, render, theme};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 23);
const MARKER: &str = "\n## Reference\n\n";

fn request(theme: Option<&'static str>) -> Request {
    let audience = Audience { sees: Visibility::Internal, drafts: true };
    Request { audience, profile: Some(clustersite::diag::Profile::Draft), today: TODAY, at_root: false, theme }
}

fn site(files: &BTreeMap<String, Vec<u8>>, theme: Option<&'static str>) -> Result<Bundle, Report> {
    let built = build(&Sources::from_memory(files.clone()), &[], &request(theme), &|| {});
    built.bundle.ok_or(built.report)
}

/// The example with every language of the interface.
fn example() -> BTreeMap<String, Vec<u8>> {
    let (sources, _) = read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there");
    let mut files: BTreeMap<String, Vec<u8>> = sources.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect();
    let cluster = String::from_utf8(files["cluster.yaml"].clone()).expect("UTF-8");
    let languages = format!("languages: [{}]", INTERFACE.join(", "));
    assert!(cluster.contains("languages: [en, fr, ar]"));
    files.insert("cluster.yaml".to_owned(), cluster.replace("languages: [en, fr, ar]", &languages).into_bytes());
    files
}

/// A small cluster with the given files besides.
fn small(more: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let own = [
        ("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\n"),
        ("strategy/goals/skills.md", "---\ntitle: Enough skilled workers\n---\n"),
    ];
    own.iter().chain(more).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn text(bundle: &Bundle, path: &str) -> String {
    let found = bundle.get(path).unwrap_or_else(|| panic!("{path} is there"));
    String::from_utf8(found.to_vec()).expect("UTF-8")
}

/// A style sheet of a site.
fn asset(bundle: &Bundle, start: &str) -> String {
    let mut paths = bundle.iter().map(|(path, _)| path);
    let path = paths.find(|path| path.starts_with(start) && path.ends_with(".css")).expect("there is one");
    text(bundle, path)
}

#[test]
fn every_theme_dresses_the_example_in_every_language() {
    let files = example();
    let mut homes = BTreeSet::new();
    for name in theme::names() {
        let bundle = site(&files, Some(name)).unwrap_or_else(|report| panic!("{name}: {report:#?}"));
        for lang in INTERFACE {
            let home = if *lang == "en" { "index.html".to_owned() } else { format!("{lang}/index.html") };
            assert!(text(&bundle, &home).contains(&format!("<html lang=\"{lang}\"")), "{name} {lang}");
        }
        for (path, bytes) in bundle.iter().filter(|(path, _)| path.ends_with(".html") && !path.contains("print/")) {
            let html = std::str::from_utf8(bytes).expect("UTF-8");
            assert_eq!(html.matches("<h1").count(), 1, "{name}: {path}");
            assert!(!html.contains(" style=\"") && !html.contains("<script>"), "{name}: {path} would break a strict policy");
            assert!(html.contains("id=\"main\"") && html.contains("class=\"skip\""), "{name}: {path}");
            let mut last = 0;
            for (at, _) in html.match_indices("<h") {
                let Some(level) = html[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else { continue };
                assert!(level <= last + 1, "{name}: {path}: h{level} after h{last}");
                last = level;
            }
        }
        for sheet in [asset(&bundle, "static/site-"), asset(&bundle, "static/print-")] {
            for address in sheet.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
                let address = address.trim_matches(['"', '\'']);
                assert!(address.starts_with("data:") || bundle.get(&format!("static/{address}")).is_some(), "{name}: {address}");
            }
            assert_eq!(sheet.matches('{').count(), sheet.matches('}').count(), "{name}: a sheet that does not close");
        }
        homes.insert(text(&bundle, "index.html"));
    }
    assert_eq!(homes.len(), theme::names().len(), "themes differ");
    assert!(site(&files, Some("default")).ok() == site(&files, None).ok(), "the default theme is the default");
}

#[test]
fn a_cluster_names_its_theme_and_a_trial_goes_before() {
    let ledger = small(&[("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\nbrand:\n  theme: ledger\n")]);
    let css = |files: &BTreeMap<String, Vec<u8>>, theme| asset(&site(files, theme).expect("it builds"), "static/site-");
    assert!(css(&ledger, None).contains("@layer ledger"));
    assert!(!css(&ledger, Some("default")).contains("@layer ledger"));
    assert!(css(&small(&[]), Some("ledger")).contains("@layer ledger"));
    let unknown = small(&[("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\nbrand:\n  theme: ../themes/ledger\n")]);
    let report = site(&unknown, None).expect_err("nothing is built");
    assert!(report.iter().any(|found| found.rule.name == "unknown-theme"), "{report:#?}");
}

#[test]
fn fonts_are_published_where_a_sheet_speaks_of_them() {
    let fonts = |theme| {
        let bundle = site(&small(&[]), theme).expect("it builds");
        bundle.iter().map(|(path, _)| path.to_owned()).filter(|path| path.contains("archivo")).collect::<Vec<_>>()
    };
    assert!(fonts(Some("default")).is_empty());
    let ledger = fonts(Some("ledger"));
    assert!(
        ledger.contains(&"static/fonts/archivo-latin.woff2".to_owned()) && ledger.iter().any(|path| path.ends_with("OFL.txt"))
    );
}

#[test]
fn a_repository_changes_single_things_of_any_theme() {
    let files = small(&[
        (
            "theme/templates/goals.html",
            "{% extends \"base.html\" %}{% block main %}<p id=\"own\">{{ page.title.text }}</p>{% endblock main %}",
        ),
        (
            "theme/templates/parts/mine.html",
            "{% component breadcrumb(items: array) %}<i class=\"trail\">{{ items | length }}</i>{% endcomponent breadcrumb %}",
        ),
        ("theme/static/css/chart.css", ".own-chart{}"),
        ("theme/static/css/extra.css", ".own-part{}"),
        ("theme/static/css/print-extra.css", ".own-paper{}"),
        ("theme/last.css", ".own-last{}"),
        ("theme/static/js/extra.js", "/* own script */"),
        ("theme/static/fonts/own.woff2", "font"),
    ]);
    for name in theme::names() {
        let bundle = site(&files, Some(name)).unwrap_or_else(|report| panic!("{name}: {report:#?}"));
        let goals = text(&bundle, "goals.html");
        assert!(goals.contains("<p id=\"own\">") && goals.contains("<i class=\"trail\">2</i>"), "{name}: {goals}");
        let css = asset(&bundle, "static/site-");
        let at = |what: &str| css.find(what).unwrap_or_else(|| panic!("{name}: {what}"));
        assert!(
            at(".own-chart") < at(".own-part")
                && at(".own-part") < at(":root{--c-brand")
                && at(":root{--c-brand") < at(".own-last")
        );
        assert!(!css.contains(".chart .f-ink") && !css.contains(".own-paper"), "{name}");
        assert!(asset(&bundle, "static/print-").contains(".own-paper"), "{name}");
        assert!(asset(&bundle, "static/site-").contains("@layer tokens"), "{name}");
        let script = bundle.iter().find(|(path, _)| path.starts_with("static/site-") && path.ends_with(".js")).expect("a script");
        assert!(std::str::from_utf8(script.1).expect("UTF-8").contains("own script"), "{name}");
        assert!(bundle.get("static/fonts/own.woff2").is_some() && bundle.get("static/css/extra.css").is_none(), "{name}");
    }
}

#[test]
fn what_is_wrong_with_a_template_is_told_and_nothing_is_published() {
    for (path, template) in [
        ("theme/templates/home.html", "{% extends \"nowhere.html\" %}"),
        ("theme/templates/home.html", "{% include \"../../cluster.yaml\" %}"),
        ("theme/templates/home.html", "{{ view.nothing.at_all }}"),
        ("theme/templates/home.html", "{% if %}"),
        ("theme/templates/mine.html", "{{ <no_such_part /> }}"),
        ("theme/templates/mine.html", "{% component breadcrumb(trail) %}{{ trail }}{% endcomponent breadcrumb %}"),
    ] {
        let report = site(&small(&[(path, template)]), None).err().unwrap_or_else(|| panic!("{template} is taken"));
        let found = report.iter().find(|found| found.rule.name == "template-error");
        assert!(found.is_some_and(|found| found.span.is_some()), "{template}: {report:#?}");
    }
}

#[test]
fn nothing_of_a_theme_leaves_its_folder() {
    let files =
        small(&[("theme/static/../../stolen.txt", "x"), ("theme/../static/other.css", "x"), ("theme/templates/../a.html", "x")]);
    let bundle = site(&files, Some("ledger")).expect("it builds");
    assert!(
        bundle.iter().all(|(path, _)| !path.contains("..") && !path.contains("stolen")),
        "{:?}",
        bundle.iter().map(|(path, _)| path).collect::<Vec<_>>()
    );
}

/// The files that a manual shows: a line with nothing but a path and words about it, and then a block.
fn shown(manual: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut rest = manual;
    while let Some(at) = rest.find("\n`theme/") {
        rest = &rest[at + 2..];
        let Some((path, after)) = rest.split_once('`') else { break };
        let paragraph = after.split("\n\n").next().unwrap_or_default();
        let block = after[paragraph.len()..].trim_start().strip_prefix("```").and_then(|block| block.split_once('\n'));
        if let Some((content, _)) = block.and_then(|(_, block)| block.split_once("```")) {
            files.push((path.to_owned(), content.to_owned()));
        }
    }
    files
}

#[test]
fn the_example_of_the_manual_does_what_it_says() {
    let manual = std::fs::read_to_string("docs/themes.md").expect("the manual");
    let files = shown(&manual);
    assert_eq!(files.len(), 4, "{files:?}");
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let bundle = site(&small(&files), None).unwrap_or_else(|report| panic!("{report:#?}"));
    let goals = text(&bundle, "goals.html");
    assert!(goals.contains("Valmont Timber: under revision until May."), "{goals}");
    assert!(goals.contains("class=\"our-way\"") && goals.contains("<a href=\"index.html\">Home</a> ›"), "{goals}");
    assert!(goals.contains("<h1>Where we are going</h1>") && goals.contains("class=\"page-head\""), "{goals}");
    assert!(asset(&bundle, "static/site-").ends_with("padding-block: var(--s-2); }\n"));
}

#[test]
fn the_manual_tells_what_is() {
    let path = Path::new("docs/themes.md");
    let manual = std::fs::read_to_string(path).expect("the manual");
    let (written, _) = manual.split_once(MARKER).expect("the manual has a place for the reference");
    let now = format!("{written}{MARKER}{}", render::reference::reference());
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &now).expect("written");
    } else {
        assert!(now == manual, "docs/themes.md is stale: BLESS=1 cargo test --test themes");
    }
}

#[test]
fn the_reference_names_the_view_that_each_template_gets() {
    let sources = Sources::from_memory(example());
    let loaded = model::load(&sources, &[]);
    let outcome = clustersite::check::check(&sources, &loaded, TODAY, None);
    let audience = request(None).audience;
    let visible = model::gate(&loaded.model, audience);
    let plan = plan::Plan::new(&visible, &loaded.languages, None).with_workshop();
    let relations = model::Relations::new(&visible);
    let assets = page::Assets::gather(&sources, &loaded, &visible, audience, None);
    let facts = page::Facts::gather(&sources, &loaded, &outcome, audience, TODAY);
    let site = page::Site::new(&visible, &relations, &plan, &assets, TODAY, facts);
    let locale = Locale::new("en", built_in("en").unwrap_or_default(), Numbering::Standard).expect("English");
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator();
    let views: BTreeMap<_, _> = page::reference::views(&mut generator).into_iter().collect();
    let mut seen = BTreeSet::new();
    for route in plan.routes() {
        let desk = page::Desk::new(&site, &locale, route);
        let page = page::page(&desk, route).expect("the page is there");
        let schema = views.get(route.template()).unwrap_or_else(|| panic!("{} is not in the reference", route.template()));
        let view = serde_json::to_value(&page.view).expect("a view is plain data");
        let told: BTreeSet<&str> =
            schema.as_value()["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let got: BTreeSet<&str> = view.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        assert_eq!(told, got, "{}", route.template());
        seen.insert(route.template());
    }
    assert_eq!(seen, views.keys().copied().collect::<BTreeSet<_>>(), "every template that is told of is used");
}
