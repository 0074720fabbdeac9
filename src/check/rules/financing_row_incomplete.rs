//! Every row of the financing has a source and a figure that counts.
//!
//! A row that does not say where the money comes from can't be put into the mix; it needs a source, or at least the field of action that
//! it is earned in. It also needs an amount, or its share of the year's income where amounts are not told. In a year of which
//! other rows give amounts, a share alone counts for nothing, because it can't be added to them.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount,share
//! baseline-public,2026,80000,
//! membership-fees,2026,,30 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount,share
//! baseline-public,2025,,70
//! membership-fees,2025,,30
//! baseline-public,2026,80000,
//! membership-fees,2026,34000,
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::money::{Figures, mix_years};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "financing-row-incomplete",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: relevant financing sources",
        text: include_str!("financing_row_incomplete.rs"),
    },
    tool: 17,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for year in mix_years(context.model) {
        for row in &year.rows {
            if row.sources().is_empty() && row.field.is_none() {
                let found = Finding::new(row.at("source"), "it is not said where this money comes from");
                findings.push(found.help("write one of the sources, or the field of action that it is earned in"));
            }
            match (year.figures, row.amount, row.share) {
                (Figures::Amounts, Some(_), _) | (Figures::Shares, _, Some(_)) => {}
                (Figures::Amounts, None, Some(share)) => {
                    let message = format!("{share} % is left out, since other rows of {} are amounts", year.year);
                    findings.push(Finding::new(row.at("amount"), message).help("write the amount"));
                }
                (_, None, None) | (Figures::Shares, Some(_), None) => {
                    let message = format!("a source of {} has neither an amount nor a share", year.year);
                    findings.push(Finding::new(row.at("amount"), message).help("write the amount, or the share in per cent"));
                }
            }
        }
    }
}
