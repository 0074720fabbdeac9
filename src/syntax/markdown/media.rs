//! Owns links and images, from Markdown and from raw HTML alike, so that both ask the same questions before they are written.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::address::{address, is_external, is_retrievable};
use super::element::{Element, Kind};
use super::raw::attribute;
use super::tree::Tree;
use super::{Context, Target, escape};

/// Opens a link where one may be, and says whether it did. Where it leads nowhere, or stands within another, nothing is written.
pub(super) fn open_link(
    tree: &mut Tree<'_>,
    context: &Context<'_>,
    destination: &str,
    attributes: &str,
    raw: Option<&'static Element>,
) -> bool {
    // The question is asked for every link, so that whoever asks which links there are hears of all.
    let href = match (context.link)(destination) {
        Target::Href(href) => address(&href),
        Target::Text => None,
    };
    let Some(href) = href.filter(|_| !tree.in_link()) else { return false };
    tree.inline();
    tree.html.push_str("<a href=\"");
    escape::attribute(&mut tree.html, &href);
    tree.html.push('"');
    tree.html.push_str(attributes);
    if is_external(&href) {
        tree.html.push_str(" rel=\"noopener noreferrer\"");
    }
    tree.html.push('>');
    tree.push_link(raw, href);
    true
}

/// How wide a picture in a text is: as the screen, up to the measure of the text.
const MEASURE: &str = "(max-width: 46rem) 100vw, 44rem";

/// Writes an image, or its alternative text where there is none to show; says which.
pub(super) fn image(tree: &mut Tree<'_>, context: &Context<'_>, destination: &str, alt: &str, title: &str) -> bool {
    let picture = (context.image)(destination);
    let found = picture.and_then(|picture| Some((address(&picture.src).filter(|src| is_retrievable(src))?, picture)));
    let Some((src, picture)) = found else {
        if !alt.trim().is_empty() {
            tree.inline();
            tree.html.push_str("<span class=\"missing-image\">");
            tree.text(alt);
            tree.html.push_str("</span>");
        }
        return false;
    };
    tree.inline();
    let near = tree.html.len() < context.lazy_from;
    let sizes: Vec<String> =
        picture.sizes.iter().filter_map(|(src, width)| Some(format!("{} {width}w", address(src)?))).collect();
    if !sizes.is_empty() {
        tree.html.push_str("<picture><source type=\"image/webp\"");
        push_attribute(&mut tree.html, "srcset", &sizes.join(", "));
        push_attribute(&mut tree.html, "sizes", MEASURE);
        tree.html.push('>');
    }
    tree.html.push_str("<img");
    push_attribute(&mut tree.html, "src", &src);
    push_attribute(&mut tree.html, "alt", alt);
    if !title.is_empty() {
        push_attribute(&mut tree.html, "title", title);
    }
    for (name, pixels) in [("width", picture.width), ("height", picture.height)] {
        if let Some(pixels) = pixels {
            push_attribute(&mut tree.html, name, &pixels.to_string());
        }
    }
    tree.html.push_str(if near { ">" } else { " loading=\"lazy\" decoding=\"async\">" });
    if !sizes.is_empty() {
        tree.html.push_str("</picture>");
    }
    tree.say(alt);
    true
}

/// Where the link or image ends that starts at `start`, and what it says without markup.
pub(super) fn words_within(events: &[Event<'_>], start: usize) -> (usize, String) {
    let mut words = String::new();
    let mut depth = 0usize;
    for (at, event) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::Link { .. }) => depth += 1,
            Event::End(TagEnd::Image | TagEnd::Link) => depth -= 1,
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
        if depth == 0 {
            return (at, words);
        }
    }
    (events.len(), words)
}

/// Writes a raw start tag if its element is one of ours and may stand here.
pub(super) fn open_raw(tree: &mut Tree<'_>, context: &Context<'_>, element: &'static Element, text: &str, inline: bool) {
    let mut attributes = String::new();
    for name in ["lang", "dir"].iter().chain(element.attributes) {
        match attribute(text, name) {
            Some(value) if *name == "lang" && !is_language(&value) => {}
            Some(value) if *name == "dir" && !matches!(value.as_str(), "ltr" | "rtl" | "auto") => {}
            Some(_) if *name == "open" => attributes.push_str(" open=\"\""),
            Some(value) => push_attribute(&mut attributes, name, &value),
            None => {}
        }
    }
    if element.name == "pre" {
        // It scrolls, and what scrolls has to be reached by keyboard.
        attributes.push_str(" tabindex=\"0\"");
    }
    match element.kind {
        Kind::Link => {
            let Some(href) = attribute(text, "href") else { return };
            if tree.has_room() {
                open_link(tree, context, &href, &attributes, Some(element));
            }
        }
        Kind::Image => {
            if let Some(src) = attribute(text, "src") {
                image(tree, context, &src, &attribute(text, "alt").unwrap_or_default(), "");
            }
        }
        _ => tree.raw_open(element, &attributes, inline),
    }
}

/// Adds an attribute with a space before it.
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape::attribute(out, value);
    out.push('"');
}

/// Whether this has the form of a language tag.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    matches!(primary.len(), 2 | 3)
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| matches!(part.len(), 2..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
