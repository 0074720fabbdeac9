//! A page has text.
//!
//! A page that holds only a title disappoints whoever follows a link to it, and search engines count it against the site. It is
//! better left out until there is something to read.
//!
//! # Bad
//! ```yaml
//! # file: pages/join.md
//! ---
//! title: How to join <-- here
//! ---
//! ```
//!
//! # Good
//! ```yaml
//! # file: pages/join.md
//! ---
//! title: How to join
//! ---
//! Write to the cluster office.
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::value::Prose;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "empty-page",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: marketing and public relations",
        text: include_str!("empty_page.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.pages.iter().filter(|page| page.body.as_ref().is_none_or(Prose::is_empty));
    missing::tell(findings, lacking, "body", |id| format!("the page `{id}` has no text"), "write it, or take the page out");
}
