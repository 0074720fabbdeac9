//! Strengths and weaknesses come from inside the cluster, opportunities and threats from outside.
//!
//! The guide's internal analysis is about the cluster and its members, the external one about markets and competitors. What is
//! inside can be changed; what is outside can only be met. A finding in the wrong field therefore leads to the wrong answer, such
//! as a goal to change the world market.
//!
//! # Bad
//! ```yaml
//! # file: strategy/swot.yaml
//! weaknesses:
//!   beetles:
//!     title: The bark beetle spreads uphill
//!     origin: external <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/swot.yaml
//! threats:
//!   beetles:
//!     title: The bark beetle spreads uphill
//!     origin: external
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::swot::{Origin, Quadrant};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "swot-origin-confused",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: internal and external analysis",
        text: include_str!("swot_origin_confused.rs"),
    },
    tool: 5,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for item in &context.model.swot {
        let (belongs, fields) = match item.origin {
            Some(Origin::Internal) => ([Quadrant::Strengths, Quadrant::Weaknesses], "strengths or weaknesses"),
            Some(Origin::External) => ([Quadrant::Opportunities, Quadrant::Threats], "opportunities or threats"),
            None => continue,
        };
        if !belongs.contains(&item.quadrant) {
            let message = format!("`{}` stands under {} although its origin lies elsewhere", item.id(), item.quadrant.as_str());
            findings.push(Finding::new(item.at("origin"), message).help(format!("move it to {fields}, or correct `origin`")));
        }
    }
}
