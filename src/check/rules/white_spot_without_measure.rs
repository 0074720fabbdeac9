//! Each step of the value chain is covered, or what is done about the white spot is said.
//!
//! The guide maps the value chain to find white spots: steps where actors are missing that have to be attracted for the good of the whole
//! cluster. A white spot that is found and then left alone helps nobody. A step is covered by members that name it, or by firms of the
//! region under `actors`. As long as nobody covers any step, the mapping has not begun and the rule keeps silent.
//!
//! # Bad
//! ```yaml
//! # file: strategy/value-chain.yaml
//! sawing:
//!   title: Sawing and drying
//! glue: <-- here
//!   title: Glue from bark
//! ```
//! ```csv
//! # file: members.csv
//! id,name,kind,value-chain
//! aubanel,Scierie Aubanel,sme,sawing
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/value-chain.yaml
//! sawing:
//!   title: Sawing and drying
//! drying:
//!   title: Drying for others
//!   actors: [Kiln of the forest owners]
//! glue:
//!   title: Glue from bark
//!   gap:
//!     why: The market is too small for a plant of its own
//!     measure: Talks with the chemical park in the next valley
//! ```
//! ```csv
//! # file: members.csv
//! id,name,kind,value-chain
//! aubanel,Scierie Aubanel,sme,sawing
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::value_chain::{Gap, Node};
use crate::model::{Coverage, Covering, Entry};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "white-spot-without-measure",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 1/4: value chain mapping",
        text: include_str!("white_spot_without_measure.rs"),
    },
    tool: 4,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let covering = Covering::new(context.model, context.today);
    let is_spot = |node: &&Entry<Node>| covering.degree(node) == Coverage::Nobody;
    if context.model.nodes.iter().all(|node| is_spot(&node)) {
        return;
    }
    for node in context.model.nodes.iter().filter(is_spot) {
        if !node.gap.as_ref().is_some_and(Gap::has_measure) {
            let found = Finding::new(node.at("gap"), format!("nobody covers `{}`, and nothing is said to be done about it", node.id()));
            findings.push(found.help("say under `gap` what is done: a `measure`, `goals` or `activities`; or name who covers it"));
        }
    }
}
