//! Every activity leaves something behind.
//!
//! The guide's action plan names the result of each task, its deliverable. It is what shows that an activity is over and not
//! merely past: a list, a contract, a report, a room full of people. Drafts and what was cancelled are left alone.
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
//!   deliverables: [Addresses of fifty school leavers]
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "activity-without-deliverable",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: implementing an action plan",
        text: include_str!("activity_without_deliverable.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::activities(context).filter(|activity| activity.deliverables.is_empty());
    let message = |id: &Id| format!("it is not said what the activity `{id}` leaves behind");
    missing::tell(findings, lacking, "deliverables", message, "list its results under `deliverables`");
}
