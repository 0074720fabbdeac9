//! Every impact hypothesis has indicators.
//!
//! A hypothesis says that what the cluster puts in will lead to an impact. Without an indicator on that way nobody will ever see whether it does, and
//! what the guide asks for (hypotheses on how input and impact hang together, derived and agreed on) stays an opinion. The indicators stand under
//! `indicators`, from input to impact.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/hypotheses.yaml
//! digital: <-- here
//!   title: Digital planning makes firms more profitable
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
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hypothesis-without-indicator",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring, impact hypotheses",
        text: include_str!("hypothesis_without_indicator.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.hypotheses.iter().filter(|hypothesis| hypothesis.indicators.is_empty());
    let message = |id: &Id| format!("the hypothesis `{id}` has no indicator");
    missing::tell(findings, lacking, "indicators", message, "name its indicators under `indicators`, from input to impact");
}
