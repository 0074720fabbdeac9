//! A document to print says what it is made of.
//!
//! `print` in `cluster.yaml` lists documents beside the whole strategy. Each is a ready-made one, such as `document: profile`, or has `sections` of its own and
//! then a `title`, which its cover and the documents page show. The report on a year needs its `year`, and the document on a goal its `goal`.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! print:
//!   - document: monitoring-report <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! print:
//!   - document: monitoring-report
//!     year: 2025
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::document::{Form, Section, Selected};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "print-incomplete",
        class: Class::Fault,
        basis: "the settings of a cluster repository",
        text: include_str!("print_incomplete.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cluster in &context.model.clusters {
        for (index, selected) in cluster.print.iter().enumerate() {
            if let Some((key, lacks, help)) = lack(selected) {
                let place = cluster.at("print").item(index).key(key);
                findings.push(Finding::new(place, format!("this document {lacks}")).help(help));
            }
        }
    }
}

/// What a document lacks, the key at which that is seen, and what to do.
fn lack(selected: &Selected) -> Option<(&'static str, &'static str, &'static str)> {
    let reports = selected.parts().contains(&Section::Report);
    if selected.parts().is_empty() {
        Some(("document", "says nothing of what is in it", "name a ready-made one under `document`, or list `sections`"))
    } else if reports && selected.year.is_none() {
        Some(("document", "reports on a year, and does not say which", "add the year: `year: 2025`"))
    } else if selected.document == Some(Form::Goal) && selected.goal.is_none() {
        Some(("document", "is about a goal, and does not say which", "add the goal by its id: `goal: …`"))
    } else if selected.document.is_none() && selected.title.is_none() {
        Some(("sections", "has sections of its own and no title", "add a `title`"))
    } else {
        None
    }
}
