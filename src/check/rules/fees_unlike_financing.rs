//! What members pay by the table of fees is about what the financing mix counts on.
//!
//! The fees in the agreement times the members of today give a sum, and the financing mix has one for the same year. The guide wants
//! fees reckoned so that they cover their part of the cost; where the two sums lie far apart, one of them is a wish. The rule
//! speaks when they differ by more than a quarter of the larger one: that share is ours, wide enough for members who come and go
//! within a year. It keeps silent while the table does not fit all members.
//!
//! # Bad
//! ```yaml
//! # file: governance/agreement.yaml
//! fees:
//!   - {amount: 600, period: year}
//! term: Until either side ends it.
//! data-protection: As the law has it.
//! # file: members.csv
//! id,name,kind
//! dufour,Scierie Dufour,sme
//! # file: finance/financing.csv
//! source,year,amount
//! membership-fees,2026,2000 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/agreement.yaml
//! fees:
//!   - {amount: 600, period: year}
//! term: Until either side ends it.
//! data-protection: As the law has it.
//! # file: members.csv
//! id,name,kind
//! dufour,Scierie Dufour,sme
//! # file: finance/financing.csv
//! source,year,amount
//! membership-fees,2026,700
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::financing::FinancingSource;
use crate::model::money::mix_years;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "fees-unlike-financing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4 and 2/4: fees cover cost; the agreement regulates the fee",
        text: include_str!("fees_unlike_financing.rs"),
    },
    tool: 21,
    from: None,
    run,
};

/// Share of the larger sum by which the two may differ. Ours: the guide gives none.
const APART: f64 = 0.25;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let model = context.model;
    let year = context.today.year();
    // Shares, and figures that hold other sources too, can't be set against amounts.
    let mut amounts = mix_years(model).into_iter().filter(|mix| mix.amount().is_some());
    let Some(mix) = amounts.find(|mix| i32::from(mix.year) == i32::from(year)) else { return };
    let Some(first) = mix.rows.iter().find(|row| row.sources() == [FinancingSource::MembershipFees]) else { return };
    let planned = mix.of_source(FinancingSource::MembershipFees);
    for agreement in model.agreements.iter().filter(|agreement| !agreement.fees.is_empty()) {
        let expected = agreement.expected(model.members.iter(), context.today);
        if !expected.left_out.is_empty() || expected.counted == 0 {
            continue;
        }
        if (planned - expected.amount).abs() > APART * planned.max(expected.amount) {
            let message = format!(
                "the financing counts on {planned} of membership fees in {year}; by the table of fees {} members pay {}",
                expected.counted, expected.amount
            );
            let found = Finding::new(first.at("amount"), message).help("correct the one that is not meant so");
            findings.push(found.related(agreement.at("fees"), "the table of fees"));
        }
    }
}
