//! Every service says what it costs.
//!
//! Services are an income for the cluster, and the guide wants their prices to leave a margin, because membership fees alone
//! seldom cover everything. `free` and `membership-fee` are prices too: what matters is that somebody has decided. Drafts and
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
//!   price: {model: membership-fee}
//! ```

use crate::check::{Check, Context, Finding, live, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "service-without-price",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: why cluster services are so important",
        text: include_str!("service_without_price.rs"),
    },
    tool: 23,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = live::services(context).filter(|service| service.price.is_none());
    let message = |id: &Id| format!("it is not said what the service `{id}` costs");
    missing::tell(findings, lacking, "price", message, "add `price: {model: …}`: `free`, `membership-fee` or `fee`");
}
