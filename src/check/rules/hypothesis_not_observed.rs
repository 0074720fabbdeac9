//! Every impact hypothesis has an area of observation.
//!
//! After the hypotheses the guide has the areas for observation determined: what changes in whom, how many of them and by when. They show early, in
//! how people behave and how things are done, what figures show years later. They stand under `observations` of the hypothesis; a survey that puts it to the
//! test does as well.
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
//!   observations:
//!     - {what: Plans go to machines without being drawn again, whom: Carpenters, how-many: half of them, by: 2027-12-31}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hypothesis-not-observed",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring, areas for observation",
        text: include_str!("hypothesis_not_observed.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let model = context.model;
    let tested = |id: &Id| model.surveys.iter().any(|survey| model.all(&survey.hypotheses).any(|hypothesis| hypothesis.id() == id));
    let unobserved = |id: &Id| format!("nothing is observed to see whether the hypothesis `{id}` holds");
    let lacking = model.hypotheses.iter().filter(|hypothesis| hypothesis.observations.is_empty() && !tested(hypothesis.id()));
    missing::tell(findings, lacking, "observations", unobserved, "say under `observations` what changes in whom, in how many, and by when");
}
