//! Owns what in a file would run in a reader's browser or call another host; drawings and web pages can, however harmless they look.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// Endings of files that browsers run, or show as pages that can run something.
const RUN: &[&str] = &["htm", "html", "js", "mht", "mhtml", "mjs", "shtml", "svgz", "swf", "xht", "xhtml", "xml", "xsl", "xslt"];
/// Elements of a drawing that run programs, or hold what is no drawing.
pub(super) const ELEMENTS: &[&str] =
    &["audio", "embed", "foreignobject", "handler", "html", "iframe", "link", "listener", "meta", "object", "script", "video"];
/// What a drawing may carry within itself in place of an address: pixels, which can do nothing.
const PIXELS: &[&str] = &["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp"];

/// Why a file is not safe to publish, as the end of a sentence that begins with its path; nothing where it is safe. A drawing that can't be read
/// to its end is not safe, since a browser may read more of it than this does.
pub fn danger(bytes: &[u8], path: &str) -> Option<String> {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if RUN.contains(&ending.as_str()) {
        return Some("is of a format that can run programs in readers' browsers".to_owned());
    }
    if ending == "svg" { drawing(bytes) } else { None }
}

fn drawing(bytes: &[u8]) -> Option<String> {
    let unreadable = || Some("can't be read to its end, so nobody knows what it does".to_owned());
    let Ok(text) = std::str::from_utf8(bytes) else { return unreadable() };
    let mut reader = Reader::from_str(text);
    let mut in_style = false;
    loop {
        let Ok(event) = reader.read_event() else { return unreadable() };
        let found = match &event {
            Event::Start(element) | Event::Empty(element) => {
                in_style = element.local_name().as_ref().eq_ignore_ascii_case("style") && matches!(event, Event::Start(_));
                in_element(element)
            }
            Event::Text(style) if in_style => in_css(style),
            Event::CData(style) if in_style => in_css(style),
            Event::GeneralRef(_) if in_style => Some("hides characters in its style sheet".to_owned()),
            Event::DocType(kind) if kind.to_ascii_uppercase().contains("<!ENTITY") => {
                Some("declares entities of its own".to_owned())
            }
            Event::PI(instruction) if instruction.starts_with("xml-stylesheet") => {
                Some("takes a style sheet from elsewhere".to_owned())
            }
            Event::End(_) => {
                in_style = false;
                None
            }
            Event::Eof => return None,
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => None,
        };
        if found.is_some() {
            return found;
        }
    }
}

fn in_element(element: &BytesStart<'_>) -> Option<String> {
    let name = element.local_name();
    let name = name.as_ref();
    if ELEMENTS.contains(&name.to_ascii_lowercase().as_str()) {
        return Some(format!("holds `<{name}>`"));
    }
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else { return Some(format!("has a faulty `<{name}>`")) };
        let key = attribute.key.local_name();
        let key = key.as_ref().to_ascii_lowercase();
        let Ok(value) = unescape(&attribute.value) else { return Some(format!("has a faulty `{key}`")) };
        if let Some(found) = in_attribute(&key, &value) {
            return Some(found);
        }
    }
    None
}

/// An attribute by its name, without a prefix, and its value.
pub(super) fn in_attribute(key: &str, value: &str) -> Option<String> {
    let (key, value) = (key.to_ascii_lowercase(), value.trim());
    if key.starts_with("on") {
        return Some(format!("runs a program (`{key}`)"));
    }
    if plain(value).contains("javascript:") {
        return Some("runs a program (`javascript:`)".to_owned());
    }
    if matches!(key.as_str(), "href" | "src" | "base") && !stays(value) {
        return Some(format!("leads elsewhere (`{key}`)"));
    }
    in_css(value)
}

/// A style sheet, or any value that may hold a part of one, since `fill`, `mask` and others do.
pub(super) fn in_css(css: &str) -> Option<String> {
    let css = plain(css);
    if css.contains("@import") || css.split("url(").skip(1).any(|rest| !stays(rest.trim_start_matches(['"', '\'']))) {
        return Some("takes something from elsewhere (`url`)".to_owned());
    }
    // In a style sheet a backslash writes any other character, such as the `u` of `url`.
    (css.contains('\\') && css.contains('(')).then(|| "hides characters in its style sheet".to_owned())
}

/// In small letters and without what browsers skip inside an address.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect::<String>().to_ascii_lowercase()
}

/// Whether an address leads to a part of the same file.
fn stays(address: &str) -> bool {
    let address = plain(address);
    address.starts_with('#') || PIXELS.iter().any(|start| address.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::danger;

    #[test]
    fn what_only_draws_is_safe() {
        for inner in [
            "<rect width='1' height='1' fill='url(#a)' style='mask: url(\"#b\")'/>",
            "<style>.a { fill: url('#g'); color: rgb(1 2 3) }</style><use xlink:href='#a' xmlns:xlink='x'/>",
            "<image href='data:image/png;base64,AAAA'/><title>on the script &amp; more</title>",
            "<!-- <script> --><metadata><a:b xmlns:a='http://example.org/' a:resource='http://example.org/'/></metadata>",
            "<text>url(https://example.org) @import</text><path d='M0 0' id='onload'/>",
        ] {
            let svg = format!("<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'><svg>{inner}</svg>");
            assert_eq!(danger(svg.as_bytes(), "assets/a.svg"), None, "{inner}");
        }
        assert_eq!(danger(b"<script>", "assets/a.png"), None);
        assert_eq!(danger(b"", "assets/a.svg"), None);
    }

    #[test]
    fn what_runs_or_calls_is_not() {
        for (inner, expected) in [
            ("<script>1</script>", "<script>"),
            ("<SCRIPT href='#a'/>", "<SCRIPT>"),
            ("<s:script xmlns:s='http://www.w3.org/2000/svg'>1</s:script>", "<script>"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<rect onclick='x'/>", "onclick"),
            ("<rect ONLOAD='x'/>", "onload"),
            ("<a href='java&#9;script:x'>k</a>", "javascript:"),
            ("<set attributeName='href' to=' JavaScript:x'/>", "javascript:"),
            ("<image href='https://example.org/a.png'/>", "href"),
            ("<image xlink:href='//example.org/a.png'/>", "href"),
            ("<use href='data:image/svg+xml,x'/>", "href"),
            ("<rect fill='URL( \"https://example.org/\" )'/>", "url"),
            ("<rect fill='u&#114;l(//example.org/)'/>", "url"),
            ("<rect style='fill: \\75rl(//example.org/)'/>", "hides"),
            ("<style>@import 'https://example.org/';</style>", "url"),
            ("<style><![CDATA[a { b: url(//example.org/) }]]></style>", "url"),
            ("<style>a { b: u&#114;l(//example.org/) }</style>", "hides"),
            ("<?xml-stylesheet href='//example.org/'?>", "style sheet"),
            ("<rect a='&x;'/>", "faulty"),
            ("<rect x='", "can't be read"),
            ("</g>", "can't be read"),
        ] {
            let found = danger(format!("<svg>{inner}</svg>").as_bytes(), "assets/a.SVG").unwrap_or_default();
            assert!(found.contains(expected), "{inner}: {found}");
        }
        let entity = b"<!DOCTYPE svg [<!ENTITY x '<script/>'>]><svg>&x;</svg>";
        assert_eq!(danger(entity, "a.svg").as_deref(), Some("declares entities of its own"));
        assert!(danger(b"\xff\xfe<\0s\0", "a.svg").is_some());
        assert!(danger(b"harmless", "assets/a.xhtml").is_some());
    }
}
