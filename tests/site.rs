//! The example's site as a whole: the same bytes however it is built, the files and pages that it is known to have, and no link that leads nowhere.
//!
//! After a change that is meant, look at the pages and bless them: `BLESS=1 cargo test --test site`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Request, build};

fn request(sees: Visibility) -> Request {
    Request {
        audience: Audience { sees, drafts: false },
        profile: None,
        today: jiff::civil::date(2026, 11, 23),
        at_root: false,
        theme: None,
    }
}

fn example() -> Sources {
    read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0
}

fn site(sources: &Sources, sees: Visibility) -> Bundle {
    let built = build(sources, &[], &request(sees), &|| {});
    built.bundle.unwrap_or_else(|| panic!("the example builds: {:#?}", built.report))
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let sources = example();
    let first = site(&sources, Visibility::Public);
    assert!(first == site(&sources, Visibility::Public), "built twice");
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert!(first == one_thread.install(|| site(&example(), Visibility::Public)), "built with one thread");
    let elsewhere = tempfile::tempdir().expect("a folder");
    for (_, file) in sources.iter() {
        let path = elsewhere.path().join("a deeper/folder").join(&file.path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::write(path, &file.bytes).expect("written");
    }
    let copy = read(&elsewhere.path().join("a deeper/folder"), &Limits::default(), &[]).expect("the copy is there").0;
    assert!(first == site(&copy, Visibility::Public), "built from another folder");
}

#[test]
fn every_link_leads_somewhere() {
    for sees in [Visibility::Public, Visibility::Internal] {
        let bundle = site(&example(), sees);
        let pages: BTreeMap<&str, &str> = bundle
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("pages are UTF-8")))
            .collect();
        let ids: BTreeMap<&str, BTreeSet<&str>> =
            pages.iter().map(|(path, html)| (*path, values(html, " id=\"").collect())).collect();
        let mut dead = Vec::new();
        for (path, html) in pages.iter().filter(|(path, _)| !path.ends_with("404.html")) {
            for link in values(html, " href=\"").chain(values(html, " src=\"")) {
                // The site itself by its full address, as documents of some chapters lead to what they do not have.
                let own = link.strip_prefix("https://example.org/timber/");
                if own.is_none() && link.contains("://")
                    || link.starts_with("mailto:")
                    || link.starts_with("tel:")
                    || link.contains("&#")
                {
                    continue;
                }
                let link = own.unwrap_or(link);
                let (file, place) = link.split_once('#').map_or((link, None), |(file, place)| (file, Some(place)));
                // What is asked of a page stands behind its address.
                let file = file.split('?').next().unwrap_or_default();
                let target = match own {
                    Some(_) if file.is_empty() || file.ends_with('/') => format!("{file}index.html"),
                    Some(_) => file.to_owned(),
                    None if file.is_empty() => (*path).to_owned(),
                    None => resolve(path, file),
                };
                let known = match (place, ids.get(target.as_str())) {
                    (Some(place), Some(ids)) => ids.contains(place),
                    (_, _) => bundle.get(&target).is_some(),
                };
                if !known {
                    dead.push(format!("{path} → {link}"));
                }
            }
        }
        assert!(dead.is_empty(), "{} dead links:\n{}", dead.len(), dead[..dead.len().min(20)].join("\n"));
    }
}

#[test]
#[cfg(feature = "search")]
fn everything_that_can_be_found_is_where_it_is_said_to_be() {
    for sees in [Visibility::Public, Visibility::Internal] {
        let built = build(&example(), &[], &request(sees), &|| {});
        let bundle = built.bundle.expect("the example builds");
        let kinds: BTreeSet<&str> = built.findable.iter().filter_map(|one| one.kind.as_deref()).collect();
        assert!(kinds.len() > 12 && built.findable.len() > 600, "{} kinds, {} in all", kinds.len(), built.findable.len());
        for one in &built.findable {
            let (path, place) = one.href.split_once('#').map_or((one.href.as_str(), None), |(path, place)| (path, Some(place)));
            let html = std::str::from_utf8(bundle.get(path).expect(path)).expect("pages are UTF-8");
            assert!(place.is_none_or(|place| html.contains(&format!(" id=\"{place}\""))), "{} has no such place", one.href);
            assert_eq!(place.is_some(), one.text.is_some(), "{} is a page or an entry on one", one.href);
            assert!(!one.title.trim().is_empty(), "{} has no title", one.href);
        }
    }
}

/// The values of an attribute in HTML that our own templates write.
fn values<'a>(html: &'a str, attribute: &'static str) -> impl Iterator<Item = &'a str> {
    html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The path that a relative link leads to.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn pages_have_one_heading_a_language_and_no_repeated_id() {
    let bundle = site(&example(), Visibility::Internal);
    for (path, bytes) in bundle.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let headings = html.matches("<h1").count();
        assert!(headings == 1 || path.contains("print/"), "{path} has {headings} first headings");
        let lang = path.split('/').next().filter(|part| ["fr", "ar"].contains(part)).unwrap_or("en");
        let dir = if lang == "ar" { "rtl" } else { "ltr" };
        assert!(html.contains(&format!("lang=\"{lang}\" dir=\"{dir}\"")), "{path}");
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = values(html, " id=\"").filter(|id| !seen.insert(*id)).collect();
        assert!(twice.is_empty(), "{path} has ids twice: {twice:?}");
        assert!(
            !html.contains("external&quot;:") && !html.contains("\"external\":"),
            "{path} shows a value as it is inside the program"
        );
        assert!(!html.contains(" style=\"") && !html.contains("<script>"), "{path} would break a strict policy");
    }
}

#[test]
fn the_site_is_as_it_was_looked_at() {
    let folder = Path::new("tests/golden");
    let bless = std::env::var_os("BLESS").is_some();
    let mut changed = Vec::new();
    let mut compare = |name: String, text: String| {
        let path = folder.join(&name);
        if bless {
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            std::fs::write(&path, &text).expect("written");
        } else if std::fs::read_to_string(&path).unwrap_or_default() != text {
            changed.push(name);
        }
    };
    for (sees, name) in [(Visibility::Public, "public"), (Visibility::Members, "members"), (Visibility::Internal, "internal")] {
        let bundle = site(&example(), sees);
        let stable = |path: &str| without_hash(path);
        let files: BTreeSet<String> = bundle.iter().map(|(path, _)| stable(path)).collect();
        compare(format!("{name}.files"), files.into_iter().map(|path| path + "\n").collect());
    }
    let bundle = site(&example(), Visibility::Internal);
    let mut seen = BTreeSet::new();
    for (path, bytes) in bundle.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("fr/")) {
        let (lang, rest) = path.strip_prefix("ar/").map_or(("en", path), |rest| ("ar", rest));
        // One page of each folder stands for all of them.
        let kind = rest.split_once('/').map_or_else(|| rest.to_owned(), |(folder, _)| format!("{folder}-entry"));
        if seen.insert((lang, kind.clone())) {
            let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
            compare(format!("{lang}/{}.txt", kind.trim_end_matches(".html")), readable(html));
        }
    }
    assert!(
        changed.is_empty(),
        "changed since they were looked at: {changed:?}; look at the pages, then BLESS=1 cargo test --test site"
    );
}

/// A path without the hash of its content, so that a new colour does not change the list of files.
fn without_hash(path: &str) -> String {
    let Some((stem, extension)) = path.rsplit_once('.') else { return path.to_owned() };
    match stem.rsplit_once('-') {
        Some((name, hash)) if hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            format!("{name}-HASH.{extension}")
        }
        _ => path.to_owned(),
    }
}

/// The words of a page's main part, a line for each run of text, pictures left out.
fn readable(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or(html);
    let mut text = String::new();
    let mut rest = main;
    while let Some(start) = rest.find('<') {
        let words = rest[..start].split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() && !words.starts_with("id=") {
            text.push_str(&words);
            text.push('\n');
        }
        let skip = if rest[start..].starts_with("<svg") { rest[start..].find("</svg>") } else { Some(0) };
        let from = start + skip.unwrap_or(0);
        rest = rest[from..].find('>').map_or("", |end| &rest[from + end + 1..]);
    }
    text
}
