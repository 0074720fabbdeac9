//! Owns page numbers, which no engine gets right by itself but in margins: which page each place of the document has come to lie on, and the numbers in
//! the links that lead there.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pictures;

/// Most levels of a tree of names that are followed; a real one has two or three.
const DEPTH: usize = 32;

/// The page that each named place of a PDF is on, from 1.
pub(super) fn destinations(pdf: &Document) -> BTreeMap<String, u32> {
    let pages: BTreeMap<ObjectId, u32> = pdf.get_pages().into_iter().map(|(number, id)| (id, number)).collect();
    let mut found = Vec::new();
    if let Ok(catalog) = pdf.catalog() {
        if let Some(places) = dictionary(pdf, catalog.get(b"Dests").ok()) {
            found.extend(places.iter().map(|(name, place)| (name.as_slice(), place)));
        }
        let names = dictionary(pdf, catalog.get(b"Names").ok());
        tree(pdf, names.and_then(|names| dictionary(pdf, names.get(b"Dests").ok())), DEPTH, &mut found);
    }
    let page = |place: &Object| pages.get(&target(pdf, place)?).copied();
    found.into_iter().filter_map(|(name, place)| Some((String::from_utf8_lossy(name).into_owned(), page(place)?))).collect()
}

/// The names of a tree of names, with what they stand for.
fn tree<'p>(pdf: &'p Document, node: Option<&'p Dictionary>, depth: usize, found: &mut Vec<(&'p [u8], &'p Object)>) {
    let (Some(node), Some(depth)) = (node, depth.checked_sub(1)) else { return };
    let list = |key: &[u8]| node.get(key).ok().and_then(|list| pdf.dereference(list).ok()?.1.as_array().ok());
    for pair in list(b"Names").into_iter().flat_map(|names| names.chunks_exact(2)) {
        if let Ok(name) = pair[0].as_str() {
            found.push((name, &pair[1]));
        }
    }
    for kid in list(b"Kids").into_iter().flatten() {
        tree(pdf, dictionary(pdf, Some(kid)), depth, found);
    }
}

/// The page that a place is on: a list that begins with the page, or a dictionary that holds such a list.
fn target(pdf: &Document, place: &Object) -> Option<ObjectId> {
    let (_, place) = pdf.dereference(place).ok()?;
    let place = match place {
        Object::Dictionary(place) => pdf.dereference(place.get(b"D").ok()?).ok()?.1,
        other => other,
    };
    place.as_array().ok()?.first()?.as_reference().ok()
}

fn dictionary<'p>(pdf: &'p Document, object: Option<&'p Object>) -> Option<&'p Dictionary> {
    pdf.dereference(object?).ok()?.1.as_dict().ok()
}

/// How the places begin that the index leads to.
const INDEXED: &str = "named-";

/// Writes the number of the page that a link within the document leads to beside its address, as `data-p`; the style sheet says which links show it.
pub(super) fn fill(html: &str, page: impl Fn(&str) -> Option<u32>) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    // The page that the link before led to, among those of one entry of the index: a page is named once for each.
    let mut last = None;
    while let Some(at) = rest.find("<a ") {
        let (before, link) = rest.split_at(at + 3);
        let (tag, after) = link.split_at(link.find('>').unwrap_or(link.len()));
        out.push_str(before);
        let id = place(tag);
        let number = id.as_deref().and_then(&page);
        let indexed = id.is_some_and(|id| id.starts_with(INDEXED));
        if before.contains("<li") || !indexed {
            last = None;
        }
        let again = indexed && number.is_some() && number == last;
        last = number;
        match number {
            Some(_) if again => out.push_str(tag),
            Some(number) => {
                let bare = tag.replace("data-p=\"\" ", "").replace(" data-p=\"\"", "");
                out.push_str(&format!("{bare} data-p=\"{number}\""));
            }
            None => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The place that a link's tag leads to, where that is in the document.
fn place(tag: &str) -> Option<String> {
    let (_, address) = tag.split_once("href=\"#")?;
    let id = &address[..address.find('"')?];
    (!id.is_empty()).then(|| id.to_owned())
}

/// The document as far as its pages depend on it, to find their numbers with: pictures keep their size and lose what is drawn in them, and nothing is
/// painted. An engine prints it in less than half the time.
pub(super) fn bare(html: &str) -> String {
    let opening = |picture: &str| picture[..picture.find('>').map_or(picture.len(), |end| end + 1)].to_owned();
    with_sheet(&pictures::redrawn(html, opening), UNPAINTED)
}

/// The document with the numbers that stand in it, for an engine that would count pages by itself: WeasyPrint gives up after some layouts, and then names
/// pages that are not the right ones.
pub(super) fn written(html: &str) -> String {
    with_sheet(html, WRITTEN)
}

fn with_sheet(html: &str, name: &str) -> String {
    html.replacen("</head>", &format!("<link rel=\"stylesheet\" href=\"{name}\"></head>"), 1)
}

/// Name of the style sheet, beside the document, with which it is so.
pub(super) const WRITTEN: &str = "written.css";

/// What it says, rule by rule in place of those of the document's own sheet.
pub(super) const WRITTEN_RULES: &str = "\
.contents a::after { content: leader(\" . \") attr(data-p); }
.prose a[href^=\"#\"]::after, .answers a[href^=\"#\"]::after { content: none; }
.prose a[data-p]::after, .answers a[data-p]::after { content: \"\\a0(\" attr(data-p) \")\"; }
.index a::after { content: attr(data-p); }
.index a:not([data-p]), .index a[data-p=\"\"] { display: none; }
";

/// Name of the style sheet, beside the document, that keeps everything from being painted.
pub(super) const UNPAINTED: &str = "unpainted.css";

/// What it says.
pub(super) const UNPAINTED_RULES: &str = "* { visibility: hidden !important; }\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_get_the_number_of_their_page() {
        for (html, expected) in [
            ("<a href=\"#x\" data-p=\"\">X</a>", "<a href=\"#x\" data-p=\"7\">X</a>"),
            ("<a href=\"#y\" data-p=\"\">Y</a>", "<a href=\"#y\" data-p=\"\">Y</a>"),
            ("<a href=\"y.html\">Y</a> <a", "<a href=\"y.html\">Y</a> <a"),
        ] {
            assert_eq!(fill(html, |id| (id == "x").then_some(7)), expected);
        }
    }

    #[test]
    fn an_entry_of_the_index_names_a_page_once() {
        let html = "<li>A <a href=\"#named-1\" data-p=\"\"></a><a href=\"#named-2\" data-p=\"\"></a></li>\n<li>B <a href=\"#named-3\" data-p=\"\"></a></li>";
        let filled = fill(html, |_| Some(7));
        assert_eq!(filled.matches("data-p=\"7\"").count(), 2, "{filled}");
        assert!(filled.contains("<a href=\"#named-2\" data-p=\"\">"), "{filled}");
    }

    #[test]
    fn what_is_drawn_does_not_matter_for_page_numbers() {
        let html = "<head></head><p>a<svg viewBox=\"0 0 1 1\"><g><text>b</text></g></svg>c <svg></svg><svg>";
        let bare = bare(html);
        assert!(bare.ends_with("<p>a<svg viewBox=\"0 0 1 1\"></svg>c <svg></svg><svg>"), "{bare}");
        assert!(bare.starts_with("<head><link rel=\"stylesheet\" href=\"unpainted.css\"></head>"), "{bare}");
    }
}
