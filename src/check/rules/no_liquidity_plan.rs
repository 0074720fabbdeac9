//! From establishment on there is a liquidity plan.
//!
//! Enough income over the year does not help in a month in which nothing has been paid yet. That is why the guide wants income and
//! expenditure forecast over the year and their difference watched. The plan is internal unless it says otherwise.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber <-- here
//! languages: [en]
//! stage: establishment
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
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-liquidity-plan",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: drawing up financial planning",
        text: include_str!("no_liquidity_plan.rs"),
    },
    tool: 16,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.model.cash_flows.is_empty() {
        let help = "write finance/liquidity.csv with period, income and expenditure by month or quarter; only the organisation sees it";
        whole::tell(findings, whole::in_place(context), "there is no liquidity plan", help);
    }
}
