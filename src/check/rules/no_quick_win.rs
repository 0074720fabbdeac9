//! An action plan has a quick win.
//!
//! The guide wants the first activities to be such that members soon share a success, and says of initiatives without one that
//! their members lost interest within a short time. A quick win costs little and shows within months. The rule speaks from five
//! activities on; that number is ours.
//!
//! # Bad
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country <-- here
//! # file: strategy/activities.yaml
//! a1: {title: Training centre}
//! a2: {title: Joint brand}
//! a3: {title: Stand at the fair}
//! a4: {title: Design school}
//! a5: {title: Log yard}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/strategy.yaml
//! vision: The best timber houses of the country
//! # file: strategy/activities.yaml
//! a1: {title: Training centre}
//! a2: {title: Joint brand}
//! a3: {title: Stand at the fair}
//! a4: {title: Design school}
//! a5: {title: Joint order of screws, quick-win: true}
//! ```

use crate::check::{Check, Context, Finding, live, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "no-quick-win",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 1/4: first activities that promise quick wins",
        text: include_str!("no_quick_win.rs"),
    },
    tool: 15,
    from: Some(Stage::Establishment),
    run,
};

/// Activities from which on a plan ought to have one.
const ENOUGH: usize = 5;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let quick = live::activities(context).any(|activity| activity.quick_win);
    if quick || live::activities(context).count() < ENOUGH || context.loaded.partial {
        return;
    }
    let help = "mark an activity that shows a result soon with `quick-win: true`, or add one";
    whole::tell(findings, whole::at_strategy(context, "activities"), "the action plan has no quick win", help);
}
