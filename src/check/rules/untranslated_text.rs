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

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::translation;

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
    for language in translation(context.loaded).into_iter().filter(|language| language.tag != main.as_str()) {
        let Some(index) = cluster.languages.iter().position(|known| known.as_str() == language.tag) else { continue };
        if language.translated < language.texts {
            let message = format!("`{}`: {} of {} texts are translated", language.tag, language.translated, language.texts);
            let help = format!("its readers see the others in `{}`, marked as such", main.as_str());
            findings.push(Finding::new(cluster.at("languages").item(index), message).help(help));
        }
    }
}
