//! Tests of what hosts are told: every form says the same, and nothing that authors write turns into a rule.

use super::*;
use crate::model::{Model, load};
use crate::plan::Route;
use crate::source::Sources;

const ALL: [Host; 8] =
    [Host::Netlify, Host::Cloudflare, Host::Apache, Host::Nginx, Host::Vercel, Host::Azure, Host::GithubPages, Host::GitlabPages];

/// A site of two languages with a renamed page, and what it is published as.
fn site(aliases: &str) -> (Model, Plan) {
    let sources = Sources::from_memory([
        ("cluster.yaml", "name: Wood\nlanguages: [en, fr]\nsite: {url: 'https://example.org/'}\n".to_owned()),
        ("pages/join.md", format!("---\ntitle: Join\naliases: [{aliases}]\n---\n")),
    ]);
    let loaded = load(&sources, &[]);
    let plan = Plan::new(&loaded.model, &loaded.languages, Some("https://example.org/"));
    (loaded.model, plan)
}

fn told(hosts: Option<&[Host]>, aliases: &str, mount: &str, paths: &[&str]) -> BTreeMap<&'static str, String> {
    let (model, plan) = site(aliases);
    let bundle: Bundle = paths.iter().map(|path| ((*path).to_owned(), b"x".as_slice().into())).collect();
    let formers = crate::plan::alias::formers(&plan, &model);
    files(hosts, &plan, mount, true, &formers, &bundle).into_iter().collect()
}

const PATHS: &[&str] = &[
    "index.html",
    "assets/kiln-0123456789.jpg",
    "assets/a/b-abcdefabcd.svg",
    "static/site-00aa00aa00.css",
    "static/fonts/LICENSE",
    "goals/report-0123456789.html",
    "feed.xml",
    "fr/feed.xml",
];

#[test]
fn every_host_gets_its_own_files_and_no_others() {
    let names = |hosts: Option<&[Host]>, aliases| told(hosts, aliases, "/", PATHS).into_keys().collect::<Vec<_>>();
    assert_eq!(names(None, ""), ["_headers"]);
    assert_eq!(names(None, "old"), ["_headers", "_redirects"]);
    assert_eq!(names(Some(&[]), "old"), Vec::<&str>::new());
    for (host, expected) in ALL.into_iter().zip([
        &["_headers", "_redirects"][..],
        &["_headers", "_redirects"],
        &[".htaccess"],
        &["nginx.conf"],
        &["vercel.json"],
        &["staticwebapp.config.json"],
        &[".nojekyll"],
        &["_redirects"],
    ]) {
        assert_eq!(names(Some(&[host]), "old"), expected, "{host:?}");
    }
}

#[test]
fn every_form_has_every_header_redirect_and_the_missing_page() {
    for mount in ["/", "/timber/"] {
        let files = told(Some(&ALL), "former, old/place", mount, PATHS);
        let (_, plan) = site("");
        for (name, text) in files.iter().filter(|(name, _)| ![".nojekyll", "_redirects"].contains(name)) {
            for (header, value) in policy::headers(&plan, true) {
                assert!(text.contains(header) && text.contains(&value), "{name} lacks {header}");
            }
            assert!(text.contains("frame-ancestors 'none'") && text.contains("default-src 'none'"), "{name}");
            // What stays the same for a year is never a page.
            assert!(!text.contains("report-0123456789"), "{name}");
        }
        let apache = format!("RedirectMatch 301 \"^{}pages/former\\.html$\" \"{mount}pages/join.html\"", mount);
        assert!(files[".htaccess"].contains(&apache), "{}", files[".htaccess"]);
        assert!(files[".htaccess"].contains(&format!("ErrorDocument 404 {mount}fr/404.html")));
        let nginx = format!("location = {mount}fr/old/place/ {{ return 301 {mount}fr/pages/join.html; }}");
        assert!(files["nginx.conf"].contains(&nginx), "{}", files["nginx.conf"]);
        for (line, there) in [
            (format!("{mount}pages/former.html {mount}pages/join.html 301"), true),
            (format!("{mount}old/place {mount}pages/join.html 301"), true),
            (format!("{mount}fr/old/place/ {mount}fr/pages/join.html 301"), true),
            (format!("{mount}fr/* {mount}fr/404.html 404"), false),
        ] {
            assert_eq!(files["_redirects"].lines().any(|own| own == line), there, "{line}: {}", files["_redirects"]);
        }
        let netlify = told(Some(&[Host::Netlify]), "", mount, PATHS);
        assert_eq!(netlify["_redirects"], format!("{mount}fr/* {mount}fr/404.html 404\n"));
        let vercel: serde_json::Value = serde_json::from_str(&files["vercel.json"]).unwrap();
        assert_eq!(vercel["redirects"][0]["destination"], format!("{mount}fr/pages/join.html"));
        let azure: serde_json::Value = serde_json::from_str(&files["staticwebapp.config.json"]).unwrap();
        assert_eq!(azure["responseOverrides"]["404"]["rewrite"], format!("{mount}404.html"));
    }
}

#[test]
fn only_what_never_changes_is_kept() {
    let headers = told(None, "", "/", PATHS).remove("_headers").unwrap();
    let kept: Vec<&str> = headers.split("\n/").skip(2).map(|rule| rule.lines().next().unwrap()).collect();
    assert_eq!(kept, ["assets/*", "static/site-00aa00aa00.css", "feed.xml", "fr/feed.xml"]);
    // No two rules for one file name the same header, or a host would string the values together.
    assert_eq!(headers.matches("Content-Security-Policy").count(), 1);
    assert_eq!(headers.split("\n/").nth(1).unwrap().matches("Cache-Control").count(), 0);
    for (path, expected) in [
        ("assets/a-0123456789.png", true),
        ("a-0123456789", true),
        ("a-012345678.png", false),
        ("a-0123456789.html", false),
        ("a-0123456789.tar.gz", false),
        ("a-ABCDEF0123.png", false),
        ("0123456789.png", false),
    ] {
        assert_eq!(is_hashed(path), expected, "{path}");
    }
}

#[test]
fn nothing_that_authors_write_turns_into_a_rule() {
    for mount in ["/a b/", "/a\nX: y/", "/{/", "/a;/", "/é/", "/\"/", "/#/", "/$1/"] {
        assert_eq!(told(Some(&ALL), "old", mount, PATHS), BTreeMap::new(), "{mount:?}");
    }
    for alias in ["über/uns", "../x", "'a b'", "'a\\n/* /x 301'", "'https://evil.example/'", "'*'", "'$1'"] {
        let files = told(Some(&[Host::Cloudflare]), alias, "/", PATHS);
        assert_eq!(files.get("_redirects"), None, "{alias}");
    }
}

#[test]
fn a_file_that_is_too_long_for_its_host_does_without_redirects() {
    let many = (0..300).map(|number| format!("former-{number}")).collect::<Vec<_>>().join(", ");
    let files = told(Some(&[Host::Azure, Host::Vercel]), &many, "/", PATHS);
    assert!(files["staticwebapp.config.json"].len() <= 20_000 && !files["staticwebapp.config.json"].contains("former-1"));
    assert!(files["vercel.json"].contains("former-299"));
}

#[test]
fn an_edition_that_is_not_for_everybody_is_not_listed() {
    let (_, plan) = site("");
    let files = files(None, &plan, "/", false, &[], &Bundle::default());
    assert!(files[0].1.contains("X-Robots-Tag: noindex") && files[0].1.contains("Resource-Policy: same-origin"), "{files:?}");
    assert_eq!(policy::of_page(&Route::Home).matches("unsafe").count(), 0);
}
