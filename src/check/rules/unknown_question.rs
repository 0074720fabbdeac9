//! Answers belong to one of the guide's key questions.
//!
//! The guide asks thirty questions, ten in each of three stages, and the id of an answer says which of them it is for. An answer whose id is none of them
//! belongs to no question, so no page shows it and no count includes it.
//!
//! # Bad
//! ```yaml
//! # file: strategy/key-questions.yaml
//! benefit: <-- here
//!   state: open
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/key-questions.yaml
//! benefits:
//!   state: open
//! ```

use crate::check::{Check, Context, Finding};
use crate::diag::{Class, Rule, closest};
use crate::model::kinds::key_question::{QUESTIONS, Question};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-question",
        class: Class::Conflict,
        basis: "Cluster Development Guide, Part 2, introductions to the phases: ten key questions each",
        text: include_str!("unknown_question.rs"),
    },
    tool: 14,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for entry in context.model.key_questions.iter().filter(|entry| Question::of(entry.id().as_str()).is_none()) {
        let near = closest(entry.id().as_str(), QUESTIONS.iter().map(|question| question.id));
        let help = near.map_or_else(
            || "`clustersite schema key-question` lists the ids".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        findings.push(Finding::new(entry.place(), format!("`{}` is none of the key questions", entry.id())).help(help));
    }
}
