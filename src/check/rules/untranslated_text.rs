//! Texts are there in every language of the site.
//!
//! What is not translated is shown in the main language and marked as such, so a site with gaps is readable, and nothing is wrong
//! with publishing one. This only tells how far each language has come, in one line a language: it counts the texts of public
//! entries that are no drafts, without measurements and without the names of people, firms and places,
//! which stay as they are.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages:
//!   - en
//!   - fr <-- here
//! tagline:
//!   en: Wood that works together
//! sector:
//!   en: Timber construction
//!   fr: Construction en bois
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages:
//!   - en
//!   - fr
//! tagline:
//!   en: Wood that works together
//!   fr: Le bois en commun
//! sector:
//!   en: Timber construction
//!   fr: Construction en bois
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::{Id, Kind, Mention, MentionKind, Segment, Visibility};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "untranslated-text",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: the strategy is understood by all actors",
        text: include_str!("untranslated_text.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(cluster) = context.model.clusters.iter().next() else { return };
    let Some(main) = cluster.languages.first() else { return };
    let public: BTreeSet<(Kind, &Id)> = context
        .model
        .metas()
        .filter(|meta| meta.visibility == Visibility::Public && !meta.draft && meta.kind != Kind::Measurement)
        .map(|meta| (meta.kind, &meta.id))
        .collect();
    let texts: Vec<&Vec<String>> = context
        .loaded
        .mentions
        .iter()
        .filter(|mention| public.contains(&(mention.place.kind, &mention.place.id)) && !is_name(mention))
        .filter_map(|mention| match &mention.kind {
            MentionKind::Text { languages } => Some(languages),
            MentionKind::Reference { .. } | MentionKind::File { .. } | MentionKind::Prose { .. } => None,
        })
        .collect();
    for (index, language) in cluster.languages.iter().enumerate().skip(1) {
        let tag = language.as_str();
        let done = texts.iter().filter(|languages| languages.iter().any(|known| known == tag)).count();
        if done < texts.len() {
            let message = format!("`{tag}`: {done} of {} texts are translated", texts.len());
            let help = format!("its readers see the others in `{}`, marked as such", main.as_str());
            findings.push(Finding::new(cluster.at("languages").item(index), message).help(help));
        }
    }
}

/// Whether a text is a proper name.
fn is_name(mention: &Mention) -> bool {
    matches!(mention.place.path.last(), Some(Segment::Key(key)) if key == "name" || key == "place")
}
