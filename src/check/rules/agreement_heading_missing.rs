//! A membership agreement says something under each of its headings.
//!
//! The guide lists thirteen, from the preamble to amendments. What an agreement leaves out is settled in a quarrel, when nobody is
//! in the mood to settle it. A sentence is enough where the law says the rest. The fee, the term and the protection of data have a
//! rule of their own, since no agreement can do without them.
//!
//! # Bad
//! ```yaml
//! # file: governance/agreement.yaml
//! preamble: The cluster and the member agree as follows. <-- here
//! cooperation: Members take part in what they choose.
//! fee: By the table below.
//! company-information: Name, size and contact.
//! term: Until either side ends it.
//! trademark: Members may show the logo.
//! data-protection: As the law has it.
//! applicable-law: That of the country.
//! mediation: Tried first.
//! arbitration: Three arbitrators.
//! jurisdiction: The court of Aubrelac.
//! other-provisions: Changes in writing.
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/agreement.yaml
//! preamble: The cluster and the member agree as follows.
//! cooperation: Members take part in what they choose.
//! fee: By the table below.
//! company-information: Name, size and contact.
//! term: Until either side ends it.
//! trademark: Members may show the logo.
//! liability: For intent and gross negligence only.
//! data-protection: As the law has it.
//! applicable-law: That of the country.
//! mediation: Tried first.
//! arbitration: Three arbitrators.
//! jurisdiction: The court of Aubrelac.
//! other-provisions: Changes in writing.
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::Choice;
use crate::model::kinds::agreement::Heading;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "agreement-heading-missing",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: structure of a membership or cooperation agreement",
        text: include_str!("agreement_heading_missing.rs"),
    },
    tool: 21,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let essential = |heading: Heading| matches!(heading, Heading::Fee | Heading::Term | Heading::DataProtection);
    for agreement in &context.model.agreements {
        let lacking = Heading::ALL.iter().filter(|heading| !essential(**heading) && agreement.part(**heading).is_none());
        let lacking: Vec<String> = lacking.map(|heading| format!("`{}`", heading.as_str())).collect();
        if !lacking.is_empty() {
            let message = format!("the membership agreement says nothing under {}", lacking.join(", "));
            let help = "write a sentence or more, in Markdown, under each of these keys";
            findings.push(Finding::new(agreement.at("preamble"), message).help(help));
        }
    }
}
