//! Owns the business canvas: what the cluster organisation offers, to whom, by what means and for whose money, on one page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::financing::FinancingSource;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Date, Text};

/// The canvas, block by block.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Canvas {
    /// Day on which it was filled in or last gone over.
    pub date: Option<Date>,
    /// Who filled it in.
    #[serde(default)]
    pub prepared_by: Vec<Ref<Party>>,
    /// What members get out of the cluster, and which outcomes they want to see.
    #[serde(default)]
    pub value_propositions: Vec<Text>,
    /// What troubles members most, and what they need done.
    #[serde(default)]
    pub member_pain_points: Vec<Text>,
    /// What has to be done to keep the promise, services among it.
    #[serde(default)]
    pub key_activities: Vec<Text>,
    /// What is needed for that, and how the cluster comes by it.
    #[serde(default)]
    pub key_resources: Vec<Text>,
    /// Who else is needed, for which activities and resources.
    #[serde(default)]
    pub key_partners: Vec<Text>,
    /// How the cluster stays in touch with its members and they with each other.
    #[serde(default)]
    pub member_relationships: Vec<Text>,
    /// Which groups of members there are, by size, needs or readiness.
    #[serde(default)]
    pub member_segments: Vec<Text>,
    /// What the organisation and its members have to cope with in the next three years.
    #[serde(default)]
    pub key_challenges: Vec<Text>,
    /// What costs most.
    #[serde(default)]
    pub cost_structure: Vec<Text>,
    /// Who pays, and for what.
    #[serde(default)]
    pub revenue_streams: Vec<Stream>,
}

/// A stream of money.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Stream {
    /// Who pays, and for what.
    pub title: Text,
    /// Source of the financing mix that it belongs to.
    pub source: Option<FinancingSource>,
}

choices! {
    /// A block of the canvas.
    Block "canvas" {
        ValuePropositions "value-propositions" "What members get out of the cluster",
        MemberPainPoints "member-pain-points" "What troubles members",
        KeyActivities "key-activities" "What has to be done",
        KeyResources "key-resources" "What is needed for it",
        KeyPartners "key-partners" "Who else is needed",
        MemberRelationships "member-relationships" "How it stays in touch with members",
        MemberSegments "member-segments" "Which groups of members there are",
        KeyChallenges "key-challenges" "What has to be coped with",
        CostStructure "cost-structure" "What costs most",
        RevenueStreams "revenue-streams" "Who pays",
    }
}

impl Canvas {
    /// What stands in a block.
    pub fn block(&self, block: Block) -> Vec<&Text> {
        let texts = match block {
            Block::ValuePropositions => &self.value_propositions,
            Block::MemberPainPoints => &self.member_pain_points,
            Block::KeyActivities => &self.key_activities,
            Block::KeyResources => &self.key_resources,
            Block::KeyPartners => &self.key_partners,
            Block::MemberRelationships => &self.member_relationships,
            Block::MemberSegments => &self.member_segments,
            Block::KeyChallenges => &self.key_challenges,
            Block::CostStructure => &self.cost_structure,
            Block::RevenueStreams => return self.revenue_streams.iter().map(|stream| &stream.title).collect(),
        };
        texts.iter().filter(|text| !text.is_empty()).collect()
    }
}
