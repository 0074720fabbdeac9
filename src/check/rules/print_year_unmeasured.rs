//! A report on a year has measurements to report.
//!
//! The section `report` of a document tells what a year has brought: the indicators measured in it against what was to be reached. Of a year without a single
//! measurement there is nothing to tell; most often the year is a slip of the pen.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! print:
//!   - document: monitoring-report
//!     year: 2205 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! print:
//!   - document: monitoring-report
//!     year: 2025
//!
//! # file: monitoring/indicators.yaml
//! jobs: {title: Jobs, category: impact}
//!
//! # file: monitoring/measurements.csv
//! indicator,period,value
//! jobs,2025,8340
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::document::Section;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "print-year-unmeasured",
        class: Class::Conflict,
        basis: "the settings of a cluster repository",
        text: include_str!("print_year_unmeasured.rs"),
    },
    tool: 0,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let measured: BTreeSet<i16> = context.model.measurements.iter().map(|row| row.period.start.year()).collect();
    for cluster in &context.model.clusters {
        for (index, selected) in cluster.print.iter().enumerate() {
            let reports = selected.parts().contains(&Section::Report);
            let Some(year) = selected.year.filter(|year| reports && !measured.contains(year)) else { continue };
            let known: Vec<String> = measured.iter().map(i16::to_string).collect();
            let help = if known.is_empty() { "nothing has been measured yet".to_owned() } else { format!("there are measurements of {}", known.join(", ")) };
            let place = cluster.at("print").item(index).key("year");
            findings.push(Finding::new(place, format!("nothing was measured in {year}")).help(help));
        }
    }
}
