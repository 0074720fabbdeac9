//! Owns the liquidity plan: what comes in and what goes out, month by month or quarter by quarter.

use schemars::JsonSchema;
use serde::Deserialize;

use super::cost::CostCategory;
use super::financing::FinancingSource;
use crate::model::value::{Period, Text};

/// What comes in and goes out in one month or quarter; several rows of one period are added up.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CashFlow {
    /// Month or quarter.
    pub period: Period,
    /// What is paid to the cluster organisation in it, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub income: Option<f64>,
    /// What the cluster organisation pays in it.
    #[schemars(range(min = 0))]
    pub expenditure: Option<f64>,
    /// Where the income comes from.
    pub source: Option<FinancingSource>,
    /// What sort of cost the expenditure is.
    pub category: Option<CostCategory>,
    /// What it is for, or who pays.
    pub title: Option<Text>,
    /// Money that is there on the first day of the period. The first period needs it; a later one counts from it again.
    pub opening_balance: Option<f64>,
    /// Remark, such as how a shortfall is bridged.
    pub note: Option<Text>,
}
