//! No body reports to itself, be it over others.
//!
//! In a circle every body is the superior of its own superior, so nobody answers to anybody. The organigram can't be drawn
//! either, because it has no top. The rule is an error in every profile for that reason.
//!
//! # Bad
//! ```yaml
//! # file: governance/bodies.yaml
//! board:
//!   title: Board
//!   kind: executive-board
//!   reports-to: office <-- here
//! office:
//!   title: Cluster office
//!   kind: managing-office
//!   reports-to: board
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/bodies.yaml
//! board:
//!   title: Board
//!   kind: executive-board
//! office:
//!   title: Cluster office
//!   kind: managing-office
//!   reports-to: board
//! ```

use std::collections::BTreeMap;

use crate::check::{Check, Context, Finding, circle::circles};
use crate::diag::{Class, Rule};
use crate::model::kinds::governance::Body;
use crate::model::{Entry, Id};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "reporting-circle",
        class: Class::Fault,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: competence and communication pathways",
        text: include_str!("reporting_circle.rs"),
    },
    tool: 18,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let bodies: Vec<&Entry<Body>> = context.model.bodies.iter().collect();
    let index: BTreeMap<&Id, usize> = bodies.iter().enumerate().map(|(index, body)| (body.id(), index)).collect();
    let superior = |body: &Entry<Body>| index.get(context.model.get(body.reports_to.as_ref()?)?.id()).copied();
    let edges: Vec<Vec<usize>> = bodies.iter().map(|body| superior(body).into_iter().collect()).collect();
    for circle in circles(&edges) {
        let mut members = circle.iter().map(|&index| bodies[index]);
        let Some(first) = members.next() else { continue };
        let message = match circle.len() {
            1 => format!("the body `{}` reports to itself", first.id()),
            count => format!("the body `{}` reports to itself in a circle of {count} bodies", first.id()),
        };
        let found = Finding::new(first.at("reports-to"), message).help("take `reports-to` out of the one that is at the top");
        let add = |found: Finding, body: &Entry<Body>| found.related(body.at("reports-to"), format!("`{}`", body.id()));
        findings.push(members.fold(found, add));
    }
}
