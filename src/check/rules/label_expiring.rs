//! A label that ends soon is being renewed.
//!
//! An assessment needs data, interviews and often the visit of assessors, and the guide wants what it finds to lead to improvements before
//! the next one. Whoever begins when the label has ended has none for months. The rule speaks half a year ahead; that number is ours.
//! The label still holds, so this is a note and no more.
//!
//! # Bad
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - scheme: Label of the Circle
//!     level: silver
//!     valid-until: 2026-08-31 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - {scheme: Label of the Circle, level: silver, valid-until: 2028-05-19}
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::excellence::Validity;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "label-expiring",
        class: Class::Reminder,
        basis: "Cluster Development Guide, Part 1, Dos and don’ts in cluster policy: cluster excellence",
        text: include_str!("label_expiring.rs"),
    },
    tool: 31,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(live::labels(context, Validity::Expiring).map(|(place, until)| {
        let found = Finding::new(place, format!("the label ends on {until}"));
        found.help("prepare its renewal, and add the new label once it is given")
    }));
}
