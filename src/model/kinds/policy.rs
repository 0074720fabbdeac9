//! Owns the framework conditions: policies and programmes that the cluster depends on, uses or has to live with.

use schemars::JsonSchema;
use serde::Deserialize;

use super::diamond::Sign;
use super::goal::Goal;
use super::service::Grade;
use super::strategy::Span;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Text, Url};

/// A policy, programme or law.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Policy {
    /// Name of the programme, policy or law.
    pub title: Text,
    /// Policy fields that it belongs to.
    #[serde(default)]
    pub fields: Vec<PolicyField>,
    /// Levels that it acts on.
    #[serde(default)]
    pub levels: Vec<PolicyLevel>,
    /// Ministry, region or agency that answers for it.
    pub owner: Option<Text>,
    /// What it is meant to reach.
    pub objective: Option<Text>,
    /// What it pays for or rules on.
    #[serde(default)]
    pub priorities: Vec<Text>,
    /// What it means for the cluster.
    pub role: Option<Text>,
    /// Whether it helps the cluster or hinders it.
    pub effect: Option<Sign>,
    /// How much depends on it for the cluster.
    pub relevance: Option<Grade>,
    /// Strategy of the region or country that it is part of.
    pub part_of: Option<Text>,
    /// First and last period that it holds for.
    pub period: Option<Span>,
    /// Where it can be read.
    pub link: Option<Url>,
    /// Goals that make use of it.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
}

choices! {
    /// Field of policy.
    PolicyField "policy-field" {
        Innovation "innovation" "Research, development, innovation",
        Environment "environment" "Climate, resources, nature",
        Infrastructure "infrastructure" "Roads, energy, networks",
        Social "social" "Skills, work, living together",
        ForeignTrade "foreign-trade" "Export, import, investment from abroad",
    }
    /// What a policy acts on.
    PolicyLevel "policy-level" {
        Framework "framework" "The environment of the cluster",
        Firms "firms" "The firms in the cluster",
        Organisation "organisation" "The cluster organisation",
    }
}
