//! The answer to a key question names what shows that it is so.
//!
//! The guide asks for thorough preparation, and whoever starts a cluster is quick to say yes to each of its questions. An answer counts for more where it leads
//! to something that others can look at: the goals that say what is wanted, the list of members, the minutes of a meeting. Evidence of which there is
//! nothing, such as the members of a cluster that lists none, does not count.
//!
//! # Bad
//! ```yaml
//! # file: strategy/key-questions.yaml
//! purpose:
//!   state: answered
//!   answer: More value from local timber
//!   evidence: [goal] <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: strategy/key-questions.yaml
//! purpose:
//!   state: answered
//!   answer: More value from local timber
//!   evidence: [goal]
//! # file: strategy/goals.yaml
//! local-value: {title: Saw and build here}
//! ```

use crate::check::{Check, Context, Finding, whole};
use crate::diag::{Class, Rule};
use crate::model::kinds::key_question::QuestionState;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "answer-without-evidence",
        class: Class::Advice,
        basis: "Cluster Development Guide, Part 2, Initiation, Introduction: thorough preparation before implementation",
        text: include_str!("answer_without_evidence.rs"),
    },
    tool: 14,
    from: None,
    run,
};

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if whole::has_gaps(context) {
        return;
    }
    for entry in &context.model.key_questions {
        let shown = entry.evidence.iter().any(|evidence| context.model.proof(evidence).is_some());
        if entry.state == QuestionState::Answered && !shown {
            let message = if entry.evidence.is_empty() {
                format!("the answer to `{}` names no evidence", entry.id())
            } else {
                format!("of what the answer to `{}` names as evidence there is nothing", entry.id())
            };
            let found = Finding::new(entry.at("evidence"), message);
            findings.push(found.help("name under `evidence` an entry (`goal:exports`), all of a kind (`member`), a file or a web address"));
        }
    }
}
