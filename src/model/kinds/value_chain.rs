//! Owns the steps of the value chain, what leads from one to the next, and what is done where nobody covers one.

use schemars::JsonSchema;
use serde::Deserialize;

use super::activity::Activity;
use super::goal::Goal;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::Text;

/// A step of the value chain.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Node {
    /// Name of the step.
    pub title: Text,
    /// What is done there.
    pub description: Option<Text>,
    /// Stage of the chain that it belongs to; steps of the same stage have the same words here. Translations are needed only once.
    pub stage: Option<Text>,
    /// Whether the product passes through it, or it supports the others; primary where nothing is said.
    pub role: Option<NodeRole>,
    /// Steps that take up what it delivers.
    #[serde(default)]
    pub leads_to: Vec<Ref<Node>>,
    /// Firms and institutions of the region that cover it without being members.
    #[serde(default)]
    pub actors: Vec<Text>,
    /// What is known and done about it where it is covered by nobody, or not well enough.
    pub gap: Option<Gap>,
}

/// Why a step is a white spot, and what is done about that.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Gap {
    /// Why nobody covers it.
    pub why: Option<Text>,
    /// What is done about it.
    pub measure: Option<Text>,
    /// Goals that are to close it.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// Activities that are to close it.
    #[serde(default)]
    pub activities: Vec<Ref<Activity>>,
}

choices! {
    /// Part that a step plays in the chain.
    NodeRole "node-role" { Primary "primary" "The product passes through it", Supporting "supporting" "It supports the others" }
}

impl Node {
    /// Whether it supports the others.
    pub fn is_supporting(&self) -> bool {
        self.role == Some(NodeRole::Supporting)
    }
}

impl Gap {
    /// Whether something is done about it.
    pub fn has_measure(&self) -> bool {
        self.measure.is_some() || !self.goals.is_empty() || !self.activities.is_empty()
    }
}
