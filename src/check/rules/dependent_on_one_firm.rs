//! No single firm outweighs all the others together.
//!
//! The guide warns of leaning too much on the interests of one large company: what suits it is then taken for what suits the
//! cluster, and when it turns away, nothing is left. It gives no measure. Ours is employment: the rule speaks where one firm has
//! more than half of the employees of all member firms, and only where at least three firms give a number.
//!
//! # Bad
//! ```yaml
//! # file: members.csv
//! id,name,kind,employees
//! beam,Beam & Co,sme,40
//! joist,Joist Ltd,large-enterprise,900 <-- here
//! rafter,Rafter,sme,60
//! ```
//!
//! # Good
//! ```yaml
//! # file: members.csv
//! id,name,kind,employees
//! beam,Beam & Co,sme,240
//! joist,Joist Ltd,large-enterprise,400
//! rafter,Rafter,sme,230
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "dependent-on-one-firm",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation 4/4, Lessons learned: avoid depending on one large company",
        text: include_str!("dependent_on_one_firm.rs"),
    },
    tool: 2,
    from: None,
    run,
};

/// Firms that have to give a number before it says anything.
const ENOUGH: usize = 3;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let firms = live::members(context).filter(|member| member.kind.is_firm());
    let known: Vec<_> = firms.filter_map(|firm| Some((firm, u64::from(firm.employees?)))).collect();
    let all: u64 = known.iter().map(|(_, employees)| employees).sum();
    if known.len() < ENOUGH {
        return;
    }
    for (firm, employees) in known.into_iter().filter(|(_, employees)| employees * 2 > all) {
        let message = format!("`{}` has {employees} of the {all} employees of all member firms", firm.id());
        let found = Finding::new(firm.at("employees"), message);
        findings.push(found.help("win more firms, and see that the others have a say in every decision"));
    }
}
