//! Owns how far the guide's key questions are answered: what their authors say, with the evidence that they name, and beside it what there is that bears on
//! them. The program does not judge an answer.

use serde::{Serialize, Serializer};

use super::say;
use crate::lang::Locale;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::key_question::{Question, QuestionState};
use crate::model::{Choice, Id, Kind, Model, Proof};

/// The key questions of a stage.
#[derive(Clone, Debug, Serialize)]
pub struct Questions {
    /// The stage.
    pub stage: Stage,
    /// How many are answered.
    pub answered: usize,
    /// How many are answered in part.
    pub partly: usize,
    /// How many there are; none for transformation, for which the guide asks none.
    pub total: usize,
    /// The questions in order.
    pub list: Vec<Answer>,
}

/// A question with what is said to it.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// Its id.
    pub id: &'static str,
    /// Its number in the stage.
    pub number: u8,
    /// Its wording in English.
    pub question: String,
    /// How far it is answered; nothing where nobody has written about it.
    pub state: Option<QuestionState>,
    /// What the authors name as evidence, as they write it; what does not exist is left out.
    pub evidence: Vec<String>,
    /// Entries that bear on it.
    pub seen: Vec<Seen>,
}

/// How many entries of a kind there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The kind.
    #[serde(serialize_with = "by_name")]
    pub kind: Kind,
    /// How many.
    pub count: usize,
}

fn by_name<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name())
}

impl Seen {
    /// The entries that bear on a question, kinds without any left out.
    pub fn of(model: &Model, question: &Question) -> Vec<Self> {
        let count = |kind: Kind| model.metas().filter(|meta| meta.kind == kind).count();
        let all = question.kinds.iter().map(|&kind| Self { kind, count: count(kind) });
        all.filter(|seen| seen.count > 0).collect()
    }
}

pub(super) fn gather(model: &Model, english: Option<&Locale>) -> Vec<Questions> {
    let of = |&stage: &Stage| {
        let list: Vec<Answer> = Question::of_stage(stage).map(|question| answer(model, question, english)).collect();
        let count = |state| list.iter().filter(|answer| answer.state == Some(state)).count();
        Questions {
            stage,
            answered: count(QuestionState::Answered),
            partly: count(QuestionState::Partly),
            total: list.len(),
            list,
        }
    };
    Stage::ALL.iter().map(of).collect()
}

fn answer(model: &Model, question: &'static Question, english: Option<&Locale>) -> Answer {
    let entry = model.key_questions.get(&Id::new(question.id));
    let proofs = entry.iter().flat_map(|entry| entry.evidence.iter().filter_map(|evidence| model.proof(evidence)));
    let written = |proof: Proof<'_>| match proof {
        Proof::Entry(kind, id) => format!("{}:{id}", kind.name()),
        Proof::Kind(kind) => kind.name().to_owned(),
        Proof::File(path) => path.to_owned(),
        Proof::Web(url) => url.to_owned(),
    };
    Answer {
        id: question.id,
        number: question.number,
        question: say(english, &question.message()),
        state: entry.map(|entry| entry.state),
        evidence: proofs.map(written).collect(),
        seen: Seen::of(model, question),
    }
}
