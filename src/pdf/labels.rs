//! Owns what links within a document say to those who don't see where they lead: the words that stand for each place of it.

use std::collections::BTreeMap;

use super::head::decoded;

/// The words for each place that links lead to.
pub(super) fn read(html: &str) -> BTreeMap<String, String> {
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    // A link that is itself a place, as the index names them, stands for what it says.
    let mut own = BTreeMap::new();
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let link = &rest[at + 3..];
        let Some((tag, after)) = link.split_once('>') else { break };
        let inner = &after[..after.find("</a>").unwrap_or(after.len())];
        let value =
            |start: &str| tag.split_once(start).and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value.to_owned());
        let words = text(inner);
        if words.chars().any(char::is_alphabetic) {
            if let Some(id) = value("id=\"") {
                own.insert(id, words.clone());
            }
            if let Some(place) = value("href=\"#") {
                labels.entry(place).or_insert(words);
            }
        }
        rest = after;
    }
    labels.extend(own);
    labels
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
                    <a id=\"named-1\" href=\"#member-a\">Aube</a><a href=\"#named-1\"><span>1</span></a><a href=\"x";
        let labels = read(html);
        let of = |place: &str| labels.get(place).map(String::as_str);
        assert_eq!(of("ch-1"), Some("1 Brief & long"));
        assert_eq!(of("named-1"), Some("Aube"));
        assert_eq!(of("member-a"), Some("Aube"));
        assert_eq!(of("x"), None);
    }
}
