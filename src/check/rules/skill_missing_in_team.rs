//! Every skill that managing a cluster takes is there in somebody of the team.
//!
//! The guide puts a team whose skills complete each other above one of equals: nobody has to know everything, but everything has to
//! be known by somebody. The rule goes through its criteria, the additional language left out since that is of use only, and names
//! those in which nobody who was assessed scores 2 (as needed) or more; the scale is ours. Criteria that nobody was assessed by
//! are another matter.
//!
//! # Bad
//! ```yaml
//! # file: governance/governance.yaml
//! legal-form: non-profit-association <-- here
//! # file: governance/staff.yaml
//! manager:
//!   title: Cluster manager
//!   fte: 1
//!   skills: { tertiary-education: 3, private-sector: 2, leadership: 1, social: 2, communication: 3, project-management: 2, english: 2, sector-knowledge: 3, cluster-training: 2 }
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/governance.yaml
//! legal-form: non-profit-association
//! # file: governance/staff.yaml
//! manager:
//!   title: Cluster manager
//!   fte: 1
//!   skills: { tertiary-education: 3, private-sector: 2, leadership: 2, social: 2, communication: 3, project-management: 2, english: 2, sector-knowledge: 3, cluster-training: 2 }
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::{Choice, Kind, team};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "skill-missing-in-team",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: putting together the cluster management team",
        text: include_str!("skill_missing_in_team.rs"),
    },
    tool: 20,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let levels = team(&context.model.staff);
    let missing = levels.iter().filter(|level| level.is_missing() && !level.criterion.is_optional());
    let missing: Vec<&str> = missing.map(|level| level.criterion.as_str()).collect();
    if missing.is_empty() || !whole::knows_all(context, Kind::Staff) {
        return;
    }
    let message = format!("in the team nobody has what is needed in {}", missing.join(", "));
    let help = "look for it when a post is filled, train somebody, or agree with a member who has it";
    whole::tell(findings, whole::at_governance(context, "staff"), message, help);
}
