//! A cluster mapping is not the whole analysis.
//!
//! Statistics say nothing about how well firms work together, what they need, or what is peculiar to the place; the guide lists these
//! limits and wants the mapping to be one of several tools. A value chain, a SWOT or a diamond, made with the actors, has to stand
//! beside it.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! ```
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source
//! Wood products,Valmont,2024,4200,Statistical office
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/value-chain.yaml
//! sawing:
//!   title: Sawing and drying
//! ```
//! ```csv
//! # file: strategy/mapping.csv
//! sector,place,year,employment,source
//! Wood products,Valmont,2024,4200,Statistical office
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "mapping-alone",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: cluster mapping, limitations of data-based cluster analysis",
        text: include_str!("mapping_alone.rs"),
    },
    tool: 3,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let model = context.model;
    let others = !model.nodes.is_empty() || !model.swot.is_empty() || !model.diamond.is_empty();
    if model.mappings.is_empty() || others || context.loaded.partial {
        return;
    }
    let message = "the analysis rests on statistics alone";
    let help = "add the value chain (`strategy/value-chain.yaml`) or a SWOT (`strategy/swot.yaml`), made with the actors";
    whole::tell(findings, whole::at_strategy(context, "body"), message, help);
}
