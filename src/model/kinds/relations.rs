//! Owns the relations with members: whom the cluster wants to win, what keeps those it has, what they owe and get, and what they say of it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use super::member::MemberKind;
use super::service::Service;
use super::value_chain::Node;
use crate::model::Ref;
use crate::model::value::{Date, Period, Prose, Text};

/// How the cluster wins members, keeps them and hears them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Relations {
    /// Whom the cluster wants to win as members.
    #[serde(default)]
    pub segments: Vec<Segment>,
    /// What is done so that members stay.
    #[serde(default)]
    pub retention: Vec<Practice>,
    /// What members owe the cluster, and what they get for it.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Occasions on which members talk with each other and with the office, and say what they think.
    #[serde(default)]
    pub dialogue: Vec<Practice>,
    /// Surveys of how satisfied members are.
    #[serde(default)]
    pub surveys: Vec<Satisfaction>,
    /// Who joined and left, year by year, for years that the list of members has no dates for.
    #[serde(default)]
    pub years: Vec<YearOfMembers>,
    /// Everything else about it, in Markdown.
    pub body: Option<Prose>,
}

/// A group of actors that the cluster wants to win.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Segment {
    /// Name of the group.
    pub title: Text,
    /// What sort of actors they are.
    pub kind: Option<MemberKind>,
    /// Steps of the value chain that they would cover.
    #[serde(default)]
    pub value_chain: Vec<Ref<Node>>,
    /// Why the cluster needs them, and they the cluster.
    pub reason: Option<Text>,
    /// How they are won.
    pub approach: Option<Text>,
    /// How many are to be won.
    pub wanted: Option<u32>,
    /// By when.
    pub by: Option<Period>,
    /// Who sees to that.
    pub owner: Option<Ref<Party>>,
}

/// Something that is done for members again and again: a measure that keeps them, or an occasion for open words.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Practice {
    /// The measure or the occasion in a few words.
    pub title: Text,
    /// More about it, such as what happens there.
    pub description: Option<Text>,
    /// How often, or when.
    pub rhythm: Option<Text>,
    /// Who sees to that.
    pub owner: Option<Ref<Party>>,
}

/// Something that members owe the cluster.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Duty {
    /// The duty in a few words.
    pub title: Text,
    /// More about it: how much, how often.
    pub description: Option<Text>,
    /// Services that members get for it.
    #[serde(default)]
    pub services: Vec<Ref<Service>>,
    /// What else they get for it.
    pub benefit: Option<Text>,
}

/// A survey of how satisfied members are.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Satisfaction {
    /// Day on which it was closed.
    pub date: Date,
    /// How many members were asked.
    pub asked: Option<u32>,
    /// How many answered.
    pub answered: Option<u32>,
    /// How satisfied they are, on a scale that ends with `out-of`.
    #[schemars(range(min = 0))]
    pub satisfaction: Option<f64>,
    /// The best value of the scale; 100 where nothing is said, so that the value is a percentage.
    #[schemars(range(min = 1))]
    pub out_of: Option<f64>,
    /// What members said.
    pub findings: Option<Text>,
    /// What follows from it.
    pub response: Option<Text>,
}

impl Satisfaction {
    /// The best value of its scale.
    pub fn best(&self) -> f64 {
        self.out_of.unwrap_or(100.0)
    }

    /// The share of those asked who answered, between 0 and 1.
    pub fn response_rate(&self) -> Option<f64> {
        let asked = self.asked.filter(|asked| *asked > 0)?;
        Some(f64::from(self.answered?) / f64::from(asked))
    }
}

/// Who joined and left in a year.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct YearOfMembers {
    /// Year.
    #[schemars(range(min = 1900, max = 2200))]
    pub year: u16,
    /// How many joined.
    pub joined: Option<u32>,
    /// How many left.
    pub left: Option<u32>,
    /// How many there were at its end.
    pub members: u32,
}
