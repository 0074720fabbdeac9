//! From operationalisation on, a hypothesis leads to each indicator of impact.
//!
//! The guide warns that policy expects great impact of little input, and has no tool that shows the effect of a cluster free of all other influences. What a
//! cluster can do is to say how it believes that its work leads to the impact, and to look whether it does. The rule speaks where there
//! are indicators of impact; a plan that has just been made may do without.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: monitoring/indicators.yaml
//! turnover: <-- here
//!   title: Turnover of members
//!   category: impact
//!   measure: unit
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: monitoring/indicators.yaml
//! checks: {title: Digital checks, category: input, measure: unit}
//! turnover:
//!   title: Turnover of members
//!   category: impact
//!   measure: unit
//! # file: monitoring/hypotheses.yaml
//! digital:
//!   title: Digital planning makes firms more profitable
//!   indicators: [checks, turnover]
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::indicator::Category;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "impact-not-explained",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring, impact hypotheses",
        text: include_str!("impact_not_explained.rs"),
    },
    tool: 27,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::Hypothesis, Kind::Indicator]) {
        return;
    }
    let model = context.model;
    for indicator in model.indicators.iter().filter(|indicator| indicator.category == Category::Impact) {
        let mut ways = model.hypotheses.iter().map(|hypothesis| model.all(&hypothesis.indicators));
        if !ways.any(|mut way| way.any(|known| known.id() == indicator.id())) {
            let message = format!("no hypothesis says how the impact `{}` comes about", indicator.id());
            let found = Finding::new(indicator.place(), message);
            findings.push(found.help("add one to monitoring/hypotheses.yaml, with the indicators on the way"));
        }
    }
}
