//! Tests of the index by what is in its files, without a browser: what is found, what is left out, and that it is the same each time.

use super::*;

/// The texts of an index in a language, with their addresses, in order.
fn texts(files: &Bundle, lang: &str) -> Vec<serde_json::Value> {
    let fragments = files.iter().filter(|(path, _)| path.starts_with(&format!("search/{lang}/fragment/")));
    let mut texts: Vec<serde_json::Value> = fragments
        .flat_map(|(_, bytes)| {
            let mut plain = Vec::new();
            GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
            let value: serde_json::Value = serde_json::from_slice(&plain[SIGNATURE.len()..]).unwrap();
            match value.get("content") {
                Some(_) => vec![value],
                None => value.as_object().unwrap().values().cloned().collect(),
            }
        })
        .collect();
    texts.sort_by_key(|text| text["url"].as_str().unwrap().to_owned());
    texts
}

fn page(lang: &str, href: &str, title: &str) -> Findable {
    Findable {
        lang: lang.to_owned(),
        href: href.to_owned(),
        title: title.to_owned(),
        kind: None,
        section: "other",
        gathers: true,
        text: None,
    }
}

fn entry(lang: &str, href: &str, title: &str, text: &str) -> Findable {
    let text = Some(text.to_owned());
    Findable { kind: Some("Member".to_owned()), section: "cluster", gathers: false, text, ..page(lang, href, title) }
}

fn site(pages: &[(&str, &str)]) -> Bundle {
    pages.iter().map(|(path, html)| ((*path).to_owned(), Arc::from(html.as_bytes()))).collect()
}

#[test]
fn pages_are_indexed_by_their_main_part_and_entries_by_what_they_say() {
    let html = "<html lang=en><title>T</title><body><header>frame</header><main id=\"main\"><h1>Head</h1><p>Say &amp; do</p>\
                <nav>way</nav><button>push</button><figure><details>numbers</details><img src=\"pic.svg\" alt=\"seen\"></figure>\
                <p class=\"edition\">for us</p><h2 id=\"a\">Part<a class=\"anchor\" href=\"#a\">#</a></h2></main><footer>end</footer></body></html>";
    let findable = [
        page("en", "a.html", "Say \"this\" & <that>"),
        entry("en", "m.html#x", "Élan", "Makes l’acier"),
        entry("en", "m.html#y", "Bare", " "),
    ];
    let files = index(&site(&[("a.html", html)]), &findable).unwrap();
    let texts = texts(&files, "en");
    assert_eq!(texts.len(), 3);
    assert_eq!(texts[0]["url"], "a.html");
    assert_eq!(texts[0]["content"], "Say & do. Part.");
    assert_eq!(texts[0]["meta"]["title"], "Say \"this\" & <that>");
    assert_eq!(texts[0]["meta"]["image"], "");
    assert_eq!(texts[0]["filters"], serde_json::json!({ "section": ["other"], "gathers": ["yes"] }));
    assert_eq!(texts[0]["anchors"][0]["id"], "a");
    assert_eq!(texts[1]["content"], "Makes l’\u{2060} acier");
    assert_eq!(texts[1]["meta"], serde_json::json!({ "title": "Élan", "kind": "Member" }));
    assert_eq!(texts[1]["filters"], serde_json::json!({ "section": ["cluster"] }));
    assert_eq!(texts[2]["content"], "Bare", "what says nothing is found by its title");
}

#[test]
fn only_what_the_search_page_loads_is_kept() {
    let findable = [entry("fr", "a", "Un", "mot"), entry("pt-BR", "b", "Dois", "palavra"), entry("sq", "c", "Tre", "fjalë")];
    let files = index(&Bundle::default(), &findable).unwrap();
    let program: Vec<&str> =
        files.iter().map(|(path, _)| path).filter(|path| path.ends_with(".pagefind") || path.ends_with(".js")).collect();
    assert_eq!(
        program,
        [
            "search/fr/wasm.fr.pagefind",
            "search/pagefind.js",
            "search/pt-br/wasm.pt-br.pagefind",
            "search/sq/wasm.unknown.pagefind"
        ]
    );
    for lang in ["fr", "pt-br", "sq"] {
        let entry = files.get(&format!("search/{lang}/pagefind-entry.json")).unwrap();
        let entry: serde_json::Value = serde_json::from_slice(entry).unwrap();
        assert_eq!(entry["languages"][lang]["page_count"], 1, "{lang}");
        assert!(files.get(&format!("search/{lang}/contents.json")).is_some(), "{lang}");
    }
    let ends = [".pagefind", ".js", ".json", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"];
    let others: Vec<&str> =
        files.iter().map(|(path, _)| path).filter(|path| !ends.iter().any(|end| path.ends_with(end))).collect();
    assert_eq!(others, Vec::<&str>::new());
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let text = |seed: usize| {
        (0..200).map(|word| format!("été{} naïf{} {}", word * seed % 91, word % 7, word * seed)).collect::<Vec<_>>().join(" ")
    };
    let findable: Vec<Findable> = (0..300)
        .map(|number| {
            entry(["en", "fr", "ar"][number % 3], &format!("p{number}"), &format!("Titre {}", number % 9), &text(number))
        })
        .collect();
    let first = index(&Bundle::default(), &findable).unwrap();
    assert!(first == index(&Bundle::default(), &findable).unwrap());
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert!(first == one_thread.install(|| index(&Bundle::default(), &findable).unwrap()));
}

#[test]
fn nothing_and_strange_things_can_be_indexed() {
    assert!(index(&Bundle::default(), &[]).unwrap().is_empty());
    for html in ["", "<main>", "</main><main>", "<main></main>", "<", "<main><p>a", "\u{feff}x", "a<main>b</main>c<main>d</main>"]
    {
        let findable = [page("en", "a.html", ""), page("en", "gone.html", "Gone")];
        assert!(index(&site(&[("a.html", html)]), &findable).is_ok(), "{html:?}");
    }
    let long = "x".repeat(100_000);
    for text in [
        "___PAGEFIND_ANCHOR___h2:0:a",
        "___PAGEFIND_WEIGHT___9",
        "___END_PAGEFIND_WEIGHT___ a",
        "\0",
        "\u{200b}",
        "😀 日本語",
        long.as_str(),
    ] {
        assert!(index(&Bundle::default(), &[entry("en", "a", text, text)]).is_ok());
    }
    // The same address twice is one thing; the last word counts.
    let twice = [entry("en", "a", "One", "one"), entry("en", "a", "Two", "two"), entry("en", "b", "Two", "two")];
    assert_eq!(texts(&index(&Bundle::default(), &twice).unwrap(), "en").len(), 2);
}

#[test]
fn words_that_a_sign_ties_together_are_taken_apart() {
    for (text, expected) in [
        ("l’acier", "l’\u{2060} acier"),
        ("2024–2028", "2024–\u{2060} 2028"),
        ("members’ circle", "members’ circle"),
        ("l'acier co-op a/b", "l'acier co-op a/b"),
        ("« oui »", "« oui »"),
        ("…a…b", "…a…\u{2060} b"),
        ("مُدَرِّب", "مُدَرِّب"),
        ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
        ("a\u{a0}b", "a\u{a0}b"),
        ("’", "’"),
    ] {
        assert_eq!(apart(text), expected);
    }
    assert_eq!(apart_in_html("<a title=\"l’eau\">l’eau</a>"), "<a title=\"l’eau\">l’\u{2060} eau</a>");
}

#[test]
fn the_list_of_words_has_the_frequent_ones_first() {
    let mut words = Words::new();
    for text in ["Forest forest FOREST oaks oaks a 2024 wood", "oaks alder beech forêt"] {
        count(text, &mut words);
    }
    assert_eq!(frequent(words), ["forest", "oaks", "alder", "beech", "forêt", "wood"]);
    let many: Words = (0..WORDS * 2).map(|number| (format!("word{number}"), 1)).collect();
    assert_eq!(frequent(many).len(), WORDS);
}

#[test]
fn a_large_language_is_indexed_in_parts_that_share_its_program() {
    let findable: Vec<Findable> =
        (0..PART + 1).map(|number| entry("fr", &format!("p{number}"), &format!("Titre {number}"), "forêt")).collect();
    let files = index(&Bundle::default(), &findable).unwrap();
    let contents: serde_json::Value = serde_json::from_slice(files.get("search/fr/contents.json").unwrap()).unwrap();
    assert_eq!(contents, serde_json::json!({ "parts": 2, "complete": true, "words": ["forêt", "titre"] }));
    let counted = |path: &str| -> u64 {
        let entry: serde_json::Value = serde_json::from_slice(files.get(path).unwrap()).unwrap();
        entry["languages"]["fr"]["page_count"].as_u64().unwrap()
    };
    let (one, two) = (counted("search/fr/pagefind-entry.json"), counted("search/fr/2/pagefind-entry.json"));
    assert_eq!(one + two, PART as u64 + 1);
    assert!(one.abs_diff(two) <= 1, "{one} and {two}");
    let programs: Vec<&str> = files.iter().map(|(path, _)| path).filter(|path| path.ends_with(".pagefind")).collect();
    assert_eq!(programs, ["search/fr/wasm.fr.pagefind"]);
}
