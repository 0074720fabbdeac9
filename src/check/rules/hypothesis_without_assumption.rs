//! An impact hypothesis says what it assumes.
//!
//! The guide calls hypotheses assumptions about how input and impact hang together. What has to hold for one to lead to the other, besides the cluster's
//! own work, stands under `assumptions`; when the impact fails to come, that is where to look first.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! checks: {title: Digital checks, category: input, measure: unit}
//! turnover: {title: Turnover of members, category: impact, measure: unit}
//! # file: monitoring/hypotheses.yaml
//! digital: <-- here
//!   title: Digital planning makes firms more profitable
//!   indicators: [checks, turnover]
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! checks: {title: Digital checks, category: input, measure: unit}
//! turnover: {title: Turnover of members, category: impact, measure: unit}
//! # file: monitoring/hypotheses.yaml
//! digital:
//!   title: Digital planning makes firms more profitable
//!   indicators: [checks, turnover]
//!   assumptions: [Firms act on the advice of the check]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hypothesis-without-assumption",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring, impact hypotheses",
        text: include_str!("hypothesis_without_assumption.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.hypotheses.iter().filter(|hypothesis| hypothesis.assumptions.is_empty());
    let message = |id: &Id| format!("the hypothesis `{id}` names no assumption");
    missing::tell(findings, lacking, "assumptions", message, "say under `assumptions` what has to hold for one to lead to the other");
}
