//! Links in texts lead to websites, e-mail addresses, telephones, files or other entries, and to nothing else.
//!
//! An address begins with the way in which it is followed: `https:`, `http:`, `mailto:` and `tel:` are known to every reader's
//! device and do no harm. Others run programs in the page (`javascript:`), hide what they hold (`data:`), or work on your own
//! computer only (`file:`, `C:`). They are taken out of the page, and their words stay.
//!
//! # Bad
//! ```markdown
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! Here is our [price list](file:///home/claire/prices.pdf). <-- here
//! ```
//!
//! # Good
//! ```markdown
//! # file: pages/offers.md
//! ---
//! title: What we offer
//! ---
//! Here is our [price list](assets/prices.pdf).
//! # file: assets/prices.pdf
//! %PDF-1.7
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule, closest};
use crate::model::link::Destination;
use crate::model::{Id, Kind};
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unsafe-link",
        class: Class::Conflict,
        basis: "RFC 3986, section 3.1 (schemes), and OWASP, Cross Site Scripting Prevention: safe addresses",
        text: include_str!("unsafe_link.rs"),
    },
    tool: 35,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mark in context.marks {
        let Destination::Scheme(scheme) = &mark.to else { continue };
        let rest = mark.link.destination.split_once(':').map_or("", |(_, rest)| rest.trim());
        // A misspelt kind is a broken link, and told by that rule.
        if closest(scheme, Kind::ALL.iter().map(|kind| kind.name())).is_some() && Id::is_valid(rest) {
            continue;
        }
        let help = match scheme.as_str() {
            "file" | "smb" => "put the file into the folder `assets`, and link to it by its path".to_owned(),
            one if one.chars().count() == 1 => "put the file into the folder `assets`, and link to it by its path".to_owned(),
            "data" => "save what it holds as a file in the folder `assets`, and link to it by its path".to_owned(),
            "javascript" | "vbscript" => "take the link out; texts can't run programs".to_owned(),
            _ => "link to a website (https:), an e-mail address (mailto:), a telephone (tel:), a file or an entry".to_owned(),
        };
        let shown = excerpt(scheme);
        let message = format!("a link can't begin with `{shown}:`, so it is taken out");
        findings.push(Finding::new(mark.place.clone(), message).help(help));
    }
}
