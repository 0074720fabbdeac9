//! From establishment on, a cluster has a critical mass of firms.
//!
//! A critical mass of firms is the third of the four qualities that every cluster has; without it there are too few customers for
//! a service and too few partners for a project, and the guide names its lack among the reasons why clusters fail. The guide
//! gives no number. The cut-off of 15 firms is ours; small trades and small regions may well do with fewer, and can set this rule
//! aside with their reason.
//!
//! Small and large enterprises and start-ups count, as long as they have not left.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment <-- here
//! # file: members.csv
//! id,name,kind
//! beam,Beam & Co,sme
//! joist,Joist Ltd,large-enterprise
//! college,Valmont College,education
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: members.csv
//! id,name,kind
//! m1,Beam & Co,sme
//! m2,Joist Ltd,large-enterprise
//! m3,Rafter,sme
//! m4,Purlin,sme
//! m5,Truss,sme
//! m6,Plank,sme
//! m7,Shingle,sme
//! m8,Veneer,sme
//! m9,Dowel,sme
//! m10,Tenon,sme
//! m11,Mortise,sme
//! m12,Lath,sme
//! m13,Gable,sme
//! m14,Sawmill North,sme
//! m15,Sawdust Works,start-up
//! ```

use crate::check::{Check, Context, Finding, live, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-critical-mass",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 1, Various shapes: a critical mass of firms",
        text: include_str!("no_critical_mass.rs"),
    },
    tool: 1,
    from: Some(Stage::Establishment),
    run,
};

/// Firms from which on we take the mass to be critical.
const ENOUGH: usize = 15;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let firms = live::members(context).filter(|member| member.kind.is_firm()).count();
    if firms >= ENOUGH {
        return;
    }
    let message = format!("the cluster counts {firms} firms among its members, fewer than {ENOUGH}");
    let help = "list all member firms, or set the rule aside and say why fewer are enough";
    whole::tell(findings, whole::at_cluster(context, "stage"), message, help);
}
