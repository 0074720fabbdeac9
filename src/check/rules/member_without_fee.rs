//! Every member finds its fee in the table of fees.
//!
//! Fees are to cover what they are meant to cover, says the guide, and they can only be reckoned where each member has one. A member
//! whom no row fits pays by favour, and the others hear of it. Membership without a fee is a row as well, with the amount 0; rows by
//! size fit only members whose employees are known.
//!
//! # Bad
//! ```yaml
//! # file: governance/agreement.yaml
//! fees:
//!   - {employees-to: 9, amount: 600, period: year} <-- here
//! term: Until either side ends it.
//! data-protection: As the law has it.
//! # file: members.csv
//! id,name,kind,employees
//! dufour,Scierie Dufour,sme,24
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/agreement.yaml
//! fees:
//!   - {employees-to: 9, amount: 600, period: year}
//!   - {amount: 1400, period: year}
//! term: Until either side ends it.
//! data-protection: As the law has it.
//! # file: members.csv
//! id,name,kind,employees
//! dufour,Scierie Dufour,sme,24
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "member-without-fee",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: membership agreements; Establishment 1/4: financing",
        text: include_str!("member_without_fee.rs"),
    },
    tool: 21,
    from: None,
    run,
};

/// So many members are named, so that the message can be read.
const NAMED: usize = 5;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::Agreement, Kind::Member, Kind::Cluster]) {
        return;
    }
    for agreement in context.model.agreements.iter().filter(|agreement| !agreement.fees.is_empty()) {
        let left_out = agreement.expected(context.model.members.iter(), context.today).left_out;
        if left_out.is_empty() {
            continue;
        }
        let named: Vec<String> = left_out.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
        let more = if left_out.len() > NAMED { " and others" } else { "" };
        let message = format!("no row of the fees fits {}{more}", named.join(", "));
        let help = "add a row that does, with `amount: 0` where membership is free, or give the members' `employees`";
        findings.push(Finding::new(agreement.at("fees"), message).help(help));
    }
}
