//! The costs of a year are what the liquidity plan spends in it.
//!
//! Both tables tell of the same money, once by what it is spent on and once by when. If they differ, one of them has been forgotten
//! at the last change. The rule compares years that the plan holds from January to December. The tolerance is ours: five per cent,
//! about half a month, since bills of December are often paid in January.
//!
//! # Bad
//! ```yaml
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,80000 <-- here
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q1,9000,25000,25000
//! 2026-Q2,,25000,25000
//! 2026-Q3,,25000,25000
//! 2026-Q4,,25000,25000
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,80000
//! rent,2026,18000
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-Q1,9000,25000,25000
//! 2026-Q2,,25000,25000
//! 2026-Q3,,25000,25000
//! 2026-Q4,,25000,25000
//! ```

use crate::check::{Check, Context, Finding, agreement, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::money::Pair;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "costs-and-liquidity-disagree",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: installing a functional accounting system",
        text: include_str!("costs_and_liquidity_disagree.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::Cost, Kind::CashFlow]) {
        return;
    }
    for found in agreement::broken(context) {
        let Pair::CostsAndExpenditure(year) = found.pair else { continue };
        let Some(row) = context.model.costs.iter().find(|row| row.year == year) else { continue };
        let message = format!("{year} costs {}, but the liquidity plan spends {} in it", found.one, found.other);
        findings.push(Finding::new(row.at("amount"), message).help("bring finance/costs and finance/liquidity into line"));
    }
}
