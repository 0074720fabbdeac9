//! What a survey has found is written down.
//!
//! Data are gathered to be used: the guide goes on from collecting them to interpreting them and drawing conclusions, and wants monitoring to be a means of
//! learning together. Those who answered have a right to hear what came out, and answer the next time if they do. The two months between the end of a survey and
//! its findings are ours.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/surveys.yaml
//! members-2025: <-- here
//!   title: Survey of the members
//!   period: 2025
//!   asked: 60
//!   answered: 45
//!   next: 2027-01-15
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/surveys.yaml
//! members-2025:
//!   title: Survey of the members
//!   period: 2025
//!   asked: 60
//!   answered: 45
//!   findings: [Half of the firms have a new buyer]
//!   next: 2027-01-15
//! ```

use crate::check::{Check, Context, Finding, calendar, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "survey-without-findings",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring, data collection and use",
        text: include_str!("survey_without_findings.rs"),
    },
    tool: 27,
    from: None,
    run,
};

/// Months that reading the answers may take.
const LONGEST: i32 = 2;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let over = |end| calendar::months_after(end, LONGEST) < context.today;
    let lacking = context.model.surveys.iter().filter(|survey| survey.findings.is_empty() && over(survey.end()));
    let message = |id: &Id| format!("the survey `{id}` has no findings");
    missing::tell(findings, lacking, "findings", message, "write under `findings` what came out of it, in a sentence each");
}
