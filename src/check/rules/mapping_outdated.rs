//! The newest figures of a mapping are not older than five years.
//!
//! Statistics come late and change slowly, but the guide reminds that they show a status quo of the past while industries move on. The
//! guide names no age; five years are our choice, the time that most strategies run, so that each strategy rests on a mapping of its own.
//!
//! # Bad
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source
//! Wood products,Valmont,2012,3900,Statistical office
//! Wood products,Valmont,2019,4100,Statistical office <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source
//! Wood products,Valmont,2019,4100,Statistical office
//! Wood products,Valmont,2024,4200,Statistical office
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::{Kind, concentrations};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mapping-outdated",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: cluster mapping",
        text: include_str!("mapping_outdated.rs"),
    },
    tool: 3,
    from: None,
    run,
};

/// Years after which the newest figures of a sector are told to be old; ours, the guide names no number.
const OLD: i32 = 5;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::Mapping]) {
        return;
    }
    for sector in concentrations(context.model) {
        let Some(year) = sector.latest.year else { continue };
        if i32::from(context.today.year()) - i32::from(year) > OLD {
            let found = Finding::new(sector.latest.at("year"), format!("the newest figures of this sector are of {year}"));
            findings.push(found.help("look for newer ones at the source, or say in `note` why there are none"));
        }
    }
}
