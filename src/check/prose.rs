//! Owns the links and pictures in the texts of all entries, gathered once, since several rules look at them.

use rayon::prelude::*;

use crate::model::link::{self, Destination};
use crate::model::{Loaded, MentionKind, Place};
use crate::syntax::markdown::{self, Link};

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

/// The files that entries name or their texts lead to, each with where; those that are shown as pictures, or all.
pub(super) fn files<'c>(context: &super::Context<'c>, shown: bool) -> impl Iterator<Item = (&'c Place, &'c String)> {
    let keys = context.loaded.mentions.iter().filter_map(move |mention| match &mention.kind {
        MentionKind::File { path } if !shown || mention.place.shows_picture() => Some((&mention.place, path)),
        MentionKind::File { .. } | MentionKind::Reference { .. } | MentionKind::Text { .. } | MentionKind::Prose { .. } => None,
    });
    let texts = context.marks.iter().filter(move |mark| !shown || mark.link.image).filter_map(|mark| match &mark.to {
        Destination::File(path) => Some((&mark.place, path)),
        Destination::Entry { .. } | Destination::Place | Destination::Outside | Destination::Scheme(_) => None,
    });
    keys.chain(texts)
}

/// Every link and picture in the order of the entries.
pub(super) fn marks(loaded: &Loaded) -> Vec<Mark> {
    let in_text = |place: &Place, text: &str| -> Vec<Mark> {
        let mark = |link: Link| {
            let to = link::read(&link.destination);
            Mark { place: place.clone().text(link.range.clone()), link, to }
        };
        markdown::links(text).into_iter().map(mark).collect()
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
