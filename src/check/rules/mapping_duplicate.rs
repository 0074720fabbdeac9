//! The mapping has one row for a sector, place and year.
//!
//! Two rows of the same year contradict each other, and pictures would show one of them by chance. Where two sources differ, the better
//! one stays, and its `note` can name the other.
//!
//! # Bad
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source
//! Wood products,Valmont,2024,4200,Statistical office
//! Wood products,Valmont,2024,3900,Chamber of commerce <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source,note
//! Wood products,Valmont,2024,4200,Statistical office,The chamber of commerce counts 3900
//! Wood products,Valmont,2022,4100,Statistical office,
//! ```

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mapping-duplicate",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: cluster mapping",
        text: include_str!("mapping_duplicate.rs"),
    },
    tool: 3,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut first = BTreeMap::new();
    for row in &context.model.mappings {
        let words = |text: &crate::model::value::Text| text.all().next().map(|(_, text)| text.trim().to_lowercase());
        let (Some(sector), Some(place), Some(year)) = (words(&row.sector), words(&row.place), row.year) else { continue };
        match first.entry((sector, place, year)) {
            Entry::Vacant(vacant) => drop(vacant.insert(row)),
            Entry::Occupied(known) => {
                let found = Finding::new(row.at("sector"), format!("there is a row of {year} for this sector and place already"));
                let found = found.help("take out the one that no longer holds");
                findings.push(found.related(known.get().at("sector"), "first given here"));
            }
        }
    }
}
