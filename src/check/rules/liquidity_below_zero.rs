//! The balance does not fall below zero, or it is said how that is bridged.
//!
//! The guide gives the financial plan one aim: that there is enough money at all times. A plan that shows a shortfall does its work
//! only if somebody has thought about it, so a note (a loan, a later payment, an advance of a member) is what the rule asks for. The
//! balance is counted as on the page of costs.
//!
//! # Bad
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure,note
//! 2026-Q1,10000,5000,20000, <-- here
//! 2026-Q2,,30000,15000,
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure,note
//! 2026-Q1,10000,5000,20000,Bridged by an overdraft until the region pays in April
//! 2026-Q2,,30000,15000,
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::money::liquidity;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "liquidity-below-zero",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: drawing up financial planning",
        text: include_str!("liquidity_below_zero.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::CashFlow]) {
        return;
    }
    for standing in liquidity(context.model).iter().filter(|standing| standing.balance() < 0.0 && !standing.is_noted()) {
        let Some(first) = standing.rows.first() else { continue };
        let message = format!("{} ends with {}, below zero", standing.period.written, standing.balance());
        let help = "say under `note` how it is bridged, or move income or expenditure";
        findings.push(Finding::new(first.at("note"), message).help(help));
    }
}
