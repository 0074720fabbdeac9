//! A legal form comes with the answers to the three questions that decide on it.
//!
//! How closely do partners wish to cooperate, what part does commerce play, and how quickly are new members taken in? The guide
//! makes the choice of a form depend on these answers, and on the goals. Whoever joins later sees from them why the form is what
//! it is, and whoever wants to change it knows what has to change first.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: governance/governance.yaml
//! legal-form: non-profit-association
//! form-choice:
//!   cooperation: close <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: governance/governance.yaml
//! legal-form: non-profit-association
//! form-choice:
//!   cooperation: close
//!   commerce: secondary
//!   admission: open
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "legal-form-unreasoned",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Establishment 2/4: three questions that the legal form depends on",
        text: include_str!("legal_form_unreasoned.rs"),
    },
    tool: 19,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for governance in context.model.governance.iter().filter(|governance| governance.legal_form.is_some()) {
        let choice = governance.form_choice.as_ref();
        let answers = [
            (choice.is_some_and(|choice| choice.cooperation.is_some()), "`cooperation`"),
            (choice.is_some_and(|choice| choice.commerce.is_some()), "`commerce`"),
            (choice.is_some_and(|choice| choice.admission.is_some()), "`admission`"),
        ];
        let open: Vec<&str> = answers.into_iter().filter(|(answered, _)| !answered).map(|(_, key)| key).collect();
        if !open.is_empty() {
            let message = format!("a legal form is chosen, but not all it depends on is answered: {} open", open.join(", "));
            let help = "answer them under `form-choice`: how close the cooperation is, what part commerce plays, how members are taken in";
            findings.push(Finding::new(governance.at("form-choice"), message).help(help));
        }
    }
}
