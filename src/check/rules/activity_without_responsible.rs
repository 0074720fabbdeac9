//! One person or body answers for every activity.
//!
//! In the guide's action plan each activity is given to somebody who is responsible for it. Others may help; one has to be the
//! one who is asked. Drafts and what was cancelled are left alone.
//!
//! # Bad
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day: <-- here
//!   title: Open day in the workshops
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/activities.yaml
//! open-day:
//!   title: Open day in the workshops
//!   responsible: mara-lind
//! # file: governance/people.yaml
//! mara-lind: {name: Mara Lind}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-without-responsible",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: define responsibilities clearly",
        text: include_str!("activity_without_responsible.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::activities(context).filter(|activity| activity.responsible.is_none());
    let message = |id: &Id| format!("nobody answers for the activity `{id}`");
    missing::tell(findings, lacking, "responsible", message, "name one person or body under `responsible`");
}
