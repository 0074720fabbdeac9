//! Owns Markdown on a page: where its links and pictures lead for this audience, this language and this place.

use super::{Desk, Words};
use crate::model::Kind;
use crate::model::link::{self, Destination};
use crate::model::value::Prose;
use crate::syntax::markdown::{self, Context, Labels, Target};

/// Markdown as HTML; nothing where there is no text.
pub(super) fn html(desk: &Desk<'_>, prose: &Prose, id_prefix: &str, heading_offset: u8) -> Option<Words> {
    let found = prose.get(desk.locale.tag(), desk.site.plan.main())?;
    let link = |destination: &str| target(desk, destination);
    let image = |path: &str| {
        let Destination::File(path) = link::read(path) else { return None };
        let picture = desk.site.assets.get(&path)?;
        Some(markdown::Picture { src: format!("{}{}", desk.root, picture.src), width: picture.width, height: picture.height })
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
    let context = Context { link: &link, image: &image, heading_offset, id_prefix, labels };
    let rendered = markdown::render(found.text, &context);
    Some(Words { html: Some(rendered.html), ..desk.mark(found.lang) })
}

/// Where a link of the author leads for this audience; one that leads nowhere keeps its words.
fn target(desk: &Desk<'_>, destination: &str) -> Target {
    match link::read(destination) {
        Destination::Entry { kind, id } => entry(desk, kind, &id),
        Destination::File(path) => match desk.site.assets.get(&path) {
            Some(file) => Target::Href(format!("{}{}", desk.root, file.src)),
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
