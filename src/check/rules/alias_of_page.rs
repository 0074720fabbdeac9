//! An alias names an address at which no page stands any more.
//!
//! A reader who comes by the address finds the page that stands there now, never the one that the alias belongs to. Often an entry
//! was given its old id back, or another entry has taken the id over: then the alias has to go, or the other entry needs an id of its
//! own.
//!
//! # Bad
//! ```yaml
//! # file: pages.yaml
//! join:
//!   title: How to join
//!   aliases: [contact] <-- here
//! contact:
//!   title: How to reach us
//! ```
//!
//! # Good
//! ```yaml
//! # file: pages.yaml
//! join:
//!   title: How to join
//!   aliases: [membership]
//! contact:
//!   title: How to reach us
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Place;
use crate::plan::{Plan, alias};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "alias-of-page",
        class: Class::Conflict,
        basis: "W3C, Cool URIs don't change: an address goes on to mean what it meant",
        text: include_str!("alias_of_page.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.metas().all(|meta| meta.aliases.is_empty()) {
        return;
    }
    let plan = Plan::new(context.model, &context.loaded.languages, None);
    let pages = alias::pages(&plan);
    for meta in context.model.metas() {
        for (index, written) in meta.aliases.iter().enumerate() {
            let addresses = alias::addresses(&plan, meta, written).unwrap_or_default();
            let Some(taken) = addresses.iter().find(|former| pages.contains(&alias::key(&former.path))) else { continue };
            let own = alias::key(&plan.path(&taken.lang, &taken.route)) == alias::key(&taken.path);
            let help = if own { "take it out: the page stands there already" } else { "take it out, or give the page that stands there another id" };
            let place = Place::entry(meta.kind, &meta.id).key("aliases").item(index);
            let message = format!("there is a page at `{}`, so the alias `{}` leads nowhere", taken.path, excerpt(written));
            findings.push(Finding::new(place, message).help(help));
        }
    }
}
