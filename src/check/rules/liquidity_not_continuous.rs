//! The periods of the liquidity plan follow on each other.
//!
//! A month that is left out, or that is counted once as a month and once in its quarter, makes every balance after it wrong. Several
//! rows of one and the same period are fine: they are added up. Months may give way to quarters where one plan ends and a rougher one
//! begins.
//!
//! # Bad
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-01,10000,5000,4000
//! 2026-03,,5000,4000 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: finance/liquidity.csv
//! period,opening-balance,income,expenditure
//! 2026-01,10000,5000,4000
//! 2026-02,,5000,4000
//! 2026-03,,5000,4000
//! 2026-Q2,,15000,12000
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::money::liquidity;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "liquidity-not-continuous",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: drawing up financial planning",
        text: include_str!("liquidity_not_continuous.rs"),
    },
    tool: 16,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let standings = liquidity(context.model);
    for pair in standings.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let Some(first) = after.rows.first() else { continue };
        let (one, other) = (&before.period.written, &after.period.written);
        let message = if after.period.start <= before.period.end {
            format!("{one} and {other} overlap, so that days are counted twice")
        } else if before.period.end.tomorrow().ok() != Some(after.period.start) {
            format!("there is nothing between {one} and {other}")
        } else {
            continue;
        };
        findings.push(Finding::new(first.at("period"), message).help("write periods that follow on each other: months, or quarters"));
    }
}
