//! What is told of a year of members does not fall short of the list of members.
//!
//! Years may be told by rows, since a list of members often forgets those who left. But whoever is in the list with a date has joined, so
//! a row with fewer is wrong, and the curve would hide members that the directory shows. A row with more is left alone.
//!
//! # Bad
//! ```yaml
//! # file: governance/relations.yaml
//! years:
//!   - year: 2025
//!     joined: 1 <-- here
//!     members: 2
//! # file: members.csv
//! id,name,kind,joined
//! beam,Beam & Co,sme,2025
//! larch,Larch,sme,2025-03
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/relations.yaml
//! years:
//!   - {year: 2025, joined: 3, left: 1, members: 2}
//! # file: members.csv
//! id,name,kind,joined
//! beam,Beam & Co,sme,2025
//! larch,Larch,sme,2025-03
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::dated;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "membership-years-disagree",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Operationalisation: step 2 (manage membership relations)",
        text: include_str!("membership_years_disagree.rs"),
    },
    tool: 30,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let counted = dated(context.model, context.today);
    for relations in &context.model.relations {
        for (index, row) in relations.years.iter().enumerate() {
            let Some(&(joined, left)) = i16::try_from(row.year).ok().and_then(|year| counted.get(&year)) else { continue };
            for (key, told, listed) in [("joined", row.joined, joined), ("left", row.left, left)] {
                let Some(told) = told.filter(|told| (*told as usize) < listed) else { continue };
                let message = format!("{told} {key} in {}, but the list of members has {listed} with that year", row.year);
                let place = relations.at("years").item(index).key(key);
                findings.push(Finding::new(place, message).help("correct the number, or the dates of the members"));
            }
        }
    }
}
