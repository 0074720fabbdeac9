//! The pictures of a published site: sizes that are there and light enough, pictures that stand for pages in every language and script, the same bytes with and
//! without a cache, and nothing in them that a reader should not get.
#![cfg(feature = "images")]

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::Mutex;

use clustersite::bundle::Bundle;
use clustersite::imagery::{Cache, NoCache};
use clustersite::model::{Audience, Visibility};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Request, build, build_with};

/// Keeps everything in memory.
#[derive(Default)]
struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Cache for Memory {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.0.lock().expect("whole").get(key).cloned()
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        self.0.lock().expect("whole").insert(key.to_owned(), bytes.to_vec());
    }
}

fn request(sees: Visibility) -> Request {
    Request {
        audience: Audience { sees, drafts: false },
        profile: None,
        today: jiff::civil::date(2026, 11, 23),
        at_root: false,
        theme: None,
    }
}

fn site(sources: &Sources, cache: &dyn Cache) -> Bundle {
    let built = build_with(sources, &[], &request(Visibility::Public), &|| {}, Some(cache));
    built.bundle.unwrap_or_else(|| panic!("it builds: {:#?}", built.report))
}

fn memory(files: &[(&str, &[u8])]) -> Sources {
    Sources::from_memory(files.iter().map(|(path, bytes)| (*path, *bytes)))
}

fn photograph(width: u32, height: u32) -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(
            [x, y, x ^ y].map(|part| u8::try_from(part.wrapping_mul(2_654_435_761) >> 26).expect("small") + (x % 160) as u8),
        )
    });
    let mut out = Cursor::new(Vec::new());
    pixels.write_to(&mut out, image::ImageFormat::Jpeg).expect("written");
    let plain = out.into_inner();
    let secret = b"\xff\xe1\0\x18Exif\0\0zqxplace-of-exposure";
    [&plain[..2], &secret[..2], &((secret.len() - 2) as u16).to_be_bytes(), &secret[4..], &plain[2..]].concat()
}

fn pages(bundle: &Bundle) -> impl Iterator<Item = (&str, &str)> {
    let html = bundle.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

/// What an attribute or a property of the head says, each time that it is there.
fn said<'a>(html: &'a str, before: &'static str) -> impl Iterator<Item = &'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The path in the site that an address of a page leads to.
fn resolve(page: &str, address: &str) -> String {
    let up = address.matches("../").count();
    let folders: Vec<&str> = page.split('/').collect();
    let kept = folders.len() - 1 - up;
    folders[..kept].iter().copied().chain([&address[3 * up..]]).collect::<Vec<_>>().join("/")
}

#[test]
fn the_example_shows_pictures_in_sizes_and_every_page_has_one_to_be_passed_on_with() {
    let (sources, _) = read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there");
    let cache = Memory::default();
    let bundle = site(&sources, &cache);
    assert!(bundle == site(&sources, &cache), "what the cache gives is what was made");
    let mut in_sizes = 0;
    for (path, html) in pages(&bundle) {
        for sizes in said(html, " srcset=\"").filter(|sizes| sizes.ends_with('w')) {
            let mut last = 0;
            for size in sizes.split(", ") {
                let (address, width) = size.split_once(' ').expect("an address and a width");
                let width: u32 = width.trim_end_matches('w').parse().expect("a width");
                let bytes = bundle.get(&resolve(path, address)).unwrap_or_else(|| panic!("{path} names {address}"));
                assert!(last < width && image::load_from_memory(bytes).expect("a picture").width() == width, "{address}");
                last = width;
            }
            in_sizes += 1;
        }
        let whole: Vec<&str> = said(html, "<meta property=\"og:image\" content=\"").collect();
        if path.ends_with("404.html")
            || path.split('/').any(|folder| folder == "print")
            || html.contains("http-equiv=\"refresh\"")
        {
            assert!(whole.is_empty(), "what nobody passes on");
            continue;
        }
        let [address] = whole[..] else { panic!("{path} has {whole:?}") };
        let address = address.strip_prefix("https://example.org/timber/").expect("a whole address");
        let bytes = bundle.get(address).unwrap_or_else(|| panic!("{path} names {address}"));
        let image = image::load_from_memory(bytes).expect("a picture");
        let number = |name| said(html, name).next().and_then(|number| number.parse::<u32>().ok());
        assert_eq!(number("<meta property=\"og:image:width\" content=\""), Some(image.width()), "{path}");
        assert_eq!(number("<meta property=\"og:image:height\" content=\""), Some(image.height()), "{path}");
        assert!(image.width() == 1200 && said(html, "<meta property=\"og:image:alt\" content=\"").all(|alt| !alt.is_empty()));
        assert!(!address.starts_with("social/") || bytes.len() < 40_000, "{address} has {} bytes", bytes.len());
    }
    assert!(in_sizes >= 6, "{in_sizes} pictures in sizes");
    let news = std::str::from_utf8(bundle.get("news/workshop-opens.html").expect("a page")).expect("UTF-8");
    let figure = news.split("<figure class=\"illustration\">").nth(1).and_then(|rest| rest.split("</figure>").next());
    let figure = figure.expect("a picture");
    assert!(!figure.contains("lazy") && figure.contains("fetchpriority=\"high\""), "the first screen does not wait: {figure}");
}

#[test]
fn no_page_of_the_example_makes_a_telephone_load_too_much() {
    let (sources, _) = read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there");
    let sources: Vec<(String, Vec<u8>)> = sources
        .iter()
        .map(|(_, file)| (file.path.clone(), file.bytes.to_vec()))
        // Only the pictures in sizes are wanted here, and the others take longer.
        .map(|(path, bytes)| if path == "cluster.yaml" { (path, without_social(&bytes)) } else { (path, bytes) })
        .collect();
    let bundle = site(&Sources::from_memory(sources), &NoCache);
    let length = |path: String| bundle.get(&path).map_or(0, |bytes| bytes.len());
    for (path, html) in pages(&bundle).filter(|(path, _)| !path.contains("print/")) {
        let mut weight = 0;
        for tag in html.split("<img").skip(1).filter_map(|rest| rest.split('>').next()) {
            weight += said(tag, " src=\"").map(|src| length(resolve(path, src))).sum::<usize>();
        }
        for sizes in said(html, " srcset=\"").filter(|sizes| sizes.ends_with('w')) {
            let telephone = sizes.split(", ").find(|size| size.ends_with(" 480w")).expect("a size for telephones");
            let largest =
                bundle.iter().find(|(file, _)| html.contains(file.rsplit('/').next().unwrap_or(file)) && file.ends_with(".jpg"));
            weight += length(resolve(path, telephone.trim_end_matches(" 480w")));
            weight -= largest.map_or(0, |(_, bytes)| bytes.len());
        }
        assert!(weight < 100_000, "{path}: {weight} bytes");
    }
}

fn without_social(cluster: &[u8]) -> Vec<u8> {
    String::from_utf8(cluster.to_vec())
        .expect("UTF-8")
        .replacen("\nsite:\n", "\nsite:\n  social-pictures: none\n", 1)
        .into_bytes()
}

#[test]
fn titles_of_every_sort_get_a_picture() {
    let long = "A very long title that says everything there is to say about the goal and goes on ".repeat(9);
    let entries: Vec<(String, String)> = [
        ("long", long.as_str()),
        ("word", &"Donaudampfschifffahrtsgesellschaft".repeat(6)),
        ("arabic", "تدريب النجّارين على البناء الخشبي — 2028"),
        ("mixed", "BIM في البناء الخشبي & <b>"),
        ("chinese", "木材集群的目标"),
        ("georgian", "ხის კლასტერი"),
        ("signs", "🌲🌲"),
    ]
    .iter()
    .map(|(id, title)| {
        (format!("news/{id}.md"), format!("---\ntitle: {}\ndate: 2026-01-01\n---\nText.\n", serde_json::json!(title)))
    })
    .collect();
    for (name, languages) in [("Wood", "[en, ar]"), ("ხე", "[ka, en]"), ("تجمّع", "[ar]")] {
        let cluster =
            format!("name: {name}\nlanguages: {languages}\nsite:\n  url: https://example.org/\nbrand:\n  primary: '#ffd500'\n");
        let mut files = vec![("cluster.yaml".to_owned(), cluster)];
        files.extend(entries.clone());
        let sources = Sources::from_memory(files);
        let bundle = site(&sources, &NoCache);
        assert!(bundle == site(&sources, &Memory::default()), "a cache changes nothing");
        let cards: Vec<&str> = bundle.iter().map(|(path, _)| path).filter(|path| path.starts_with("social/")).collect();
        for (path, _) in pages(&bundle).filter(|(path, _)| !path.ends_with("404.html") && !path.contains("print/")) {
            let stem = format!("social/{}-", path.trim_end_matches(".html"));
            assert_eq!(cards.iter().filter(|card| card.starts_with(&stem)).count(), 1, "{stem}");
        }
    }
}

#[test]
fn the_authors_decide_which_pages_have_pictures() {
    let build = |settings: &str| {
        let cluster = format!("name: Wood\nlanguages: [en]\nsite:\n{settings}");
        let news = "---\ntitle: News\ndate: 2026-01-01\n---\n";
        let bundle = site(
            &memory(&[("cluster.yaml", cluster.as_bytes()), ("news/a.md", news.as_bytes()), ("news/b.md", news.as_bytes())]),
            &NoCache,
        );
        let cards: Vec<String> =
            bundle.iter().map(|(path, _)| path.to_owned()).filter(|path| path.starts_with("social/")).collect();
        let item = String::from_utf8(bundle.get("news/a.html").expect("a page").to_vec()).expect("UTF-8");
        (cards, said(&item, "og:image\" content=\"").next().map(str::to_owned))
    };
    let url = "  url: https://example.org/wood/\n";
    let (cards, of_item) = build(&format!("{url}  social-pictures: sections\n"));
    let news = cards.iter().find(|card| card.starts_with("social/news-")).expect("the section has one");
    assert_eq!(of_item, Some(format!("https://example.org/wood/{news}")));
    assert!(!cards.iter().any(|card| card.starts_with("social/news/")));
    assert!(build(url).0.iter().any(|card| card.starts_with("social/news/a-")));
    assert_eq!(build(&format!("{url}  social-pictures: none\n")), (Vec::new(), None));
    assert_eq!(build("  numerals: latin\n"), (Vec::new(), None), "without an address there is none to give");
}

#[test]
fn what_a_photograph_tells_besides_is_published_nowhere() {
    let photo = photograph(900, 600);
    let page =
        "---\ntitle: Kiln\n---\n![The kiln](assets/kiln.jpg)\n\n[As a file](assets/kiln.jpg)\n\n![Small](assets/dot.jpg)\n";
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' onload='zqxrun()'><!--zqxname--><script>zqx()</script><rect width='9' height='9'/></svg>";
    let hidden = "---\ntitle: zqxhidden\nvisibility: internal\n---\n![Secret](assets/hidden.jpg)\n";
    let files: &[(&str, &[u8])] = &[
        ("cluster.yaml", b"name: Wood\nlanguages: [en]\nsite:\n  url: https://example.org/\nbrand:\n  logo: assets/logo.svg\n"),
        ("pages/kiln.md", page.as_bytes()),
        ("pages/hidden.md", hidden.as_bytes()),
        ("assets/kiln.jpg", &photo),
        ("assets/dot.jpg", &photograph(20, 20)),
        ("assets/hidden.jpg", &photograph(800, 500)),
        ("assets/logo.svg", svg),
    ];
    let sources = memory(files);
    let full = site(&sources, &NoCache);
    let lean = build(&sources, &[], &request(Visibility::Public), &|| {}).bundle.expect("it builds");
    for bundle in [&full, &lean] {
        for (path, bytes) in bundle.iter() {
            assert!(!bytes.windows(3).any(|three| three == b"zqx"), "{path}");
            assert!(!path.contains("hidden"), "{path}");
        }
        let logos = bundle.iter().filter(|(path, _)| path.starts_with("assets/logo")).count();
        let jpegs = bundle.iter().filter(|(path, _)| path.ends_with(".jpg")).count();
        assert_eq!((logos, jpegs), (1, if std::ptr::eq(bundle, &full) { 3 } else { 2 }), "shown, offered whole, and small");
    }
    assert!(full.iter().any(|(path, _)| path.ends_with(".webp")) && !lean.iter().any(|(path, _)| path.ends_with(".webp")));
}
