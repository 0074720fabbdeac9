//! Every service meets a need.
//!
//! Members stay with a cluster whose services answer their needs and bottlenecks; the guide therefore has needs and goals come
//! first and services follow from them. A service meets a need when it names a demand, a field of action or a goal. Drafts and
//! services that have ended are left alone.
//!
//! # Bad
//! ```yaml
//! # file: services.yaml
//! forum: <-- here
//!   title: Yearly forum
//! ```
//!
//! # Good
//! ```yaml
//! # file: services.yaml
//! forum:
//!   title: Yearly forum
//!   demands: [meet-others]
//! # file: strategy/demands.yaml
//! meet-others: {title: Meet other makers of timber houses}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::{Id, thread};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "service-without-need",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: identifying need-based fields of action",
        text: include_str!("service_without_need.rs"),
    },
    tool: 23,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::services(context).filter(|service| thread::meets_no_need(service));
    let message = |id: &Id| format!("it is not said which need the service `{id}` meets");
    missing::tell(findings, lacking, "demands", message, "name a demand, a field of action or a goal");
}
