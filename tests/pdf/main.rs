//! The example's document as a PDF in each of its languages by each engine that is here: its page numbers, outline, tags, fonts and links are right,
//! nothing lies beyond a page or is cut between two, all that the site holds is in it, and nothing that its readers may not see. What poppler's tools
//! read in the PDF is compared with the HTML that it was made of.
#![cfg(feature = "pdf")]

use std::collections::{BTreeMap, BTreeSet};

use clustersite::model::value::Text;
use clustersite::model::{Kind, Visibility};

mod command;
mod html;
mod object;
mod paper;
#[path = "../planted/mod.rs"]
mod planted;
mod read;

use paper::{PAPERS, Paper};
use planted::CANARY;
use read::{Word, letters, squeezed};

/// Room that the heads and feet of a page have, in points, without half of what lies between them and the text.
fn margin(page: &read::Page) -> f64 {
    if page.width > page.height { 57.0 } else { 82.0 }
}

/// Height from which letters are those of a chapter's heading, in points.
const LARGE: f64 = 22.0;

/// Tells all that a check found, paper by paper.
fn every_paper(check: impl Fn(&Paper) -> Vec<String>) {
    let wrong: Vec<String> =
        PAPERS.papers.iter().flat_map(|paper| check(paper).into_iter().map(|wrong| format!("{}: {wrong}", paper.name))).collect();
    assert!(wrong.is_empty(), "{} findings\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}

impl Paper {
    fn page(&self, number: u32) -> Option<&read::Page> {
        self.text.pages.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// The words that lie in a link.
    fn words_in(&self, link: &object::Link) -> Vec<&Word> {
        let [left, top, right, bottom] = link.sides;
        let inside = |word: &&Word| {
            let (across, down) = ((word.left + word.right) / 2.0, (word.top + word.bottom) / 2.0);
            left <= across && across <= right && top <= down && down <= bottom
        };
        self.page(link.page).map(|page| page.words.iter().filter(inside).collect()).unwrap_or_default()
    }
}

#[test]
fn contents_and_lists_name_the_page_that_each_chapter_figure_and_table_is_on() {
    every_paper(|paper| {
        let contents = paper.source.contents();
        assert!(contents.len() > 100 && contents.iter().filter(|line| line.is_chapter).count() > 30, "the contents are read");
        let links = object::links(&paper.pdf);
        let first = object::destinations(&paper.pdf).get("ch-1").copied().flatten().expect("there is a first chapter");
        let mut wrong = Vec::new();
        let mut last = 0;
        for line in &contents {
            // A long line is two links, one above the other; the number stands at its end. Some engines know wrongly how far a link reaches from side to side
            // where it is filled with dots from the right, and nothing else stands beside it.
            let own = links.iter().filter(|link| link.page < first && link.place == line.place);
            let whole =
                |link: &object::Link| object::Link { sides: [0.0, link.sides[1], f64::MAX, link.sides[3]], ..link.clone() };
            let words: Vec<&Word> = own.flat_map(|link| paper.words_in(&whole(link))).collect();
            let numbers = words.iter().filter_map(|word| Some((word, word.text.parse::<u32>().ok()?)));
            let number = match paper.source.is_rtl {
                true => numbers.min_by(|a, b| a.0.left.total_cmp(&b.0.left)),
                false => numbers.max_by(|a, b| a.0.right.total_cmp(&b.0.right)),
            };
            let Some((_, number)) = number else {
                wrong.push(format!("“{}” has no number", line.text));
                continue;
            };
            let on = |number: u32| paper.page(number).is_some_and(|page| headed(page, line, paper.source.is_rtl));
            if !on(number) {
                let real: Vec<u32> = (first..).take(paper.text.pages.len()).filter(|number| on(*number)).collect();
                wrong.push(format!("“{}” is on {real:?}, and {number} is named", line.text));
            }
            if line.is_chapter {
                if number < last {
                    wrong.push(format!("“{}” comes before the chapter above it", line.text));
                }
                last = number;
            }
        }
        wrong
    });
}

/// Whether what a line of the contents leads to begins on a page: for a chapter, in the large letters that only its beginning has.
fn headed(page: &read::Page, line: &html::Line, is_rtl: bool) -> bool {
    if !line.is_chapter {
        // The lists say what a caption belongs to before its own words, with a colon between. Where two directions of writing meet, the order in which words
        // are read is anybody's guess.
        let words = line.text.strip_prefix(&line.number).unwrap_or(&line.text);
        let ends = words.match_indices(": ").map(|(at, _)| &words[at..]).chain([words]);
        let has = |text: &str| if is_rtl { page.has(text) } else { page.has_whole(text) };
        return ends.map(|end| format!("{} {end}", line.number)).any(|caption| has(&caption));
    }
    let large =
        page.words.iter().filter(|word| word.top > margin(page) && (word.bottom - word.top > LARGE || word.text == line.number));
    let large = letters(&large.map(|word| word.text.as_str()).collect::<String>());
    page.has(&line.text) && contains_all(&large, &letters(&line.text))
}

/// Whether sorted letters hold all of others.
fn contains_all(all: &str, wanted: &str) -> bool {
    let mut rest = all.chars();
    wanted.chars().all(|letter| rest.any(|other| other == letter))
}

#[test]
fn numbers_of_pages_in_the_index_and_in_cross_references_are_right() {
    every_paper(|paper| {
        let places = object::destinations(&paper.pdf);
        let index = paper.source.index().expect("there is an index");
        let outline = object::outline(&paper.pdf);
        let index = outline.iter().rev().find(|(title, _)| squeezed(title) == squeezed(&index)).and_then(|(_, page)| *page);
        let index = index.expect("the index is in the outline");
        let (mut wrong, mut seen) = (Vec::new(), 0);
        for link in object::links(&paper.pdf) {
            let words = paper.words_in(&link);
            let named = match words.last() {
                Some(word) if link.page >= index => word.text.trim_matches(',').parse::<u32>().ok(),
                Some(word) => word
                    .text
                    .strip_prefix('(')
                    .and_then(|word| word.split(')').next()?.parse::<u32>().ok())
                    .filter(|number| *number < 1000),
                None => None,
            };
            let real = places.get(&link.place).copied().flatten();
            seen += usize::from(named.is_some());
            if named.is_some() && named != real {
                wrong.push(format!("the link on page {} to {} on {real:?} names {named:?}", link.page, link.place));
            }
        }
        if seen < 100 {
            wrong.push(format!("only {seen} numbers were found"));
        }
        wrong
    });
}

#[test]
fn the_outline_has_every_chapter_on_its_page() {
    every_paper(|paper| {
        let outline = object::outline(&paper.pdf);
        let places = object::destinations(&paper.pdf);
        let entry = |line: &html::Line| {
            let found = outline.iter().find(|(title, _)| squeezed(title) == squeezed(&line.text));
            match found {
                Some((_, page)) if page.is_some() && *page == places.get(&line.place).copied().flatten() => None,
                other => Some(format!("{}: {other:?}", line.text)),
            }
        };
        // Figures and tables have captions, which are no headings.
        let contents = paper.source.contents();
        let headings = contents.iter().filter(|line| line.text.starts_with(|c: char| c.is_ascii_digit()));
        headings.filter_map(entry).collect()
    });
}

#[test]
fn the_pdf_says_what_it_is_and_is_tagged() {
    every_paper(|paper| {
        let (info, catalog) = (&paper.text.info, object::catalog(&paper.pdf));
        let said = |key: &str| info.lines().find_map(|line| line.strip_prefix(&format!("{key}:"))).map(str::trim);
        let mut wrong = Vec::new();
        for (key, expected) in [("Title", paper.source.title.as_str()), ("Author", &paper.source.author), ("Tagged", "yes")] {
            if said(key) != Some(expected) {
                wrong.push(format!("{key} is {:?}, not {expected:?}", said(key)));
            }
        }
        let lang = catalog.get(b"Lang").map(object::text).unwrap_or_default();
        if lang != paper.lang {
            wrong.push(format!("its language is {lang:?}"));
        }
        let kinds: BTreeMap<String, usize> =
            object::elements(&paper.pdf).into_iter().fold(BTreeMap::new(), |mut kinds, element| {
                *kinds.entry(element.kind).or_default() += 1;
                kinds
            });
        for (kind, least) in [("H1", 30), ("H2", 100), ("Table", 50), ("TR", 500), ("TH", 500), ("Figure", 50), ("Link", 1000)] {
            if kinds.get(kind).is_none_or(|count| *count < least) {
                wrong.push(format!("only {:?} elements are a {kind}", kinds.get(kind)));
            }
        }
        wrong
    });
}

#[test]
fn fonts_are_embedded_and_their_letters_can_be_read() {
    every_paper(|paper| {
        assert!(paper.text.fonts.len() > 3, "fonts are read");
        // Type, encoding, embedded, subset, unicode, and the two numbers of the object stand at the end of each line.
        let lame = |line: &&String| {
            let words: Vec<&str> = line.split_whitespace().rev().take(5).collect();
            words.get(2..5) != Some(&["yes", "yes", "yes"]) || line.contains("Type 3")
        };
        paper.text.fonts.iter().filter(lame).cloned().collect()
    });
}

#[test]
fn every_link_leads_to_the_page_that_its_place_is_on() {
    every_paper(|paper| {
        let (places, texts) = (object::destinations(&paper.pdf), paper.source.places(paper.has_footnotes));
        let links = object::links(&paper.pdf);
        let used: BTreeSet<&str> = links.iter().map(|link| link.place.as_str()).collect();
        assert!(used.len() > 300, "links are read");
        // The index names a page once for each organisation, however often that stands there.
        let entries = paper.source.indexed();
        assert!(entries.len() > 5, "the index is read");
        let told = entries.iter().filter(|places| places.iter().any(|place| used.contains(place.as_str())));
        let told: BTreeSet<&str> = told.flatten().map(String::as_str).collect();
        let unlinked = paper.source.linked();
        let unlinked = unlinked.iter().filter(|place| {
            !used.contains(place.as_str()) && (!paper.has_footnotes || !is_note(place)) && !told.contains(place.as_str())
        });
        let mut wrong: Vec<String> = unlinked.map(|place| format!("no link leads to {place} any more")).collect();
        for place in used {
            let text = texts.get(place).map(|text| text.split_whitespace().take(12).collect::<Vec<_>>().join(" "));
            match (places.get(place).copied().flatten(), text) {
                (Some(page), Some(text)) if paper.page(page).is_some_and(|page| page.has(&text)) => {}
                (page, text) => wrong.push(format!("{place} leads to page {page:?}, which has no {text:?}")),
            }
        }
        wrong
    });
}

/// Whether a place is that of a footnote or of its mark: engines that know footnotes set them on the page, where nothing has to be followed.
fn is_note(place: &str) -> bool {
    place.contains("-note.") || place.contains("-noteref.")
}

#[test]
fn no_text_lies_beyond_the_edge_of_its_page() {
    every_paper(|paper| {
        let mut wrong = Vec::new();
        for (at, page) in paper.text.pages.iter().enumerate() {
            let beyond = |word: &&Word| {
                word.left < -0.5 || word.right > page.width + 0.5 || word.top < -0.5 || word.bottom > page.height + 0.5
            };
            wrong.extend(page.words.iter().filter(beyond).map(|word| format!("on page {}: {word:?}", at + 1)));
        }
        wrong
    });
}

#[test]
fn no_row_and_no_figure_is_cut_between_two_pages() {
    every_paper(|paper| {
        let elements = object::elements(&paper.pdf);
        let is_whole = |element: &&object::Element| {
            let has = |kind: &str| element.children.iter().any(|child| child == kind);
            // The heads of tables are there on every page of the table: one element for all of them.
            element.kind == "TR" && has("TD") || element.kind == "Figure"
        };
        let cut = elements.iter().filter(is_whole).filter(|element| element.pages.len() > 1);
        let mut wrong: Vec<String> = cut.map(|element| format!("a {} is on pages {:?}", element.kind, element.pages)).collect();
        // An engine may make an element of each piece instead.
        let rows =
            elements.iter().filter(|element| element.kind == "TR" && element.children.iter().any(|child| child == "TD")).count();
        let expected = paper.source.count("tr", |_, inside| inside.contains("<td"));
        if rows != expected {
            wrong.push(format!("there are {rows} rows, of {expected}"));
        }
        wrong
    });
}

#[test]
fn every_page_but_the_cover_says_its_number_and_what_it_belongs_to() {
    every_paper(|paper| {
        let count = paper.text.pages.len();
        let places = object::destinations(&paper.pdf);
        let contents = paper.source.contents();
        let chapters: Vec<(u32, &str)> = contents
            .iter()
            .filter(|line| line.is_chapter)
            .filter_map(|line| Some((places.get(&line.place).copied().flatten()?, line.text.as_str())))
            .collect();
        let end = chapters.last().map_or(0, |(page, _)| *page);
        let book = squeezed(paper.source.title.split(" – ").next().unwrap_or_default());
        let mut wrong = Vec::new();
        for (number, page) in (1_u32..).zip(&paper.text.pages).skip(1) {
            let zone = |is: &dyn Fn(&Word) -> bool| {
                letters(&page.words.iter().filter(|word| is(word)).map(|word| word.text.as_str()).collect::<String>())
            };
            let foot = zone(&|word| word.top > page.height - margin(page));
            let expected = letters(&format!("{}{book}", paper.source.foot(number as usize, count)));
            if foot != expected {
                wrong.push(format!("page {number} has {foot:?} at its foot, not {expected:?}"));
            }
            let head = zone(&|word| word.bottom < margin(page));
            let chapter =
                chapters.iter().rev().find(|(page, _)| *page <= number).filter(|_| number <= end).map(|(_, title)| *title);
            let expected = letters(&chapter.unwrap_or_default().chars().take(70).collect::<String>());
            if !contains_all(&head, &expected) {
                wrong.push(format!("page {number} has {head:?} at its head, not {expected:?} of {chapter:?}"));
            }
        }
        wrong
    });
}

#[test]
fn letters_have_the_size_that_the_style_sheet_says() {
    every_paper(|paper| {
        let sizes = object::sizes(&paper.pdf);
        let all: usize = sizes.values().sum();
        let body = (paper.source.body_size() * 100.0).round() as u32;
        // Rounding in the engine may take some hundredths away; a page that is shrunk loses much more.
        let near: usize = sizes.range(body - 3..=body + 3).map(|(_, count)| count).sum();
        (near * 8 < all).then(|| format!("only {near} of {all} letters have the size {body}: {sizes:?}")).into_iter().collect()
    });
}

#[test]
fn the_title_of_every_entry_is_found() {
    let titles = titles();
    every_paper(|paper| {
        let title = |text: &Text| text.get(&paper.lang, "en").map(|text| text.text.replace(['*', '`'], ""));
        let found = |title: &String| {
            paper.text.pages.iter().any(|page| page.has_whole(title)) || paper.text.pages.iter().any(|page| page.has(title))
        };
        let missing = titles.iter().filter_map(|(kind, text)| Some((kind, title(text).filter(|title| !found(title))?)));
        missing.map(|(kind, title)| format!("the {} “{title}” is not found", kind.name())).collect()
    });
}

/// The titles and names of all entries of the public model.
fn titles() -> Vec<(Kind, Text)> {
    let model = &PAPERS.model;
    let mut found: Vec<(Kind, Text)> = Vec::new();
    macro_rules! named {
        ($($kind:ident $entries:ident $name:ident;)*) => {{
            $(found.extend(model.$entries.iter().filter_map(|entry| Some((Kind::$kind, Option::from(entry.$name.clone())?))));)*
            [$(Kind::$kind),*]
        }};
    }
    let named = named! {
        Person people name;
        Node nodes title;
        Body bodies title;
        Process processes title;
        Swot swot title;
        Factor diamond title;
        Policy policies title;
        Demand demands title;
        Field fields title;
        Objective objectives title;
        Goal goals title;
        Activity activities title;
        Service services title;
        Indicator indicators title;
        PartnerCluster partner_clusters name;
        Market markets title;
        Mission missions title;
        Hypothesis hypotheses title;
        Survey surveys title;
        Project projects title;
        Case cases title;
        Document documents title;
        Cluster clusters name;
        Strategy strategies title;
        Agreement agreements title;
        Financing financing title;
        Cost costs title;
        CashFlow cash_flows title;
        Benchmark benchmarks title;
        Staff staff title;
        Stakeholder stakeholders name;
        Term terms term;
    };
    // Members that have left are in the numbers of former years alone.
    let today = jiff::civil::date(2026, 11, 23);
    found
        .extend(model.members.iter().filter(|member| member.is_present(today)).map(|member| (Kind::Member, member.name.clone())));
    // Those that have neither title nor name, and what is of the day, or the site's own: it stands on the site, and not in the strategy.
    let others = [
        Kind::Member,
        Kind::News,
        Kind::Event,
        Kind::Page,
        Kind::Governance,
        Kind::Marketing,
        Kind::Canvas,
        Kind::Mapping,
        Kind::Intention,
        Kind::Interest,
        Kind::KeyQuestion,
        Kind::Measurement,
        Kind::Relations,
        Kind::Excellence,
    ];
    let unknown: Vec<&Kind> = Kind::ALL.iter().filter(|kind| !named.contains(kind) && !others.contains(kind)).collect();
    assert!(unknown.is_empty(), "{unknown:?} have titles, or none?");
    found
}

#[test]
fn nothing_hidden_is_in_the_text_or_the_objects() {
    every_paper(|paper| {
        let pages = (1..).zip(&paper.text.pages);
        let texts = pages.filter(|(_, page)| page.has_whole(CANARY)).map(|(number, _)| format!("it is on page {number}"));
        let objects = object::holds(&paper.pdf, CANARY).then(|| "it is in an object".to_owned());
        let info = paper.text.info.contains(CANARY).then(|| "the PDF says it of itself".to_owned());
        texts.chain(objects).chain(info).collect()
    });
}

#[test]
fn a_canary_is_seen_by_those_who_may_see_it() {
    let engines = paper::engines();
    let sources = command::with_canary();
    for engine in &engines {
        let found = |sees: Visibility| {
            let built = paper::built(&sources, sees);
            let bytes = paper::printed(&built, "print/index.html", engine);
            let pdf = lopdf::Document::load_mem(&bytes).expect("a PDF");
            (read::Text::read(&bytes).pages.iter().any(|page| page.has_whole(CANARY)), object::holds(&pdf, CANARY))
        };
        assert_eq!(found(Visibility::Internal), (true, true), "{}", engine.name());
        assert_eq!(found(Visibility::Public), (false, false), "{}", engine.name());
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let built = paper::built(&command::with_canary(), Visibility::Public);
    for engine in paper::engines().iter().filter(|engine| engine.name() == "Chromium") {
        let printed = || paper::printed(&built, "print/index.html", engine);
        assert!(printed() == printed(), "two prints differ");
    }
}
