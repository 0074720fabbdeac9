//! What the HTML of a document says that its PDF has to keep: its contents, its places, its rows and pictures, and the sizes of its style sheet.

use std::collections::{BTreeMap, BTreeSet};

use clustersite::bundle::Bundle;

/// A line of the contents, or of a list of figures or tables.
#[derive(Debug)]
pub(crate) struct Line {
    /// The place that it leads to.
    pub(crate) place: String,
    /// Its number and its words.
    pub(crate) text: String,
    /// Its number alone.
    pub(crate) number: String,
    /// Whether it is a chapter's.
    pub(crate) is_chapter: bool,
}

/// A document.
pub(crate) struct Source {
    html: String,
    /// The style sheet that all documents share, and its own.
    pub(crate) sheets: [String; 2],
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) is_rtl: bool,
}

/// A piece of HTML.
enum Piece<'h> {
    Tag(&'h str),
    Text(&'h str),
}

/// Elements that paper does not show, and those whose words are not text of the page.
const UNSEEN: &[&str] = &["style", "script", "title", "desc", "svg"];

/// Classes of what paper does not show.
const HIDDEN: &[&str] = &["vh", "only-screen", "chart-narrow"];

/// What is not shown where an engine sets footnotes at the foot of their page, and where it can't.
const NOTES: [&[&str]; 2] = [&["footnotes", "footnote-ref"], &["fn"]];

impl Source {
    pub(crate) fn read(bundle: &Bundle, path: &str) -> Self {
        let text = |path: &str| -> String {
            let bytes = bundle.get(path).unwrap_or_else(|| panic!("{path} is in the site"));
            String::from_utf8(bytes.to_vec()).expect("UTF-8")
        };
        let html = text(path);
        let is_shared = |path: &str| path.starts_with("static/print-") && path.ends_with(".css");
        let shared = bundle.iter().map(|(path, _)| path).filter(|path| is_shared(path) && html.contains(*path));
        let shared: String = shared.map(text).collect();
        let between = |start: &str, end: &str| {
            decoded(html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).expect("the head says it").0)
        };
        Self {
            sheets: [shared, text(&path.replace(".html", ".css"))],
            title: between("<title>", "</title>"),
            author: between("<meta name=\"author\" content=\"", "\""),
            is_rtl: between("<html", ">").contains("dir=\"rtl\""),
            html,
        }
    }

    fn pieces(&self) -> Vec<Piece<'_>> {
        pieces(&self.html)
    }

    /// The lines of the contents and of the lists behind it.
    pub(crate) fn contents(&self) -> Vec<Line> {
        let (_, from) = self.html.split_once("<nav class=\"contents\"").expect("there are contents");
        let (nav, _) = from.split_once("</nav>").expect("they end");
        let link = |part: &str| {
            let (place, rest) = part.split_once('"').expect("an address ends");
            let inside = rest.split_once('>')?.1.split_once("</a>")?.0.replace("</span>", "</span> ");
            let text =
                pieces(&inside).iter().map(|piece| if let Piece::Text(text) = piece { text } else { "" }).collect::<String>();
            let number = decoded(inside.split_once('>')?.1.split_once('<')?.0);
            Some(Line { place: place.to_owned(), text: decoded(&text), number, is_chapter: place.starts_with("ch-") })
        };
        nav.split("<a href=\"#").skip(1).filter_map(link).collect()
    }

    /// The places that links in text lead to. Those of pictures say nothing that the text does not, and not every engine knows them.
    pub(crate) fn linked(&self) -> BTreeSet<String> {
        let text: String =
            self.html.split("<svg").map(|part| part.split_once("</svg>").map_or(part, |(_, after)| after)).collect();
        let places = text.split("href=\"#").skip(1).filter_map(|part| part.split_once('"'));
        places.map(|(place, _)| decoded(place)).filter(|place| !place.is_empty()).collect()
    }

    /// The places that each entry of the index leads to, where it leads to several.
    pub(crate) fn indexed(&self) -> Vec<Vec<String>> {
        let mut entries = Vec::new();
        for entry in self.html.split("<li").filter_map(|part| part.split("</li>").next()) {
            let places = entry.split("href=\"#").skip(1).filter_map(|part| part.split_once('"'));
            let places: Vec<String> =
                places.map(|(place, _)| decoded(place)).filter(|place| place.starts_with("named-")).collect();
            if places.len() > 1 {
                entries.push(places);
            }
        }
        entries
    }

    /// The first words at each place that has a name, for an engine that knows footnotes or for one that doesn't.
    pub(crate) fn places(&self, has_footnotes: bool) -> BTreeMap<String, String> {
        let all = self.pieces();
        let notes = NOTES[usize::from(!has_footnotes)];
        let mut found = BTreeMap::new();
        for (at, piece) in all.iter().enumerate() {
            if let Piece::Tag(tag) = piece
                && let Some(id) = attribute(tag, "id")
                && let Some(text) = first_text(&all[at..], notes)
            {
                found.insert(decoded(id), text);
            }
        }
        found
    }

    /// Words of the heading of the index.
    pub(crate) fn index(&self) -> Option<String> {
        Some(decoded(self.html.split_once("id=\"index-title\">")?.1.split_once('<')?.0))
    }

    /// How often elements of some sort are there that are seen and of which `is` holds, given the tag and what is inside.
    pub(crate) fn count(&self, name: &str, is: impl Fn(&str, &str) -> bool) -> usize {
        let (open, close) = (format!("<{name}"), format!("</{name}>"));
        let parts = self.html.split(open.as_str()).skip(1).filter(|part| part.starts_with([' ', '>']));
        let inside = |part: &str| {
            let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
            is(tag, rest.split_once(close.as_str()).map_or("", |(inside, _)| inside))
        };
        parts.filter(|part| inside(part)).count()
    }

    /// The words of the foot of a page in the own sheet, with its numbers put in.
    pub(crate) fn foot(&self, page: usize, pages: usize) -> String {
        let (_, value) =
            self.sheets[1].split_once("@bottom-").and_then(|(_, foot)| foot.split_once("content: ")).expect("there is a foot");
        let value = value.split_once(';').expect("it ends").0;
        let value = value.replace("counter(pages)", &format!("\"{pages}\"")).replace("counter(page)", &format!("\"{page}\""));
        value.replace('"', "")
    }

    /// The size of the body in the shared sheet, in points.
    pub(crate) fn body_size(&self) -> f64 {
        let (_, value) =
            self.sheets[0].split_once("html { font: ").or_else(|| self.sheets[0].split_once("html{font:")).expect("a size");
        value.split_once("pt").and_then(|(size, _)| size.parse().ok()).expect("a size in points")
    }
}

/// The first text at a place that paper shows.
fn first_text(pieces: &[Piece<'_>], notes: &[&str]) -> Option<String> {
    let mut hidden: Vec<&str> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Tag(tag) => {
                let name = name(tag);
                let is_void = tag.ends_with('/') || ["br", "img", "wbr", "hr", "input", "link", "meta"].contains(&name);
                if !hidden.is_empty() {
                    if tag.starts_with('/') {
                        hidden.pop();
                    } else if !is_void {
                        hidden.push(name);
                    }
                } else if !tag.starts_with('/') && !is_void {
                    let classes = attribute(tag, "class").unwrap_or_default();
                    if UNSEEN.contains(&name)
                        || classes.split_whitespace().any(|class| HIDDEN.contains(&class) || notes.contains(&class))
                    {
                        hidden.push(name);
                    }
                }
            }
            Piece::Text(text) if hidden.is_empty() && text.chars().any(char::is_alphanumeric) => return Some(decoded(text)),
            Piece::Text(_) => {}
        }
    }
    None
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            out.push(Piece::Text(&rest[..at]));
        }
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end);
        out.push(Piece::Tag(&rest[at + 1..end]));
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    out.push(Piece::Text(rest));
    out
}

fn name(tag: &str) -> &str {
    tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    Some(tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0)
}

/// Text without its escapes.
pub(crate) fn decoded(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    pairs.into_iter().fold(text.trim().to_owned(), |text, (from, to)| text.replace(from, to))
}
