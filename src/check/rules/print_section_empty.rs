//! A document has only sections that there is something to say in.
//!
//! A section of a document is a chapter of the whole strategy, and a chapter is there when the repository has what it shows. A section without anything is left
//! out of the document, which its readers may take for an oversight.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! print:
//!   - name: board-paper
//!     title: Paper for the board
//!     sections: [cluster, swot] <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! print:
//!   - name: board-paper
//!     title: Paper for the board
//!     sections: [cluster]
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::document::Section;
use crate::plan::Plan;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "print-section-empty",
        class: Class::Advice,
        basis: "the settings of a cluster repository",
        text: include_str!("print_section_empty.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.clusters.iter().all(|cluster| cluster.print.is_empty()) {
        return;
    }
    let plan = Plan::new(context.model, &context.loaded.languages, None);
    let empty = |section: Section| match section {
        Section::Summary | Section::OnePage | Section::Report => false,
        Section::Indicators => context.model.indicators.is_empty(),
        other => plan.chapter(other).is_none(),
    };
    for cluster in &context.model.clusters {
        for (index, selected) in cluster.print.iter().enumerate() {
            for (at, section) in selected.sections.iter().enumerate().filter(|(_, section)| empty(**section)) {
                let place = cluster.at("print").item(index).key("sections").item(at);
                let message = format!("there is nothing to say in the section `{}`", section.as_str());
                findings.push(Finding::new(place, message).help("write what it shows, or take it out"));
            }
        }
    }
}
