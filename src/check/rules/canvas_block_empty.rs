//! Every block of the business canvas is answered.
//!
//! The guide's canvas asks ten things of a cluster, each in questions of its own, from the pains of members to who pays. They hang together:
//! activities without resources, or costs without revenue, make no model. A block without an answer is the question that a funder or a member
//! will ask next. The rule speaks as soon as there is a canvas.
//!
//! # Bad
//! ```yaml
//! # file: strategy/canvas.yaml
//! value-propositions: [Skilled people for every member] <-- here
//! member-pain-points: [Nobody to run the machines]
//! key-activities: [Courses]
//! key-resources: [Two trainers]
//! member-relationships: [A visit each year]
//! member-segments: [Sawmills]
//! key-challenges: [Few apprentices]
//! cost-structure: [Trainers]
//! revenue-streams: [{title: Fees for courses, source: service-fees}]
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/canvas.yaml
//! value-propositions: [Skilled people for every member]
//! member-pain-points: [Nobody to run the machines]
//! key-activities: [Courses]
//! key-resources: [Two trainers]
//! key-partners: [The school for carpenters lends its hall]
//! member-relationships: [A visit each year]
//! member-segments: [Sawmills]
//! key-challenges: [Few apprentices]
//! cost-structure: [Trainers]
//! revenue-streams: [{title: Fees for courses, source: service-fees}]
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::canvas::Block;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "canvas-block-empty",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4: the cluster business canvas model",
        text: include_str!("canvas_block_empty.rs"),
    },
    tool: 12,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for canvas in &context.model.canvases {
        for block in Block::ALL.iter().filter(|&&block| canvas.block(block).is_empty()) {
            let key = block.as_str();
            let found = Finding::new(canvas.at(key), format!("the block `{key}` of the canvas is empty"));
            findings.push(found.help(format!("answer it under `{key}`, in a few points")));
        }
    }
}
