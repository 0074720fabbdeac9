//! Nothing that an audience may not see is in its site, in any form: canaries in every field of hidden entries of every kind, in files
//! that only they show, in drafts and in rows of tables are looked for in every byte of the output.

use std::collections::BTreeMap;

use clustersite::diag::Profile;
use clustersite::model::{Audience, Kind, Visibility};
use clustersite::source::Sources;
use clustersite::{Request, build};

mod planted;

use planted::{CANARY, example, planted, target};

fn request(sees: Visibility, drafts: bool) -> Request {
    Request {
        audience: Audience { sees, drafts },
        profile: Some(Profile::Draft),
        today: jiff::civil::date(2026, 11, 23),
        at_root: false,
        theme: None,
    }
}

/// Paths of the output in whose name or bytes the canary is.
fn leaks(sources: &Sources, request: &Request) -> Vec<String> {
    let built = build(sources, &[], request, &|| {});
    let errors: Vec<String> = built
        .report
        .iter()
        .filter(|found| found.level == clustersite::diag::Level::Error)
        .map(|found| format!("{}: {}", found.rule.name, found.message))
        .collect();
    #[cfg_attr(not(feature = "search"), expect(unused_mut, reason = "only the index of the search is put in"))]
    let mut bundle = built.bundle.unwrap_or_else(|| panic!("the planted repository has to build: {errors:#?}"));
    #[cfg(feature = "search")]
    clustersite::search::add(&mut bundle, &built.findable).expect("the index is made");
    let holds = |bytes: &[u8], what: &str| bytes.windows(what.len()).any(|window| window.eq_ignore_ascii_case(what.as_bytes()));
    // The index keeps words by their stems, which may lack the last letter.
    let packed = |bytes: &[u8]| unpacked(bytes).is_some_and(|plain| holds(&plain, &CANARY[..CANARY.len() - 1]));
    let seen = |path: &str, bytes: &[u8]| holds(path.as_bytes(), CANARY) || holds(bytes, CANARY) || packed(bytes);
    bundle.iter().filter(|(path, bytes)| seen(path, bytes)).map(|(path, _)| path.to_owned()).collect()
}

/// What is in a compressed file; nothing where it is none.
fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    use std::io::Read;
    let mut plain = Vec::new();
    bytes.starts_with(&[0x1f, 0x8b]).then(|| flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).ok())??;
    Some(plain)
}

#[test]
fn what_is_internal_is_in_no_byte_of_the_public_site() {
    let sources = planted(&[("visibility", "internal")]);
    assert_eq!(leaks(&sources, &request(Visibility::Public, true)), Vec::<String>::new());
    assert_eq!(leaks(&sources, &request(Visibility::Members, true)), Vec::<String>::new());
}

#[test]
fn the_canaries_are_seen_by_those_who_may_see_them() {
    let sources = planted(&[("visibility", "internal")]);
    let seen = leaks(&sources, &request(Visibility::Internal, false));
    for page in [
        "goals",
        "services",
        "members.html",
        "strategy.html",
        "swot.html",
        "stakeholders.html",
        "actors.html",
        "cases.html",
        "staffing.html",
        "print/index.html",
        "assets/",
    ] {
        assert!(seen.iter().any(|path| path.starts_with(page)), "{page} is not among {seen:?}");
    }
    // The index is looked into as well: what it may hold is found there, in its texts, its words and the list of words.
    for part in [".pf_fragment", ".pf_index", "contents.json"].iter().filter(|_| cfg!(feature = "search")) {
        assert!(seen.iter().any(|path| path.starts_with("search/") && path.ends_with(part)), "{part} is not among {seen:?}");
    }
}

#[test]
fn what_judges_people_is_internal_without_being_told_so() {
    let judging = [Kind::Stakeholder, Kind::Intention, Kind::Interest, Kind::Staff];
    let mut files = example();
    for (path, file) in planted(&[]).iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())) {
        let of_kind = |kind: &Kind| path.starts_with(&format!("{}/{CANARY}", kind.layout().stem));
        if judging.iter().any(of_kind) || path == format!("assets/{CANARY}.svg") {
            files.insert(path, file);
        }
    }
    // What the entries refer to is not among them here.
    for kind in judging {
        let path = format!("{}/{}.yaml", kind.layout().stem, target(kind));
        let text = String::from_utf8(files[&path].clone()).expect("it was written as text");
        let mut entry: serde_json::Value = serde_json::from_str(&text).expect("it was written as JSON");
        for key in ["actor", "actors", "fields", "owner", "person"] {
            entry.as_object_mut().expect("an entry has keys").remove(key);
        }
        files.insert(path, entry.to_string().into_bytes());
    }
    let sources = Sources::from_memory(files);
    for sees in [Visibility::Public, Visibility::Members] {
        assert_eq!(leaks(&sources, &request(sees, true)), Vec::<String>::new());
    }
    let seen = leaks(&sources, &request(Visibility::Internal, false));
    for page in ["stakeholders.html", "actors.html", "staffing.html"] {
        assert!(seen.iter().any(|path| path == page), "{page} is not among {seen:?}");
    }
}

#[test]
fn scores_of_staff_are_in_no_public_page_picture_or_file_even_where_the_post_is() {
    // Scores that occur nowhere else, with a mean that occurs nowhere else either.
    let post = |score: &str| {
        let head = "visibility: public\ntitle: Head of the office\nfte: 1\nassessed: true\n";
        format!("{head}reason: {CANARY}\nskills:\n  leadership: {score}\n  english: {score}\n")
    };
    let mut files = example();
    files.remove("governance/staff.yaml");
    files.insert("governance/staff/head.yaml".to_owned(), post("1.37").into_bytes());
    files.insert("governance/staff/deputy.yaml".to_owned(), post("2.71").into_bytes());
    let sources = Sources::from_memory(files);
    let secrets = ["1.37</", "2.71</", ",2.04,", CANARY, "data/staffing/", "Leadership and management"];
    let built = |sees: Visibility| {
        let bundle = build(&sources, &[], &request(sees, true), &|| {}).bundle.expect("the example builds");
        let texts: Vec<(String, String)> =
            bundle.iter().map(|(path, bytes)| (path.to_owned(), String::from_utf8_lossy(bytes).into_owned())).collect();
        texts
    };
    let with = |site: &[(String, String)], what: &str| -> Vec<String> {
        site.iter().filter(|(path, text)| path.contains(what) || text.contains(what)).map(|(path, _)| path.clone()).collect()
    };
    for sees in [Visibility::Public, Visibility::Members] {
        let site = built(sees);
        assert!(with(&site, "Head of the office").contains(&"staffing.html".to_owned()), "the post itself is shown");
        for secret in secrets {
            assert_eq!(with(&site, secret), Vec::<String>::new(), "{secret}");
        }
    }
    let site = built(Visibility::Internal);
    for secret in secrets {
        assert!(!with(&site, secret).is_empty(), "{secret} is what the internal edition shows");
    }
}

#[test]
fn drafts_are_in_no_byte_unless_asked_for() {
    let sources = planted(&[("visibility", "public"), ("status", "draft")]);
    assert_eq!(leaks(&sources, &request(Visibility::Internal, false)), Vec::<String>::new());
}

#[test]
fn a_public_entry_that_refers_to_an_internal_one_tells_nothing_of_it() {
    let mut files: BTreeMap<String, Vec<u8>> =
        planted(&[("visibility", "internal")]).iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect();
    let page = format!("---\ntitle: Leaning page\n---\nSee [what we plan](goal:{CANARY}-goal).\n");
    files.insert("pages/leaning.md".to_owned(), page.into_bytes());
    let service = format!("---\ntitle: Leaning service\ngoals: [{CANARY}-goal]\nprovider: {CANARY}-person\n---\nText.\n");
    files.insert("services/leaning.md".to_owned(), service.into_bytes());
    let sources = Sources::from_memory(files);
    let request = request(Visibility::Public, false);
    let built = build(&sources, &[], &request, &|| {});
    let found: Vec<&str> =
        built.report.iter().map(|found| found.rule.name).filter(|name| *name == "internal-reference").collect();
    assert!(found.len() >= 3, "every reference is a finding: {found:?}");
    assert_eq!(leaks(&sources, &request), Vec::<String>::new());
}
