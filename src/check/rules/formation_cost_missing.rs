//! While a cluster is being set up, its costs count that too.
//!
//! The guide reminds of costs that arise only in the formation and start-up phase (legal advice, registration, a first brand) and
//! that are easily forgotten. The rule looks at clusters in their initiation or establishment that have a table of costs; later it
//! keeps silent.
//!
//! # Bad
//! ```yaml
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,60000 <-- here
//! rent,2026,8000
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,60000
//! rent,2026,8000
//! formation,2026,5000
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::cost::CostCategory;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "formation-cost-missing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: identifying the cost structure",
        text: include_str!("formation_cost_missing.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::Cost, Kind::Cluster]) {
        return;
    }
    if whole::stage(context) > Stage::Establishment || context.loaded.partial {
        return;
    }
    let costs = &context.model.costs;
    let Some(first) = costs.iter().next().filter(|_| costs.iter().all(|row| row.category != CostCategory::Formation)) else { return };
    let found = Finding::new(first.at("category"), "no costs of formation are told, although the cluster is being set up");
    findings.push(found.help("add a row with the category `formation`, or allow this with the reason why there are none"));
}
