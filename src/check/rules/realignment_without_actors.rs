//! A strategy is brought back into line together with those who carry it.
//!
//! The guide asks whether the strategy is realigned regularly and with the involvement of the actors. A change that the office makes at its
//! desk is one that nobody carries. So each realignment names the bodies, members or people who took part.
//!
//! # Bad
//! ```yaml
//! # file: governance/excellence.yaml
//! realignments:
//!   - date: 2026-03-18 <-- here
//!     change: Five firms share an export officer
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/excellence.yaml
//! realignments:
//!   - date: 2026-03-18
//!     change: Five firms share an export officer
//!     involved: [assembly]
//! # file: governance/bodies.yaml
//! assembly: {title: General assembly, kind: general-assembly}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "realignment-without-actors",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 7 (realigned with the involvement of cluster actors)",
        text: include_str!("realignment_without_actors.rs"),
    },
    tool: 31,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for excellence in &context.model.excellence {
        for (index, change) in excellence.realignments.iter().enumerate().filter(|(_, change)| change.involved.is_empty()) {
            let place = excellence.at("realignments").item(index).key("involved");
            let found = Finding::new(place, format!("nobody is named who took part in the realignment of {}", change.date));
            findings.push(found.help("name bodies, members or people under `involved`"));
        }
    }
}
