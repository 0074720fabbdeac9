//! An impact hypothesis runs from input to impact.
//!
//! To the guide a hypothesis is about the relationship between input and impact. One whose indicators begin with the output does not say what the
//! result is to be in proportion to; one that ends with an outcome does not say what all of it is for.
//!
//! # Bad
//! ```yaml
//! # file: monitoring/indicators.yaml
//! checks: {title: Digital checks, category: output, measure: unit}
//! turnover: {title: Turnover of members, category: impact, measure: unit}
//! # file: monitoring/hypotheses.yaml
//! digital:
//!   title: Digital planning makes firms more profitable
//!   indicators: [checks, turnover] <-- here
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

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::indicator::Category;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hypothesis-cut-short",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: impact-oriented monitoring, impact hypotheses",
        text: include_str!("hypothesis_cut_short.rs"),
    },
    tool: 27,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let model = context.model;
    for hypothesis in &model.hypotheses {
        let has = |category: Category| model.all(&hypothesis.indicators).any(|indicator| indicator.category == category);
        // What leads nowhere is told by the loader.
        if hypothesis.indicators.is_empty() || model.all(&hypothesis.indicators).count() < hypothesis.indicators.len() {
            continue;
        }
        let lacks = match (has(Category::Input), has(Category::Impact)) {
            (true, true) => continue,
            (false, true) => "no indicator of input",
            (true, false) => "no indicator of impact",
            (false, false) => "no indicator of input and none of impact",
        };
        let found = Finding::new(hypothesis.at("indicators"), format!("the hypothesis `{}` has {lacks}", hypothesis.id()));
        findings.push(found.help("name the indicators of the whole way, from what is put in to what changes in the end"));
    }
}
