//! From operationalisation on, business, research or education, and the public side are all among the members.
//!
//! New ideas come about where those who know, those who sell and those who set the rules meet; the guide calls the three strands
//! the triple helix and expects them to be well represented once services and projects run. Where one of them is missing, its
//! view is missing from every decision. Members that have left don't count.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation <-- here
//! # file: members.csv
//! id,name,kind
//! beam,Beam & Co,sme
//! college,Valmont College,education
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: operationalisation
//! # file: members.csv
//! id,name,kind
//! beam,Beam & Co,sme
//! college,Valmont College,education
//! county,County of Valmont,public
//! ```

use crate::check::{Check, Context, Finding, live, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::member::MemberKind;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "triple-helix-incomplete",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Four stages of cluster development, Operationalisation: the triple helix",
        text: include_str!("triple_helix_incomplete.rs"),
    },
    tool: 2,
    from: Some(Stage::Operationalisation),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let has = |strand: fn(MemberKind) -> bool| live::members(context).any(|member| strand(member.kind));
    let mut missing = Vec::new();
    if !has(MemberKind::is_firm) {
        missing.push("firm");
    }
    if !has(|kind| matches!(kind, MemberKind::Research | MemberKind::Education)) {
        missing.push("research or education institution");
    }
    if !has(|kind| kind == MemberKind::Public) {
        missing.push("public body");
    }
    if missing.is_empty() {
        return;
    }
    let message = format!("among the members there is no {}", missing.join(" and no "));
    let help = "win one as a member, or list it with its `kind` where it takes part already";
    whole::tell(findings, whole::at_cluster(context, "stage"), message, help);
}
