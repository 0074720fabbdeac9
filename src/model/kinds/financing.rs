//! Owns the financing mix: where the cluster organisation's money comes from, year by year.

use schemars::JsonSchema;
use serde::Deserialize;

use super::strategy::Field;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Text};

/// Money from one source in one year, as an amount or as its share of the whole.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Financing {
    /// Where it comes from; left out where that is not told.
    pub source: Option<FinancingSource>,
    /// Other sources that the same figure holds, where they are not told apart.
    #[serde(default)]
    pub with: Vec<FinancingSource>,
    /// Name of the payer or programme.
    pub title: Option<Text>,
    /// Year.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: u16,
    /// Amount, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub amount: Option<f64>,
    /// Share of the year's income in per cent, where amounts are not told.
    #[schemars(range(min = 0, max = 100))]
    pub share: Option<f64>,
    /// Whether the figure is known only roughly.
    #[serde(default)]
    pub approximate: bool,
    /// Field of action that it is earned in.
    pub field: Option<Ref<Field>>,
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

impl Financing {
    /// Every source of the figure, in the order of the guide, each once; none where that is not told.
    pub fn sources(&self) -> Vec<FinancingSource> {
        let mut sources: Vec<_> = self.source.into_iter().chain(self.with.iter().copied()).collect();
        sources.sort();
        sources.dedup();
        sources
    }

    /// Whether members and the market pay; nothing where the figure holds both sides, or does not tell.
    pub fn is_private(&self) -> Option<bool> {
        let sources = self.sources();
        let private = sources.first()?.is_private();
        sources.iter().all(|source| source.is_private() == private).then_some(private)
    }

    /// The source, in the word of files; several are joined by a plus sign.
    pub fn code(&self) -> String {
        use crate::model::Choice;
        self.sources().iter().map(|source| source.as_str()).collect::<Vec<_>>().join("+")
    }
}
