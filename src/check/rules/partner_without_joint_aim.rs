//! It is said what is to be reached together with each partner cluster.
//!
//! To foster collaboration across clusters and borders is one of the aims for which the guide wants a cluster to be visible. Many
//! agreements are signed and framed. Those that live have one aim that both need, so each partnership names it.
//!
//! # Bad
//! ```yaml
//! # file: international/partners.yaml
//! norrholt: <-- here
//!   name: Norrholt Timber Network
//!   country: SE
//! ```
//!
//! # Good
//! ```yaml
//! # file: international/partners.yaml
//! norrholt:
//!   name: Norrholt Timber Network
//!   country: SE
//!   aim: Build for each other’s customers
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "partner-without-joint-aim",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: goals of branding (cross-cluster and cross-border collaboration)",
        text: include_str!("partner_without_joint_aim.rs"),
    },
    tool: 32,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.partner_clusters.iter().filter(|partner| partner.aim.is_none());
    let message = |id: &crate::model::Id| format!("nothing says what is to be reached together with `{id}`");
    missing::tell(findings, lacking, "aim", message, "say it under `aim`");
}
