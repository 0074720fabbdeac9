//! An assessment leads to measures.
//!
//! A label helps to point out weak points, which measures can then address, says the guide; it warns against taking the label for
//! marketing in the first place. An assessment after which nothing is done was paid for the medal alone. Labels that have ended are
//! left alone.
//!
//! # Bad
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - scheme: Label of the Circle <-- here
//!     level: silver
//!     findings: Too much hangs on one person
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/excellence.yaml
//! labels:
//!   - scheme: Label of the Circle
//!     level: silver
//!     findings: Too much hangs on one person
//!     measures:
//!       - {title: A deputy for the manager}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::excellence::Validity;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "label-without-measures",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 1, Dos and don’ts in cluster policy: cluster excellence",
        text: include_str!("label_without_measures.rs"),
    },
    tool: 31,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for excellence in &context.model.excellence {
        for (index, label) in excellence.labels.iter().enumerate().filter(|(_, label)| label.measures.is_empty()) {
            let past = matches!(excellence.validity(label, context.today), Some(Validity::Expired | Validity::Replaced));
            if !past {
                let place = excellence.at("labels").item(index).key("measures");
                let found = Finding::new(place, "nothing follows from the assessment of this label");
                findings.push(found.help("list under `measures` what is done about the weak points that it found"));
            }
        }
    }
}
