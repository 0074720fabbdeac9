//! The legal form fits what the cluster is for.
//!
//! Form follows function: the guide asks how large a part commercial activities play before a form is chosen. An agreement to
//! cooperate is no legal person and can't trade, and an association not for profit may do so only beside its real purpose. A cluster
//! that is there to do business needs a form that can, such as a company or a hybrid of both.
//!
//! # Bad
//! ```yaml
//! # file: governance/governance.yaml
//! legal-form: cooperation-agreement <-- here
//! form-choice:
//!   commerce: main
//! ```
//!
//! # Good
//! ```yaml
//! # file: governance/governance.yaml
//! legal-form: hybrid
//! form-choice:
//!   commerce: main
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::governance::{Commerce, LegalForm};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "legal-form-against-purpose",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: determining the legal form",
        text: include_str!("legal_form_against_purpose.rs"),
    },
    tool: 19,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for governance in &context.model.governance {
        let commerce = governance.form_choice.as_ref().and_then(|choice| choice.commerce);
        let (Some(form), Some(Commerce::Main)) = (governance.legal_form, commerce) else { continue };
        let why = match form {
            LegalForm::CooperationAgreement => "a mere agreement is no legal person and can't trade",
            LegalForm::NonProfitAssociation => "an association not for profit may trade only beside its purpose",
            LegalForm::ForProfitAssociation
            | LegalForm::Foundation
            | LegalForm::LimitedCompany
            | LegalForm::Corporation
            | LegalForm::JointStockCompany
            | LegalForm::Hybrid => continue,
        };
        let message = format!("commercial activities are the main purpose, but {why}");
        let help = "choose a form that can do business, such as `hybrid` or `limited-company`, or answer `commerce` anew";
        let answer = governance.at("form-choice").key("commerce");
        findings.push(Finding::new(governance.at("legal-form"), message).help(help).related(answer, "the purpose"));
    }
}
