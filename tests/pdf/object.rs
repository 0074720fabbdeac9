//! What the objects of a PDF say: where links lead, the outline, which element lies on which pages, how large letters are, and every string there is.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A link within the document.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// The page that it stands on, from 1.
    pub(crate) page: u32,
    /// Left, top, right and bottom in points from the page's upper left corner.
    pub(crate) sides: [f64; 4],
    /// The name of the place that it leads to.
    pub(crate) place: String,
}

fn resolved<'p>(pdf: &'p Document, object: &'p Object) -> &'p Object {
    pdf.dereference(object).map_or(object, |(_, object)| object)
}

fn entry<'p>(pdf: &'p Document, dictionary: &'p Dictionary, key: &str) -> Option<&'p Object> {
    dictionary.get(key.as_bytes()).ok().map(|value| resolved(pdf, value))
}

fn inner<'p>(pdf: &'p Document, dictionary: &'p Dictionary, key: &str) -> Option<&'p Dictionary> {
    entry(pdf, dictionary, key)?.as_dict().ok()
}

/// Text of a string, whichever of the two ways it is written in.
pub(crate) fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap_or_default()
}

pub(crate) fn catalog(pdf: &Document) -> &Dictionary {
    pdf.catalog().expect("a catalog")
}

/// The pages by their objects, from 1.
pub(crate) fn pages(pdf: &Document) -> BTreeMap<ObjectId, u32> {
    pdf.get_pages().into_iter().map(|(number, id)| (id, number)).collect()
}

/// Left, low, right and high side of a page.
pub(crate) fn page_box(pdf: &Document, page: ObjectId) -> [f64; 4] {
    let mut own = pdf.get_dictionary(page).expect("a page");
    let sides = loop {
        if let Some(sides) = entry(pdf, own, "MediaBox") {
            break sides.as_array().expect("four sides");
        }
        own = inner(pdf, own, "Parent").expect("a page has sides, or what is above it");
    };
    [0, 1, 2, 3].map(|at| f64::from(sides[at].as_float().expect("a number")))
}

/// The page of every named place.
pub(crate) fn destinations(pdf: &Document) -> BTreeMap<String, Option<u32>> {
    let pages = pages(pdf);
    let mut found: Vec<(String, &Object)> = Vec::new();
    if let Some(places) = inner(pdf, catalog(pdf), "Dests") {
        found.extend(places.iter().map(|(name, place)| (String::from_utf8_lossy(name).into_owned(), place)));
    }
    let mut trees: Vec<&Dictionary> =
        inner(pdf, catalog(pdf), "Names").and_then(|names| inner(pdf, names, "Dests")).into_iter().collect();
    while let Some(tree) = trees.pop() {
        let list = |key: &str| entry(pdf, tree, key).and_then(|list| list.as_array().ok()).into_iter().flatten();
        let names: Vec<&Object> = list("Names").collect();
        found.extend(names.chunks_exact(2).map(|pair| (text(pair[0]), pair[1])));
        trees.extend(list("Kids").filter_map(|kid| resolved(pdf, kid).as_dict().ok()));
    }
    found.into_iter().map(|(name, place)| (name, page_of(pdf, &pages, place))).collect()
}

fn page_of(pdf: &Document, pages: &BTreeMap<ObjectId, u32>, place: &Object) -> Option<u32> {
    let place = match resolved(pdf, place) {
        Object::Dictionary(place) => entry(pdf, place, "D")?,
        other => other,
    };
    pages.get(&place.as_array().ok()?.first()?.as_reference().ok()?).copied()
}

/// The links within the document.
pub(crate) fn links(pdf: &Document) -> Vec<Link> {
    let mut found = Vec::new();
    for (number, id) in pdf.get_pages() {
        let [left, _, _, high] = page_box(pdf, id);
        let page = pdf.get_dictionary(id).expect("a page");
        let annotations = entry(pdf, page, "Annots").and_then(|list| list.as_array().ok()).into_iter().flatten();
        for annotation in annotations.filter_map(|one| resolved(pdf, one).as_dict().ok()) {
            let action = inner(pdf, annotation, "A");
            let target = entry(pdf, annotation, "Dest").or_else(|| entry(pdf, action?, "D"));
            let place = match target {
                Some(Object::Name(name)) => String::from_utf8_lossy(name).into_owned(),
                Some(name @ Object::String(..)) => text(name),
                Some(other) => panic!("a link leads to {other:?}"),
                None => continue,
            };
            let sides = entry(pdf, annotation, "Rect").and_then(|sides| sides.as_array().ok()).expect("a link has a place");
            let [x1, y1, x2, y2] = [0, 1, 2, 3].map(|at| f64::from(sides[at].as_float().expect("a number")));
            let sides = [x1.min(x2) - left, high - y1.max(y2), x1.max(x2) - left, high - y1.min(y2)];
            found.push(Link { page: number, sides, place });
        }
    }
    found
}

/// The entries of the outline, with their pages.
pub(crate) fn outline(pdf: &Document) -> Vec<(String, Option<u32>)> {
    let pages = pages(pdf);
    let places = destinations(pdf);
    let mut found = Vec::new();
    let mut rest: Vec<&Dictionary> =
        inner(pdf, catalog(pdf), "Outlines").and_then(|root| inner(pdf, root, "First")).into_iter().collect();
    while let Some(item) = rest.pop() {
        let target = entry(pdf, item, "Dest").or_else(|| entry(pdf, inner(pdf, item, "A")?, "D"));
        let page = target.and_then(|target| match target {
            Object::Name(name) => places.get(String::from_utf8_lossy(name).as_ref()).copied().flatten(),
            name @ Object::String(..) => places.get(&text(name)).copied().flatten(),
            other => page_of(pdf, &pages, other),
        });
        found.push((entry(pdf, item, "Title").map(text).unwrap_or_default(), page));
        // The first child comes before the next of the same level.
        rest.extend(inner(pdf, item, "Next"));
        rest.extend(inner(pdf, item, "First"));
    }
    found
}

/// An element of the structure.
#[derive(Debug)]
pub(crate) struct Element {
    /// Its type.
    pub(crate) kind: String,
    /// Types of the elements right in it.
    pub(crate) children: Vec<String>,
    /// The pages that its content is on.
    pub(crate) pages: BTreeSet<u32>,
}

/// All elements of the structure.
pub(crate) fn elements(pdf: &Document) -> Vec<Element> {
    let mut found = Vec::new();
    if let Some(root) = inner(pdf, catalog(pdf), "StructTreeRoot").and_then(|root| entry(pdf, root, "K")) {
        walk(pdf, &pages(pdf), root, None, &mut found);
    }
    found
}

/// The pages of a part of the structure, and the types of the elements at its top.
fn walk(
    pdf: &Document,
    pages: &BTreeMap<ObjectId, u32>,
    node: &Object,
    page: Option<u32>,
    found: &mut Vec<Element>,
) -> (BTreeSet<u32>, Vec<String>) {
    match resolved(pdf, node) {
        Object::Integer(_) => (page.into_iter().collect(), Vec::new()),
        Object::Array(nodes) => nodes.iter().fold(Default::default(), |(mut on, mut kinds), node| {
            let (more, kind) = walk(pdf, pages, node, page, found);
            on.extend(more);
            kinds.extend(kind);
            (on, kinds)
        }),
        Object::Dictionary(node) => {
            let own = node.get(b"Pg").and_then(Object::as_reference).ok().and_then(|id| pages.get(&id).copied());
            let page = own.or(page);
            let name = |key: &str| entry(pdf, node, key).and_then(|name| name.as_name().ok());
            match name("Type") {
                Some(b"MCR") => return (page.into_iter().collect(), Vec::new()),
                Some(b"OBJR") => return Default::default(),
                _ => {}
            }
            let (on, children) = node.get(b"K").map_or_else(|_| Default::default(), |kids| walk(pdf, pages, kids, page, found));
            let kind = String::from_utf8_lossy(name("S").unwrap_or_default()).into_owned();
            found.push(Element { kind: kind.clone(), children, pages: on.clone() });
            (on, vec![kind])
        }
        _ => Default::default(),
    }
}

/// How many bytes of text there are in each size, in hundredths of a point.
pub(crate) fn sizes(pdf: &Document) -> BTreeMap<u32, usize> {
    let mut found = BTreeMap::new();
    for page in pdf.page_iter() {
        let content = Content::decode(&pdf.get_page_content(page)).expect("content of a page");
        // Only how much things are enlarged counts, which is the length of what an upright line of one unit becomes.
        let (mut scale, mut kept, mut font, mut line) = ([1.0, 0.0, 0.0, 1.0], Vec::new(), 0.0, [1.0, 0.0, 0.0, 1.0]);
        for operation in &content.operations {
            let number = |at: usize| operation.operands.get(at).and_then(|value| value.as_float().ok()).map_or(0.0, f64::from);
            match operation.operator.as_str() {
                "q" => kept.push(scale),
                "Q" => scale = kept.pop().unwrap_or(scale),
                "cm" => scale = product([number(0), number(1), number(2), number(3)], scale),
                "BT" => line = [1.0, 0.0, 0.0, 1.0],
                "Tm" => line = [number(0), number(1), number(2), number(3)],
                "Tf" => font = number(1),
                "Tj" | "TJ" | "'" | "\"" => {
                    let upright = product(line, scale);
                    let size = font * upright[2].hypot(upright[3]);
                    let bytes = |value: &Object| value.as_str().map_or(0, <[u8]>::len);
                    let shown =
                        |value: &Object| value.as_array().map_or_else(|_| bytes(value), |list| list.iter().map(bytes).sum());
                    *found.entry((size * 100.0).round() as u32).or_default() +=
                        operation.operands.iter().map(shown).sum::<usize>();
                }
                _ => {}
            }
        }
    }
    found
}

/// Two changes of scale, one after the other.
fn product(first: [f64; 4], then: [f64; 4]) -> [f64; 4] {
    let [a, b, c, d] = first;
    [a * then[0] + b * then[2], a * then[1] + b * then[3], c * then[0] + d * then[2], c * then[1] + d * then[3]]
}

/// Whether a word stands anywhere in the objects of a PDF: in strings, names, keys and unpacked streams, in whichever encoding.
pub(crate) fn holds(pdf: &Document, word: &str) -> bool {
    pdf.objects.values().any(|object| object_holds(object, word)) || dictionary_holds(&pdf.trailer, word)
}

fn dictionary_holds(dictionary: &Dictionary, word: &str) -> bool {
    dictionary.iter().any(|(key, value)| bytes_hold(key, word) || object_holds(value, word))
}

fn object_holds(object: &Object, word: &str) -> bool {
    match object {
        Object::String(bytes, _) | Object::Name(bytes) => bytes_hold(bytes, word),
        Object::Array(list) => list.iter().any(|one| object_holds(one, word)),
        Object::Dictionary(dictionary) => dictionary_holds(dictionary, word),
        Object::Stream(stream) => {
            let plain = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            dictionary_holds(&stream.dict, word) || bytes_hold(&plain, word)
        }
        _ => false,
    }
}

/// Whether bytes hold a word of small ASCII letters, as it is, in UTF-16, or either of them as hexadecimal digits.
fn bytes_hold(bytes: &[u8], word: &str) -> bool {
    let plain = word.as_bytes().to_vec();
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes();
    // Characters of their own let the standard library search fast.
    let text: String = bytes.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    [hex(&plain), hex(&wide), plain, wide]
        .iter()
        .any(|what| text.contains(&what.iter().map(|byte| char::from(*byte)).collect::<String>()))
}
