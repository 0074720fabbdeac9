//! A label is shown only as long as it holds.
//!
//! The guide sees a label as an occasion to become more professional all the time and not as decoration, and its schemes let labels end
//! for that reason. A label that has ended says that nobody has looked since. One that was followed by a newer one of the same scheme
//! is history and may stay. Time alone must not stop a publication, so this is never more than a warning.
//!
//! # Bad
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - scheme: Label of the Circle
//!     level: silver
//!     valid-until: 2025-06-30 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - {scheme: Label of the Circle, level: bronze, assessed: 2022-06-01, valid-until: 2025-06-30}
//!   - {scheme: Label of the Circle, level: silver, assessed: 2025-05-20, valid-until: 2028-05-19}
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::excellence::Validity;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "label-expired",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 1, Dos and don’ts in cluster policy: cluster excellence",
        text: include_str!("label_expired.rs"),
    },
    tool: 31,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(live::labels(context, Validity::Expired).map(|(place, until)| {
        let found = Finding::new(place, format!("the label held until {until}"));
        found.help("have it assessed anew and add the new label, or take it out")
    }));
}
