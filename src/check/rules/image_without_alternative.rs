//! Every picture in a text says in words what it shows.
//!
//! Readers who can't see the picture have its words read to them, search engines read nothing else, and the words stand there when
//! the picture does not arrive. Write what the picture tells, between the brackets: `![The new kiln in Valmont](assets/kiln.jpg)`.
//! For public bodies in the European Union this is the law.
//!
//! # Bad
//! ```markdown
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! ![](assets/kiln.svg) <-- here
//! # file: assets/kiln.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
//! ```
//!
//! # Good
//! ```markdown
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! ![The new kiln in Valmont](assets/kiln.svg)
//! # file: assets/kiln.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "image-without-alternative",
        class: Class::Gap,
        basis: "WCAG 2.2, success criterion 1.1.1 (level A); EN 301 549; Directive (EU) 2016/2102",
        text: include_str!("image_without_alternative.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mark in context.marks.iter().filter(|mark| mark.link.image && mark.link.alt.trim().is_empty()) {
        let path = excerpt(&mark.link.destination);
        let message = format!("the picture `{path}` has no words for those who can't see it");
        let help = format!("say between the brackets what it shows: `![…]({path})`");
        findings.push(Finding::new(mark.place.clone(), message).help(help));
    }
}
