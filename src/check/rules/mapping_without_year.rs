//! Every row of the cluster mapping says which year its figures are of.
//!
//! The guide warns that official statistics show a state of the recent past and miss how industries change. Without the year nobody
//! can tell how old that past is, and two years can't be compared to see what grows.
//!
//! # Bad
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,employment,source
//! Wood products,Valmont,4200,Statistical office <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source
//! Wood products,Valmont,2024,4200,Statistical office
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mapping-without-year",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: cluster mapping",
        text: include_str!("mapping_without_year.rs"),
    },
    tool: 3,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.mappings.iter().filter(|row| row.year.is_none());
    let message = |_: &Id| "it is not said which year these figures are of".to_owned();
    missing::tell(findings, lacking, "year", message, "write the year in the column `year`");
}
