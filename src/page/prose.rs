//! Owns Markdown on a page: where its links and pictures lead for this audience, this language and this place.

use super::{Desk, Words};
use crate::model::Kind;
use crate::model::value::Prose;
use crate::syntax::markdown::{self, Context, Labels, Target};

/// Markdown as HTML; nothing where there is no text.
pub(super) fn html(desk: &Desk<'_>, prose: &Prose, id_prefix: &str, heading_offset: u8) -> Option<Words> {
    let found = prose.get(desk.locale.tag(), desk.site.plan.main())?;
    let link = |destination: &str| target(desk, destination);
    let image = |path: &str| {
        let picture = desk.site.assets.get(path)?;
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
    let mut context = Context { link: &link, image: &image, heading_offset, id_prefix, labels };
    let mut rendered = markdown::render(found.text, &context);
    // Authors begin with `##` as often as with `#`: the highest heading of a text stands right below the title that the page gives it.
    let highest = rendered.headings.iter().map(|heading| heading.level).min();
    let too_low = highest.map_or(0, |level| level.saturating_sub(heading_offset + 1)).min(heading_offset);
    if too_low > 0 {
        context.heading_offset -= too_low;
        rendered = markdown::render(found.text, &context);
    }
    Some(Words { html: Some(rendered.html), ..desk.mark(found.lang) })
}

/// Where a link of the author leads: `kind:id` to an entry, a source file to the entry in it, `assets/…` to a file, anything else as it stands.
fn target(desk: &Desk<'_>, destination: &str) -> Target {
    if let Some((kind, id)) = destination.split_once(':').and_then(|(kind, id)| Some((Kind::from_name(kind)?, id))) {
        return entry(desk, kind, id);
    }
    if destination.starts_with('#')
        || destination.contains("://")
        || destination.starts_with("mailto:")
        || destination.starts_with("tel:")
    {
        return Target::Href(destination.to_owned());
    }
    if let Some(picture) = desk.site.assets.get(destination) {
        return Target::Href(format!("{}{}", desk.root, picture.src));
    }
    let path = destination.trim_start_matches("../").trim_start_matches("./").trim_start_matches('/');
    match Kind::ALL
        .iter()
        .find_map(|kind| Some((*kind, path.strip_prefix(kind.layout().stem)?.strip_prefix('/')?.strip_suffix(".md")?)))
    {
        Some((kind, id)) => entry(desk, kind, id),
        None => Target::Text,
    }
}

fn entry(desk: &Desk<'_>, kind: Kind, id: &str) -> Target {
    let href = desk.model().find(kind, id).and_then(|id| desk.href_to(kind, id));
    href.map_or(Target::Text, |href| {
        let local = desk.print.then(|| href.split_once('#').map(|(_, place)| format!("#{place}"))).flatten();
        Target::Href(local.unwrap_or_else(|| format!("{}{href}", desk.root)))
    })
}
