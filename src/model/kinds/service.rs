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

choices! {
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
    /// High, medium or low.
    Grade "grade" { High "high" "High", Medium "medium" "Medium", Low "low" "Low" }
    /// How far a service is.
    ServiceStatus "service-status" {
        Draft "draft" "Not yet agreed; built only on demand",
        Planned "planned" "Agreed, not yet offered",
        Offered "offered" "Offered",
        Suspended "suspended" "Not offered at present",
        Ended "ended" "Given up",
    }
}
