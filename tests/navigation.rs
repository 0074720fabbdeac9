//! The ways through the example's site: every page is at most three clicks from the home page of its language, entries lead to their neighbours, and who is lost
//! finds the way back in every language.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, read};
use clustersite::{Request, build};

const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];

fn example() -> Bundle {
    let sources = read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0;
    let audience = Audience { sees: Visibility::Internal, drafts: false };
    let request = Request { audience, profile: None, today: jiff::civil::date(2026, 11, 23), at_root: false, theme: None };
    build(&sources, &[], &request, &|| {}).bundle.expect("the example builds")
}

fn pages(bundle: &Bundle) -> BTreeMap<&str, &str> {
    let html = bundle.iter().filter(|(path, _)| path.ends_with(".html"));
    let html = html.map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("pages are UTF-8")));
    // What stands at a former address only leads on.
    html.filter(|(_, html)| !html.contains("http-equiv=\"refresh\"")).collect()
}

/// The values of an attribute in HTML that our own templates write.
fn values<'a>(html: &'a str, attribute: &'static str) -> impl Iterator<Item = &'a str> {
    html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The path that a relative link leads to.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('#').next().unwrap_or_default().split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A page without its links to neighbours: whoever has to go along the line has not been led there.
fn without_pager(html: &str) -> String {
    let Some((before, rest)) = html.split_once("<nav class=\"pager") else { return html.to_owned() };
    format!("{before}{}", rest.split_once("</nav>").map_or("", |(_, after)| after))
}

fn language(path: &str) -> &str {
    path.split('/').next().filter(|part| LANGUAGES.contains(part)).unwrap_or(LANGUAGES[0])
}

#[test]
fn every_page_is_three_clicks_from_home() {
    let bundle = example();
    let pages = pages(&bundle);
    for lang in LANGUAGES {
        let home = if lang == LANGUAGES[0] { "index.html".to_owned() } else { format!("{lang}/index.html") };
        let mut clicks: BTreeMap<String, usize> = BTreeMap::from([(home.clone(), 0)]);
        let mut queue = VecDeque::from([home]);
        while let Some(page) = queue.pop_front() {
            let next = clicks[&page] + 1;
            let html = without_pager(pages[page.as_str()]);
            // The field that searches leads somewhere as a link does.
            for link in values(&html, " href=\"").chain(values(&html, " action=\"")).filter(|link| !link.contains("://")) {
                let target = resolve(&page, link);
                // A way through another language is none.
                if pages.contains_key(target.as_str()) && language(&target) == lang && !clicks.contains_key(&target) {
                    clicks.insert(target.clone(), next);
                    queue.push_back(target);
                }
            }
        }
        let wanted = pages.keys().filter(|path| language(path) == lang && !path.ends_with("404.html"));
        let far: Vec<_> = wanted
            .filter(|path| clicks.get(**path).is_none_or(|clicks| *clicks > 3))
            .map(|path| (path, clicks.get(*path)))
            .collect();
        assert!(far.is_empty(), "more than three clicks from home, or out of reach: {far:?}");
        assert!(clicks.len() > 50, "the walk went through the site in {lang}");
    }
}

#[test]
fn neighbours_lead_to_each_other() {
    let bundle = example();
    let pages = pages(&bundle);
    let link = |path: &str, rel: &str| {
        let tag = pages[path].split("<a ").find(|tag| tag.contains(&format!("rel=\"{rel}\"")))?;
        values(tag, "href=\"").next().map(|link| resolve(path, link))
    };
    let mut pairs = 0;
    for path in pages.keys() {
        if let Some(next) = link(path, "next") {
            assert_eq!(link(&next, "prev").as_deref(), Some(*path), "{path} leads to {next}");
            assert_eq!(
                next.rsplit_once('/').map(|(folder, _)| folder),
                path.rsplit_once('/').map(|(folder, _)| folder),
                "{path}"
            );
            pairs += 1;
        }
    }
    assert!(pairs > 100, "{pairs} pairs");
    let list: Vec<String> = values(pages["news.html"].split("<main").nth(1).unwrap_or_default(), "<h3><a href=\"")
        .map(|link| resolve("news.html", link))
        .collect();
    let mut news: Vec<String> = list.first().cloned().into_iter().collect();
    while let Some(next) = news.last().and_then(|last| link(last, "next")) {
        news.push(next);
    }
    assert_eq!(news, list, "news follow each other as in their list");
}

#[test]
fn every_page_leads_to_the_imprint_and_to_its_sections() {
    let bundle = example();
    for (path, html) in pages(&bundle) {
        assert!(path.contains("print/") || html.contains("#imprint\""), "{path} leads to no imprint");
        let sections = html.split("<main").nth(1).unwrap_or_default().split("<h2 id=\"").count() - 1;
        let listed = html.contains("<nav class=\"toc\"");
        assert!(listed == (sections > 2) || path.contains("print/"), "{path}: {sections} sections, listed: {listed}");
        if listed {
            let contents =
                html.split("<nav class=\"toc\"").nth(1).and_then(|rest| rest.split("</nav>").next()).unwrap_or_default();
            assert_eq!(values(contents, "href=\"#").count(), sections, "{path}");
        }
    }
}

#[test]
fn who_is_lost_is_met_in_every_language() {
    let bundle = example();
    let pages = pages(&bundle);
    let lost = pages["404.html"];
    for (lang, home) in [("en", "/timber/index.html"), ("fr", "/timber/fr/index.html"), ("ar", "/timber/ar/index.html")] {
        assert!(lost.contains(&format!("lang=\"{lang}\"")) && lost.contains(&format!("href=\"{home}\"")), "{lang}");
    }
    assert!(
        pages["ar/404.html"].contains("<section lang=\"fr\" dir=\"ltr\">"),
        "the own language comes first, the others are marked"
    );
}
