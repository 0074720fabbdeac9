//! Owns the cost structure: what the cluster organisation spends its money on, year by year.

use schemars::JsonSchema;
use serde::Deserialize;

use super::activity::Activity;
use super::goal::Goal;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::Text;

/// What one thing costs in one year.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Cost {
    /// What sort of cost it is.
    pub category: CostCategory,
    /// What it is spent on.
    pub title: Option<Text>,
    /// Year.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: u16,
    /// Amount, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub amount: f64,
    /// Goal that it is spent for; that of the activity where only this is named.
    pub goal: Option<Ref<Goal>>,
    /// Activity that it is spent for.
    pub activity: Option<Ref<Activity>>,
    /// Remark.
    pub note: Option<Text>,
}

choices! {
    /// What sort of cost it is.
    CostCategory "cost-category" {
        Personnel "personnel" "People who work for the cluster organisation",
        Rent "rent" "Rooms",
        OperatingSupplies "operating-supplies" "What is used up: materials, travel, telephone, insurance",
        Equipment "equipment" "What lasts: machines, computers, furniture",
        Formation "formation" "What arises only while the cluster is being set up",
        Other "other" "Everything else",
    }
}
