//! Every process has an owner.
//!
//! Many processes run side by side in a cluster, says the guide, and different people take part in each. Someone has to answer for the
//! whole of it: see that it is followed, that it still makes sense, and that newcomers learn it. One person or one body is enough.
//!
//! # Bad
//! ```yaml
//! # file: governance/processes.yaml
//! admission: <-- here
//!   title: Admit a member
//!   kind: core
//!   steps: [{title: Visit the firm}]
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/bodies.yaml
//! office:
//!   title: Cluster office
//!   kind: managing-office
//!   tasks: [Looks after members]
//! # file: governance/processes.yaml
//! admission:
//!   title: Admit a member
//!   kind: core
//!   owner: office
//!   steps: [{title: Visit the firm}]
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "process-without-owner",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation 1/3: process management",
        text: include_str!("process_without_owner.rs"),
    },
    tool: 29,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.processes.iter().filter(|process| process.owner.is_none());
    let help = "name one person or body under `owner`";
    missing::tell(findings, lacking, "owner", |id| format!("nobody answers for the process `{id}`"), help);
}
