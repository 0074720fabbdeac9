//! Owns the reading of raw HTML in Markdown as tags and text. It only cuts: what may stand in the output is decided elsewhere.

use std::ops::Range;

use super::escape::decode;

/// A piece of raw HTML; comments, declarations and the content of scripts and the like are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words, their entities not resolved.
    Text(&'a str),
    /// A start tag: its name as written, and what stands between the name and `>`.
    Open(&'a str, &'a str),
    /// An end tag: its name as written.
    Close(&'a str),
}

/// Elements whose content is not for readers.
const HIDDEN: [&str; 14] = [
    "script", "style", "title", "textarea", "template", "iframe", "object", "noscript", "noembed", "noframes", "svg", "math",
    "select", "xmp",
];

/// The pieces of a fragment with the bytes that each takes, in one pass over it. A tag that is never closed is text, as is all
/// that follows it, so that its author sees what is wrong.
pub(super) fn pieces(raw: &str) -> Vec<(Range<usize>, Piece<'_>)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut text = 0;
    while let Some(found) = raw[at..].find('<') {
        let start = at + found;
        let Some((end, piece)) = markup(raw, start) else {
            // A `<` that begins nothing.
            at = start + 1;
            continue;
        };
        let Some(end) = end else { break };
        if text < start {
            pieces.push((text..start, Piece::Text(&raw[text..start])));
        }
        let end = match piece {
            Some(Piece::Open(name, _)) if HIDDEN.iter().any(|hidden| hidden.eq_ignore_ascii_case(name)) => {
                end_of_hidden(raw, end, name)
            }
            Some(piece) => {
                pieces.push((start..end, piece));
                end
            }
            None => end,
        };
        at = end;
        text = end;
    }
    if text < raw.len() {
        pieces.push((text..raw.len(), Piece::Text(&raw[text..])));
    }
    pieces
}

/// What begins with the `<` at `start`: where it ends (`None` for a tag without an end) and the tag, if it is one. `None` where
/// the `<` is text.
fn markup(raw: &str, start: usize) -> Option<(Option<usize>, Option<Piece<'_>>)> {
    let rest = &raw[start + 1..];
    let past = |closing: &str| rest.find(closing).map_or(raw.len(), |found| start + 1 + found + closing.len());
    if rest.starts_with("!--") {
        return Some((Some(past("-->")), None));
    }
    if rest.starts_with(['!', '?']) {
        return Some((Some(past(">")), None));
    }
    let (closing, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (name, rest) =
        rest.split_at(rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len()));
    let Some(length) = attributes_length(rest) else { return Some((None, None)) };
    let end = raw.len() - rest.len() + length + 1;
    let piece = if closing { Piece::Close(name) } else { Piece::Open(name, &rest[..length]) };
    Some((Some(end), Some(piece)))
}

/// Where the `>` is that ends a tag: not one within quotes.
fn attributes_length(text: &str) -> Option<usize> {
    let mut quote = None;
    // A quote has a meaning only where a value begins.
    let mut value_begins = false;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if value_begins => quote = Some(byte),
            (None, _) => {}
        }
        value_begins = byte == b'=' || (value_begins && byte.is_ascii_whitespace());
    }
    None
}

/// Where the content of a hidden element and its end tag end: the end of the fragment where it has none.
fn end_of_hidden(raw: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = raw[at..].find("</") {
        at += found + 2;
        let is_end = raw.as_bytes().get(at..at + name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()));
        if is_end && raw[at + name.len()..].starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')) {
            return raw[at..].find('>').map_or(raw.len(), |found| at + found + 1);
        }
    }
    raw.len()
}

/// The value of an attribute, entities resolved; empty for one without a value. The first counts where there are several.
pub(super) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // A name may begin with `=`, as HTML has it; so each round takes a character at least.
        let length = rest.char_indices().skip(1).find(|&(_, c)| c.is_ascii_whitespace() || matches!(c, '/' | '='));
        let (name, after) = rest.split_at(length.map_or(rest.len(), |(at, _)| at));
        let (value, after) = match after.trim_ascii_start().strip_prefix('=') {
            Some(value) => split_value(value.trim_ascii_start()),
            None => ("", after),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(decode(value).into_owned());
        }
        rest = after;
    }
}

/// A value without its quotes, and what follows it.
fn split_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(text) = text.strip_prefix(quote) {
            return text.split_once(quote).unwrap_or((text, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_cut_into_pieces() {
        use Piece::{Close, Open, Text};
        let cases: &[(&str, &[Piece<'_>])] = &[
            ("", &[]),
            ("a < b <3 </ 4", &[Text("a < b <3 </ 4")]),
            (
                "x<B Class='a>b' c=\">\">é</B\n>y",
                &[Text("x"), Open("B", " Class='a>b' c=\">\""), Text("é"), Close("B"), Text("y")],
            ),
            ("<br/>", &[Open("br", "/")]),
            ("a<!-- <b> -->c<!-- d", &[Text("a"), Text("c")]),
            ("<!doctype html>a<?php echo 1 ?>b<![CDATA[c]]>", &[Text("a"), Text("b")]),
            ("<script>if (a < b) '</scripty>'</SCRIPT >c", &[Text("c")]),
            ("a<style>b", &[Text("a")]),
            ("<b>x<i y='", &[Open("b", ""), Text("x<i y='")]),
            ("<i a\"b>c", &[Open("i", " a\"b"), Text("c")]),
            ("<i a= 'b>c' >d", &[Open("i", " a= 'b>c' "), Text("d")]),
        ];
        for (raw, expected) in cases {
            let found = pieces(raw);
            assert_eq!(found.iter().map(|(_, piece)| piece.clone()).collect::<Vec<_>>(), *expected, "{raw}");
            for (range, piece) in found {
                assert!(!matches!(piece, Text(text) if text != &raw[range.clone()]), "{raw} at {range:?}");
            }
        }
    }

    #[test]
    fn attributes_are_found_as_browsers_find_them() {
        let text = " HREF = 'a&amp;b' title=x&quot;y/z open class href=second =odd alt=\"é>\"/ data-x='unclosed";
        let expected = [
            ("href", Some("a&b")),
            ("title", Some("x\"y/z")),
            ("open", Some("")),
            ("class", Some("")),
            ("alt", Some("é>")),
            ("=odd", Some("")),
            ("data-x", Some("unclosed")),
            ("id", None),
        ];
        for (name, value) in expected {
            assert_eq!(attribute(text, name).as_deref(), value, "{name}");
        }
    }
}
