//! A service that costs much effort and matters little is reviewed.
//!
//! The guide assesses services by effort and relevance before it places them. High effort for what members need little is the one
//! case that is hard to defend: it takes the time of all for the wish of few. The rule is content as soon as the managers have
//! put the service under critical review, or decided to drop it.
//!
//! # Bad
//! ```yaml
//! # file: services.yaml
//! yearbook:
//!   title: Printed yearbook
//!   effort: high <-- here
//!   relevance: low
//!   status: offered
//! ```
//!
//! # Good
//! ```yaml
//! # file: services.yaml
//! yearbook:
//!   title: Printed yearbook
//!   effort: high
//!   relevance: low
//!   status: offered
//!   portfolio: {managers: critical-review}
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::kinds::service::{Grade, Quarter};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "low-relevance-high-effort",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: building the cluster service portfolio",
        text: include_str!("low_relevance_high_effort.rs"),
    },
    tool: 24,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for service in live::services(context) {
        let said = service.portfolio.as_ref().and_then(|positions| positions.managers);
        let decided = matches!(said, Some(Quarter::CriticalReview | Quarter::ExcludeOrFree));
        let high = matches!(service.effort, Some(Grade::High | Grade::MediumToHigh));
        let low = matches!(service.relevance, Some(Grade::Low | Grade::LowToMedium));
        if high && low && !decided {
            let message = format!("the service `{}` takes much effort and matters little", service.id());
            let help = "review it: `portfolio: {managers: critical-review}`, or end it";
            findings.push(Finding::new(service.at("effort"), message).help(help));
        }
    }
}
