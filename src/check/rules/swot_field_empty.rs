//! A SWOT has strengths, weaknesses, opportunities and threats.
//!
//! The guide looks inwards and outwards, and at the good and the bad of both, because only the four together give a true picture
//! and show what to do first. A field that is left empty says that nobody has asked, for no cluster is without weaknesses. The
//! rule speaks only where a SWOT has been begun.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/swot.yaml
//! strengths:
//!   craft:
//!     title: A long tradition of joinery
//! weaknesses:
//!   apprentices:
//!     title: Too few apprentices
//!     accepted: The county's school plan is under way
//! opportunities:
//!   prefabrication:
//!     title: Builders want ready-made walls
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/swot.yaml
//! strengths:
//!   craft:
//!     title: A long tradition of joinery
//! weaknesses:
//!   apprentices:
//!     title: Too few apprentices
//! opportunities:
//!   prefabrication:
//!     title: Builders want ready-made walls
//! threats:
//!   beetles:
//!     title: The bark beetle spreads uphill
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::swot::Quadrant;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "swot-field-empty",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: SWOT analysis",
        text: include_str!("swot_field_empty.rs"),
    },
    tool: 5,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let filled: BTreeSet<Quadrant> = context.model.swot.iter().map(|item| item.quadrant).collect();
    let empty: Vec<&str> =
        Quadrant::ALL.iter().filter(|quadrant| !filled.contains(quadrant)).map(|quadrant| quadrant.as_str()).collect();
    if filled.is_empty() || empty.is_empty() || context.loaded.partial {
        return;
    }
    let message = format!("the SWOT has no {}", empty.join(" and no "));
    whole::tell(findings, whole::at_strategy(context, "swot"), message, "add what is missing to strategy/swot.yaml");
}
