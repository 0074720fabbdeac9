//! Private money does not carry a cluster alone.
//!
//! The guide's examples show that even excellent initiatives need 20 to 30 % of public money, since much of what a cluster does
//! helps the region more than any one member. Where members and customers pay for all, the work for all is what is dropped first.
//! Fees and sponsoring count as private; public baseline funding and projects don't.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! membership-fees,2026,30000 <-- here
//! service-fees,2026,45000
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2026,25000
//! membership-fees,2026,30000
//! service-fees,2026,45000
//! ```

use crate::check::{Check, Context, Finding, financing_mix};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "private-financing-alone",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: ensuring sustainable financing",
        text: include_str!("private_financing_alone.rs"),
    },
    tool: 17,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(year) = financing_mix::present(context) else { return };
    let mut paying = year.rows.iter().filter(|row| year.value(row) > 0.0);
    let Some(first) = paying.next() else { return };
    if first.is_private() == Some(true) && paying.all(|row| row.is_private() == Some(true)) {
        let found = Finding::new(first.at("source"), format!("all the money of {} is private", year.year));
        findings.push(found.help("look for public money for what serves the whole region"));
    }
}
