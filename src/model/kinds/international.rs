//! Owns what the cluster does beyond its country: partner clusters, markets and missions.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::editorial::Document;
use super::goal::Goal;
use super::project::Project;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Country, Date, Location, Period, Text, Url};

/// A cluster elsewhere that this one works with.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct PartnerCluster {
    /// Name of the cluster.
    pub name: Text,
    /// Country, as ISO 3166-1 alpha-2.
    pub country: Country,
    /// Town or region.
    pub place: Option<Text>,
    /// Where it is, for the map; the middle of its country where it is not given.
    pub location: Option<Location>,
    /// What both want to reach together.
    pub aim: Option<Text>,
    /// What they do together.
    #[serde(default)]
    pub activities: Vec<Text>,
    /// Goals of the strategy that it serves.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
    /// Projects that they run together.
    #[serde(default)]
    pub projects: Vec<Ref<Project>>,
    /// Since when they work together.
    pub since: Option<Period>,
    /// What they have signed.
    pub agreement: Option<Agreement>,
    /// Who looks after the partnership.
    pub owner: Option<Ref<Party>>,
    /// Website.
    pub website: Option<Url>,
}

/// An agreement between two clusters.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Agreement {
    /// Day on which it was signed.
    pub signed: Option<Date>,
    /// Last day on which it holds.
    pub valid_until: Option<Date>,
    /// The agreement itself.
    pub document: Option<Ref<Document>>,
}

/// A foreign market that members sell to, buy from or learn from.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Market {
    /// Country, as ISO 3166-1 alpha-2.
    pub country: Country,
    /// Name of the market; that of the country where it is not given.
    pub title: Option<Text>,
    /// What members look for there.
    pub kind: Option<MarketKind>,
    /// How much it matters.
    pub priority: Option<Priority>,
    /// Why this market.
    pub reason: Option<Text>,
    /// Goals of the strategy that it serves.
    #[serde(default)]
    pub goals: Vec<Ref<Goal>>,
}

/// A journey abroad, or a visit from there.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Mission {
    /// Name of the mission.
    pub title: Text,
    /// What sort of mission it is.
    pub kind: Option<MissionKind>,
    /// First day.
    pub start: Date,
    /// Last day, where it is another.
    pub end: Option<Date>,
    /// Town, fair or region.
    pub place: Option<Text>,
    /// Country, as ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// What it is for.
    pub purpose: Option<Text>,
    /// Members, bodies and people who take part.
    #[serde(default)]
    pub participants: Vec<Ref<Party>>,
    /// How many organisations take part, where they are not all named.
    pub organisations: Option<u32>,
    /// Partner clusters that take part.
    #[serde(default)]
    pub partners: Vec<Ref<PartnerCluster>>,
    /// Markets that it opens.
    #[serde(default)]
    pub markets: Vec<Ref<Market>>,
    /// What came of it.
    pub outcome: Option<Text>,
}

choices! {
    /// What members look for in a market.
    MarketKind "market-kind" {
        Sales "sales" "Customers",
        Supply "supply" "Material and parts",
        Knowledge "knowledge" "Technology and know-how",
        Investment "investment" "Investors",
        Talent "talent" "People",
    }
    /// How much a market matters.
    Priority "priority" { High "high" "Comes first", Medium "medium" "Comes second", Low "low" "Is watched" }
    /// What sort of mission it is.
    MissionKind "mission-kind" {
        Fair "fair" "Stand at a fair",
        Delegation "delegation" "Journey of a delegation",
        Reception "reception" "Visit from abroad",
        Matchmaking "matchmaking" "Meetings of firms, arranged beforehand",
        Learning "learning" "Visit to learn from others",
    }
}

impl Mission {
    /// Its last day.
    pub fn last_day(&self) -> Date {
        self.end.unwrap_or(self.start)
    }

    /// How many take part: the number given, else those named.
    pub fn size(&self) -> usize {
        self.organisations.map_or(self.participants.len(), |count| count as usize)
    }
}
