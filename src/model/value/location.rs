//! Owns where something is on the globe; apart because the cluster, its towns and its members say it alike.

use schemars::JsonSchema;
use serde::Deserialize;

/// A point on the globe, in decimal degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Location {
    /// Degrees north of the equator, -90 to 90.
    #[schemars(range(min = -90, max = 90))]
    pub latitude: f64,
    /// Degrees east of Greenwich, -180 to 180.
    #[schemars(range(min = -180, max = 180))]
    pub longitude: f64,
}

impl Location {
    /// Longitude and latitude, in the order of maps.
    pub fn point(&self) -> [f64; 2] {
        [self.longitude, self.latitude]
    }
}
