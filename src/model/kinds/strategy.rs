//! Owns the strategy itself: vision, mission, period, adoption, objectives, and the demands and fields of action that goals refer to.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::goal::Goal;
use super::governance::Body;
use super::member::Member;
use crate::model::choice::choices;
use crate::model::value::{Date, Period, Prose, Text};
use crate::model::{ByRef, Ref};

/// The strategy as a whole.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Strategy {
    /// Title of the strategy; the cluster's name and period where it is not given.
    pub title: Option<Text>,
    /// Where the cluster wants to be in ten years.
    pub vision: Option<Text>,
    /// What it does to get there, and for whom.
    pub mission: Option<Text>,
    /// First and last period of the strategy.
    pub period: Option<Span>,
    /// How far it has been agreed; a draft is built only on demand.
    pub status: Option<StrategyStatus>,
    /// Who adopted it, and when.
    pub adopted: Option<Adoption>,
    /// Actors who wrote it together.
    #[serde(default)]
    pub prepared_with: Vec<Ref<Party>>,
    /// Consultants who helped.
    #[serde(default)]
    pub consultants: Vec<Text>,
    /// What the strategy rests on: people, rules, infrastructure, money.
    #[serde(default)]
    pub enablers: Vec<Text>,
    /// Reviews that took place.
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// Next review.
    pub next_review: Option<Date>,
    /// The range of what the cluster offers, how it is carried out: everything that fits no other file, in Markdown.
    pub body: Option<Prose>,
}

/// From one period to another.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Span {
    /// First period.
    pub start: Period,
    /// Last period.
    pub end: Period,
}

/// The act of adopting the strategy.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Adoption {
    /// Body that decided.
    pub by: Ref<Body>,
    /// Day of the decision.
    pub on: Date,
}

/// A review of the strategy or plan.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Review {
    /// Day of the review.
    pub date: Date,
    /// What came out of it.
    pub result: Option<Text>,
}

/// A strategic objective, above the goals.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Objective {
    /// The objective in a few words.
    pub title: Text,
    /// More about it.
    pub description: Option<Text>,
}

/// A demand that actors have raised.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Demand {
    /// The demand in a few words.
    pub title: Text,
    /// More about it.
    pub description: Option<Text>,
    /// Members who raised it.
    #[serde(default)]
    pub raised_by: Vec<Ref<Member>>,
    /// What it is worth to each actor that was asked, from 1 (nice to have) to 5 (vital); an actor that is left out gives nothing.
    #[serde(default)]
    pub scores: ByRef<Party, Score>,
    /// Goals derived from it; a goal may name the demand instead.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// Why the cluster does not take it up.
    pub declined: Option<Text>,
}

/// What a demand is worth to an actor.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Score(
    /// From 1 (nice to have) to 5 (vital).
    #[schemars(range(min = 1, max = 5))]
    pub u8,
);

/// A field of action.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Field {
    /// Name of the field.
    pub title: Text,
    /// More about it.
    pub description: Option<Text>,
    /// Needs of the actors that it is to meet.
    #[serde(default)]
    pub needs: Vec<Text>,
    /// Demands from which it was deduced.
    #[serde(default)]
    pub demands: Vec<Ref<Demand>>,
    /// Goals that it serves; a goal may name the field instead.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
}

choices! {
    /// How far the strategy has been agreed.
    StrategyStatus "strategy-status" {
        Draft "draft" "Being written",
        Consultation "consultation" "Members are being asked",
        Adopted "adopted" "Decided",
    }
}
