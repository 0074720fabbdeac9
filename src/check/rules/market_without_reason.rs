//! For each market it is said why.
//!
//! There are some two hundred countries, and a small cluster can look after two or three. The guide has work abroad follow from what
//! members need and from what a study of markets finds, as in its case of textile firms that found shipbuilders. A market without a
//! reason was most likely chosen by whoever invited first.
//!
//! # Bad
//! ```yaml
//! # file: international/markets.yaml
//! denmark: <-- here
//!   country: DK
//!   priority: high
//! ```
//!
//! # Good
//! ```yaml
//! # file: international/markets.yaml
//! denmark: {country: DK, priority: high, reason: Carbon limits for all new houses}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "market-without-reason",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation: managing cluster projects, a practical case (market research before work on a market)",
        text: include_str!("market_without_reason.rs"),
    },
    tool: 32,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.markets.iter().filter(|market| market.reason.is_none());
    missing::tell(findings, lacking, "reason", |id| format!("nothing says why `{id}` is a market"), "say it under `reason`");
}
