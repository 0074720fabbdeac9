//! What the site says to other programs: structured data, feeds, the map for language models, the contact for reports, former addresses and the days
//! of last changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use clustersite::bundle::Bundle;
use clustersite::diag::Profile;
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, history, read};
use clustersite::{Request, build};
use quick_xml::events::Event;
use serde_json::Value;

const BASE: &str = "https://example.org/timber/";

fn site(sources: &Sources, sees: Visibility) -> Bundle {
    let audience = Audience { sees, drafts: false };
    let request =
        Request { audience, profile: Some(Profile::Draft), today: jiff::civil::date(2026, 11, 23), at_root: false, theme: None };
    let built = build(sources, &[], &request, &|| {});
    built.bundle.unwrap_or_else(|| panic!("it builds: {:#?}", built.report))
}

fn example() -> Sources {
    read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0
}

fn text<'a>(bundle: &'a Bundle, path: &str) -> &'a str {
    std::str::from_utf8(bundle.get(path).unwrap_or_else(|| panic!("{path} is there"))).expect("UTF-8")
}

/// The statements of a page.
fn graph(html: &str) -> Option<Vec<Value>> {
    let script = html.split("<script type=\"application/ld+json\">").nth(1)?.split("</script>").next()?;
    let whole: Value = serde_json::from_str(script).expect("JSON");
    assert_eq!(whole["@context"], "https://schema.org");
    Some(whole["@graph"].as_array().expect("a list").clone())
}

/// Every object in a statement.
fn objects<'a>(value: &'a Value, found: &mut Vec<&'a serde_json::Map<String, Value>>) {
    match value {
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|inner| objects(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| objects(inner, found)),
        _ => {}
    }
}

#[test]
fn pages_say_of_which_type_they_are() {
    let bundle = site(&example(), Visibility::Public);
    for (page, expected) in [
        ("index.html", "Organization WebPage WebSite"),
        ("about.html", "AboutPage BreadcrumbList Organization"),
        ("strategy.html", "BreadcrumbList WebPage"),
        ("governance.html", "BreadcrumbList Organization Person WebPage"),
        ("goals.html", "BreadcrumbList CollectionPage ItemList"),
        ("members.html", "BreadcrumbList CollectionPage ItemList"),
        ("documents.html", "BreadcrumbList CollectionPage ItemList"),
        ("goals/export-markets.html", "BreadcrumbList WebPage"),
        ("indicators/vacancies.html", "BreadcrumbList Dataset Observation WebPage"),
        ("projects/log-yard.html", "BreadcrumbList Project WebPage"),
        ("services/training.html", "BreadcrumbList Service WebPage"),
        ("news/fibre-passes.html", "BreadcrumbList NewsArticle WebPage"),
        ("events/assembly-2027.html", "BreadcrumbList Event WebPage"),
    ] {
        for page in [page.to_owned(), format!("fr/{page}")] {
            let graph = graph(text(&bundle, &page)).unwrap_or_else(|| panic!("{page} has statements"));
            let types: BTreeSet<&str> = graph.iter().map(|one| one["@type"].as_str().expect("a type")).collect();
            assert_eq!(types.into_iter().collect::<Vec<_>>().join(" "), expected, "{page}");
        }
    }
    for page in ["404.html", "print/index.html", "projects/shared-log-yard.html"] {
        assert_eq!(graph(text(&bundle, page)), None, "{page}");
    }
    let set = graph(text(&bundle, "indicators/vacancies.html")).expect("statements");
    let dataset = set.iter().find(|one| one["@type"] == "Dataset").expect("a data set");
    let variable = &dataset["variableMeasured"];
    assert_eq!(variable["@type"], "StatisticalVariable");
    let observed: Vec<&Value> = set.iter().filter(|one| one["@type"] == "Observation").collect();
    assert!(observed.len() > 2);
    for one in observed {
        assert_eq!(one["variableMeasured"]["@id"], variable["@id"]);
        assert!(one["value"].is_number() && one["observationDate"].as_str().is_some_and(|day| day.len() == 10), "{one}");
        assert_eq!(one["unitText"], "posts", "{one}");
    }
}

#[test]
fn every_address_in_a_statement_is_absolute_and_every_one_of_the_site_leads_somewhere() {
    let bundle = site(&example(), Visibility::Internal);
    let mut seen = 0;
    for (path, bytes) in bundle.iter().filter(|(path, _)| path.ends_with(".html")) {
        let Some(graph) = graph(std::str::from_utf8(bytes).expect("UTF-8")) else { continue };
        let whole = Value::Array(graph);
        let mut found = Vec::new();
        objects(&whole, &mut found);
        for object in found {
            assert!(object.contains_key("@type") || object.len() == 1 && object.contains_key("@id"), "{path}: {object:?}");
            assert!(object.values().all(|value| !value.is_null() && *value != ""), "{path}: {object:?}");
            for key in ["@id", "url", "logo", "image", "item", "sameAs", "license", "target", "urlTemplate", "mainEntityOfPage"] {
                let Some(value) = object.get(key) else { continue };
                let texts: Vec<&str> = match value {
                    Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
                    value => value.as_str().into_iter().collect(),
                };
                for address in texts {
                    assert!(address.starts_with("https://"), "{path}: {key} is {address}");
                    if let Some(own) = address.strip_prefix(BASE) {
                        let file = own.split(['#', '?']).next().unwrap_or_default();
                        let file =
                            if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
                        assert!(bundle.get(&file).is_some(), "{path}: {key} leads to {address}");
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn statements_can_not_end_their_script_and_stand_without_a_published_address() {
    let hostile = "</script><script>alert(1)</script><!-- \\u2028 \"'";
    let sources = Sources::from_memory([
        ("cluster.yaml", "name: W\nlanguages: [en]\n".to_owned()),
        ("news/a.md", format!("---\ntitle: {}\ndate: 2026-01-01\n---\nx\n", serde_json::to_string(hostile).expect("JSON"))),
    ]);
    let bundle = site(&sources, Visibility::Public);
    let page = text(&bundle, "news/a.html");
    let graph = graph(page).expect("statements");
    assert_eq!(graph[0]["name"], hostile);
    assert_eq!(graph[0]["url"], "../news/a.html");
    assert_eq!(page.matches("<script").count(), page.matches("</script>").count());
    assert!(!page.contains("<script>alert"));
    assert_eq!(bundle.get("feed.xml"), None, "a feed needs absolute addresses");
}

/// An element: the way to it, its attributes and its text.
type Element = (String, BTreeMap<String, String>, String);

/// The elements of an XML document, in order.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut path, mut found): (Vec<String>, Vec<Element>) = Default::default();
    let mut open: Vec<usize> = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let (Event::Start(tag) | Event::Empty(tag)) = &event else { continue };
                path.push(tag.name().as_ref().to_owned());
                let attributes = tag.attributes().map(|one| one.expect("an attribute"));
                let attributes = attributes.map(|one| (one.key.as_ref().to_owned(), one.value.to_string()));
                found.push((path.join("/"), attributes.collect(), String::new()));
                if matches!(event, Event::Empty(_)) {
                    path.pop();
                } else {
                    open.push(found.len() - 1);
                }
            }
            Event::End(_) => {
                path.pop();
                open.pop();
            }
            Event::Text(part) => {
                if let Some(at) = open.last() {
                    found[*at].2.push_str(&part);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some(at) = open.last() {
                    found[*at].2.push_str(&format!("&{};", &*entity));
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_language_has_a_feed_with_all_that_the_standard_asks_for() {
    let bundle = site(&example(), Visibility::Public);
    let moment = |text: &str| text.len() == 20 && text.ends_with("T00:00:00Z") && text[..10].parse::<jiff::civil::Date>().is_ok();
    let mut ids = BTreeSet::new();
    for (lang, prefix) in [("en", ""), ("fr", "fr/"), ("ar", "ar/")] {
        let all = elements(text(&bundle, &format!("{prefix}feed.xml")));
        let of = |path: &str| all.iter().filter(|one| one.0 == path).collect::<Vec<_>>();
        assert_eq!(
            (of("feed")[0].1["xmlns"].as_str(), of("feed")[0].1["xml:lang"].as_str()),
            ("http://www.w3.org/2005/Atom", lang)
        );
        for once in ["title", "subtitle", "id", "updated", "icon", "logo", "rights", "generator", "author/name", "author/uri"] {
            let found = of(&format!("feed/{once}"));
            assert!(found.len() == 1 && !found[0].2.is_empty(), "{lang}: {once} is there {} times", found.len());
        }
        assert!(moment(&of("feed/updated")[0].2));
        let links: Vec<String> = of("feed/link")
            .iter()
            .map(|one| format!("{} {} {}", one.1["rel"], one.1.get("hreflang").map_or("-", String::as_str), one.1["href"]))
            .collect();
        assert!(links.contains(&format!("self {lang} {BASE}{prefix}feed.xml")), "{links:?}");
        assert!(links.contains(&format!("alternate {lang} {BASE}{prefix}news.html")), "{links:?}");
        assert_eq!(
            links.iter().filter(|link| link.starts_with("alternate") && link.ends_with("feed.xml")).count(),
            2,
            "{links:?}"
        );
        let entries = of("feed/entry").len();
        assert!(entries >= 8);
        for one in ["title", "id", "published", "updated", "link", "summary", "content"] {
            assert_eq!(of(&format!("feed/entry/{one}")).len(), entries, "{lang}: {one}");
        }
        for id in of("feed/entry/id") {
            assert!(id.2.starts_with(BASE) && ids.insert(id.2.clone()), "{}", id.2);
        }
        assert!(of("feed/entry/updated").iter().chain(&of("feed/entry/published")).all(|one| moment(&one.2)));
        for content in of("feed/entry/content") {
            assert_eq!(content.1["type"], "html");
            // The markup is text here: a link in it would begin with an escaped sign.
            assert!(content.2.starts_with("&lt;") && !content.2.contains("href=&quot;../"), "{}", content.2);
        }
    }
}

/// A small repository with a renamed page of every kind.
fn renamed() -> Vec<(String, String)> {
    let cluster = "name: {en: Wood, fr: Bois}\nlanguages: [en, fr]\nsite: {url: 'https://example.org/timber/'}\n";
    let page =
        |more: &str| format!("---\ntitle: Now\naliases: [former, old/place.html]\n{more}---\nText with a control sign: \u{b}.\n");
    [("cluster.yaml".to_owned(), cluster.to_owned())]
        .into_iter()
        .chain([("news/now.md".to_owned(), page("date: 2026-01-01\n"))])
        .chain(
            [
                ("strategy/goals", ""),
                ("services", ""),
                ("projects", ""),
                ("pages", "menu: true\n"),
                ("events", "start: 2026-01-01\n"),
            ]
            .into_iter()
            .map(|(folder, more)| (format!("{folder}/now.md"), page(more).replace("old/", &format!("{folder}-old/")))),
        )
        .chain([(
            "monitoring/indicators.csv".to_owned(),
            "id,title,category,measure,aliases\nnow,Now,output,unit,former | indicator-old/\n".to_owned(),
        )])
        .collect()
}

#[test]
fn a_former_address_of_every_kind_sends_readers_on_in_every_language() {
    let bundle = site(&Sources::from_memory(renamed()), Visibility::Public);
    for folder in ["goals", "services", "projects", "indicators", "news", "events", "pages"] {
        for prefix in ["", "fr/"] {
            let page = text(&bundle, &format!("{prefix}{folder}/former.html"));
            let root = if prefix.is_empty() { "../" } else { "../../" };
            let now = format!("{root}{prefix}{folder}/now.html");
            assert!(page.contains(&format!("<meta http-equiv=\"refresh\" content=\"0; url={now}\">")), "{page}");
            assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{BASE}{prefix}{folder}/now.html\">")), "{page}");
            assert_eq!(page.matches("<meta name=\"robots\" content=\"noindex\">").count(), 1, "{page}");
            assert!(page.contains(&format!("<a class=\"button\" href=\"{now}\"")), "{page}");
            let lang = if prefix.is_empty() { "en" } else { "fr" };
            assert!(page.contains(&format!("<html lang=\"{lang}\"")) && !page.contains("rel=\"alternate\" hreflang"), "{page}");
        }
    }
    assert!(text(&bundle, "fr/indicator-old/index.html").contains("url=../../fr/indicators/now.html"));
    let redirects = text(&bundle, "_redirects");
    assert!(redirects.contains("/timber/fr/news/former.html /timber/fr/news/now.html 301\n"), "{redirects}");
    // Nothing lists what is no page of the site any more, and a feed's readers know the item by its first address.
    for path in ["sitemap.xml", "llms.txt", "fr/llms.txt"] {
        assert!(!text(&bundle, path).contains("former"), "{path}");
    }
    let feed = text(&bundle, "feed.xml");
    assert!(
        feed.contains(&format!("<id>{BASE}news/former.html</id>")) && feed.contains(&format!("{BASE}news/now.html")),
        "{feed}"
    );
    assert!(!feed.contains('\u{b}'), "XML can't hold it");
}

#[test]
fn the_map_for_language_models_is_for_everybody_or_not_there() {
    let bundle = site(&example(), Visibility::Public);
    for (path, name, base) in [
        ("llms.txt", "Valmont Timber Cluster", BASE.to_owned()),
        ("fr/llms.txt", "Cluster Bois de Valmont", format!("{BASE}fr/")),
    ] {
        let map = text(&bundle, path);
        let lines: Vec<&str> = map.lines().collect();
        assert_eq!(lines[0], format!("# {name}"));
        assert!(lines[2].starts_with("> ") && lines.iter().filter(|line| line.starts_with("## ")).count() > 6, "{map}");
        let titles: Vec<&&str> = lines.iter().filter(|line| line.starts_with('#')).collect();
        assert_eq!(titles.iter().collect::<BTreeSet<_>>().len(), titles.len(), "{titles:?}");
        for link in lines.iter().filter(|line| line.starts_with("- ")) {
            let address = link.split("](").nth(1).and_then(|rest| rest.split(')').next()).unwrap_or_else(|| panic!("{link}"));
            let file = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address}"));
            assert!(address.starts_with(&base), "{address}");
            let file = if file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
            assert!(bundle.get(&file).is_some(), "{address}");
        }
    }
    assert_eq!(site(&example(), Visibility::Members).get("llms.txt"), None);
}

#[test]
fn reports_of_holes_have_an_address() {
    let with = |url: &str, security: &str| {
        let cluster = format!("name: W\nlanguages: [en, fr]\nsite: {{url: '{url}', security: {security}}}\n");
        site(&Sources::from_memory([("cluster.yaml", cluster)]), Visibility::Public)
    };
    let bundle =
        with("https://example.org", "{contact: a@example.org, expires: 2027-01-31, policy: 'https://example.org/policy'}");
    assert_eq!(
        text(&bundle, ".well-known/security.txt"),
        "Contact: mailto:a@example.org\nExpires: 2027-01-31T23:59:59Z\nPreferred-Languages: en, fr\n\
         Canonical: https://example.org/.well-known/security.txt\nPolicy: https://example.org/policy\n"
    );
    let bundle = with("https://example.org/folder/", "{contact: a@example.org, expires: 2027-01-31, languages: [de]}");
    assert_eq!(
        text(&bundle, ".well-known/security.txt"),
        "Contact: mailto:a@example.org\nExpires: 2027-01-31T23:59:59Z\nPreferred-Languages: de\n"
    );
    assert_eq!(site(&Sources::from_memory(renamed()), Visibility::Public).get(".well-known/security.txt"), None);
}

#[test]
fn pages_say_when_they_were_last_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let git = |day: &str, arguments: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false"]).args(arguments);
        command.current_dir(root).env_remove("GIT_DIR").env("GIT_COMMITTER_DATE", format!("{day}T12:00:00Z")).env("HOME", root);
        assert!(command.output().expect("git runs").status.success(), "{arguments:?}");
    };
    let put = |path: &str, text: &str| {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    let commit = |day: &str| {
        git(day, &["add", "-A"]);
        git(day, &["commit", "-q", "-m", "x"]);
    };
    git("2020-01-01", &["init", "-q"]);
    renamed().iter().for_each(|(path, text)| put(path, text));
    put("monitoring/measurements.csv", "indicator,period,value\nnow,2025,3\n");
    commit("2026-02-01");
    put("services/now.fr.md", "---\ntitle: Maintenant\n---\nTexte.\n");
    commit("2026-03-01");
    put("monitoring/measurements.csv", "indicator,period,value\nnow,2025,4\n");
    commit("2026-04-01");
    put("pages/new.md", "---\ntitle: New\n---\nText.\n");
    let path = std::env::var_os("PATH").expect("a search path");
    let known = history(root, &[("PATH", path), ("HOME", root.as_os_str().to_owned())], None).expect("a history");
    let (sources, _) = read(root, &Limits::default(), &[]).expect("readable");
    let bundle = site(&sources.clone().dated(&known), Visibility::Public);
    for (page, day) in [
        ("services/now.html", Some("2026-02-01")),
        ("fr/services/now.html", Some("2026-03-01")),
        ("services.html", Some("2026-02-01")),
        ("fr/services.html", Some("2026-03-01")),
        ("indicators/now.html", Some("2026-04-01")),
        ("monitoring.html", Some("2026-04-01")),
        ("index.html", Some("2026-04-01")),
        ("goals/now.html", Some("2026-02-01")),
        ("pages/new.html", None),
        ("404.html", None),
        ("goals/former.html", None),
    ] {
        let html = text(&bundle, page);
        let shown = html.split("page-changed\"><time datetime=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert_eq!(shown, day, "{page}");
        if let (Some(day), Some(graph)) = (day, graph(html)) {
            assert_eq!(graph[0]["dateModified"], day, "{page}");
        }
    }
    let map = text(&bundle, "sitemap.xml");
    assert!(map.contains("fr/services/now.html</loc><lastmod>2026-03-01</lastmod>"), "{map}");
    assert!(map.contains("pages/new.html</loc><xhtml:link"), "{map}");
    assert!(
        text(&bundle, "feed.xml").contains("<published>2026-01-01T00:00:00Z</published><updated>2026-02-01T00:00:00Z</updated>")
    );
    assert_eq!(bundle, site(&sources.clone().dated(&known), Visibility::Public), "the same commit gives the same bytes");
    assert!(!text(&site(&sources, Visibility::Public), "index.html").contains("page-changed"));
}
