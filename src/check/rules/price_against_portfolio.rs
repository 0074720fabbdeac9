//! A service is paid for as its place in the portfolio says.
//!
//! The portfolio tells which services are paid for each time and which the membership fee covers. A price that says otherwise makes
//! readers wonder which of the two holds. Only places that the managers have set count, not those that our method proposes; services under
//! review, and those that are to be dropped or given away, may cost what they will.
//!
//! # Bad
//! ```yaml
//! # file: services.yaml
//! audit:
//!   title: Energy check
//!   price: {model: membership-fee} <-- here
//!   portfolio: {managers: fee-based}
//! ```
//!
//! # Good
//! ```yaml
//! # file: services.yaml
//! audit:
//!   title: Energy check
//!   price: {model: fee, amount: 400}
//!   portfolio: {managers: fee-based}
//! ```

use crate::check::{Check, Context, Finding, live};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::service::{PriceModel, Quarter};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "price-against-portfolio",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 3/4: building the cluster service portfolio",
        text: include_str!("price_against_portfolio.rs"),
    },
    tool: 24,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for service in live::services(context) {
        let said = service.portfolio.as_ref().and_then(|positions| positions.managers);
        let (Some(quarter), Some(price)) = (said, service.price.as_ref()) else { continue };
        let fits = match quarter {
            Quarter::FeeBased => price.model == PriceModel::Fee,
            Quarter::Covered => price.model != PriceModel::Fee,
            Quarter::CriticalReview | Quarter::ExcludeOrFree => true,
        };
        if !fits {
            let (place, model) = (quarter.as_str(), price.model.as_str());
            let message = format!("the service `{}` stands under `{place}`, but its price is `{model}`", service.id());
            findings.push(Finding::new(service.at("price"), message).help("change the price, or the place in the portfolio"));
        }
    }
}
