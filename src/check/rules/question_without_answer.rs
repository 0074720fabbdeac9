//! A key question that counts as answered has an answer.
//!
//! The guide's questions are there to be talked about, and what was agreed has to be written down, or each actor takes home an answer of their own. A tick
//! alone tells those who join later nothing.
//!
//! # Bad
//! ```yaml
//! # file: strategy/key-questions.yaml
//! legal-form:
//!   state: answered <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/key-questions.yaml
//! legal-form:
//!   state: answered
//!   answer: An association, since members want to be many and to trade nothing.
//! ```

use crate::check::{Check, Context, Finding, missing};
use crate::diag::{Class, Rule};
use crate::model::Id;
use crate::model::kinds::key_question::QuestionState;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "question-without-answer",
        class: Class::Gap,
        basis: "Cluster Development Guide, Part 2, Initiation, Introduction: goals and functions are clear to all stakeholders",
        text: include_str!("question_without_answer.rs"),
    },
    tool: 14,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let lacking = context.model.key_questions.iter().filter(|entry| {
        let unsaid = entry.answer.as_ref().is_none_or(|answer| answer.is_empty());
        unsaid && entry.state != QuestionState::Open
    });
    let message = |id: &Id| format!("the question `{id}` counts as answered, but no answer is there");
    missing::tell(findings, lacking, "state", message, "write it under `answer`, or set `state: open`");
}
