//! Some of the money is secured beyond the year.
//!
//! The guide shows from a survey of ninety clusters that those whose financing is assured grow, and the others do not. A cluster
//! whose money ends with the year spends the autumn looking for more. The rule looks at this year, or where the table does not
//! have it, at the latest year before; one source that is secured for longer is enough.
//!
//! # Bad
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount,secured-until
//! baseline-public,2026,90000,2026-12-31 <-- here
//! membership-fees,2026,30000,
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/financing.csv
//! source,year,amount,secured-until
//! baseline-public,2026,90000,2028-06-30
//! membership-fees,2026,30000,
//! ```

use crate::check::{Check, Context, Finding, financing_mix};
use crate::diag::{Class, Rule};
use crate::model::value::Date;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "financing-unsecured",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: financial planning is key for sustainability",
        text: include_str!("financing_unsecured.rs"),
    },
    tool: 17,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(year) = financing_mix::present(context) else { return };
    let beyond = |until: Date| i32::from(until.0.year()) > i32::from(year.year);
    let secured = context.model.financing.iter().any(|row| row.amount.or(row.share).is_some_and(|it| it > 0.0) && row.secured_until.is_some_and(beyond));
    let Some(first) = year.rows.first().filter(|_| !secured) else { return };
    let found = Finding::new(first.at("secured-until"), format!("no money is secured beyond the end of {}", year.year));
    findings.push(found.help("write the day under `secured-until` where a source has promised more, or ask one to"));
}
