//! For each group that is to be won it is said how.
//!
//! The guide asks whether the cluster is known to potential members and appeals to them. Different groups are won in different ways: a
//! small firm by a neighbour, a university by a project. A group without an approach is a wish, and a year later it is one still.
//!
//! # Bad
//! ```yaml
//! # file: governance/relations.yaml
//! segments:
//!   - title: Small joiners <-- here
//!     wanted: 6
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/relations.yaml
//! segments:
//!   - title: Small joiners
//!     wanted: 6
//!     approach: A member of the same trade visits them
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "segment-without-approach",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 4 (known to new members, and appealing)",
        text: include_str!("segment_without_approach.rs"),
    },
    tool: 30,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for relations in &context.model.relations {
        for (index, _) in relations.segments.iter().enumerate().filter(|(_, segment)| segment.approach.is_none()) {
            let place = relations.at("segments").item(index).key("approach");
            findings.push(Finding::new(place, "nothing says how this group is won").help("say it under `approach`"));
        }
    }
}
