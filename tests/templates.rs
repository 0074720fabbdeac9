//! The templates of the default theme: they use only words that every language has, and pages have a whole outline and nothing empty,
//! whether a cluster has said everything or next to nothing.

use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::diag::Profile;
use clustersite::lang::{INTERFACE, built_in};
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Request, build};

const TEMPLATES: &str = "themes/default/templates";

fn site(sources: &Sources) -> Bundle {
    let audience = Audience { sees: Visibility::Internal, drafts: true };
    let request =
        Request { audience, profile: Some(Profile::Draft), today: jiff::civil::date(2026, 11, 23), at_root: false, theme: None };
    let built = build(sources, &[], &request, &|| {});
    built.bundle.unwrap_or_else(|| panic!("it builds: {:#?}", built.report))
}

fn example() -> Bundle {
    site(&read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0)
}

/// A cluster that has given no more than its name, alone and with one bare entry of some kinds.
fn bare_clusters() -> Vec<Bundle> {
    let cluster = ("cluster.yaml", "name: Wood\nlanguages: [en, ar]\n");
    let more = [
        ("strategy/goals/one.md", "---\ntitle: One\n---\n"),
        ("services/desk.md", "---\ntitle: Desk\n---\n"),
        ("projects/yard.md", "---\ntitle: Yard\n---\n"),
        ("news/first.md", "---\ntitle: First\ndate: 2026-01-01\n---\n"),
        ("pages/join.md", "---\ntitle: Join\n---\n"),
    ];
    vec![site(&Sources::from_memory([cluster])), site(&Sources::from_memory(std::iter::once(cluster).chain(more)))]
}

fn pages(bundle: &Bundle) -> impl Iterator<Item = (&str, &str)> {
    let html = bundle.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

#[test]
fn templates_use_words_that_every_language_has() {
    let mut used = 0;
    for file in std::fs::read_dir(TEMPLATES).expect("there are templates") {
        let path = file.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("templates are UTF-8");
        let starts = text.match_indices("t.").filter(|(at, _)| text[..*at].ends_with([' ', '{', '(']));
        for (at, _) in starts {
            let key: String = text[at + 2..].chars().take_while(|c| c.is_ascii_alphanumeric() || "._".contains(*c)).collect();
            let wanted = key.trim_end_matches('.');
            for tag in INTERFACE {
                let catalogue = built_in(tag).expect("a language of the interface");
                // Hyphens of keys are underscores in templates.
                let known = catalogue.keys().any(|known| known.replace('-', "_") == wanted);
                assert!(known, "{}: `t.{wanted}` is no message in `{tag}`", path.display());
            }
            used += 1;
        }
    }
    assert!(used > 100, "the templates were read: {used} words");
}

#[test]
fn headings_follow_each_other_without_gaps() {
    for bundle in bare_clusters().into_iter().chain([example()]) {
        for (path, html) in pages(&bundle) {
            let mut last = 0;
            for (at, _) in html.match_indices("<h") {
                let Some(level) = html[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else { continue };
                assert!(level <= last + 1, "{path}: h{level} after h{last}: {}", html[at..].chars().take(80).collect::<String>());
                last = level;
            }
            assert!(last > 0, "{path} has no heading");
        }
    }
}

#[test]
fn nothing_is_empty() {
    for bundle in bare_clusters().into_iter().chain([example()]) {
        for (path, html) in pages(&bundle) {
            for (at, _) in html.match_indices("></") {
                let open = html[..at].rfind('<').unwrap_or_default();
                let name: String = html[open + 1..].chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
                let may_be =
                    ["td", "rect", "path", "circle", "line", "polyline", "polygon", "use", "script", "dd", "code", "span"];
                let closes = html[at + 3..].starts_with(&format!("{name}>"));
                let excerpt = || html[open.saturating_sub(60)..].chars().take(160).collect::<String>();
                assert!(!closes || may_be.contains(&name.as_str()), "{path}: <{name}> is empty: {}", excerpt());
            }
            for element in ["ul", "ol", "dl", "section", "aside", "p", "div", "tbody"] {
                assert!(!html.contains(&format!("<{element}>\n</{element}>")), "{path}: <{element}> holds nothing");
            }
            assert!(!html.contains("{{") && !html.contains("{%"), "{path} shows template code");
        }
    }
}

#[test]
fn every_column_has_a_head_and_every_row_too() {
    let bundle = example();
    for (path, html) in pages(&bundle) {
        for table in html.split("<table").skip(1).map(|rest| rest.split("</table>").next().unwrap_or_default()) {
            let head = table.split("</thead>").next().unwrap_or_default();
            if !head.contains("<thead>") || table.starts_with("><thead><tr><th>") {
                continue; // Written by an author in Markdown or HTML.
            }
            let columns = head.matches("<th").count() - 1;
            for row in table.split("<tr").skip(2).map(|row| row.split("</tr>").next().unwrap_or_default()) {
                let cells = row.matches("<td").count() + row.matches("<th").count();
                assert_eq!(cells, columns, "{path}: {}", row.chars().take(200).collect::<String>());
            }
        }
    }
}
