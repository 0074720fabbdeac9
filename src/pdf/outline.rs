//! Owns the words of the outline, which Chromium takes from where they are drawn: those of a line written from right to left come out in the wrong order, some
//! twice, and nothing stands between a chapter's number and its title.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string, text_string};

use super::Failure;
use crate::syntax::decoded;

/// Gives the entries of the outline the words of the headings that they were made of.
pub(super) fn name(pdf: &mut Document, html: &str) -> Result<(), Failure> {
    let headings = headings(html);
    let counts: Vec<Counts> = headings.iter().map(|heading| count(heading)).collect();
    let mut next = 0;
    for id in entries(pdf) {
        let entry = pdf.get_dictionary_mut(id)?;
        let drawn = entry.get(b"Title").and_then(decode_text_string).map(|title| count(&title)).unwrap_or_default();
        // Both are in the order of the document; of headings that paper does not show there is no entry.
        if let Some(found) = counts[next..].iter().position(|heading| is_drawn(heading, &drawn)) {
            entry.set("Title", text_string(&headings[next + found]));
            next += found + 1;
        }
    }
    Ok(())
}

/// The entries in the order of the document.
fn entries(pdf: &Document) -> Vec<ObjectId> {
    let link = |dictionary: &Dictionary, key: &[u8]| dictionary.get(key).and_then(Object::as_reference).ok();
    let root = pdf.catalog().ok().and_then(|catalog| pdf.get_dictionary(link(catalog, b"Outlines")?).ok());
    let mut rest: Vec<ObjectId> = root.and_then(|root| link(root, b"First")).into_iter().collect();
    let mut found = Vec::new();
    while let Some(id) = rest.pop() {
        let Ok(entry) = pdf.get_dictionary(id) else { continue };
        // More entries than objects would be a circle.
        if found.len() > pdf.objects.len() {
            break;
        }
        found.push(id);
        rest.extend([link(entry, b"Next"), link(entry, b"First")].into_iter().flatten());
    }
    found
}

/// The words of all headings.
fn headings(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<h") {
        rest = after;
        let Some(level) = after.chars().next().filter(|level| ('1'..='6').contains(level)) else { continue };
        if !after[1..].starts_with([' ', '>']) {
            continue;
        }
        let Some((inside, after)) = after.split_once(&format!("</h{level}>")) else { continue };
        let words: String = inside.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
        found.push(decoded(&words).split_whitespace().collect::<Vec<_>>().join(" "));
        rest = after;
    }
    found
}

/// How often each character is in a title.
type Counts = BTreeMap<char, usize>;

/// The characters of a title whatever their order, without spaces.
fn count(title: &str) -> Counts {
    let mut counts = Counts::new();
    for c in title.chars().filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// Whether an entry was made of a heading: some lines are drawn, and written down, twice.
fn is_drawn(heading: &Counts, drawn: &Counts) -> bool {
    heading.keys().eq(drawn.keys())
        && heading.values().zip(drawn.values()).all(|(once, drawn)| (*once..=2 * once).contains(drawn))
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    /// A PDF whose outline has some titles, each below the one before.
    fn pdf(titles: &[&str]) -> Document {
        let mut pdf = Document::new();
        let mut below: Option<ObjectId> = None;
        for title in titles.iter().rev().map(Some).chain([None]) {
            let mut entry = title.map_or_else(Dictionary::new, |title| dictionary! { "Title" => text_string(title) });
            if let Some(below) = below {
                entry.set("First", below);
            }
            below = Some(pdf.add_object(entry));
        }
        let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Outlines" => below.expect("a root") });
        pdf.trailer.set("Root", catalog);
        pdf
    }

    #[test]
    fn titles_are_those_of_the_headings() {
        let html = "<head></head><h1 id=\"a\"><span>1</span> Wood &amp; more</h1><hr><h2>Unseen</h2><h2>بيانات الوثيقة</h2><h3>Same</h3><h3><b>2</b> Twice</h3>";
        let mut pdf = pdf(&["1Wood & more", "الوثيقة بيانات", "other", "Same", "2TwiceTwice"]);
        name(&mut pdf, html).expect("it can be read");
        let title =
            |id: ObjectId| decode_text_string(pdf.get_dictionary(id).and_then(|entry| entry.get(b"Title")).expect("a title"));
        let titles: Vec<String> = entries(&pdf).into_iter().map(|id| title(id).expect("text")).collect();
        assert_eq!(titles, ["1 Wood & more", "بيانات الوثيقة", "other", "Same", "2 Twice"]);
    }
}
