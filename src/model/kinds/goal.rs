//! Owns goals: what the cluster wants to reach, by when, and how that is seen.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::indicator::Indicator;
use super::strategy::{Demand, Field, Objective};
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Prose, Text};

/// A goal of the strategy.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Goal {
    /// The goal in one sentence.
    pub title: Text,
    /// The goal in one paragraph, for lists.
    pub summary: Option<Text>,
    /// What sort of goal it is.
    #[serde(rename = "type")]
    pub goal_type: Option<GoalType>,
    /// Strategic objectives that it serves.
    #[serde(default)]
    pub objectives: Vec<Ref<Objective>>,
    /// Who answers for it.
    pub owner: Option<Ref<Party>>,
    /// Day by which it is to be reached.
    pub due: Option<Date>,
    /// Day of its next review.
    pub review: Option<Date>,
    /// Actors who work towards it.
    #[serde(default)]
    pub participants: Vec<Ref<Party>>,
    /// Indicators that show it; an indicator may name the goal instead.
    #[serde(default)]
    pub indicators: Vec<Ref<Indicator>>,
    /// Demands that it answers; a demand may name the goal instead.
    #[serde(default)]
    pub demands: Vec<Ref<Demand>>,
    /// Fields of action that it belongs to; a field may name the goal instead.
    #[serde(default)]
    pub fields: Vec<Ref<Field>>,
    /// Budget of the goal, in the cluster's currency; the budgets of its activities have to fit into it.
    #[schemars(range(min = 0))]
    pub budget: Option<f64>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

choices! {
    /// What sort of goal it is.
    GoalType "goal-type" {
        Innovation "innovation" "Innovation",
        JointMarketing "joint-marketing" "Joint marketing",
        ExportPromotion "export-promotion" "Export and new markets",
        JointProcurement "joint-procurement" "Joint procurement",
        BusinessServices "business-services" "Services to firms",
        TrainingAndSkills "training-and-skills" "Training and skills",
        SynergiesAndScale "synergies-and-scale" "Synergies and economies of scale",
        Lobbying "lobbying" "Lobbying",
    }
}
