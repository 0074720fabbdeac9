//! A cluster names the region that it works in.
//!
//! A spatial focus is one of the four qualities that all clusters share in the guide's view. Firms gain from each other because
//! they are near enough to meet, to share workers and to be served by the same schools and authorities. A reader who isn't told
//! where that is can't judge anything else on the site.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber <-- here
//! languages: [en]
//! sector: Timber construction
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! sector: Timber construction
//! region: Upper Valmont
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "cluster-without-spatial-focus",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, Various shapes: the four qualities that all clusters share",
        text: include_str!("cluster_without_spatial_focus.rs"),
    },
    tool: 1,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.clusters.iter().filter(|cluster| cluster.region.is_none());
    let message = |_: &_| "the cluster does not say which region it works in".to_owned();
    missing::tell(findings, lacking, "region", message, "name the region under `region`");
}
