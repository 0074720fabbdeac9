//! The contact for security reports is one that still holds.
//!
//! Whoever finds a hole in the site looks for `.well-known/security.txt` to learn whom to tell. The standard has the file say until
//! when it holds, and asks readers to disregard one that is older: the people behind an address change. A year ahead is the most that
//! it recommends. Time alone must not stop a publication, so this is never more than a warning.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! site:
//!   security:
//!     contact: security@valmont.example
//!     expires: 2026-03-31 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! site:
//!   security:
//!     contact: security@valmont.example
//!     expires: 2027-03-31
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "security-contact-expired",
        class: Class::Advice,
        basis: "RFC 9116, section 2.5.5 (Expires)",
        text: include_str!("security_contact_expired.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cluster in &context.model.clusters {
        let Some(security) = cluster.site.as_ref().and_then(|site| site.security.as_ref()) else { continue };
        if security.expires.0 < context.today {
            let place = cluster.at("site").key("security").key("expires");
            let message = format!("the contact for security reports held until {}", security.expires);
            findings.push(Finding::new(place, message).help("see that the address is still read, and set a day at most a year ahead"));
        }
    }
}
