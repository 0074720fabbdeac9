//! From establishment on, somebody manages the cluster full time.
//!
//! The guide counts a lack of management staff among the obstacles and warns against an understaffed team: services, projects and
//! members need somebody who is there for them, and not after his other work. It names no number; one full post in the management
//! itself is ours, since several people of a fifth each share the tasks and none of them the whole. The back office does not
//! count, and the rule speaks only where posts have been listed.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber <-- here
//! languages: [en]
//! stage: establishment
//! # file: governance/staff.yaml
//! manager:
//!   title: Cluster manager
//!   fte: 0.4
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: governance/staff.yaml
//! manager:
//!   title: Cluster manager
//!   fte: 1
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::staff::Staff;
use crate::model::{Entry, Kind};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-full-time-core",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 1, Dos and don’ts: cluster excellence; Part 2, Establishment 2/4: staffing",
        text: include_str!("no_full_time_core.rs"),
    },
    tool: 20,
    from: Some(Stage::Establishment),
    run,
};

/// Full-time equivalents of a full post.
const FULL: f64 = 1.0;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let staff = &context.model.staff;
    let core = |post: &&Entry<Staff>| !post.back_office;
    let full = staff.iter().filter(core).any(|post| post.fte >= FULL);
    if staff.is_empty() || full || !whole::knows_all(context, Kind::Staff) {
        return;
    }
    let total: f64 = staff.iter().filter(core).map(|post| post.fte).sum();
    let total = (total * 100.0).round() / 100.0;
    let message = format!("nobody manages the cluster full time; its posts are {total} full-time equivalents together");
    let help = "make one post a full one; or correct `fte` in governance/staff.yaml";
    whole::tell(findings, whole::at_governance(context, "staff"), message, help);
}
