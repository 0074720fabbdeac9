//! The figures and totals of a mapping agree with each other.
//!
//! The location quotient compares the sector's share of the place with its share of the country, so a mistaken total makes it wrong
//! without anybody noticing. A part can't be larger than its whole: the place holds the sector, the country holds both. Totals have to
//! be of the same measure and year as the figure.
//!
//! # Bad
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source,totals.place,totals.sector,totals.country
//! Wood products,Valmont,2024,4200,Statistical office,98000,1260,27000000 <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source,totals.place,totals.sector,totals.country
//! Wood products,Valmont,2024,4200,Statistical office,98000,126000,27000000
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::contradiction;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mapping-totals-implausible",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: cluster mapping",
        text: include_str!("mapping_totals_implausible.rs"),
    },
    tool: 3,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &context.model.mappings {
        if let Some((key, phrase)) = contradiction(row) {
            let found = Finding::new(row.at("totals").key(key), phrase);
            findings.push(found.help("check units and years: all totals are of the measure and year of the row"));
        }
    }
}
