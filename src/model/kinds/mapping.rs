//! Owns the cluster mapping: what public figures say about a sector in a place, and with what they are compared.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::choice::choices;
use crate::model::value::{Text, Url};

/// The figures of one sector in one place and year.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Mapping {
    /// Sector, as the statistics name it.
    pub sector: Text,
    /// Its code in a classification: NACE 16, ISIC 31.
    pub code: Option<String>,
    /// Region, district or town that the figures are of.
    pub place: Text,
    /// Year that the figures are of.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: Option<u16>,
    /// Where the figures come from: office and table.
    pub source: Option<Text>,
    /// Address of that source.
    pub link: Option<Url>,
    /// Establishments of the sector there.
    #[schemars(range(min = 0))]
    pub establishments: Option<f64>,
    /// People who work in them.
    #[schemars(range(min = 0))]
    pub employment: Option<f64>,
    /// Value added of the sector there in the year, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub value_added: Option<f64>,
    /// Totals that the sector's share is compared with; the location quotient is computed from them.
    pub totals: Option<Totals>,
    /// What the figures leave out or mix in.
    pub note: Option<Text>,
}

/// Totals of the same year and measure. With them the sector's weight in the place can be compared with its weight in the country.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Totals {
    /// What is totalled; people employed where nothing is said.
    pub measure: Option<MappingMeasure>,
    /// All sectors of the place together.
    #[schemars(range(min = 0))]
    pub place: f64,
    /// The sector in the whole country.
    #[schemars(range(min = 0))]
    pub sector: f64,
    /// All sectors of the whole country together.
    #[schemars(range(min = 0))]
    pub country: f64,
    /// Larger area that is compared with, where it is not the country.
    pub area: Option<Text>,
}

choices! {
    /// What a mapping counts.
    MappingMeasure "mapping-measure" {
        Establishments "establishments" "Establishments",
        Employment "employment" "People employed",
        ValueAdded "value-added" "Value added",
    }
}

impl Mapping {
    /// A figure of the row, where it has it.
    pub fn figure(&self, measure: MappingMeasure) -> Option<f64> {
        match measure {
            MappingMeasure::Establishments => self.establishments,
            MappingMeasure::Employment => self.employment,
            MappingMeasure::ValueAdded => self.value_added,
        }
    }
}

impl Totals {
    /// What is totalled.
    pub fn measure(&self) -> MappingMeasure {
        self.measure.unwrap_or(MappingMeasure::Employment)
    }
}
