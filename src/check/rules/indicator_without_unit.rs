//! A number has a unit, and a percentage says what of what.
//!
//! "12" may be firms, days or euros. "12 %" is worse: unless numerator and denominator are named, a share can rise because the
//! whole has become smaller, and nobody sees it.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! exporters: <-- here
//!   title: Firms that export
//!   category: outcome
//!   measure: percentage
//!   numerator: Member firms that sold abroad within the year
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! exporters:
//!   title: Firms that export
//!   category: outcome
//!   measure: percentage
//!   numerator: Member firms that sold abroad within the year
//!   denominator: All member firms
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   unit: posts
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::indicator::Measure;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-unit",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: setting up a monitoring system",
        text: include_str!("indicator_without_unit.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in &context.model.indicators {
        let (key, lack) = match indicator.measure {
            Measure::Unit if indicator.unit.is_none() => ("unit", "has no unit"),
            Measure::Percentage if indicator.numerator.is_none() => ("numerator", "is a percentage without a numerator"),
            Measure::Percentage if indicator.denominator.is_none() => ("denominator", "is a percentage without a denominator"),
            Measure::Unit | Measure::Percentage | Measure::Nominal | Measure::Ordinal | Measure::Qualitative => continue,
        };
        let found = Finding::new(indicator.at(key), format!("the indicator `{}` {lack}", indicator.id()));
        findings.push(found.help(format!("say under `{key}` what the number is of")));
    }
}
