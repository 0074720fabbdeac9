//! Owns the M&E plan: indicators with baseline and targets, and their measurements.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::goal::Goal;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Figure, Period, Prose, Text};

/// An indicator of the monitoring and evaluation plan.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Indicator {
    /// Name of the indicator.
    pub title: Text,
    /// Level of the results chain.
    pub category: Category,
    /// What exactly is counted or judged.
    pub definition: Option<Text>,
    /// Scale that it is measured on.
    pub measure: Measure,
    /// Unit of its values: firms, days, EUR.
    pub unit: Option<Text>,
    /// What stands above the line of a percentage.
    pub numerator: Option<Text>,
    /// What stands below the line of a percentage.
    pub denominator: Option<Text>,
    /// Whether measurements of successive periods add up.
    #[serde(default)]
    pub cumulative: bool,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// Goals that it shows; a goal may name the indicator instead.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// Indicators of the next level that it leads to.
    #[serde(default)]
    pub leads_to: Vec<Ref<Indicator>>,
    /// Value before the strategy.
    pub baseline: Option<Point>,
    /// Values to be reached on the way and in the end, the last being the target.
    #[serde(default)]
    pub targets: Vec<Point>,
    /// How far a value that is to be maintained may lie from the target, in the indicator's unit.
    #[schemars(range(min = 0))]
    pub tolerance: Option<f64>,
    /// Where data come from.
    pub source: Option<Text>,
    /// How they are gathered.
    pub method: Option<Text>,
    /// What proves them.
    pub verification: Option<Text>,
    /// How often it is measured.
    pub frequency: Option<Reporting>,
    /// Who sees to that.
    pub responsible: Option<Ref<Party>>,
    /// Dimensions that values are broken down by: key and heading; measurements have a column of that key.
    #[serde(default)]
    pub disaggregation: BTreeMap<String, Text>,
    /// What has to hold for it to move as hoped.
    #[serde(default)]
    pub assumptions: Vec<Text>,
    /// What could stop it.
    #[serde(default)]
    pub risks: Vec<Text>,
    /// What it does not show.
    pub limits: Option<Text>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

/// A value at a day.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Point {
    /// Value.
    pub value: Figure,
    /// Day.
    pub date: Date,
    /// Remark.
    pub note: Option<Text>,
}

/// A measured value of an indicator.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Measurement {
    /// Indicator that was measured.
    pub indicator: Ref<Indicator>,
    /// Day or period of the value.
    pub period: Period,
    /// Value, in the indicator's unit.
    pub value: Figure,
    /// Part of the total that it is of, by dimension; none for the total.
    #[serde(default)]
    pub by: BTreeMap<String, String>,
    /// Where it comes from.
    pub source: Option<Text>,
    /// Remark.
    pub note: Option<Text>,
}

choices! {
    /// Level of the results chain.
    Category "indicator-category" {
        Input "input" "What is put in",
        Output "output" "What is done with it",
        Outcome "outcome" "What members get out of it",
        Impact "impact" "What changes in the region",
    }
    /// Scale of an indicator.
    Measure "measure" {
        Unit "unit" "A number of something",
        Percentage "percentage" "A share of a whole, in per cent",
        Nominal "nominal" "One of several names",
        Ordinal "ordinal" "One of several ranks",
        Qualitative "qualitative" "A description",
    }
    /// Which way is better.
    Direction "direction" { Increase "increase" "More is better", Decrease "decrease" "Less is better", Maintain "maintain" "It should stay" }
    /// How often something is measured.
    Reporting "reporting-frequency" {
        Monthly "monthly" "Every month",
        Quarterly "quarterly" "Every quarter",
        HalfYearly "half-yearly" "Twice a year",
        Yearly "yearly" "Every year",
        Once "once" "Once, at the end",
    }
}

impl Measure {
    /// Whether values have to be numbers.
    pub fn is_numeric(self) -> bool {
        match self {
            Self::Unit | Self::Percentage => true,
            Self::Nominal | Self::Ordinal | Self::Qualitative => false,
        }
    }
}

impl Reporting {
    /// Months from one measurement to the next; nothing where there is only one.
    pub fn months(self) -> Option<i32> {
        match self {
            Self::Monthly => Some(1),
            Self::Quarterly => Some(3),
            Self::HalfYearly => Some(6),
            Self::Yearly => Some(12),
            Self::Once => None,
        }
    }
}
