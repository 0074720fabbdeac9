//! Every field of action serves a goal.
//!
//! The guide deduces fields of action from needs and strategic goals, and allocates them to each goal before services are developed. A field that
//! serves none is a heading under which work is done that nobody has agreed on. The goal names the field, or the field its goals.
//!
//! # Bad
//! ```yaml
//! # file: strategy/fields.yaml
//! skills: <-- here
//!   title: Skills
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/fields.yaml
//! skills:
//!   title: Skills
//! markets:
//!   title: Markets
//!   goals: [skilled-workers]
//! # file: strategy/goals.yaml
//! skilled-workers: {title: Enough skilled workers for every member, fields: [skills]}
//! ```

use crate::check::{Check, Context, Finding, missing, whole};
use crate::diag::{Class, Rule};
use crate::model::{Id, Kind, thread};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "field-without-goal",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: identifying need-based fields of action",
        text: include_str!("field_without_goal.rs"),
    },
    tool: 22,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if whole::is_unread(context, Kind::Goal, "fields") {
        return;
    }
    let lacking = context.model.fields.iter().filter(|field| thread::has_no_goal(field, context.relations));
    let message = |id: &Id| format!("the field of action `{id}` serves no goal");
    missing::tell(findings, lacking, "goals", message, "name the goal under `goals`, or the field under `fields` of the goal");
}
