//! A process that is modelled or lived says its steps.
//!
//! The guide asks how processes are defined, modelled and implemented, in this order. One that is only defined may do with a purpose and
//! an owner; from then on its steps have to be written down, or everybody who takes part has another process in mind.
//!
//! # Bad
//! ```yaml
//! # file: governance/bodies.yaml
//! office: {title: Cluster office, kind: managing-office, tasks: [Looks after members]}
//! # file: governance/processes.yaml
//! admission: <-- here
//!   title: Admit a member
//!   kind: core
//!   owner: office
//!   state: implemented
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/bodies.yaml
//! office: {title: Cluster office, kind: managing-office, tasks: [Looks after members]}
//! # file: governance/processes.yaml
//! admission:
//!   title: Admit a member
//!   kind: core
//!   owner: office
//!   state: implemented
//!   steps: [{title: Visit the firm}, {title: Decide, decision: true}]
//! ```

use crate::check::{Check, Context, Finding, missing, whole};
use crate::diag::{Class, Rule};
use crate::model::Kind;
use crate::model::kinds::process::ProcessState;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "process-without-steps",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Operationalisation, key questions: define, model and implement processes",
        text: include_str!("process_without_steps.rs"),
    },
    tool: 29,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !whole::knows(context, &[Kind::Process]) {
        return;
    }
    let named_only = |state: Option<ProcessState>| state == Some(ProcessState::Defined);
    let lacking = context.model.processes.iter().filter(|process| process.steps.is_empty() && !named_only(process.state));
    let help = "list them under `steps`, or write `state: defined` while there is only a name";
    missing::tell(findings, lacking, "steps", |id| format!("the process `{id}` has no steps"), help);
}
