//! Each of the top demands is answered by a goal, or declined with a reason.
//!
//! Actors stay committed when they see what became of the things they asked for; the guide calls it vital to understand their demands, and ranks
//! them to find those that matter and that enough actors share. A demand near the top that no goal takes up has been heard and then forgotten. To
//! decline one can be right; then the reason belongs beside it. Demands further down may wait.
//!
//! The guide does not say where the top ends. The cut-off is ours: a demand belongs to the top when it has at least half the points of the
//! strongest one, or, where nobody has given scores, half as many actors behind it.
//!
//! # Bad
//! ```yaml
//! # file: strategy/demands.yaml
//! workers: <-- here
//!   title: More skilled carpenters
//!   scores: {dufour: 5, martin: 4}
//! # file: members.yaml
//! dufour: {name: Dufour, kind: sme}
//! martin: {name: Martin, kind: sme}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/demands.yaml
//! workers:
//!   title: More skilled carpenters
//!   scores: {dufour: 5, martin: 4}
//! road:
//!   title: A wider road to the valley
//!   scores: {dufour: 5, martin: 3}
//!   declined: Only the state can build roads
//! stickers:
//!   title: Stickers for lorries
//!   scores: {martin: 2}
//! # file: strategy/goals.yaml
//! skilled-workers: {title: Enough skilled workers for every member, demands: [workers]}
//! # file: members.yaml
//! dufour: {name: Dufour, kind: sme}
//! martin: {name: Martin, kind: sme}
//! ```

use crate::check::{Check, Context, Finding, missing, whole};
use crate::diag::{Class, Rule};
use crate::model::{Id, Kind, ranking, thread};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "demand-unanswered",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation 3/4: evaluating and prioritising needs and demands",
        text: include_str!("demand_unanswered.rs"),
    },
    tool: 11,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if whole::is_unread(context, Kind::Goal, "demands") {
        return;
    }
    let ranked = ranking(&context.model.demands);
    let top = ranked.iter().filter(|one| one.top).map(|one| one.demand);
    let lacking = top.filter(|demand| thread::is_open(demand, context.relations));
    let message = |id: &Id| format!("no goal answers the demand `{id}`, one of the strongest");
    missing::tell(findings, lacking, "goals", message, "name a goal under `goals`, or say under `declined` why it is not taken up");
}
