//! The money comes from more than one source.
//!
//! Solid financing is what the guide names as the base of a cluster's work over time, and a mixture of public and private money
//! as one of the main reasons for success. With one source, one decision made elsewhere ends the cluster. The rule looks at this
//! year, or where the table does not have it, at the latest year before.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2026,120000 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount
//! baseline-public,2026,90000
//! membership-fees,2026,30000
//! ```

use crate::check::{Check, Context, Finding, financing_mix};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "single-financing-source",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: ensuring sustainable financing",
        text: include_str!("single_financing_source.rs"),
    },
    tool: 17,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(year) = financing_mix::present(context) else { return };
    let mut paying = year.rows.iter().filter(|row| year.value(row) > 0.0);
    let Some(first) = paying.next() else { return };
    let sources = first.sources();
    if sources.len() == 1 && paying.all(|row| row.sources() == sources) {
        let message = format!("all the money of {} comes from one source, `{}`", year.year, first.code());
        let found = Finding::new(first.at("source"), message);
        findings.push(found.help("find a second source, such as fees for services, or list the one that is missing here"));
    }
}
