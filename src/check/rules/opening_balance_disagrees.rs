//! An opening balance is what the periods before it leave.
//!
//! The guide wants accounts in which figures are recorded and compared. Where a later period states a balance of its own, that is
//! what the bank says, and the plan counts from there; if the rows before it lead to another figure, something in them is missing or
//! wrong. One per cent is let pass, which is our measure.
//!
//! # Bad
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q1,8000,20000,15000
//! 2026-Q2,9000,20000,15000 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q1,8000,20000,15000
//! 2026-Q2,13000,20000,15000
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::money::{BUDGETS, agree, liquidity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "opening-balance-disagrees",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: installing a functional accounting system",
        text: include_str!("opening_balance_disagrees.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for standing in &liquidity(context.model) {
        let (Some(stated), Some(carried)) = (standing.stated, standing.carried) else { continue };
        let at = standing.rows.iter().find(|row| row.opening_balance.is_some());
        if let Some(row) = at.filter(|_| !agree(stated, carried, BUDGETS)) {
            let message = format!("{} begins with {stated}, but the periods before it leave {carried}", standing.period.written);
            let help = "correct the rows before it to what was really paid, or take the balance out";
            findings.push(Finding::new(row.at("opening-balance"), message).help(help));
        }
    }
}
