//! Owns the SWOT: strengths, weaknesses, opportunities and threats, with what answers them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::goal::Goal;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::Text;

/// One finding of the SWOT analysis.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct SwotItem {
    /// Field of the grid; in `swot.yaml` the heading that it stands under says so.
    pub quadrant: Quadrant,
    /// The finding, in a few words.
    pub title: Text,
    /// More about it.
    pub description: Option<Text>,
    /// What shows that it is so.
    pub evidence: Option<Text>,
    /// Whether its cause lies inside the cluster or outside.
    pub origin: Option<Origin>,
    /// Goals that answer it.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// Why it is left unanswered.
    pub accepted: Option<Text>,
}

choices! {
    /// Field of the grid.
    Quadrant "swot" {
        Strengths "strengths" "Good, from inside",
        Weaknesses "weaknesses" "Bad, from inside",
        Opportunities "opportunities" "Good, from outside",
        Threats "threats" "Bad, from outside",
    }
    /// Where the cause lies.
    Origin "origin" { Internal "internal" "Inside the cluster", External "external" "Outside the cluster" }
}
