//! Indicators are measured as often as the plan says.
//!
//! Among the usual mistakes the guide names monitoring that is not continuous. The grace is ours: one full period of the
//! indicator's `frequency` after its last measurement, or after its baseline where there is none, and sixty days to gather the
//! data. An indicator that has been measured up to its last target is finished; one that is measured once is due at its last
//! target.
//!
//! Time alone must not stop a publication, so this is never more than a warning.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   frequency: quarterly <-- here
//!   baseline: {value: 40, date: 2025-01-31}
//! # file: monitoring/measurements.csv
//! indicator,period,value
//! open-posts,2025-Q3,35
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   frequency: quarterly
//!   baseline: {value: 40, date: 2025-01-31}
//! # file: monitoring/measurements.csv
//! indicator,period,value
//! open-posts,2025-Q3,35
//! open-posts,2026-Q1,31
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::{Freshness, freshness};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "measurement-overdue",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: what not to do when implementing a monitoring approach",
        text: include_str!("measurement_overdue.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in &context.model.indicators {
        let measured = freshness(indicator, context.relations.measurements(indicator.id()), context.today);
        let Some(due) = measured.due.filter(|_| measured.state == Freshness::Overdue) else { continue };
        let since = measured.last.map_or_else(
            || "nothing has been measured yet".to_owned(),
            |last| format!("the last measurement is of {last}"),
        );
        let message = format!("the indicator `{}` was to be measured by {due}; {since}", indicator.id());
        let found = Finding::new(indicator.at("frequency"), message);
        findings.push(found.help("add the measurement to monitoring/measurements.csv, or set a `frequency` that can be kept"));
    }
}
