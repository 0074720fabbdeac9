//! Owns Markdown on a page: where its links and pictures lead for this audience, this language and this place.

use super::{Desk, Words};
use crate::model::Kind;
use crate::model::link::{self, Destination};
use crate::model::value::Prose;
use crate::syntax::markdown::{self, Context, Labels, Target};

/// Bytes of HTML that a reader of a page sees at once, about two paragraphs.
const FIRST_SCREEN: usize = 900;

/// Markdown as HTML; nothing where there is no text.
pub(super) fn html(desk: &Desk<'_>, prose: &Prose, id_prefix: &str, heading_offset: u8) -> Option<Words> {
    let found = prose.get(desk.locale.tag(), desk.site.plan.main())?;
    Some(of_text(desk, found.text, found.lang, id_prefix, heading_offset))
}

/// Markdown in a language as HTML, marked with it where that is not the page's.
pub(super) fn of_text(desk: &Desk<'_>, text: &str, lang: &str, id_prefix: &str, heading_offset: u8) -> Words {
    let link = |destination: &str| target(desk, destination);
    let image = |path: &str| {
        let Destination::File(path) = link::read(path) else { return None };
        let picture = desk.site.assets.get(&path)?;
        let here = |src: &str| format!("{}{src}", desk.root);
        Some(markdown::Picture {
            src: here(&picture.src),
            width: picture.width,
            height: picture.height,
            // Paper takes the one that every print engine reads.
            sizes: picture.sizes.iter().filter(|_| !desk.print).map(|size| (here(&size.src), size.width)).collect(),
        })
    };
    let word = |key| desk.locale.text(key);
    let labels = Labels {
        footnotes: word("markdown.footnotes"),
        back: word("markdown.back"),
        table: word("markdown.table"),
        details: word("markdown.details"),
        done: word("markdown.done"),
        to_do: word("markdown.to-do"),
        anchor: None,
    };
    // The text of a page without a prefix is what the page begins with.
    let lazy_from = if id_prefix.is_empty() && !desk.print { FIRST_SCREEN } else { 0 };
    let context = Context { link: &link, image: &image, heading_offset, id_prefix, labels, lazy_from };
    let rendered = markdown::render(text, &context);
    Words { html: Some(rendered.html), ..desk.mark(lang) }
}

/// Where a link of the author leads for this audience; one that leads nowhere keeps its words.
fn target(desk: &Desk<'_>, destination: &str) -> Target {
    match link::read(destination) {
        Destination::Entry { kind, id } => entry(desk, kind, &id),
        Destination::File(path) => match desk.site.assets.href(&path) {
            Some(href) => Target::Href(format!("{}{href}", desk.root)),
            None => Target::Text,
        },
        Destination::Place | Destination::Outside => Target::Href(destination.to_owned()),
        Destination::Scheme(_) => Target::Text,
    }
}

fn entry(desk: &Desk<'_>, kind: Kind, id: &str) -> Target {
    let href = desk.model().find(kind, id).and_then(|id| desk.href_to(kind, id));
    href.map_or(Target::Text, |href| {
        let local = desk.print.then(|| href.split_once('#').map(|(_, place)| format!("#{place}"))).flatten();
        Target::Href(local.unwrap_or_else(|| format!("{}{href}", desk.root)))
    })
}
