//! The liquidity plan says what there is at its beginning.
//!
//! A plan shows whether there is always enough money only if it is known with how much it starts. Without an opening balance every
//! later balance is counted from nothing, which is hardly ever so. One figure in the first period is enough.
//!
//! # Bad
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q1,,20000,15000 <-- here
//! 2026-Q2,,20000,15000
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q1,8000,20000,15000
//! 2026-Q2,,20000,15000
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::money::liquidity;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "opening-balance-missing",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: drawing up financial planning",
        text: include_str!("opening_balance_missing.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::CashFlow]) {
        return;
    }
    let standings = liquidity(context.model);
    let Some(first) = standings.first().filter(|standing| standing.stated.is_none()) else { return };
    let Some(row) = first.rows.first() else { return };
    let message = format!("it is not said how much there is when {} begins", first.period.written);
    findings.push(Finding::new(row.at("opening-balance"), message).help("write under `opening-balance` what is in the bank and in cash"));
}
