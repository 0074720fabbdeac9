//! A cluster was founded by today.
//!
//! A cluster that is still to be founded has no site to publish, so a later date is most often a slip of the pen. Where the
//! founding is planned, leave the date out until the day has come; the action plan is the place for it.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! founded: 2062 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! founded: 2022
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "founded-in-future",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Four stages of cluster development",
        text: include_str!("founded_in_future.rs"),
    },
    tool: 1,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cluster in &context.model.clusters {
        if let Some(founded) = cluster.founded.as_ref().filter(|founded| founded.start > context.today) {
            let message = format!("the cluster is founded in {}, which has not come yet", founded.written);
            findings.push(Finding::new(cluster.at("founded"), message).help("correct the date, or take it out until then"));
        }
    }
}
