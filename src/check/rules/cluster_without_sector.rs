//! A cluster names the branch of the economy that it works in.
//!
//! A sectoral focus is the second of the four qualities that every cluster has. It decides who can become a member, which value
//! chain is mapped and whom the services are for. An alliance that is open to every trade is a business club, and is judged by
//! other measures.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber <-- here
//! languages: [en]
//! region: Upper Valmont
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! region: Upper Valmont
//! sector: Timber construction
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "cluster-without-sector",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 1, Various shapes: the four qualities that all clusters share",
        text: include_str!("cluster_without_sector.rs"),
    },
    tool: 1,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.clusters.iter().filter(|cluster| cluster.sector.is_none());
    let message = |_: &_| "the cluster does not say which sector it works in".to_owned();
    missing::tell(findings, lacking, "sector", message, "name the branch of the economy under `sector`");
}
