//! Owns the small style sheet that each document has of its own: its paper, page x of y in words, and the running heads, which browsers only take
//! literally, chapter by chapter.

use std::fmt::Write as _;

use super::inside;
use super::tags::{Piece, attribute, name, pieces};
use crate::model::Choice;
use crate::model::kinds::document::Paper;
use crate::syntax::decoded;

/// What the sheet has to know beside the document.
pub(in crate::render) struct Page<'p> {
    /// Its paper.
    pub(in crate::render) paper: Paper,
    /// Whether all its pages lie on their side.
    pub(in crate::render) landscape: bool,
    /// “Page {page} of {pages}” in the language of the document.
    pub(in crate::render) foot: &'p str,
    /// Whether the document is written from right to left.
    pub(in crate::render) rtl: bool,
    /// Whether its digits are those of Arabic script.
    pub(in crate::render) arabic_digits: bool,
}

/// Most characters of a running head.
const HEAD: usize = 70;

/// The sheet of a finished document.
pub(in crate::render) fn sheet(html: &str, page: &Page<'_>) -> String {
    let (book_at, chapter_at) = if page.rtl { ("right", "left") } else { ("left", "right") };
    let counter =
        |what: &str| if page.arabic_digits { format!("counter({what}, arabic-indic)") } else { format!("counter({what})") };
    let paper = named(page.paper);
    let upright = if page.landscape { format!("{paper} landscape") } else { paper.to_owned() };
    let mut css = format!(
        "@page {{ size: {upright}; @bottom-{chapter_at} {{ content: {}; }} @bottom-{book_at} {{ content: string(book); }} @top-{chapter_at} {{ content: string(chapter); }} }}\n\
         @page wide {{ size: {paper} landscape; }}\n",
        foot(page.foot, &counter)
    );
    let chapters = chapters(html);
    css.push_str("@supports not (float: footnote) {\n");
    let _ = writeln!(
        css,
        "  @page {{ @bottom-{book_at} {{ content: {}; }} @top-{chapter_at} {{ content: none; }} }}",
        string(&book(html))
    );
    for (id, title) in chapters {
        let head = format!("@top-{chapter_at} {{ content: {}; }}", string(&title));
        let _ = writeln!(
            css,
            "  @page {id} {{ {head} }}\n  @page {id}-wide {{ size: {paper} landscape; margin: 23mm 20mm; {head} }}"
        );
        let _ = writeln!(css, "  #{id} {{ page: {id}; }}\n  #{id}.wide, #{id} .wide {{ page: {id}-wide; }}");
    }
    css.push_str(
        "  @page cover { @top-left { content: none; } @top-right { content: none; } @bottom-left { content: none; } @bottom-right { content: none; } }\n}\n",
    );
    // Neither the cover nor pages designed as a whole have head or foot, whatever came before.
    for name in ["cover", "leaf"] {
        let _ = writeln!(
            css,
            "@page {name} {{ @top-left {{ content: none; }} @top-right {{ content: none; }} @bottom-left {{ content: none; }} @bottom-right {{ content: none; }} }}"
        );
    }
    // A page designed as a whole stands upright whatever the rest does.
    let (upright, lying) = (height(page.paper, false), height(page.paper, true));
    let cover = if page.landscape { lying } else { upright };
    let _ = writeln!(css, "@page leaf {{ size: {paper}; }}\n@media print {{ .cover {{ {cover} }} .leaf {{ min-{upright} }} }}");
    if page.landscape {
        css.push_str(
            "@page { margin: 23mm 20mm; }\n@page cover { margin: 0; }\n@page leaf { margin: 0; }\n\
             @media print { .control { padding-top: 30mm; } figure > svg, figure .picture > svg { max-height: 105mm; } }\n",
        );
    }
    css
}

/// What CSS calls a paper.
fn named(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "A4",
        Paper::Letter => "letter",
    }
}

/// How high what fills a page is on a paper, with a hair less than the page has, since engines round.
fn height(paper: Paper, landscape: bool) -> &'static str {
    match (paper, landscape) {
        (Paper::A4, false) => "height: 296.9mm;",
        (Paper::A4, true) => "height: 209.9mm;",
        (Paper::Letter, false) => "height: 279.3mm;",
        (Paper::Letter, true) => "height: 215.8mm;",
    }
}

/// A document's sheet for another paper.
pub fn on_paper(css: &str, paper: Paper) -> String {
    let mut css = css.to_owned();
    for &other in Paper::ALL {
        css = css.replace(&format!("size: {}", named(other)), &format!("size: {}", named(paper)));
        for landscape in [false, true] {
            css = css.replace(height(other, landscape), height(paper, landscape));
        }
    }
    css
}

/// The words of the foot as the value of `content`.
fn foot(words: &str, counter: &dyn Fn(&str) -> String) -> String {
    let mut out = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        let end = from.find('}').map_or(from.len(), |end| end + 1);
        if !before.is_empty() {
            out.push(string(before));
        }
        match &from[..end] {
            "{page}" => out.push(counter("page")),
            "{pages}" => out.push(counter("pages")),
            other => out.push(string(other)),
        }
        rest = &from[end..];
    }
    if !rest.is_empty() {
        out.push(string(rest));
    }
    out.join(" ")
}

/// The title on the cover.
fn book(html: &str) -> String {
    after(html, |tag| attribute(tag, "class") == Some("cover-title"), "/p")
}

/// The place and title of each chapter.
fn chapters(html: &str) -> Vec<(String, String)> {
    let all: Vec<Piece<'_>> = pieces(html).collect();
    let chapter = |at: usize| {
        let Piece::Tag(tag) = all[at] else { return None };
        let id = attribute(tag, "id")
            .filter(|_| attribute(tag, "class").is_some_and(|class| class == "chapter" || class == "chapter wide"))?;
        let heading = all[at..].iter().position(|piece| matches!(piece, Piece::Tag(tag) if name(tag) == "h1"))?;
        Some((id.to_owned(), inside(&all[at + heading..], "/h1")))
    };
    (0..all.len()).filter_map(chapter).collect()
}

fn after(html: &str, is: impl Fn(&str) -> bool, end: &str) -> String {
    let all: Vec<Piece<'_>> = pieces(html).collect();
    let at = all.iter().position(|piece| matches!(piece, Piece::Tag(tag) if is(tag)));
    at.map(|at| inside(&all[at + 1..], end)).unwrap_or_default()
}

/// Text from HTML as a string of CSS.
fn string(html: &str) -> String {
    let text = decoded(html);
    let cut = text.chars().count() > HEAD;
    let mut out = String::from('"');
    for c in text.chars().take(HEAD) {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push_str(if cut { "…\"" } else { "\"" });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_feet_are_literal_strings() {
        let html = "<p class=\"cover-title\">Wood &amp; \"more\"</p><main><section class=\"chapter\" id=\"ch-1\"><h1><span>1</span> In \\ brief</h1></section></main>";
        let page = Page { paper: Paper::A4, landscape: false, foot: "Page {page} of {pages}", rtl: true, arabic_digits: true };
        let css = sheet(html, &page);
        assert!(css.contains("content: \"Page \" counter(page, arabic-indic) \" of \" counter(pages, arabic-indic);"), "{css}");
        assert!(css.contains("@page { @bottom-right { content: \"Wood & \\\"more\\\"\"; }"), "{css}");
        assert!(css.contains("@page ch-1 { @top-left { content: \"1 In \\\\ brief\"; } }"), "{css}");
    }

    #[test]
    fn a_sheet_can_be_put_on_other_paper() {
        let of = |paper, landscape| {
            sheet(
                "<main><section class=\"chapter\" id=\"ch-1\"><h1>x</h1></section></main>",
                &Page { paper, landscape, foot: "{page}", rtl: false, arabic_digits: false },
            )
        };
        assert!(of(Paper::A4, false).contains("@page ch-1-wide { size: A4 landscape;"));
        for landscape in [false, true] {
            assert_eq!(on_paper(&of(Paper::A4, landscape), Paper::Letter), of(Paper::Letter, landscape));
            assert_eq!(on_paper(&of(Paper::Letter, landscape), Paper::A4), of(Paper::A4, landscape));
        }
    }
}
