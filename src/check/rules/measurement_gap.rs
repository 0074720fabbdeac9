//! Measurements follow each other without a gap.
//!
//! Monitoring that is not continuous is one of the usual mistakes of which the guide warns. Two measurements that lie further apart than
//! two periods of the indicator's `frequency` leave out at least one between them; that twice is too long is our reading. What is missing at
//! the end is told by `measurement-overdue`.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   frequency: yearly <-- here
//! # file: monitoring/measurements.csv
//! indicator,period,value
//! open-posts,2022,40
//! open-posts,2025,35
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   frequency: yearly
//! # file: monitoring/measurements.csv
//! indicator,period,value
//! open-posts,2022,40
//! open-posts,2023,38
//! open-posts,2024,37
//! open-posts,2025,35
//! ```

use crate::check::{Check, Context, Finding, calendar};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "measurement-gap",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: what not to do when implementing a monitoring approach",
        text: include_str!("measurement_gap.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for indicator in &context.model.indicators {
        let Some(months) = indicator.frequency.and_then(|frequency| frequency.months()) else { continue };
        let mut periods: Vec<_> = context.relations.measurements(indicator.id()).iter().map(|row| &row.period).collect();
        periods.sort();
        let gap = periods.windows(2).find(|pair| calendar::months_after(pair[0].end, 2 * months) < pair[1].end);
        if let Some([before, after]) = gap {
            let (id, from, to) = (indicator.id(), &before.written, &after.written);
            let found = Finding::new(indicator.at("frequency"), format!("`{id}` was not measured between {from} and {to}"));
            findings.push(found.help("add what was measured then, or set a `frequency` that can be kept"));
        }
    }
}
