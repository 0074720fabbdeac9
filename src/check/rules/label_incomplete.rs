//! A label says when it was given, how long it holds and by whom it was assessed.
//!
//! A medal without a day and an assessor is a claim. The guide names a standard that is recognised across borders because others can
//! check what stands behind it, and these three facts are what they check first.
//!
//! # Bad
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - scheme: Label of the Circle <-- here
//!     level: silver
//!     assessed: 2025-05-20
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - {scheme: Label of the Circle, level: silver, assessed: 2025-05-20, valid-until: 2028-05-19, assessor: Secretariat of the circle}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "label-incomplete",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, Dos and don’ts in cluster policy: cluster excellence",
        text: include_str!("label_incomplete.rs"),
    },
    tool: 31,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for excellence in &context.model.excellence {
        for (index, label) in excellence.labels.iter().enumerate() {
            let facts = [
                ("assessed", label.assessed.is_some()),
                ("valid-until", label.valid_until.is_some()),
                ("assessor", label.assessor.is_some()),
            ];
            let missing: Vec<&str> = facts.into_iter().filter(|(_, there)| !there).map(|(key, _)| key).collect();
            if let Some(first) = missing.first() {
                let place = excellence.at("labels").item(index).key(first);
                let found = Finding::new(place, format!("the label lacks {}", missing.join(" and ")));
                findings.push(found.help("copy it from the certificate"));
            }
        }
    }
}
