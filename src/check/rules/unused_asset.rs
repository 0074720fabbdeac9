//! Every file in the folder `assets` is shown or linked to somewhere.
//!
//! Only files that an entry names, that a text links to or that the theme uses are published, so a file that nothing names does no
//! harm. It may still be a slip: the photograph that was to stand on the page, the new version of a document whose old version is
//! linked to. Notes (`.md`, `.txt`), licences and tables of your own are passed over.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! # file: assets/logo.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/> <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! brand:
//!   logo: assets/logo.svg
//! # file: assets/logo.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::MentionKind;
use crate::model::link::Destination;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unused-asset",
        class: Class::Advice,
        basis: "Format of a cluster repository: only assets that something names are published",
        text: include_str!("unused_asset.rs"),
    },
    tool: 0,
    from: None,
    run,
};

/// Endings of files that authors keep for themselves.
const OWN: &[&str] = &["md", "txt", "csv", "yaml", "yml", "xlsx", "ods", "json"];

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut named: BTreeSet<&str> = BTreeSet::new();
    // Words of the theme and of texts with HTML in them: a file whose name is among them is taken for used.
    let mut words: BTreeSet<&str> = BTreeSet::new();
    let separator = |c: char| c.is_whitespace() || "\"'()<>/\\,;=".contains(c);
    for mention in &context.loaded.mentions {
        match &mention.kind {
            MentionKind::File { path } => drop(named.insert(path)),
            MentionKind::Prose { text, .. } if text.contains("assets/") => words.extend(text.split(separator)),
            MentionKind::Prose { .. } | MentionKind::Reference { .. } | MentionKind::Text { .. } => {}
        }
    }
    for mark in context.marks {
        if let Destination::File(path) = &mark.to {
            named.insert(path);
        }
    }
    for (_, file) in context.sources.iter().filter(|(_, file)| file.path.starts_with("theme/")) {
        words.extend(file.text().unwrap_or_default().split(separator));
    }
    for (id, file) in context.sources.iter() {
        let Some(path) = file.path.strip_prefix("assets/") else { continue };
        let name = path.rsplit('/').next().unwrap_or(path);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let own = ending.is_none_or(|ending| OWN.contains(&ending.as_str()));
        if own || named.contains(file.path.as_str()) || words.contains(name) {
            continue;
        }
        let message = format!("nothing refers to `{}`, so it is not published", file.path);
        findings.push(Finding::about_file(id, message).help("name it in an entry or a text, or delete it"));
    }
}
