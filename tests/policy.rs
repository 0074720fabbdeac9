//! The site runs under its policy: nothing inline that a browser would refuse, nothing loaded from another host, in any edition of the example, in
//! pages that authors fill with everything Markdown has.

use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::diag::Profile;
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Request, build};

fn site(sources: &Sources, sees: Visibility) -> Bundle {
    let audience = Audience { sees, drafts: true };
    let request =
        Request { audience, profile: Some(Profile::Draft), today: jiff::civil::date(2026, 11, 23), at_root: false, theme: None };
    let built = build(sources, &[], &request, &|| {});
    built.bundle.unwrap_or_else(|| panic!("it builds: {:#?}", built.report))
}

/// Everything that an author can write and that could end up as a style, a script or something from elsewhere.
const EVERYTHING: &str = r##"---
title: Everything
---
| left | middle | right |
|:-----|:------:|------:|
| a | b | c |

```rust
fn main() { println!("{}", 1); }
```

- [x] done <span style="color: red" onclick="alert(1)">inline</span>

![a picture](assets/logo.svg) ![from elsewhere](https://evil.example/x.png)

<script>alert(1)</script> <style>* { color: red }</style>
<img src="https://evil.example/y.png" onerror="alert(2)" alt="">
<a href="javascript:alert(3)">no</a> <iframe src="https://evil.example/"></iframe>
<svg onload="alert(4)"><use href="https://evil.example/z.svg#a"/></svg>
<base href="https://evil.example/"> <link rel="stylesheet" href="https://evil.example/a.css">
<meta http-equiv="refresh" content="0; url=https://evil.example/">

A note.[^1]

[^1]: With <b style="x">words</b>.
"##;

/// The example with that page.
fn example() -> Sources {
    let (sources, _) = read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there");
    let files = sources.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec()));
    Sources::from_memory(files.chain([("pages/everything.md".to_owned(), EVERYTHING.as_bytes().to_vec())]))
}

/// The start tags of a page: name and attributes as they stand there. Text holds no `<`, since whatever writes it escapes it; what is in a script
/// element is no tag.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with("!--") {
            rest = rest.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect::<String>().to_ascii_lowercase();
        rest = &rest[name.len()..];
        if name.is_empty() {
            continue;
        }
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let key: String = rest.chars().take_while(|c| !c.is_whitespace() && !"=>/".contains(*c)).collect();
            rest = &rest[key.len().max(1).min(rest.len())..];
            let mut value = String::new();
            if let Some(after) = rest.strip_prefix('=') {
                let (text, after) = match after.strip_prefix('"') {
                    Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                    None => after.split_at(after.find([' ', '>', '\n']).unwrap_or(after.len())),
                };
                (value, rest) = (text.to_owned(), after);
            }
            attributes.push((key.to_ascii_lowercase(), value));
        }
        if name == "script" {
            rest = rest.split_once("</script").map_or("", |(_, after)| after);
        }
        tags.push((name, attributes));
    }
    tags
}

/// What the policy forbids in a page, and what loads from elsewhere.
fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let elsewhere = |url: &str| {
        let url = url.trim().to_ascii_lowercase();
        url.starts_with("//")
            || url.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':') && !url.starts_with("data:image/"))
    };
    for (name, attributes) in tags(html) {
        let value = |key: &str| attributes.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str());
        let (mut bad, shown) = (false, format!("<{name} {attributes:?}"));
        bad |= matches!(name.as_str(), "style" | "base" | "iframe" | "object" | "embed" | "frame" | "applet");
        bad |= attributes.iter().any(|(key, _)| key == "style" || key.starts_with("on") || key == "srcdoc");
        bad |= name == "script"
            && value("src").is_none()
            && !value("type").is_some_and(|kind| ["application/ld+json", "application/json"].contains(&kind));
        // What a browser loads by itself; a link that a reader follows may lead anywhere.
        let loads = |key: &str| match key {
            "src" | "srcset" | "poster" | "data" | "background" | "manifest" => true,
            "href" | "xlink:href" => matches!(name.as_str(), "use" | "image" | "feimage" | "script"),
            "action" | "formaction" => true,
            _ => false,
        };
        bad |= attributes.iter().any(|(key, value)| loads(key) && value.split(", ").any(elsewhere));
        let rel = value("rel").unwrap_or_default();
        let fetched = ["stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect", "dns-prefetch"];
        bad |= name == "link" && rel.split(' ').any(|rel| fetched.contains(&rel)) && value("href").is_some_and(elsewhere);
        bad |= attributes.iter().any(|(key, value)| key == "href" && value.trim().to_ascii_lowercase().starts_with("javascript"));
        if bad {
            faults.push(shown);
        }
    }
    faults
}

#[test]
fn no_page_has_anything_that_its_policy_forbids() {
    let sources = example();
    for sees in [Visibility::Public, Visibility::Members, Visibility::Internal] {
        let bundle = site(&sources, sees);
        let mut pages = 0;
        for (path, bytes) in bundle.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
            assert_eq!(faults(html), Vec::<String>::new(), "{path}");
            let head = html.split("</head>").next().expect("a head");
            let policy = head.find("<meta http-equiv=\"Content-Security-Policy\" content=\"").unwrap_or_else(|| panic!("{path}"));
            for later in ["<link", "<script", "<title"] {
                assert!(head.find(later).is_none_or(|at| at > policy), "{path}: {later} stands above the policy");
            }
            let policy = head[policy..].split('"').nth(3).expect("a policy").replace("&#x27;", "'").replace("&#39;", "'");
            assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{path}: {policy}");
            for loose in ["unsafe-inline", "unsafe-eval'", "*", "http:", "https:", "blob:"] {
                let search = path.ends_with("search.html") && loose == "unsafe-eval'";
                assert!(search || !policy.contains(loose), "{path}: {policy}");
            }
            pages += 1;
        }
        assert!(pages > 200, "the pages were looked at: {pages}");
    }
}

#[test]
fn style_sheets_and_pictures_load_nothing_from_elsewhere() {
    let bundle = site(&example(), Visibility::Internal);
    for (path, bytes) in bundle.iter() {
        let text = String::from_utf8_lossy(bytes);
        if path.ends_with(".css") {
            for url in text.split("url(").skip(1).chain(text.split("@import").skip(1)) {
                let url = url.trim_start_matches([' ', '"', '\'']);
                assert!(
                    !url.starts_with("http") && !url.starts_with("//"),
                    "{path}: {}",
                    url.chars().take(60).collect::<String>()
                );
            }
        }
        if path.ends_with(".svg") {
            assert_eq!(
                faults(&text).into_iter().filter(|fault| !fault.starts_with("<style")).collect::<Vec<_>>(),
                Vec::<String>::new(),
                "{path}"
            );
        }
    }
}

#[test]
fn the_scan_sees_what_it_looks_for() {
    for bad in [
        "<p style=\"x\">",
        "<p class=a onclick=\"x\">",
        "<style>a</style>",
        "<script>x</script>",
        "<script type=\"module\">x</script>",
        "<img alt=\"\" src=\"https://a.example/\">",
        "<img src=\"//a.example/\">",
        "<img srcset=\"a.png 1x, https://a.example/b.png 2x\">",
        "<link href=\"https://a.example/a.css\" rel=\"stylesheet\">",
        "<svg><use href=\"https://a.example/a.svg#a\"/></svg>",
        "<form action=\"https://a.example/\">",
        "<a href=\" javascript:x\">",
        "<iframe src=\"a.html\"></iframe>",
    ] {
        assert_eq!(faults(bad).len(), 1, "{bad}");
    }
    for good in [
        "<a href=\"https://a.example/\">x</a>",
        "<script src=\"../static/a.js\" defer></script>",
        "<script type=\"application/ld+json\">{\"a\": \"<p style=\"}</script>",
        "<img src=\"data:image/png;base64,AA\">",
        "<link rel=\"canonical\" href=\"https://a.example/\">",
        "<p data-on=\"a\">a style=\"b\"</p>",
    ] {
        assert_eq!(faults(good), Vec::<String>::new(), "{good}");
    }
}
