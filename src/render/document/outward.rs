//! Owns the links of a document of some chapters: what it does not have itself it leads to on the site, and where nobody knows the site's address, the words
//! stand without a link. None is ever dead.

use std::collections::BTreeSet;

use super::tags::{Piece, attribute, name, pieces};

/// Where a link leads that does not stay in the document.
pub(in crate::render) enum Away<'h> {
    /// To a place that the whole strategy has.
    Place(&'h str),
    /// To a file of the site, relative to the document.
    File(&'h str),
}

/// The document with its links led to where there is something; `to` gives the address of what is not in it.
pub(in crate::render) fn lead(html: &str, to: &dyn Fn(&Away<'_>) -> Option<String>) -> String {
    let tags = || pieces(html).filter_map(|piece| if let Piece::Tag(tag) = piece { Some(tag) } else { None });
    let places: BTreeSet<&str> = tags().filter_map(|tag| attribute(tag, "id")).collect();
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    // Whether a link is being read that is taken out.
    let mut taken_out = false;
    for piece in pieces(html) {
        let Piece::Tag(tag) = piece else {
            out.push_str(piece.text());
            continue;
        };
        let href = Some(tag).filter(|tag| name(tag) == "a").and_then(|tag| attribute(tag, "href"));
        match href.and_then(|href| Some((href, away(href, &places)?))) {
            Some((href, away)) => match to(&away) {
                Some(address) => {
                    out.push_str(&tag.replacen(&format!(" href=\"{href}\""), &format!(" href=\"{}\"", escaped(&address)), 1));
                }
                None => taken_out = true,
            },
            None if taken_out && name(tag) == "/a" => taken_out = false,
            None => out.push_str(tag),
        }
    }
    out
}

/// What a link leads to, where that is neither in the document nor at an address of its own.
fn away<'h>(href: &'h str, places: &BTreeSet<&str>) -> Option<Away<'h>> {
    match href.strip_prefix('#') {
        Some(place) => (!places.contains(place)).then_some(Away::Place(place)),
        None => (!href.contains(':')).then_some(Away::File(href)),
    }
}

/// An address as it may stand in an attribute.
fn escaped(address: &str) -> String {
    address.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<p id=\"here\"><a href=\"#here\">in it</a> <a class=\"x\" href=\"#goal-a\">not <b>in</b> it</a> \
                        <a href=\"../../goals.html\">page</a> <a href=\"https://example.org/\">out</a> <a href=\"mailto:a@b.org\">mail</a></p>";

    #[test]
    fn what_a_document_lacks_is_on_the_site() {
        let to = |away: &Away<'_>| match away {
            Away::Place(place) => Some(format!("https://site.org/#{place}")),
            Away::File(file) => Some(format!("https://site.org/{}", file.trim_start_matches("../"))),
        };
        let out = lead(HTML, &to);
        assert!(
            out.contains("<a href=\"#here\">in it</a> <a class=\"x\" href=\"https://site.org/#goal-a\">not <b>in</b> it</a>"),
            "{out}"
        );
        assert!(
            out.contains("<a href=\"https://site.org/goals.html\">page</a> <a href=\"https://example.org/\">out</a>"),
            "{out}"
        );
    }

    #[test]
    fn without_an_address_words_stay_words() {
        let out = lead(HTML, &|_| None);
        assert_eq!(
            out,
            "<p id=\"here\"><a href=\"#here\">in it</a> not <b>in</b> it page <a href=\"https://example.org/\">out</a> \
             <a href=\"mailto:a@b.org\">mail</a></p>"
        );
    }
}
