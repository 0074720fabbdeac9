//! A diamond assesses all four determinants.
//!
//! Porter explains success by four determinants that strengthen each other: factor conditions, demand conditions, related and supporting
//! industries, and firm strategy and rivalry. The guide's case of Lagos looks at each of them; one that is left out is often the one that
//! holds the others back. Government and chance act on the four from outside and need not be there. The rule speaks only where a diamond
//! has been begun.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/diamond.yaml
//! factor-conditions:
//!   wood: {title: Slow-grown larch, sign: plus}
//! demand-conditions:
//!   schools: {title: Forty schools to be built, sign: plus}
//! firm-strategy-and-rivalry:
//!   small: {title: Firms too small to export alone, sign: minus}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/diamond.yaml
//! factor-conditions:
//!   wood: {title: Slow-grown larch, sign: plus}
//! demand-conditions:
//!   schools: {title: Forty schools to be built, sign: plus}
//! related-and-supporting-industries:
//!   machines: {title: No maker of machines nearby, sign: minus}
//! firm-strategy-and-rivalry:
//!   small: {title: Firms too small to export alone, sign: minus}
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::diamond::Determinant;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "diamond-determinant-missing",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: use cases of cluster analysis, Porter’s Diamond",
        text: include_str!("diamond_determinant_missing.rs"),
    },
    tool: 6,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let assessed: BTreeSet<Determinant> = context.model.diamond.iter().map(|factor| factor.determinant).collect();
    let core = Determinant::ALL.iter().filter(|determinant| determinant.is_core());
    let missing: Vec<&str> = core.filter(|determinant| !assessed.contains(determinant)).map(|one| one.as_str()).collect();
    if assessed.is_empty() || missing.is_empty() || context.loaded.partial {
        return;
    }
    let message = format!("the diamond says nothing of {}", missing.join(" and "));
    whole::tell(findings, whole::at_strategy(context, "body"), message, "add what is missing to strategy/diamond.yaml");
}
