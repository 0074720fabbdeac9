//! A membership agreement settles the fee, the term and the protection of data.
//!
//! The guide names the fee and the term of the contract first among what an agreement regulates, for both sides need to know what it
//! costs and how it ends. Members hand over data about their firms, which nobody does for long without knowing what becomes of them.
//! A table of fees counts as having settled the fee.
//!
//! # Bad
//! ```yaml
//! # file: governance/agreement.yaml
//! preamble: The cluster and the member agree as follows. <-- here
//! fees:
//!   - {amount: 600, period: year}
//! data-protection: As the law has it.
//! cooperation: Members take part in what they choose.
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/agreement.yaml
//! preamble: The cluster and the member agree as follows.
//! fees:
//!   - {amount: 600, period: year}
//! data-protection: As the law has it.
//! term: Until either side ends it, with three months' notice.
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::agreement::Heading;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "agreement-essential-missing",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: setting up membership and cooperation agreements",
        text: include_str!("agreement_essential_missing.rs"),
    },
    tool: 21,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for agreement in &context.model.agreements {
        let settled = |heading| agreement.part(heading).is_some();
        let essentials = [
            (settled(Heading::Fee) || !agreement.fees.is_empty(), "fee", "the fee"),
            (settled(Heading::Term), "term", "its term"),
            (settled(Heading::DataProtection), "data-protection", "the protection of data"),
        ];
        for (_, key, what) in essentials.into_iter().filter(|(settled, ..)| !settled) {
            let found = Finding::new(agreement.at(key), format!("the membership agreement does not settle {what}"));
            findings.push(found.help(format!("write under `{key}` what holds")));
        }
    }
}
