//! The financing of a year is what comes in according to the liquidity plan.
//!
//! Both tables tell of the same money, once by its source and once by when it arrives. A grant that stands in one and not in the other
//! is the usual cause. The rule compares years that the plan holds from January to December. The tolerance is ours: five per cent,
//! about half a month, since what is due in December often arrives in January.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2026,80000 <-- here
//! membership-fees,2026,40000
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
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2026,60000
//! membership-fees,2026,40000
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
        name: "financing-and-liquidity-disagree",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: installing a functional accounting system",
        text: include_str!("financing_and_liquidity_disagree.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::Financing, Kind::CashFlow]) {
        return;
    }
    for found in agreement::broken(context) {
        let Pair::FinancingAndIncome(year) = found.pair else { continue };
        let Some(row) = context.model.financing.iter().find(|row| row.year == year) else { continue };
        let message = format!("the financing of {year} is {}, but {} comes in according to the liquidity plan", found.one, found.other);
        findings.push(Finding::new(row.at("amount"), message).help("bring finance/financing and finance/liquidity into line"));
    }
}
