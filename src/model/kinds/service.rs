//! Owns services: what the cluster organisation offers its members.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::goal::Goal;
use super::strategy::{Demand, Field};
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Prose, Text};

/// A service of the cluster organisation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Service {
    /// Name of the service.
    pub title: Text,
    /// The service in one paragraph, for lists.
    pub summary: Option<Text>,
    /// Fields of action that it belongs to.
    #[serde(default)]
    pub fields: Vec<Ref<Field>>,
    /// Demands that it meets.
    #[serde(default)]
    pub demands: Vec<Ref<Demand>>,
    /// Goals that it serves.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// How often it is used.
    pub frequency: Option<Frequency>,
    /// How many benefit.
    pub beneficiaries: Option<Beneficiaries>,
    /// What it costs the organisation.
    pub effort: Option<Grade>,
    /// What it is worth to members.
    pub relevance: Option<Grade>,
    /// What members pay.
    pub price: Option<Price>,
    /// Who provides it.
    pub provider: Option<Ref<Party>>,
    /// How much trust between members it needs, from 1 (hardly any) to 5 (they open their books).
    #[schemars(range(min = 1, max = 5))]
    pub trust: Option<u8>,
    /// What those who use it do together, from which a rung of the ladder of trust is proposed where `trust` is not given.
    pub cooperation: Option<Cooperation>,
    /// Where it stands in the portfolio; what is left out is proposed.
    pub portfolio: Option<Positions>,
    /// How far it is.
    pub status: Option<ServiceStatus>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

/// What a service costs its users.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Price {
    /// How it is paid for.
    pub model: PriceModel,
    /// Amount, in the cluster's currency.
    #[schemars(range(min = 0))]
    pub amount: Option<f64>,
    /// What the amount is for: a day, a participant.
    pub per: Option<Text>,
}

/// The quarter of the portfolio that a service stands in, as two groups see it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Positions {
    /// As the managers of the cluster see it.
    pub managers: Option<Quarter>,
    /// As its members see it.
    pub members: Option<Quarter>,
}

choices! {
    /// The quarters of the service portfolio.
    Quarter "portfolio-quarter" {
        FeeBased "fee-based" "Paid for each time",
        Covered "covered-by-membership-fees" "Covered by membership fees",
        CriticalReview "critical-review" "To be reviewed critically",
        ExcludeOrFree "exclude-or-free" "To be dropped, or offered for nothing",
    }
    /// What those who use a service do together, from what needs least trust to what needs most.
    Cooperation "service-cooperation" {
        Information "information" "They meet and exchange information: networking, thematic events",
        Learning "learning" "They learn together: workshops, courses, visits",
        Resources "resources" "They share means: purchases, machines, people, a stand at a fair",
        Ideas "ideas" "They share ideas and plans: common road maps, joint applications",
        Development "development" "They develop products together and bring in what only they know",
    }
    /// How a service is paid for.
    PriceModel "price-model" {
        Free "free" "Free for everybody",
        MembershipFee "membership-fee" "Covered by the membership fee",
        Fee "fee" "Paid for each time",
    }
    /// How often a service is used.
    Frequency "frequency" { Frequently "frequently" "Frequently", Occasionally "occasionally" "Occasionally", Rarely "rarely" "Rarely" }
    /// How many benefit.
    Beneficiaries "beneficiaries" { Many "many" "Many members", Few "few" "Few members" }
    /// High, medium or low, or a range of two that lie beside each other.
    Grade "grade" {
        High "high" "High",
        MediumToHigh "medium-to-high" "Between medium and high",
        Medium "medium" "Medium",
        LowToMedium "low-to-medium" "Between low and medium",
        Low "low" "Low",
    }
    /// How far a service is.
    ServiceStatus "service-status" {
        Draft "draft" "Not yet agreed; built only on demand",
        Planned "planned" "Agreed, not yet offered",
        Offered "offered" "Offered",
        Suspended "suspended" "Not offered at present",
        Ended "ended" "Given up",
    }
}
