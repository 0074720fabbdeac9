//! Owns the financing mix: where the cluster organisation's money comes from, year by year.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::choice::choices;
use crate::model::value::{Date, Text};

/// An amount from one source in one year.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Financing {
    /// Where it comes from.
    pub source: FinancingSource,
    /// Name of the payer or programme.
    pub title: Option<Text>,
    /// Year.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: u16,
    /// Amount, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub amount: f64,
    /// Day until which the source is secured.
    pub secured_until: Option<Date>,
    /// Remark.
    pub note: Option<Text>,
}

choices! {
    /// Where money comes from.
    FinancingSource "financing-source" {
        BaselinePublic "baseline-public" "Public baseline funding",
        MembershipFees "membership-fees" "Membership fees",
        ServiceFees "service-fees" "Fees for services",
        Sponsoring "sponsoring" "Sponsoring",
        Projects "projects" "Projects",
    }
}

impl FinancingSource {
    /// Whether members and the market pay, as against the public side.
    pub fn is_private(self) -> bool {
        match self {
            Self::MembershipFees | Self::ServiceFees | Self::Sponsoring => true,
            Self::BaselinePublic | Self::Projects => false,
        }
    }
}
