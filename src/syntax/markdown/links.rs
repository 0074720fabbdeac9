//! Owns the finding of links and images with their places, so that checks see what rendering will ask for.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::element::{Kind, find};
use super::raw::{Piece, attribute, pieces};
use super::{Link, events};

/// How many characters of an image's words count as words of the link around it, so that deep nesting does not multiply them.
const LONGEST_INNER: usize = 200;

/// See [`super::links`].
pub(super) fn links(text: &str) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    // The links and images whose words are being read, as places in `links`.
    let mut open: Vec<usize> = Vec::new();
    let mut block: Option<RawBlock> = None;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                open.push(links.len());
                links.push(Link { range, destination: destination(link_type, &dest_url), image: false, alt: String::new() });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                open.push(links.len());
                links.push(Link { range, destination: dest_url.into_string(), image: true, alt: String::new() });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                // What an image says is part of what the link around it says.
                if let (Some(inner), Some(&outer)) = (open.pop(), open.last()) {
                    let words: String = links[inner].alt.chars().take(LONGEST_INNER).collect();
                    links[outer].alt.push_str(&words);
                }
            }
            Event::Text(words) | Event::Code(words) => say(&mut links, &open, &words),
            Event::SoftBreak | Event::HardBreak => say(&mut links, &open, " "),
            Event::Start(Tag::HtmlBlock) => block = Some(RawBlock::default()),
            Event::Html(line) => {
                if let Some(block) = &mut block {
                    block.push(line, range);
                }
            }
            Event::End(TagEnd::HtmlBlock) => {
                let block = block.take().unwrap_or_default();
                push_raw(&mut links, &block.html, |at| block.place(at));
            }
            Event::InlineHtml(html) => push_raw(&mut links, &html, |at| range.start + at),
            _ => {}
        }
    }
    links
}

/// The destination of a link as it is shown to the one who decides about it.
pub(super) fn destination(link_type: LinkType, dest_url: &str) -> String {
    if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_owned() }
}

fn say(links: &mut [Link], open: &[usize], words: &str) {
    if let Some(&link) = open.last() {
        links[link].alt.push_str(words);
    }
}

/// Adds the links and images of a raw fragment; `place` turns an offset in it to one in the text.
fn push_raw(links: &mut Vec<Link>, html: &str, place: impl Fn(usize) -> usize) {
    for (range, piece) in pieces(html) {
        let Piece::Open(name, attributes) = piece else { continue };
        let (image, wanted) = match find(name).map(|element| element.kind) {
            Some(Kind::Link) => (false, "href"),
            Some(Kind::Image) => (true, "src"),
            Some(_) | None => continue,
        };
        if let Some(destination) = attribute(attributes, wanted) {
            let alt = if image { attribute(attributes, "alt").unwrap_or_default() } else { String::new() };
            // The end is that of the last byte, as the next one may stand on another line, after a mark of a quote or a list.
            let range = place(range.start)..place(range.end - 1) + 1;
            links.push(Link { range, destination, image, alt });
        }
    }
}

/// The lines of a raw block, joined, with where each stands in the text.
#[derive(Default)]
struct RawBlock {
    html: String,
    /// Where each line begins, in `html` and in the text.
    lines: Vec<(usize, usize)>,
}

impl RawBlock {
    fn push(&mut self, line: CowStr<'_>, range: Range<usize>) {
        self.lines.push((self.html.len(), range.start));
        self.html.push_str(&line);
    }

    fn place(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|&(start, _)| start <= at).saturating_sub(1);
        self.lines.get(line).map_or(at, |&(start, place)| place + at - start)
    }
}
