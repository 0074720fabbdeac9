//! An alias belongs to one entry.
//!
//! At a former address there can be only one way on. When two entries claim it, the first in the order of the repository has it, and
//! readers who look for the other don't find it. Where one page became two, the address belongs to the page that says more of what
//! stood there.
//!
//! # Bad
//! ```yaml
//! # file: pages.yaml
//! join:
//!   title: How to join
//!   aliases: [members-and-fees]
//! fees:
//!   title: What it costs
//!   aliases: [members-and-fees] <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: pages.yaml
//! join:
//!   title: How to join
//!   aliases: [members-and-fees]
//! fees:
//!   title: What it costs
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Place;
use crate::plan::{Plan, alias};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "alias-claimed-twice",
        class: Class::Conflict,
        basis: "W3C, Cool URIs don't change: an address goes on to mean what it meant",
        text: include_str!("alias_claimed_twice.rs"),
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
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    for meta in context.model.metas() {
        for (index, written) in meta.aliases.iter().enumerate() {
            let place = Place::entry(meta.kind, &meta.id).key("aliases").item(index);
            let addresses = alias::addresses(&plan, meta, written).unwrap_or_default();
            let mut other = None;
            for former in addresses {
                let holder = first.entry(alias::key(&former.path)).or_insert_with(|| place.clone());
                other = other.or_else(|| Some(holder.clone()).filter(|holder| *holder != place));
            }
            if let Some(other) = other {
                let message = if (other.kind, &other.id) == (meta.kind, &meta.id) {
                    format!("the alias `{}` is there twice", excerpt(written))
                } else {
                    format!("the alias `{}` belongs to the {} `{}` already", excerpt(written), other.kind.noun(), other.id)
                };
                let found = Finding::new(place, message).help("take it out of one of the two places");
                findings.push(found.related(other, "first written here"));
            }
        }
    }
}
