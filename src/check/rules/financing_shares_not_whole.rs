//! The shares of a year come to a hundred per cent.
//!
//! Where a mix is told in shares, they are parts of one whole. If they come to more, a source has been counted twice; if they come to
//! less, one is missing. The rule lets two points pass, which is our measure: four shares that are each rounded to whole numbers can be
//! so far off together.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,share
//! baseline-public,2026,60 <-- here
//! membership-fees,2026,20
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,share
//! baseline-public,2026,60
//! membership-fees,2026,20
//! projects,2026,21
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::money::{Figures, mix_years};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "financing-shares-not-whole",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: relevant financing sources",
        text: include_str!("financing_shares_not_whole.rs"),
    },
    tool: 17,
    from: None,
    run,
};

/// Points by which the sum may miss the whole.
const ROUNDING: f64 = 2.0;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for year in mix_years(context.model).iter().filter(|year| year.figures == Figures::Shares) {
        let total = year.total();
        let Some(first) = year.rows.first().filter(|_| total > 0.0 && (total - 100.0).abs() > ROUNDING + 1e-9) else { continue };
        let message = format!("the shares of {} come to {total} %", year.year);
        findings.push(Finding::new(first.at("share"), message).help("add the source that is missing, or correct a share"));
    }
}
