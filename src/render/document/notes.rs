//! Owns footnotes on paper: each stands a second time where it is referred to, for engines that can take it to the foot of the page from there. Browsers
//! cannot, and show the notes below the text; the style sheet decides.

use std::collections::BTreeMap;

use super::tags::{Piece, attribute, name, pieces};

/// The document with its notes beside the references to them.
pub(super) fn at_foot(html: &str) -> String {
    let notes = notes(html);
    if notes.is_empty() {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len());
    // The note whose reference is being read.
    let mut open: Option<&str> = None;
    for piece in pieces(html) {
        out.push_str(piece.text());
        let Piece::Tag(tag) = piece else { continue };
        match name(tag) {
            "sup" if attribute(tag, "class") == Some("footnote-ref") => open = Some(""),
            "a" if open.is_some() => open = attribute(tag, "href").and_then(|href| href.strip_prefix('#')),
            "/sup" => {
                if let Some(note) = open.take().and_then(|id| notes.get(id)) {
                    out.push_str(&format!("<span class=\"fn\">{note}</span>"));
                }
            }
            _ => {}
        }
    }
    out
}

/// The text of each note by its place, without paragraphs, which can't stand within a line, and without the way back.
fn notes(html: &str) -> BTreeMap<String, String> {
    let mut notes = BTreeMap::new();
    let mut current: Option<(String, String)> = None;
    let mut back = false;
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) => match name(tag) {
                "li" if attribute(tag, "id").is_some_and(|id| id.contains("note.")) => {
                    current = attribute(tag, "id").map(|id| (id.to_owned(), String::new()));
                }
                "/li" => notes.extend(current.take().map(|(id, text)| (id, text.trim().to_owned()))),
                "a" if attribute(tag, "class") == Some("footnote-back") => back = true,
                "/a" if back => back = false,
                "em" | "/em" | "strong" | "/strong" | "code" | "/code" | "a" | "/a" => {
                    if let Some((_, text)) = &mut current {
                        text.push_str(tag);
                    }
                }
                _ => {}
            },
            Piece::Text(text) => {
                if let Some((_, note)) = current.as_mut().filter(|_| !back) {
                    note.push_str(text);
                }
            }
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::at_foot;

    #[test]
    fn a_note_stands_beside_its_reference() {
        let html = "<p>x<sup class=\"footnote-ref\" id=\"noteref.1.1\"><a href=\"#note.1\">1</a></sup> y</p><section class=\"footnotes\"><ol>\
                    <li id=\"note.1\"><p>See <em>there</em>. <a class=\"footnote-back\" href=\"#noteref.1.1\">↩</a></p></li></ol></section>";
        let out = at_foot(html);
        assert!(out.contains("</a></sup><span class=\"fn\">See <em>there</em>.</span> y</p>"), "{out}");
        assert_eq!(
            at_foot("<p>x<sup class=\"footnote-ref\"><a href=\"#none\">1</a></sup></p>"),
            "<p>x<sup class=\"footnote-ref\"><a href=\"#none\">1</a></sup></p>"
        );
    }
}
