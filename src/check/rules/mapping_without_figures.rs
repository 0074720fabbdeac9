//! Every row of the cluster mapping holds a figure.
//!
//! The mapping measures how present, how large and how strong sectors are; a row that has neither establishments nor people employed
//! nor value added measures nothing. What is not published for a small place is better left out than entered empty.
//!
//! # Bad
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,establishments,employment,source
//! Wood products,Valmont,2024,310,4200,Statistical office
//! Musical instruments,Valmont,2024,,,Statistical office <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,establishments,employment,source
//! Wood products,Valmont,2024,310,4200,Statistical office
//! Musical instruments,Valmont,2024,4,,Statistical office
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::kinds::mapping::MappingMeasure;
use crate::model::{Choice, Id};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mapping-without-figures",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: cluster mapping",
        text: include_str!("mapping_without_figures.rs"),
    },
    tool: 3,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let empty = |row: &crate::model::kinds::mapping::Mapping| MappingMeasure::ALL.iter().all(|&by| row.figure(by).is_none());
    let lacking = context.model.mappings.iter().filter(|row| empty(row));
    let message = |_: &Id| "this row has no figure".to_owned();
    missing::tell(findings, lacking, "employment", message, "write one of establishments, employment, value-added, or take the row out");
}
