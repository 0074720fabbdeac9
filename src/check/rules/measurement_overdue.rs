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

use jiff::civil::Date;

use crate::check::{Check, Context, Finding, calendar};
use crate::diag::{Class, Rule};
use crate::model::Entry;
use crate::model::kinds::indicator::Indicator;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "measurement-overdue",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: what not to do when implementing a monitoring approach",
        text: include_str!("measurement_overdue.rs"),
    },
    tool: 26,
    from: None,
    run,
};

/// Days that gathering the data may take.
const GRACE: i32 = 60;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in &context.model.indicators {
        let Some((since, due)) = due(context, indicator) else { continue };
        if calendar::days_after(due, GRACE) < context.today {
            let message = format!("the indicator `{}` was to be measured by {due}; {since}", indicator.id());
            let found = Finding::new(indicator.at("frequency"), message);
            findings.push(found.help("add the measurement to monitoring/measurements.csv, or set a `frequency` that can be kept"));
        }
    }
}

/// What is known last, in words, and the day by which the next measurement should be there.
fn due(context: &Context<'_>, indicator: &Entry<Indicator>) -> Option<(String, Date)> {
    let months = indicator.frequency?.months();
    let known = context.relations.measurements(indicator.id()).iter().filter(|row| row.period.start <= context.today);
    let latest = known.map(|row| &row.period).max_by_key(|period| period.end);
    let last_target = indicator.targets.iter().map(|target| target.date.0).max();
    let none = "nothing has been measured yet".to_owned();
    match (latest, months) {
        (Some(_), None) => None,
        (None, None) => last_target.map(|due| (none, due)),
        (Some(latest), Some(_)) if last_target.is_some_and(|last| last <= latest.end) => None,
        (Some(latest), Some(months)) => {
            Some((format!("the last measurement is of {}", latest.written), calendar::months_after(latest.end, months)))
        }
        (None, Some(months)) => Some((none, calendar::months_after(indicator.baseline.as_ref()?.date.0, months))),
    }
}
