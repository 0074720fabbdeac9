//! A percentage says of what it is a percentage.
//!
//! The guide wants indicators to be well designed, and warns of figures that are not meaningful. A share is only as clear as the two
//! numbers behind it: sixty per cent of the members who answered is another thing than sixty per cent of all members. `numerator` says
//! what is counted, and `denominator` what it is divided by.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! service-users: <-- here
//!   title: Members that use services
//!   category: output
//!   measure: percentage
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! service-users:
//!   title: Members that use services
//!   category: output
//!   measure: percentage
//!   numerator: Members with at least one use in the year
//!   denominator: Members on 31 December
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::indicator::Measure;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "percentage-of-what",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: indicators have to be well designed",
        text: include_str!("percentage_of_what.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in context.model.indicators.iter().filter(|indicator| indicator.measure == Measure::Percentage) {
        let (key, lacks) = match (&indicator.numerator, &indicator.denominator) {
            (Some(_), Some(_)) => continue,
            (None, None) => ("numerator", "neither numerator nor denominator"),
            (None, Some(_)) => ("numerator", "no numerator"),
            (Some(_), None) => ("denominator", "no denominator"),
        };
        let found = Finding::new(indicator.at(key), format!("the percentage `{}` has {lacks}", indicator.id()));
        findings.push(found.help("say under `numerator` what is counted, and under `denominator` what it is divided by"));
    }
}
