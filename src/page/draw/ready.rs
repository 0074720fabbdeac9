//! Owns the input of the readiness ladder: which of the guide's key questions are answered, stage by stage.

use super::{from_page, picture, words};
use crate::chart::{self, Picture};
use crate::lang::Arg;
use crate::model::kinds::cluster::Stage;
use crate::model::kinds::key_question::{Question, QuestionState};
use crate::model::{Choice, Id};
use crate::page::{Desk, readiness};

/// The ladder; nothing where no question is answered or open.
pub(in crate::page) fn ladder(desk: &Desk<'_>) -> Option<Picture> {
    use chart::ladder::{Ladder, Question as Mark, Rung, Said, Words};
    let model = desk.model();
    if model.key_questions.is_empty() {
        return None;
    }
    let stage = model.cluster().and_then(|cluster| cluster.stage).unwrap_or(Stage::Initiation);
    let mark = |question: &Question| {
        let entry = model.key_questions.get(&Id::new(question.id));
        let said = entry.map_or(Said::Nothing, |entry| match entry.state {
            QuestionState::Answered => Said::Answered,
            QuestionState::Partly => Said::Partly,
            QuestionState::Open => Said::Open,
        });
        let href = entry.and_then(|entry| from_page(desk, desk.href_of(entry)));
        Mark { label: desk.say(&question.message()), said, href }
    };
    let rung = |stage: Stage| Rung {
        label: desk.word(stage),
        note: readiness::answered(desk, stage),
        questions: Question::of_stage(stage).map(mark).collect(),
    };
    let stages: Vec<Stage> =
        Stage::ALL.iter().copied().filter(|known| *known <= stage || Question::of_stage(*known).count() > 0).collect();
    let [question, answered, partly, open, nothing, current] = words(
        desk,
        [
            "label.question",
            "enum.question-state.answered",
            "enum.question-state.partly",
            "enum.question-state.open",
            "page.readiness.nothing",
            "chart.stage.current",
        ],
    );
    let [stage_word, state] = words(desk, ["label.stage", "label.status"]);
    let input = Ladder {
        current: stages.iter().position(|known| *known == stage).unwrap_or_default(),
        rungs: stages.iter().map(|stage| rung(*stage)).collect(),
        words: Words { stage: stage_word, question, state, answered, partly, open, nothing, current },
    };
    let name = desk.word(stage);
    let description = desk.locale.format("chart.ladder.description", &[("stage", Arg::Text(&name))]);
    picture(desk, "readiness", &desk.say("chart.ladder.title"), &description, &|frame| chart::ladder::draw(frame, &input))
}
