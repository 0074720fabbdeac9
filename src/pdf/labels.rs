//! Owns what links within a document say to those who don't see where they lead: the words that stand for each place of it.

use std::collections::BTreeMap;

use crate::syntax::decoded;

/// The words for what links lead to.
#[derive(Default)]
pub(super) struct Labels {
    /// For each place in the document.
    pub(super) places: BTreeMap<String, String>,
    /// For each address that a picture leads to, what the picture shows.
    pub(super) pictures: BTreeMap<String, String>,
}

/// Reads the words.
pub(super) fn read(html: &str) -> Labels {
    let mut labels = Labels::default();
    // A link that is itself a place, as the index names them, stands for what it says.
    let mut own = BTreeMap::new();
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let link = &rest[at + 3..];
        let Some((tag, after)) = link.split_once('>') else { break };
        let inner = &after[..after.find("</a>").unwrap_or(after.len())];
        let words = text(inner);
        if words.chars().any(char::is_alphabetic) {
            if let Some(id) = value(tag, "id=\"") {
                own.insert(id, words.clone());
            }
            if let Some(place) = value(tag, "href=\"#") {
                labels.places.entry(place).or_insert(words);
            }
        } else if let (Some(address), Some(shown)) = (value(tag, "href=\""), value(inner, " alt=\"")) {
            labels.pictures.insert(address, shown);
        }
        rest = after;
    }
    labels.places.extend(own);
    labels
}

/// The value that stands after the name of an attribute.
fn value(tag: &str, start: &str) -> Option<String> {
    Some(decoded(tag.split_once(start)?.1.split_once('"')?.0))
}

/// The words of a piece of HTML.
fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = true;
    for c in html.chars() {
        match c {
            '<' => inside = false,
            '>' => {
                inside = true;
                out.push(' ');
            }
            c if inside => out.push(c),
            _ => {}
        }
    }
    decoded(&out.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_called_as_the_first_link_there_is() {
        let html = "<a href=\"#ch-1\" data-p=\"3\"><span>1</span> Brief &amp; long</a><a href=\"#ch-1\">here</a>\
                    <a id=\"named-1\" href=\"#member-a\">Aube</a><a href=\"#named-1\"><span>1</span></a>\
                    <a href=\"https://a.example/\"><img src=\"a.svg\" alt=\"Aube\"></a><a href=\"x";
        let labels = read(html);
        let of = |place: &str| labels.places.get(place).map(String::as_str);
        assert_eq!(of("ch-1"), Some("1 Brief & long"));
        assert_eq!(of("named-1"), Some("Aube"));
        assert_eq!(of("member-a"), Some("Aube"));
        assert_eq!(of("x"), None);
        assert_eq!(labels.pictures.get("https://a.example/").map(String::as_str), Some("Aube"));
    }
}
