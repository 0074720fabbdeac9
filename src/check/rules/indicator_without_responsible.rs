//! Somebody sees to it that each indicator is measured.
//!
//! The guide wants responsibilities to be clear for every task, and measuring is one. Figures that everybody could deliver are
//! delivered by nobody.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts: <-- here
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//! ```
//!
//! # Good
//! ```yaml
//! # file: monitoring/indicators.yaml
//! open-posts:
//!   title: Posts that members can't fill
//!   category: outcome
//!   measure: unit
//!   responsible: mara-lind
//! # file: governance/people.yaml
//! mara-lind: {name: Mara Lind}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "indicator-without-responsible",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: define responsibilities clearly",
        text: include_str!("indicator_without_responsible.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.indicators.iter().filter(|indicator| indicator.responsible.is_none());
    let message = |id: &Id| format!("nobody answers for measuring the indicator `{id}`");
    missing::tell(findings, lacking, "responsible", message, "name a person, body or member under `responsible`");
}
