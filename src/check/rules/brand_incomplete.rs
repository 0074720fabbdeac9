//! A brand has values and makes a promise.
//!
//! A logo and colours are what a brand looks like; values and a promise are what it is. The guide asks first what the cluster stands for,
//! what it alone offers and what it strives for, since members, policy makers and the public can only commit themselves to
//! something that has been said.
//!
//! # Bad
//! ```yaml
//! # file: governance/marketing.yaml
//! values: [{title: Craft}] <-- here
//! unique: The only region with forest, mill and architect in one valley
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/marketing.yaml
//! values: [{title: Craft}]
//! promise: A house from this forest, from one hand
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "brand-incomplete",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: branding as a lever of visibility",
        text: include_str!("brand_incomplete.rs"),
    },
    tool: 25,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for marketing in &context.model.marketing {
        let parts = [
            (marketing.values.is_empty(), "values", "the brand has no values", "list under `values` what the cluster stands for"),
            (marketing.promise.is_none(), "promise", "the brand makes no promise", "write it under `promise`, in a sentence"),
        ];
        for (_, key, message, help) in parts.into_iter().filter(|(lacking, ..)| *lacking) {
            findings.push(Finding::new(marketing.at(key), message).help(help));
        }
    }
}
