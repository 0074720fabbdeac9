//! A term of the glossary is one that the cluster uses.
//!
//! A glossary helps a reader from outside with the words of this strategy. A term that no text has, in any language and neither by its abbreviation, explains
//! what nobody asks; most often the texts say the same thing in another word, and a strategy is easier to follow with one word for one thing.
//!
//! # Bad
//! ```yaml
//! # file: glossary.yaml
//! clt: <-- here
//!   term: Cross-laminated timber
//!   definition: Boards glued crosswise in layers.
//! ```
//!
//! # Good
//! ```yaml
//! # file: glossary.yaml
//! clt:
//!   term: Cross-laminated timber
//!   definition: Boards glued crosswise in layers.
//!
//! # file: strategy/objectives.yaml
//! halls: {title: Two halls for cross-laminated timber}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Kind;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "term-unused",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: external communication",
        text: include_str!("term_unused.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.terms.is_empty() {
        return;
    }
    let glossary = Kind::Term.layout().stem;
    let others = context.sources.iter().filter(|(_, file)| !file.path.starts_with(glossary) && is_content(&file.path));
    let texts: Vec<String> = others.filter_map(|(_, file)| file.text().ok()).map(str::to_lowercase).collect();
    for term in &context.model.terms {
        let words = term.term.all().chain(term.abbreviation.iter().flat_map(|short| short.all()));
        let mut words = words.map(|(_, word)| word.trim().to_lowercase()).filter(|word| !word.is_empty());
        if words.all(|word| texts.iter().all(|text| !text.contains(&word))) {
            let message = format!("no text uses the term `{}`", term.id());
            findings.push(Finding::new(term.place(), message).help("use the word in the texts, or take the term out"));
        }
    }
}

/// Whether a file holds what the cluster says.
fn is_content(path: &str) -> bool {
    [".yaml", ".md", ".csv"].iter().any(|ending| path.ends_with(ending))
}
