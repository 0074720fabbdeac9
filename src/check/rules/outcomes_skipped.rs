//! A goal is shown by what members get out of it, not by what is easy to count.
//!
//! Events are easily counted, and the guide names it as a usual mistake to stop there: it says that outcomes give the other
//! figures their meaning. A goal whose indicators are all of input and output will look reached when everything was done and
//! nothing has changed. An indicator of outcome or impact is enough.
//!
//! # Bad
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   indicators: [courses] <-- here
//! # file: monitoring/indicators.yaml
//! courses: {title: Courses held, category: output, measure: unit}
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/goals.yaml
//! skilled-workers:
//!   title: Enough skilled workers for every member
//!   indicators: [courses, open-posts]
//! # file: monitoring/indicators.yaml
//! courses: {title: Courses held, category: output, measure: unit}
//! open-posts: {title: Posts that members can't fill, category: outcome, measure: unit}
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::indicator::Category;
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "outcomes-skipped",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Establishment 4/4: what not to do when implementing a monitoring approach",
        text: include_str!("outcomes_skipped.rs"),
    },
    tool: 26,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.goals.iter().filter(|goal| {
        let indicators = context.relations.indicators(goal.id());
        let counts = |category: Category| matches!(category, Category::Input | Category::Output);
        !indicators.is_empty() && indicators.iter().all(|indicator| counts(indicator.category))
    });
    let message = |id: &Id| format!("the goal `{id}` has indicators of input or output alone");
    missing::tell(findings, lacking, "indicators", message, "add an indicator of the outcome that members should see");
}
