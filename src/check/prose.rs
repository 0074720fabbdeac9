//! Owns the links and pictures in the texts of all entries, gathered once, since several rules look at them.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;

use crate::model::link::{self, Destination};
use crate::model::{Loaded, MentionKind, Place};
use crate::syntax::markdown::Link;

/// A link or picture in a text.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where it stands, its range included.
    pub place: Place,
    /// As it is written.
    pub link: Link,
    /// Where it leads.
    pub to: Destination,
}

/// Every link and picture in the order of the entries.
pub(super) fn marks(loaded: &Loaded) -> Vec<Mark> {
    let in_text = |place: &Place, text: &str| -> Vec<Mark> {
        let mark = |link: Link| {
            let to = link::read(&link.destination);
            Mark { place: place.clone().text(link.range.clone()), link, to }
        };
        links(text).into_iter().map(mark).collect()
    };
    let found: Vec<Vec<Mark>> = loaded
        .mentions
        .par_iter()
        .filter_map(|mention| match &mention.kind {
            MentionKind::Prose { text, .. } if text.contains(['[', '<']) => Some(in_text(&mention.place, text)),
            MentionKind::Prose { .. } | MentionKind::Reference { .. } | MentionKind::File { .. } | MentionKind::Text { .. } => {
                None
            }
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// The links and images of a Markdown text, outermost first.
fn links(text: &str) -> Vec<Link> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_DEFINITION_LIST;
    let mut found: Vec<Link> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => begin(&mut found, &mut open, range, dest_url.into_string(), false),
            Event::Start(Tag::Image { dest_url, .. }) => begin(&mut found, &mut open, range, dest_url.into_string(), true),
            Event::End(TagEnd::Link | TagEnd::Image) => drop(open.pop()),
            Event::Text(words) | Event::Code(words) => {
                for &index in &open {
                    found[index].alt.push_str(&words);
                }
            }
            _ => {}
        }
    }
    found
}

fn begin(found: &mut Vec<Link>, open: &mut Vec<usize>, range: Range<usize>, destination: String, image: bool) {
    open.push(found.len());
    found.push(Link { range, destination, image, alt: String::new() });
}
