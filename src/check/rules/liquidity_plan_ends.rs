//! The liquidity plan reaches some months ahead.
//!
//! The guide plans income and expenditure for a period to come, of twelve months for example. A plan that is about to end warns of
//! nothing any more. The guide does not say how early it has to be carried on; three months are our measure, since that is how long
//! it takes to find other money.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q2,8000,20000,15000
//! 2026-Q3,,20000,15000 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q3,8000,20000,15000
//! 2026-Q4,,20000,15000
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::kinds::cluster::Stage;
use crate::model::money::liquidity;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "liquidity-plan-ends",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: drawing up financial planning",
        text: include_str!("liquidity_plan_ends.rs"),
    },
    tool: 16,
    from: Some(Stage::Establishment),
    run,
};

/// Days that the plan has to reach ahead.
const AHEAD: i64 = 93;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::CashFlow, Kind::Cost]) {
        return;
    }
    let standings = liquidity(context.model);
    let Some(last) = standings.iter().max_by_key(|standing| standing.period.end) else { return };
    let left = last.period.end.duration_since(context.today).as_hours() / 24;
    let Some(row) = last.rows.first().filter(|_| left < AHEAD) else { return };
    let message = format!("the liquidity plan ends with {}", last.period.written);
    findings.push(Finding::new(row.at("period"), message).help("add the months or quarters to come, best a whole year"));
}
