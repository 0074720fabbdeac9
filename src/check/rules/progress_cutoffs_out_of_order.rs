//! What is on track has made more progress than what is behind.
//!
//! Under `monitoring` a cluster may set the shares of the expected progress at which one state gives way to the next. The guide gives
//! none; 0.9 and 0.6 are ours, and hold for the one that is left out. Where the share for "behind" is not the smaller of the two, no
//! indicator is ever behind, and one that lags goes straight from on track to off track without a warning between them.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! monitoring:
//!   on-track: 0.7
//!   behind: 0.8 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! monitoring:
//!   on-track: 0.8
//!   behind: 0.7
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Cutoffs;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "progress-cutoffs-out-of-order",
        class: Class::Conflict,
        basis: "the settings of a cluster repository",
        text: include_str!("progress_cutoffs_out_of_order.rs"),
    },
    tool: 26,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Cutoffs { on_track, behind } = Cutoffs::of(context.model);
    for cluster in &context.model.clusters {
        let Some(set) = cluster.monitoring.as_ref().filter(|_| behind >= on_track) else { continue };
        let key = if set.behind.is_some() { "behind" } else { "on-track" };
        let message = format!("an indicator is behind from {behind} of the expected progress on, and on track from {on_track} on");
        let found = Finding::new(cluster.at("monitoring").key(key), message);
        findings.push(found.help("make `behind` smaller than `on-track`; left out they are 0.6 and 0.9"));
    }
}
