//! Owns the stakeholder analysis. It is internal unless an entry says otherwise, for it judges people the cluster has to work with.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Text};

/// Somebody who can help or hinder the cluster.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Stakeholder {
    /// Name of the organisation or person.
    pub name: Text,
    /// Group it belongs to: ministries, firms, neighbours.
    pub group: Option<Text>,
    /// Whether it is an association of the cluster's sector.
    #[serde(default)]
    pub association: bool,
    /// Its view of the cluster.
    pub assessment: Assessment,
    /// Its weight.
    pub influence: Influence,
    /// What it wants and fears.
    pub description: Option<Text>,
    /// What is done to win or keep it.
    pub measure: Option<Text>,
    /// Who sees to that.
    pub owner: Option<Ref<Party>>,
    /// By when.
    pub due: Option<Date>,
}

choices! {
    /// A stakeholder's view of the cluster.
    Assessment "assessment" { Positive "positive" "In favour", Neutral "neutral" "Undecided", Critical "critical" "Against" }
    /// A stakeholder's weight.
    Influence "influence" { High "high" "Can make or break it", Medium "medium" "Is heard", Low "low" "Has little say" }
}
