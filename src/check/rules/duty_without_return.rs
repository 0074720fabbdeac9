//! Members get something for each duty.
//!
//! The guide asks whether the obligations of members and the services that they get are in balance. Nobody can weigh the two while
//! they stand in different papers, so each duty names the services that answer it, or says in words what members get. A duty that
//! nothing answers is the first that members forget.
//!
//! # Bad
//! ```yaml
//! # file: governance/relations.yaml
//! duties:
//!   - title: One day of work a year for the cluster <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/relations.yaml
//! duties:
//!   - title: One day of work a year for the cluster
//!     benefit: The hours count against the fee
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duty-without-return",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation: key question 3 (balance of obligations and services)",
        text: include_str!("duty_without_return.rs"),
    },
    tool: 30,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for relations in &context.model.relations {
        for (index, duty) in relations.duties.iter().enumerate() {
            if duty.services.is_empty() && duty.benefit.is_none() {
                let place = relations.at("duties").item(index).key("services");
                let found = Finding::new(place, "nothing says what members get for this duty");
                findings.push(found.help("name services under `services`, or say it under `benefit`"));
            }
        }
    }
}
