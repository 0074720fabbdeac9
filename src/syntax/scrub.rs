//! Owns the cleaning of drawings (SVG) before they are published: what runs, calls another host or was only of use to the program that drew it is left out. It
//! writes anew what it has read, and whether the result is safe is judged by [`active`](super::active) alone.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::active;

/// A drawing as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scrubbed {
    /// The drawing.
    pub bytes: Vec<u8>,
    /// What was left out of it that did something, as authors would name it (`` `<script>` ``); the leavings of drawing programs are not counted.
    pub removed: Vec<String>,
}

/// Elements that say something about the drawing to programs and nothing to readers.
const LEAVINGS: &[&str] = &["metadata"];
/// Names of what belongs to a drawing, by which its prefixes are known.
const OWN: &[&str] = &["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"];

/// The drawing without what has no place on a page; nothing where it can't be read to its end, or declares entities of its own, which may hold anything.
pub fn scrub(bytes: &[u8]) -> Option<Scrubbed> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader = Reader::from_str(text);
    let mut out = String::with_capacity(text.len());
    let mut removed: Vec<String> = Vec::new();
    let mut foreign: BTreeMap<String, bool> = BTreeMap::new();
    // How deep we are inside of an element that is left out, and in a style sheet, whose text is kept until its end.
    let (mut hidden, mut style) = (0usize, None::<Sheet>);
    loop {
        let event = reader.read_event().ok()?;
        match event {
            Event::Eof => return Some(Scrubbed { bytes: out.into_bytes(), removed }),
            Event::Start(_) if hidden > 0 => hidden += 1,
            Event::End(_) if hidden > 0 => hidden -= 1,
            _ if hidden > 0 => {}
            Event::Start(element) | Event::Empty(element) if style.is_some() => drop(element),
            Event::Start(element) => match start(&element, &mut foreign, &mut removed)? {
                Some(tag) if is_style(&element) => style = Some(Sheet { tag, text: String::new() }),
                Some(tag) => out.extend([tag.as_str(), ">"]),
                None => hidden = 1,
            },
            Event::Empty(element) => {
                if let Some(tag) = start(&element, &mut foreign, &mut removed)? {
                    out.extend([tag.as_str(), "/>"]);
                }
            }
            Event::End(element) => {
                if let Some(sheet) = style.take() {
                    match active::in_css(&sheet.text) {
                        Some(_) => note(&mut removed, "a style sheet that takes something from elsewhere"),
                        None => out.extend([sheet.tag.as_str(), ">", sheet.text.as_str(), "</", element.name().as_ref(), ">"]),
                    }
                } else {
                    out.extend(["</", element.name().as_ref(), ">"]);
                }
            }
            Event::Text(words) => style.as_mut().map_or(&mut out, |sheet| &mut sheet.text).push_str(&words),
            Event::CData(words) => {
                style.as_mut().map_or(&mut out, |sheet| &mut sheet.text).extend(["<![CDATA[", &words, "]]>"]);
            }
            // `active` does not let a style sheet hide its characters; what it refuses is not made harmless here either.
            Event::GeneralRef(name) => style.as_mut().map_or(&mut out, |sheet| &mut sheet.text).extend(["&", &name, ";"]),
            Event::DocType(kind) if kind.to_ascii_uppercase().contains("<!ENTITY") => return None,
            Event::PI(instruction) if instruction.starts_with("xml-stylesheet") => {
                note(&mut removed, "a style sheet from elsewhere");
            }
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// A style sheet that is being read.
struct Sheet {
    tag: String,
    text: String,
}

fn is_style(element: &BytesStart<'_>) -> bool {
    element.local_name().as_ref().eq_ignore_ascii_case("style")
}

fn note(removed: &mut Vec<String>, what: &str) {
    if !removed.iter().any(|known| known == what) {
        removed.push(what.to_owned());
    }
}

/// The start of an element without its last bracket, or nothing where the element goes; `None` outside where it is faulty.
fn start(element: &BytesStart<'_>, foreign: &mut BTreeMap<String, bool>, removed: &mut Vec<String>) -> Option<Option<String>> {
    let attributes: Vec<_> = element.attributes().collect::<Result<_, _>>().ok()?;
    for attribute in &attributes {
        if let Some(prefix) = attribute.key.as_ref().strip_prefix("xmlns:") {
            foreign.insert(prefix.to_owned(), !OWN.contains(&attribute.value.trim()));
        }
    }
    let is_foreign = |name: &str| match name.split_once(':') {
        Some((prefix, _)) => prefix != "xml" && prefix != "xmlns" && foreign.get(prefix).copied().unwrap_or(prefix != "xlink"),
        None => false,
    };
    let name = element.name();
    let local = element.local_name().as_ref().to_ascii_lowercase();
    if is_foreign(name.as_ref()) || LEAVINGS.contains(&local.as_str()) {
        return Some(None);
    }
    if active::ELEMENTS.contains(&local.as_str()) {
        note(removed, &format!("`<{}>`", element.local_name().as_ref()));
        return Some(None);
    }
    let mut tag = format!("<{}", name.as_ref());
    for attribute in &attributes {
        let key = attribute.key.as_ref();
        let leftover = is_foreign(key) || key.strip_prefix("xmlns:").is_some_and(|prefix| foreign.get(prefix) == Some(&true));
        if leftover {
            continue;
        }
        let value = unescape(&attribute.value).ok()?;
        if active::in_attribute(attribute.key.local_name().as_ref(), &value).is_some() {
            note(removed, &format!("`{key}`"));
            continue;
        }
        // As it was written, but for the quotes around it.
        tag.extend([" ", key, "=\"", &attribute.value.replace('"', "&quot;"), "\""]);
    }
    Some(Some(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubbed(inner: &str) -> (String, Vec<String>) {
        let svg = format!("<?xml version='1.0'?><!-- made by --><svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>");
        let found = scrub(svg.as_bytes()).unwrap();
        assert_eq!(active::danger(&found.bytes, "a.svg"), None, "{inner}");
        let text = String::from_utf8(found.bytes).unwrap();
        let again = scrub(text.as_bytes()).unwrap();
        assert_eq!(
            (again.bytes, again.removed),
            (text.clone().into_bytes(), Vec::new()),
            "cleaning what is clean changes nothing"
        );
        let inner = text.strip_prefix("<svg xmlns=\"http://www.w3.org/2000/svg\">").unwrap().strip_suffix("</svg>").unwrap();
        (inner.to_owned(), found.removed)
    }

    #[test]
    fn what_draws_stays_as_it_is() {
        for inner in [
            "<title>Mill &amp; yard</title><desc>A &lt; B</desc><path d=\"M0 0\" fill=\"url(#a)\"/>",
            "<style>.a { fill: url('#g') }</style><g class=\"a\"><text x=\"1\">é ش<tspan> 2 </tspan></text></g>",
            "<style><![CDATA[a > b { fill: red }]]></style>",
            "<use xlink:href=\"#a\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/><text xml:space=\"preserve\"> a  b </text>",
        ] {
            assert_eq!(scrubbed(inner), (inner.to_owned(), Vec::new()));
        }
        assert_eq!(scrubbed("<rect id='a\"b'/>").0, "<rect id=\"a&quot;b\"/>");
    }

    #[test]
    fn leavings_go_without_a_word() {
        let ink = "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'";
        for (inner, expected) in [
            ("<!-- by Jo --><rect/>".to_owned(), "<rect/>"),
            ("<metadata><a:b xmlns:a='http://example.org/'>Jo</a:b></metadata><rect/>".to_owned(), "<rect/>"),
            (format!("<g {ink} inkscape:label='Jo'><inkscape:grid><rect/></inkscape:grid><rect/></g>"), "<g><rect/></g>"),
            ("<sodipodi:namedview/><rect sketch:type='x'/>".to_owned(), "<rect/>"),
            ("<?editor x?><rect/>".to_owned(), "<rect/>"),
        ] {
            assert_eq!(scrubbed(&inner), (expected.to_owned(), Vec::new()), "{inner}");
        }
    }

    #[test]
    fn what_runs_or_calls_goes_and_is_told() {
        for (inner, expected, removed) in [
            ("<script>alert(1)</script><rect/>", "<rect/>", "`<script>`"),
            ("<SCRIPT href='#a'/><rect/>", "<rect/>", "`<SCRIPT>`"),
            ("<s:script xmlns:s='http://www.w3.org/2000/svg'>1</s:script>", "", "`<script>`"),
            (
                "<switch><foreignObject><div><p>x</p></div></foreignObject><text>x</text></switch>",
                "<switch><text>x</text></switch>",
                "`<foreignObject>`",
            ),
            ("<rect onclick='x' width='3'/>", "<rect width=\"3\"/>", "`onclick`"),
            ("<a href='java&#9;script:x'><rect/></a>", "<a><rect/></a>", "`href`"),
            ("<image href='https://example.org/a.png' x='2'/>", "<image x=\"2\"/>", "`href`"),
            ("<set attributeName='href' to=' JavaScript:x'/>", "<set attributeName=\"href\"/>", "`to`"),
            ("<rect fill='u&#114;l(//example.org/)'/>", "<rect/>", "`fill`"),
            ("<rect style='fill: \\75rl(//example.org/)'/>", "<rect/>", "`style`"),
            (
                "<style>@import 'https://example.org/';</style><rect/>",
                "<rect/>",
                "a style sheet that takes something from elsewhere",
            ),
            ("<style><![CDATA[a { b: url(//example.org/) }]]></style>", "", "a style sheet that takes something from elsewhere"),
            ("<?xml-stylesheet href='//example.org/'?><rect/>", "<rect/>", "a style sheet from elsewhere"),
        ] {
            assert_eq!(scrubbed(inner), (expected.to_owned(), vec![removed.to_owned()]), "{inner}");
        }
    }

    #[test]
    fn what_can_not_be_read_is_not_touched() {
        let entity = b"<!DOCTYPE svg [<!ENTITY x '<script/>'>]><svg>&x;</svg>";
        for bytes in [&entity[..], b"<svg><rect x='", b"<svg><rect a='&x;'/></svg>", b"\xff\xfe<\0s\0", b"<svg><g></svg>"] {
            assert_eq!(scrub(bytes), None, "{:?}", String::from_utf8_lossy(bytes));
        }
        let hiding = scrub(b"<svg><style>a { b: u&#114;l(//example.org/) }</style></svg>").unwrap();
        assert!(active::danger(&hiding.bytes, "a.svg").is_some(), "and is still refused");
    }
}
