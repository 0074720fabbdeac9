//! A year in the financing table has money in it.
//!
//! Shares of nothing can't be drawn. A year whose amounts are all zero is one for which the figures are not known yet, and is
//! better left out of the table until they are.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2027,0 <-- here
//! membership-fees,2027,0
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2027,90000
//! membership-fees,2027,0
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::money::{Figures, MixYear, mix_years};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "financing-total-zero",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: ensuring sustainable financing",
        text: include_str!("financing_total_zero.rs"),
    },
    tool: 17,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let told = |year: &MixYear<'_>| year.rows.iter().any(|row| row.amount.or(row.share).is_some());
    for year in mix_years(context.model).iter().filter(|year| year.total() <= 0.0 && told(year)) {
        let Some(first) = year.rows.first() else { continue };
        let found = Finding::new(first.at(if year.figures == Figures::Amounts { "amount" } else { "share" }), format!("the amounts of {} add up to nothing", year.year));
        findings.push(found.help("write the amounts, or take the year out until they are known"));
    }
}
