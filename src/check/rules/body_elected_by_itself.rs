//! A body is elected by another one.
//!
//! Members take part in decisions because they choose who makes them. A body that renews itself has cut that tie; most often the
//! wrong id was copied.
//!
//! # Bad
//! ```yaml
//! # file: governance/bodies.yaml
//! board:
//!   title: Board
//!   kind: executive-board
//!   elected-by: board <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/bodies.yaml
//! assembly:
//!   title: Members' assembly
//!   kind: general-assembly
//! board:
//!   title: Board
//!   kind: executive-board
//!   elected-by: assembly
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "body-elected-by-itself",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: indicators of good cluster governance",
        text: include_str!("body_elected_by_itself.rs"),
    },
    tool: 18,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for body in &context.model.bodies {
        let electing = body.elected_by.as_ref().and_then(|electing| context.model.get(electing));
        if electing.is_some_and(|electing| electing.id() == body.id()) {
            let found = Finding::new(body.at("elected-by"), format!("the body `{}` elects itself", body.id()));
            findings.push(found.help("name the body that elects it, or take the line out"));
        }
    }
}
