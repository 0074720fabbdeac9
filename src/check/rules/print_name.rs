//! Each document to print has a name of its own.
//!
//! The name stands in the address of a document, in the file name of its PDF and in `clustersite pdf --document NAME`. A ready-made document is named after what
//! it is: `profile`, `monitoring-report-2025`, `goal-` and the goal’s id. One with sections of its own needs a `name`, and so does the second of two that would
//! be called alike. `strategy` is the whole strategy and `all` are all documents, so no other is called that.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! print:
//!   - name: Board paper <-- here
//!     title: Paper for the board
//!     sections: [swot, goals]
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
//!     sections: [swot, goals]
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::document::Selected;
use crate::syntax::excerpt;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "print-name",
        class: Class::Fault,
        basis: "the settings of a cluster repository",
        text: include_str!("print_name.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cluster in &context.model.clusters {
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for (index, selected) in cluster.print.iter().enumerate() {
            let place = cluster.at("print").item(index);
            let Some(name) = selected.named() else {
                // Of a document that says nothing of what is in it, that is told already.
                if !selected.sections.is_empty() {
                    let finding = Finding::new(place.key("sections"), "this document has sections of its own and no name");
                    findings.push(finding.help("add a `name` of small letters, digits and hyphens"));
                }
                continue;
            };
            let shown = excerpt(&name);
            let place = place.key(if selected.name.is_some() { "name" } else { "document" });
            if Selected::RESERVED.contains(&name.as_str()) {
                let help = "choose another; `strategy` is the whole strategy, and `all` are all documents";
                findings.push(Finding::new(place, format!("no document can be called `{shown}`")).help(help));
            } else if !Id::is_valid(&name) {
                let rules = "names have small letters a to z, digits and hyphens";
                let help = Id::suggest(&name).map_or_else(|| rules.to_owned(), |near| format!("did you mean `{near}`? {rules}"));
                findings.push(Finding::new(place, format!("`{shown}` can’t be the name of a document")).help(help));
            } else if let Some(first) = taken.get(&name) {
                let finding = Finding::new(place, format!("two documents are called `{shown}`"));
                let first = cluster.at("print").item(*first);
                findings.push(finding.related(first, "the first is here").help("give one of the two another `name`"));
            } else {
                taken.insert(name, index);
            }
        }
    }
}
