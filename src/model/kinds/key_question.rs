//! Owns the key questions: the guide's ten of each stage as a catalogue of ids, and the answers that authors give to them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::cluster::Stage;
use super::{Kind, Party};
use crate::model::choice::choices;
use crate::model::value::{Date, Prose};
use crate::model::{Evidence, Ref};

/// The answer to one of the guide's key questions. Its id says which: initiation asks `purpose`, `other-means`, `partners-needed`, `partner-capacity`,
/// `contributions`, `benefits`, `alliances`, `chemistry`, `trust-building` and `clear-goals`; establishment `first-steps`, `structure-weight`,
/// `structure-requirements`, `legal-form`, `governance`, `processes`, `services`, `communication`, `policy-role` and `monitoring`; operationalisation
/// `managing-activities`, `process-models`, `duties-and-services`, `known-and-attractive`, `exchange-and-feedback`, `regular-monitoring`,
/// `strategy-realignment`, `services-realigned`, `staff-development` and `goals-reached`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct KeyQuestion {
    /// How far it is answered.
    pub state: QuestionState,
    /// The answer, in Markdown.
    pub answer: Option<Prose>,
    /// What shows that it is so: goal:exports, member (all that there are), assets/minutes.pdf or a web address.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Day of the answer.
    pub date: Option<Date>,
    /// Who sees to the answer.
    pub owner: Option<Ref<Party>>,
}

choices! {
    /// How far a question is answered.
    QuestionState "question-state" {
        Open "open" "Nobody has an answer yet",
        Partly "partly" "There is an answer to a part of it",
        Answered "answered" "There is an answer that the actors share",
    }
}

/// A question of the guide.
#[derive(Debug)]
pub struct Question {
    /// Its id, which is that of the entry that answers it, and the key of its wording, `question.ID`.
    pub id: &'static str,
    /// The stage that it is asked in.
    pub stage: Stage,
    /// Its number among those of the stage.
    pub number: u8,
    /// Kinds of entries that bear on it; that there are some is a fact, though not an answer.
    pub kinds: &'static [Kind],
}

/// Questions of a stage, in the guide's order.
const fn question(stage: Stage, number: u8, id: &'static str, kinds: &'static [Kind]) -> Question {
    Question { id, stage, number, kinds }
}

use Stage::{Establishment, Initiation, Operationalisation};

/// The questions that the guide asks when clusters start, are established and operate. For transformation it has none.
pub const QUESTIONS: &[Question] = &[
    question(Initiation, 1, "purpose", &[Kind::Canvas, Kind::Strategy, Kind::Goal]),
    question(Initiation, 2, "other-means", &[]),
    question(Initiation, 3, "partners-needed", &[Kind::Interest, Kind::Stakeholder, Kind::Member]),
    question(Initiation, 4, "partner-capacity", &[Kind::Member]),
    question(Initiation, 5, "contributions", &[Kind::Intention]),
    question(Initiation, 6, "benefits", &[Kind::Canvas, Kind::Intention, Kind::Service]),
    question(Initiation, 7, "alliances", &[]),
    question(Initiation, 8, "chemistry", &[]),
    question(Initiation, 9, "trust-building", &[Kind::Event]),
    question(Initiation, 10, "clear-goals", &[Kind::Goal, Kind::Stakeholder]),
    question(Establishment, 1, "first-steps", &[Kind::Activity]),
    question(Establishment, 2, "structure-weight", &[Kind::Governance]),
    question(Establishment, 3, "structure-requirements", &[Kind::Governance]),
    question(Establishment, 4, "legal-form", &[Kind::Governance]),
    question(Establishment, 5, "governance", &[Kind::Body, Kind::Person]),
    question(Establishment, 6, "processes", &[Kind::Process]),
    question(Establishment, 7, "services", &[Kind::Service, Kind::Field]),
    question(Establishment, 8, "communication", &[Kind::Marketing, Kind::News, Kind::Event]),
    question(Establishment, 9, "policy-role", &[Kind::Policy]),
    question(Establishment, 10, "monitoring", &[Kind::Indicator]),
    question(Operationalisation, 1, "managing-activities", &[Kind::Activity, Kind::Project]),
    question(Operationalisation, 2, "process-models", &[Kind::Process]),
    question(Operationalisation, 3, "duties-and-services", &[Kind::Agreement, Kind::Service]),
    question(Operationalisation, 4, "known-and-attractive", &[Kind::Relations, Kind::Member]),
    question(Operationalisation, 5, "exchange-and-feedback", &[Kind::Survey, Kind::Event, Kind::Body]),
    question(Operationalisation, 6, "regular-monitoring", &[Kind::Measurement]),
    question(Operationalisation, 7, "strategy-realignment", &[Kind::Strategy]),
    question(Operationalisation, 8, "services-realigned", &[Kind::Service, Kind::Project]),
    question(Operationalisation, 9, "staff-development", &[Kind::Staff, Kind::Excellence]),
    question(Operationalisation, 10, "goals-reached", &[Kind::Indicator, Kind::Measurement]),
];

impl Question {
    /// The question of an id.
    pub fn of(id: &str) -> Option<&'static Self> {
        QUESTIONS.iter().find(|question| question.id == id)
    }

    /// The questions of a stage; none for transformation.
    pub fn of_stage(stage: Stage) -> impl Iterator<Item = &'static Self> {
        QUESTIONS.iter().filter(move |question| question.stage == stage)
    }

    /// Key of the message that words it.
    pub fn message(&self) -> String {
        format!("question.{}", self.id)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::lang::{Catalogue, Locale, Numbering};
    use crate::model::Id;
    use crate::model::schema::entry_schema;

    #[test]
    fn each_stage_but_the_last_asks_ten_questions() {
        let ids: BTreeSet<&str> = QUESTIONS.iter().map(|question| question.id).collect();
        assert_eq!(ids.len(), 30);
        for stage in [Initiation, Establishment, Operationalisation] {
            let numbers: Vec<u8> = Question::of_stage(stage).map(|question| question.number).collect();
            assert_eq!(numbers, (1..=10).collect::<Vec<u8>>(), "{stage:?}");
        }
        let english = Locale::new("en", Catalogue::default(), Numbering::Standard).unwrap();
        let documented = entry_schema(Kind::KeyQuestion)["description"].as_str().unwrap().to_owned();
        for id in ids {
            assert!(Id::is_valid(id) && english.has(&format!("question.{id}")), "{id} has no wording");
            assert!(documented.contains(&format!("`{id}`")), "{id} is not in the schema");
        }
    }
}
