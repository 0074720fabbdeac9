//! Membership fees are calculated from what the cluster costs.
//!
//! The guide says that fees have to be calculated well enough to cover the costs, and names the cost structure as the first step of
//! all financial planning. Where fees are planned for this year or a year to come, and nobody has said what that year costs, they
//! can't have been calculated.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: finance/financing.csv
//! source,year,amount
//! membership-fees,2026,40000 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: finance/financing.csv
//! source,year,amount
//! membership-fees,2026,40000
//! # file: finance/costs.csv
//! category,year,amount
//! personnel,2026,35000
//! ```

use crate::check::{Check, Context, Finding, financing_mix};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::financing::{Financing, FinancingSource};
use crate::model::money::{cost_years, mix_years};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "fees-without-costs",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: drawing up financial planning",
        text: include_str!("fees_without_costs.rs"),
    },
    tool: 16,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let costs = cost_years(context.model);
    let this_year = financing_mix::this_year(context);
    for year in mix_years(context.model).iter().filter(|year| year.year >= this_year) {
        if costs.iter().any(|known| known.year == year.year) {
            continue;
        }
        if let Some(row) = year.rows.iter().find(|row| is_fee(row)) {
            let message = format!("there are membership fees for {}, but nothing is said of its costs", year.year);
            findings.push(Finding::new(row.at("year"), message).help("write what the year costs into finance/costs.csv, by category"));
        }
    }
}

fn is_fee(row: &Financing) -> bool {
    row.sources().contains(&FinancingSource::MembershipFees)
}
