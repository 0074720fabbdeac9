//! Every goal answers a demand of the actors or a finding of the SWOT.
//!
//! The guide has the demands of the key actors identified and ranked, and deduces the goals from them, so that everybody can see how the goals
//! were found. A goal that answers nothing may be a good idea, yet nobody has said that they need it, and nobody will miss it. The rule speaks
//! as soon as there are demands or findings that a goal could answer.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! exports: <-- here
//!   title: A third of all houses sold abroad
//! # file: strategy/demands.yaml
//! workers: {title: More skilled carpenters}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   demands: [workers]
//! exports:
//!   title: A third of all houses sold abroad
//! # file: strategy/demands.yaml
//! workers: {title: More skilled carpenters}
//! # file: strategy/swot.yaml
//! opportunities:
//!   north: {title: Demand in the north, goals: [exports]}
//! ```

use crate::check::{Check, Context, Finding, missing, whole};
use crate::diag::{Class, Rule};
use crate::model::{Id, Kind};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "goal-without-need",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 3/4: from demands to key objectives of a cluster",
        text: include_str!("goal_without_need.rs"),
    },
    tool: 11,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (model, relations) = (context.model, context.relations);
    let unread = whole::is_unread(context, Kind::Swot, "goals") || whole::is_unread(context, Kind::Demand, "goals");
    if unread || model.demands.is_empty() && model.swot.is_empty() {
        return;
    }
    let lacking =
        model.goals.iter().filter(|goal| relations.demands(goal.id()).is_empty() && relations.swot(goal.id()).is_empty());
    let message = |id: &Id| format!("the goal `{id}` answers no demand and no finding of the SWOT");
    missing::tell(findings, lacking, "demands", message, "name the demand under `demands`, or the goal at the finding of the SWOT");
}
