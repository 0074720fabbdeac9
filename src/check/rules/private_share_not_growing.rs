//! The share of private money grows over about five years.
//!
//! The guide sees a pattern: initiatives begin with little private money and need about five years to raise it much. A share that
//! does not move says that members don't yet think the services worth paying for. The method is ours: the rule compares the
//! latest year up to now with the earliest of the five years before it, needs figures of three years, and is content with 70 %,
//! since the guide's best cases stay at 20 to 30 % of public money.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2024,80000
//! membership-fees,2024,20000
//! baseline-public,2025,80000
//! membership-fees,2025,25000
//! baseline-public,2026,90000 <-- here
//! membership-fees,2026,20000
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2024,80000
//! membership-fees,2024,20000
//! baseline-public,2025,80000
//! membership-fees,2025,25000
//! baseline-public,2026,80000
//! membership-fees,2026,30000
//! ```

use crate::check::{Check, Context, Finding, financing_mix};
use crate::diag::{Class, Rule};
use crate::model::money::mix_years;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "private-share-not-growing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: private income grows over about five years",
        text: include_str!("private_share_not_growing.rs"),
    },
    tool: 17,
    from: Some(Stage::Establishment),
    run,
};

/// Years over which the share has to grow, and of how many there have to be figures.
const YEARS: u16 = 5;
const ENOUGH: usize = 3;
/// Private share that need not grow.
const CONTENT: f64 = 0.7;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let years: Vec<_> = mix_years(context.model)
        .into_iter()
        .filter(|year| year.year <= financing_mix::this_year(context))
        // A year whose figures don't tell private from public money can't be compared.
        .filter(|year| year.unclear_share() == Some(0.0))
        .filter_map(|year| Some((year.private_share()?, year)))
        .collect();
    let Some((now, latest)) = years.last() else { return };
    let within: Vec<_> = years.iter().filter(|(_, year)| latest.year - year.year <= YEARS).collect();
    let (Some((then, earliest)), Some(row)) = (within.first(), latest.rows.first()) else { return };
    if within.len() < ENOUGH || now > then || *now >= CONTENT {
        return;
    }
    let per_cent = |share: f64| (share * 100.0).round();
    let (was, is) = (per_cent(*then), per_cent(*now));
    let message = format!("the private share was {was} % in {} and is {is} % in {}", earliest.year, latest.year);
    findings.push(Finding::new(row.at("year"), message).help("win more members or sponsors, review fees and prices, and ask members which services they would pay for"));
}
