//! Every row of the cluster mapping says where its figures come from.
//!
//! The guide calls the mapping a first basis of hard data, drawn from published statistics. A figure whose source nobody knows is not
//! hard: it can be neither checked by a critic nor updated in the same way next year.
//!
//! # Bad
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment
//! Wood products,Valmont,2024,4200 <-- here
//! ```
//!
//! # Good
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source
//! Wood products,Valmont,2024,4200,"Statistical office, register of employees"
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mapping-without-source",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: cluster mapping",
        text: include_str!("mapping_without_source.rs"),
    },
    tool: 3,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.mappings.iter().filter(|row| row.source.is_none());
    let message = |_: &Id| "it is not said where these figures come from".to_owned();
    missing::tell(findings, lacking, "source", message, "name the office and its table in the column `source`");
}
