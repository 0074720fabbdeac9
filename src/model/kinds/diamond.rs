//! Owns Porter's diamond: what in the business environment of a place helps its firms to compete, and what hinders them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::goal::Goal;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::Text;

/// One factor of the diamond.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Factor {
    /// Determinant that it belongs to; in `diamond.yaml` the heading that it stands under says so.
    pub determinant: Determinant,
    /// The factor, in a few words.
    pub title: Text,
    /// Whether it helps or hinders.
    pub sign: Sign,
    /// What it is about: physical infrastructure, skills, rules.
    pub theme: Option<Text>,
    /// More about it.
    pub description: Option<Text>,
    /// What shows that it is so.
    pub evidence: Option<Text>,
    /// Goals that build on it or answer it.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
}

choices! {
    /// What the competitiveness of a place depends on: four determinants, and two influences on them all.
    Determinant "determinant" {
        FactorConditions "factor-conditions" "People, infrastructure, capital, natural resources",
        DemandConditions "demand-conditions" "Size and demands of the home market",
        RelatedIndustries "related-and-supporting-industries" "Suppliers and neighbouring branches that can compete",
        StrategyAndRivalry "firm-strategy-and-rivalry" "How firms are led, what they aim at, how they compete",
        Government "government" "What the state does, for better or worse",
        Chance "chance" "What nobody can steer: inventions, wars, crises",
    }
    /// Whether something helps or hinders.
    Sign "sign" { Plus "plus" "It helps", Minus "minus" "It hinders", Mixed "mixed" "It does both" }
}

impl Determinant {
    /// Whether it is one of the four that make up the diamond, and not an influence from outside.
    pub fn is_core(self) -> bool {
        match self {
            Self::FactorConditions | Self::DemandConditions | Self::RelatedIndustries | Self::StrategyAndRivalry => true,
            Self::Government | Self::Chance => false,
        }
    }
}
