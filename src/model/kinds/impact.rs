//! Owns impact-oriented monitoring: what the cluster believes to lead from its input to an impact, and the surveys among its actors that show whether it does.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::goal::Goal;
use super::indicator::Indicator;
use crate::model::choice::choices;
use crate::model::value::{Date, Period, Prose, Text};
use crate::model::{Entry, Ref};

/// What the cluster believes to lead from what it puts in to an impact.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Hypothesis {
    /// The hypothesis in a few words.
    pub title: Text,
    /// Impact area: where a result or an impact is expected.
    pub area: Option<Text>,
    /// What leads to what, in one sentence.
    pub statement: Option<Text>,
    /// Indicators on the way from input to impact, in that order.
    #[serde(default)]
    pub indicators: Vec<Ref<Indicator>>,
    /// What is observed to see whether it comes about.
    #[serde(default)]
    pub observations: Vec<Observation>,
    /// Goals of the strategy that it is about.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// What has to hold for one to lead to the other.
    #[serde(default)]
    pub assumptions: Vec<Text>,
    /// How sure the cluster is of it by now.
    pub verdict: Option<Verdict>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

/// An area of observation: a behaviour or process that is to change.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Observation {
    /// What is to change.
    pub what: Text,
    /// In whom.
    pub whom: Option<Text>,
    /// How many of them.
    pub how_many: Option<Text>,
    /// Day by which.
    pub by: Option<Date>,
    /// What has been seen so far.
    pub seen: Option<Text>,
}

/// A survey among the cluster's actors, by questionnaire or interview.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Survey {
    /// Name of the survey.
    pub title: Text,
    /// When it was held, or is to be held.
    pub period: Period,
    /// Last period, where it took longer.
    pub until: Option<Period>,
    /// Who is asked.
    pub target_group: Option<Text>,
    /// How they are asked: questionnaire, interviews.
    pub method: Option<Text>,
    /// How many were asked.
    pub asked: Option<u32>,
    /// How many of them answered.
    pub answered: Option<u32>,
    /// Share of those asked who answered, in per cent; only where their numbers are not known.
    #[schemars(range(min = 0, max = 100))]
    pub response_rate: Option<f64>,
    /// Area of observation: what it asks about.
    pub observation: Option<Text>,
    /// Hypotheses that it puts to the test.
    #[serde(default)]
    pub hypotheses: Vec<Ref<Hypothesis>>,
    /// Indicators that it measures.
    #[serde(default)]
    pub indicators: Vec<Ref<Indicator>>,
    /// What came out of it.
    #[serde(default)]
    pub findings: Vec<Text>,
    /// What the cluster has learnt and changes.
    #[serde(default)]
    pub conclusions: Vec<Text>,
    /// Day on which it is repeated.
    pub next: Option<Date>,
    /// Who sees to it.
    pub responsible: Option<Ref<Party>>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

choices! {
    /// How sure the cluster is of a hypothesis.
    Verdict "verdict" {
        Open "open" "Too early to say",
        Supported "supported" "What was observed speaks for it",
        Mixed "mixed" "Some speaks for it, some against",
        Refuted "refuted" "What was observed speaks against it",
    }
}

/// Share of the actors that have to take part for the results to mean something, in per cent. The guide gives it.
pub const LEAST_PARTICIPATION: f64 = 70.0;

impl Survey {
    /// The last day of it.
    pub fn end(&self) -> jiff::civil::Date {
        self.until.as_ref().map_or(self.period.end, |until| until.end.max(self.period.end))
    }

    /// Share of those asked who answered, in per cent; nothing where that is not known, or can't be.
    pub fn participation(&self) -> Option<f64> {
        match (self.asked, self.answered) {
            (Some(asked), Some(answered)) if asked > 0 => Some(100.0 * f64::from(answered) / f64::from(asked)),
            (Some(_), Some(_)) => None,
            _ => self.response_rate,
        }
    }

    /// Whether enough took part, where it is known how many did.
    pub fn is_sound(&self) -> Option<bool> {
        self.participation().map(|share| share >= LEAST_PARTICIPATION)
    }

    /// Whether another one repeats this one: a later survey that shares a hypothesis, an indicator or the area of observation with it.
    pub fn is_repeated_by(&self, other: &Self) -> bool {
        let shared = self.hypotheses.iter().any(|one| other.hypotheses.iter().any(|two| one.id == two.id))
            || self.indicators.iter().any(|one| other.indicators.iter().any(|two| one.id == two.id))
            || self.observation.is_some() && self.observation == other.observation;
        shared && other.period.start > self.end()
    }
}

/// Surveys, the latest first; those of one day in the order of the files.
pub fn latest_first<'m>(surveys: impl IntoIterator<Item = &'m Entry<Survey>>) -> Vec<&'m Entry<Survey>> {
    let mut surveys: Vec<_> = surveys.into_iter().collect();
    surveys.sort_by_key(|survey| std::cmp::Reverse(survey.end()));
    surveys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey(text: &str) -> Survey {
        serde_yaml::from_str(&format!("{{title: {{en: Survey}}, {text}}}")).expect("a survey")
    }

    #[test]
    fn participation_is_counted_and_else_taken_as_told() {
        for (text, share, sound) in [
            ("period: '2025', asked: 50, answered: 35", Some(70.0), Some(true)),
            ("period: '2025', asked: 50, answered: 34", Some(68.0), Some(false)),
            ("period: '2025', asked: 0, answered: 0", None, None),
            ("period: '2025', asked: 50, answered: 34, response-rate: 90", Some(68.0), Some(false)),
            ("period: '2012', until: '2013', response-rate: 78", Some(78.0), Some(true)),
            ("period: '2025', asked: 50", None, None),
        ] {
            let survey = survey(text);
            assert_eq!((survey.participation(), survey.is_sound()), (share, sound), "{text}");
        }
    }

    #[test]
    fn a_later_survey_on_the_same_repeats_it() {
        let first = survey("period: '2024', observation: {en: Trust}");
        assert!(first.is_repeated_by(&survey("period: 2025-H1, observation: {en: Trust}")));
        assert!(!first.is_repeated_by(&survey("period: 2025-H1, observation: {en: Cost}")));
        assert!(!first.is_repeated_by(&survey("period: 2024-H1, observation: {en: Trust}")));
        assert!(!survey("period: '2024'").is_repeated_by(&survey("period: '2025'")));
    }
}
