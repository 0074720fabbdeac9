//! An agreement with a partner cluster holds, or is renewed.
//!
//! Partnerships end on paper before they end in fact, and whoever reads the site takes the agreement for a promise. The guide wants what a
//! cluster does reviewed and brought up to date regularly, its work abroad included. Time alone must not stop a publication, so this
//! is never more than a warning.
//!
//! # Bad
//! ```yaml
//! # file: international/partners.yaml
//! norrholt:
//!   name: Norrholt Timber Network
//!   country: SE
//!   aim: Build together
//!   agreement:
//!     signed: 2023-04-30
//!     valid-until: 2025-04-29 <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: international/partners.yaml
//! norrholt:
//!   name: Norrholt Timber Network
//!   country: SE
//!   aim: Build together
//!   agreement: {signed: 2025-04-30, valid-until: 2028-04-29}
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "agreement-expired",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Operationalisation: step 3 (internationalisation)",
        text: include_str!("agreement_expired.rs"),
    },
    tool: 32,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for partner in &context.model.partner_clusters {
        let until = partner.agreement.as_ref().and_then(|agreement| agreement.valid_until);
        if let Some(until) = until.filter(|until| until.0 < context.today) {
            let place = partner.at("agreement").key("valid-until");
            let found = Finding::new(place, format!("the agreement with `{}` held until {until}", partner.id()));
            findings.push(found.help("renew it and write the new days, or take the agreement out"));
        }
    }
}
