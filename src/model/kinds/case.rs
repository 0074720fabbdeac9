//! Owns cases: stories of this cluster or another one that others can learn from, in the two forms that the guide tells them in.

use schemars::JsonSchema;
use serde::Deserialize;

use super::goal::Goal;
use super::project::Project;
use crate::model::Ref;
use crate::model::value::{Country, Period, Prose, Text};

/// A case to learn from.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Case {
    /// What the case is called.
    pub title: Text,
    /// Cluster that it tells of, where that is another one.
    pub cluster: Option<Text>,
    /// Where it took place.
    pub place: Option<Text>,
    /// Country, as ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// When it took place.
    pub period: Option<Period>,
    /// The case in one paragraph.
    pub summary: Option<Text>,
    /// First panel: what had to be overcome.
    #[serde(default)]
    pub challenge: Vec<Text>,
    /// Second panel: what the cluster set out to do about it.
    #[serde(default)]
    pub objective: Vec<Text>,
    /// Third panel: what made it succeed.
    #[serde(default)]
    pub factors: Vec<Text>,
    /// Third panel: who set it going.
    #[serde(default)]
    pub instigators: Vec<Text>,
    /// Fourth panel: what came of it.
    #[serde(default)]
    pub result: Vec<Text>,
    /// What went well.
    #[serde(default)]
    pub successes: Vec<Text>,
    /// What was hard, or still is.
    #[serde(default)]
    pub challenges: Vec<Text>,
    /// What others can learn from it.
    #[serde(default)]
    pub lessons: Vec<Text>,
    /// Projects that it tells of.
    #[serde(default)]
    pub projects: Vec<Ref<Project>>,
    /// Goals that it speaks to.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// Who told it, or where it is published.
    pub source: Option<Text>,
    /// Text, in Markdown.
    pub body: Option<Prose>,
}
