//! The key questions of the stages before the declared one are answered.
//!
//! The guide asks ten questions when a cluster starts, ten when it is established and ten when it operates. Each stage builds on what was made clear in the
//! one before: who chooses a legal form without knowing what the cluster is for will choose again. A question that is answered in part, or that nobody has
//! written about, counts as unanswered.
//!
//! # Bad
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment <-- here
//! # file: strategy/key-questions.yaml
//! purpose: {state: answered, answer: More value from local timber}
//! ```
//!
//! # Good
//! ```yaml
//! # file: cluster.yaml
//! name: Valmont Timber
//! languages: [en]
//! stage: establishment
//! # file: strategy/key-questions.yaml
//! purpose: {state: answered, answer: More value from local timber}
//! other-means: {state: answered, answer: No firm can train people alone}
//! partners-needed: {state: answered, answer: Sawmills and builders and the college}
//! partner-capacity: {state: answered, answer: Eleven of them can give people and money}
//! contributions: {state: answered, answer: Wood and machines and knowledge}
//! benefits: {state: answered, answer: Trained people and larger orders}
//! alliances: {state: answered, answer: The round table of the carpenters}
//! chemistry: {state: answered, answer: They built the village school together}
//! trust-building: {state: answered, answer: Visits to each other's yards}
//! clear-goals: {state: answered, answer: Agreed at the founding meeting}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::key_question::{Question, QuestionState};
use crate::model::{Choice, Id};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "earlier-question-unanswered",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, introductions to the phases: ten key questions each",
        text: include_str!("earlier_question_unanswered.rs"),
    },
    tool: 14,
    from: Some(Stage::Establishment),
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if whole::has_gaps(context) {
        return;
    }
    let declared = whole::stage(context);
    let state = |question: &Question| context.model.key_questions.get(&Id::new(question.id)).map(|entry| entry.state);
    for stage in Stage::ALL.iter().filter(|stage| **stage < declared) {
        let open: Vec<&str> = Question::of_stage(*stage)
            .filter(|question| state(question) != Some(QuestionState::Answered))
            .map(|question| question.id)
            .collect();
        if !open.is_empty() {
            let stage = stage.as_str();
            let message = format!("of the key questions of {stage}, {} are not answered: {}", open.len(), open.join(", "));
            let help = "answer them in strategy/key-questions.yaml, with what shows that it is so";
            whole::tell(findings, whole::at_cluster(context, "stage"), message, help);
        }
    }
}
