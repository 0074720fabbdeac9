//! Owns how translation is counted: one way, so that the rule, the page about the site and the status give the same number.
//!
//! What counts are the texts of public entries that are no drafts. Measurements don't count, nor do the names of people, firms and places, which stay as
//! they are in every language.

use std::collections::BTreeSet;

use super::{Id, Kind, Loaded, Mention, MentionKind, Segment, Visibility};

/// How much of a cluster's public texts is translated into a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// Tag of the language.
    pub tag: String,
    /// How many texts are there in it.
    pub translated: usize,
    /// How many texts there are.
    pub texts: usize,
}

impl Translation {
    /// The share in whole per cent, rounded down so that only what is complete is 100; all where there is no text.
    pub fn percent(&self) -> usize {
        (100 * self.translated).checked_div(self.texts).unwrap_or(100)
    }
}

/// How far each language has come, the main one first, in which every text has to be.
pub fn translation(loaded: &Loaded) -> Vec<Translation> {
    let metas = loaded.model.metas();
    let counted = metas.filter(|meta| meta.visibility == Visibility::Public && !meta.draft && meta.kind != Kind::Measurement);
    let counted: BTreeSet<(Kind, &Id)> = counted.map(|meta| (meta.kind, &meta.id)).collect();
    let texts = loaded.mentions.iter().filter(|mention| counted.contains(&(mention.place.kind, &mention.place.id)));
    let texts: Vec<&Vec<String>> = texts.filter(|mention| !is_name(mention)).filter_map(languages).collect();
    let of = |tag: &String| Translation {
        tag: tag.clone(),
        translated: texts.iter().filter(|languages| languages.contains(tag)).count(),
        texts: texts.len(),
    };
    loaded.languages.iter().map(of).collect()
}

fn languages(mention: &Mention) -> Option<&Vec<String>> {
    match &mention.kind {
        MentionKind::Text { languages } => Some(languages),
        MentionKind::Reference { .. } | MentionKind::File { .. } | MentionKind::Prose { .. } => None,
    }
}

/// Whether a text is a proper name.
fn is_name(mention: &Mention) -> bool {
    matches!(mention.place.path.last(), Some(Segment::Key(key)) if key == "name" || key == "place")
}
