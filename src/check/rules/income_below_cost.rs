//! What comes in covers what the cluster costs.
//!
//! The guide has income and expenditure forecast and the difference worked out, and fees calculated so that they cover the costs. The
//! rule compares the table of costs with the financing of the same year, for this year and those to come, since past years can't be
//! changed. A year that is to live on reserves is allowed with `allow` and the reason.
//!
//! # Bad
//! ```yaml
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,120000 <-- here
//! rent,2026,20000
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2026,80000
//! membership-fees,2026,40000
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,120000
//! rent,2026,20000
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2026,80000
//! membership-fees,2026,60000
//! ```

use crate::check::{Check, Context, Finding, financing_mix, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::money::{cost_years, covers};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "income-below-cost",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: drawing up financial planning",
        text: include_str!("income_below_cost.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::CashFlow, Kind::Cost, Kind::Financing]) {
        return;
    }
    let costs = cost_years(context.model);
    let this_year = financing_mix::this_year(context);
    for cover in covers(context.model).iter().filter(|cover| cover.year >= this_year && cover.income < cover.cost) {
        let of_year = costs.iter().find(|year| year.year == cover.year);
        let Some(first) = of_year.and_then(|year| year.rows.first()) else { continue };
        let message = format!("{} costs {}, and only {} comes in", cover.year, cover.cost, cover.income);
        let help = format!("fees, services and sponsors bring {} and would have to bring {}", cover.fees, cover.left_to_fees);
        findings.push(Finding::new(first.at("amount"), message).help(help));
    }
}
