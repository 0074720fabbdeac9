//! A part of the services is paid for each time.
//!
//! The guide sees in services that cost a fee a lever that keeps the organisation going, since membership fees alone seldom do. The rule
//! looks at where services stand in the portfolio as its managers see it, or where our method would put them while nobody has said so. It
//! keeps silent while there are fewer than three, because one or two services are no portfolio yet; that number is ours, too.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: services.yaml
//! forum: <-- here
//!   title: Yearly forum
//!   portfolio: {managers: covered-by-membership-fees}
//! letter: {title: Letter, portfolio: {managers: covered-by-membership-fees}}
//! board: {title: Job board, portfolio: {managers: exclude-or-free}}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: services.yaml
//! forum: {title: Yearly forum, portfolio: {managers: covered-by-membership-fees}}
//! letter: {title: Letter, portfolio: {managers: covered-by-membership-fees}}
//! audit: {title: Energy check, portfolio: {managers: fee-based}}
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::service::Quarter;
use crate::model::portfolio::managers;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-fee-based-service",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: building the cluster service portfolio",
        text: include_str!("no_fee_based_service.rs"),
    },
    tool: 24,
    from: Some(Stage::Establishment),
    run,
};

/// Services that make a portfolio.
const ENOUGH: usize = 3;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let placed: Vec<_> = live::services(context).filter_map(|service| Some((managers(service)?.place(), service))).collect();
    let paid = placed.iter().any(|(quarter, _)| *quarter == Quarter::FeeBased);
    let Some((_, first)) = placed.first().filter(|_| !paid && placed.len() >= ENOUGH && !context.loaded.partial) else { return };
    let found = Finding::new(first.place(), format!("none of {} services is paid for each time", placed.len()));
    findings.push(found.help("ask members which service they would pay for, and give it the place `fee-based`"));
}
