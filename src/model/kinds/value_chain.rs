//! Owns the steps of the value chain that members cover.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::value::Text;

/// A step of the value chain.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Node {
    /// Name of the step.
    pub title: Text,
    /// What is done there.
    pub description: Option<Text>,
}
