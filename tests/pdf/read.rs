//! What poppler's tools read in a PDF: the words of each page with their places, the fonts, and what the PDF says of itself. They share nothing with what
//! wrote the PDF, so they find what readers' programs find.

use std::path::Path;
use std::process::Command;

use lopdf::{Document, Object};

/// Points that pages are made wider on every side before words are read: the tool leaves out what lies beyond the edge of a page, which is just what
/// has to be seen.
const BEYOND: f64 = 2000.0;

/// A word on a page, in points from the page's upper left corner.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// A page.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) words: Vec<Word>,
    /// Its text in the order of reading, and in the order in which it was written, both squeezed.
    pub(crate) texts: [String; 2],
}

/// All that was read.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) pages: Vec<Page>,
    /// Lines of `pdffonts`, without its head.
    pub(crate) fonts: Vec<String>,
    /// What `pdfinfo` says.
    pub(crate) info: String,
}

impl Page {
    /// Whether a text is on it, be it broken into lines or, in a cell, among other cells.
    pub(crate) fn has(&self, text: &str) -> bool {
        let whole = squeezed(text);
        self.texts.iter().any(|own| own.contains(&whole))
            || text.split(|c: char| !c.is_alphanumeric()).map(squeezed).all(|word| self.texts[0].contains(&word))
    }

    /// Whether a text is on it in one piece.
    pub(crate) fn has_whole(&self, text: &str) -> bool {
        let whole = squeezed(text);
        self.texts.iter().any(|own| own.contains(&whole))
    }
}

impl Text {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (own, wide) = (folder.path().join("own.pdf"), folder.path().join("wide.pdf"));
        std::fs::write(&own, bytes).expect("a file");
        std::fs::write(&wide, widened(bytes)).expect("a file");
        let mut pages = words(&run("pdftotext", &["-bbox"], &wide, &["-"]));
        for (at, arguments) in [&["-enc", "UTF-8"][..], &["-enc", "UTF-8", "-raw"]].into_iter().enumerate() {
            let text = run("pdftotext", arguments, &own, &["-"]);
            for (page, text) in pages.iter_mut().zip(text.split('\u{c}')) {
                page.texts[at] = squeezed(text);
            }
        }
        let fonts = run("pdffonts", &[], &own, &[]).lines().skip(2).map(str::to_owned).collect();
        Self { pages, fonts, info: run("pdfinfo", &[], &own, &[]) }
    }
}

fn run(tool: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let out = Command::new(tool).args(before).arg(file).args(after).output().expect("the tool runs");
    assert!(out.status.success(), "{tool}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// The PDF with wider pages.
fn widened(bytes: &[u8]) -> Vec<u8> {
    let mut pdf = Document::load_mem(bytes).expect("a PDF");
    for id in pdf.page_iter().collect::<Vec<_>>() {
        let [left, low, right, high] = super::object::page_box(&pdf, id);
        let wide = [left - BEYOND, low - BEYOND, right + BEYOND, high + BEYOND].map(|side| Object::Real(side as f32));
        let page = pdf.get_dictionary_mut(id).expect("a page");
        for key in ["MediaBox", "CropBox"] {
            page.set(key, wide.to_vec());
        }
        for key in [b"TrimBox".as_slice(), b"BleedBox", b"ArtBox"] {
            page.remove(key);
        }
    }
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("it is written");
    out
}

/// Reads what `pdftotext -bbox` writes: a line for each page and for each word.
fn words(xml: &str) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for line in xml.lines().map(str::trim) {
        let number = |name: &str| -> f64 {
            let (_, from) = line.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("{name} in {line}"));
            from.split_once('"').and_then(|(value, _)| value.parse().ok()).unwrap_or_else(|| panic!("{name} in {line}"))
        };
        if line.starts_with("<page ") {
            let (width, height) = (number("width") - 2.0 * BEYOND, number("height") - 2.0 * BEYOND);
            pages.push(Page { width, height, words: Vec::new(), texts: Default::default() });
        } else if line.starts_with("<word ") {
            let text = line.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</word>")).expect("a word");
            pages.last_mut().expect("words are on pages").words.push(Word {
                text: super::html::decoded(text),
                left: number("xMin") - BEYOND,
                top: number("yMin") - BEYOND,
                right: number("xMax") - BEYOND,
                bottom: number("yMax") - BEYOND,
            });
        }
    }
    pages
}

/// The letters and digits of a text, small, without what typesetting changes: spaces, line ends, hyphens, marks on letters and ligatures. Of Arabic the
/// letters alif and lam are left out as well, since readers disagree about their order where a font draws them as one.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{670}' => {}
            'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ل' => {}
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// The same letters in alphabetical order, for words of which only the letters count: the tool gives Arabic words as they are drawn, from the left.
pub(crate) fn letters(text: &str) -> String {
    let mut letters: Vec<char> = squeezed(text).chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}
