//! Owns what is published beside the strategy: news, events, documents and free pages.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Party;
use crate::model::choice::choices;
use crate::model::value::{Date, FilePath, Prose, Text, Time, Url};
use crate::model::{Choice, Ref};

/// A news item.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct News {
    /// Headline.
    pub title: Text,
    /// Day of publication.
    pub date: Date,
    /// The item in one paragraph, for lists and feeds.
    pub summary: Option<Text>,
    /// Picture.
    pub image: Option<Image>,
    /// Text, in Markdown.
    pub body: Option<Prose>,
}

/// An event.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Event {
    /// Name of the event.
    pub title: Text,
    /// First day.
    pub start: Date,
    /// Last day, where it is another.
    pub end: Option<Date>,
    /// Time of day at which it begins.
    pub time: Option<Time>,
    /// Where it takes place.
    pub place: Option<Text>,
    /// Where to register.
    pub registration: Option<Url>,
    /// Whether it is an awareness event: one that wins people for the cluster, as the first joint event of its actors does.
    #[serde(default)]
    pub awareness: bool,
    /// What is on, in order.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// How many took part, by group.
    pub participants: Option<Participants>,
    /// What came of it.
    #[serde(default)]
    pub outcome: Vec<Text>,
    /// The event in one paragraph.
    pub summary: Option<Text>,
    /// Text, in Markdown.
    pub body: Option<Prose>,
}

/// An item of an agenda.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct AgendaItem {
    /// Time of day at which it begins.
    pub time: Option<Time>,
    /// What it is about.
    pub topic: Text,
    /// People, members and bodies that speak or lead it.
    #[serde(default)]
    pub by: Vec<Ref<Party>>,
    /// Guests who do, by name.
    pub guests: Option<Text>,
}

/// How many took part, by the groups that the guide invites; a group that is not given is not known to have come.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Participants {
    /// Firms of the cluster's sector.
    pub business: Option<u32>,
    /// Consultants.
    pub consulting: Option<u32>,
    /// Academic and research institutions.
    pub research: Option<u32>,
    /// Business associations and organisations.
    pub associations: Option<u32>,
    /// Regional development agencies.
    pub development_agencies: Option<u32>,
    /// Ministries and other public bodies.
    pub ministries: Option<u32>,
    /// Others: press, neighbours, donors.
    pub others: Option<u32>,
}

choices! {
    /// A group of participants.
    ParticipantGroup "participant-group" {
        Business "business" "Firms of the cluster's sector",
        Consulting "consulting" "Consultants",
        Research "research" "Academic and research institutions",
        Associations "associations" "Business associations and organisations",
        DevelopmentAgencies "development-agencies" "Regional development agencies",
        Ministries "ministries" "Ministries and other public bodies",
        Others "others" "Others",
    }
}

impl Participants {
    /// How many of a group took part, where that is known.
    pub fn of(&self, group: ParticipantGroup) -> Option<u32> {
        match group {
            ParticipantGroup::Business => self.business,
            ParticipantGroup::Consulting => self.consulting,
            ParticipantGroup::Research => self.research,
            ParticipantGroup::Associations => self.associations,
            ParticipantGroup::DevelopmentAgencies => self.development_agencies,
            ParticipantGroup::Ministries => self.ministries,
            ParticipantGroup::Others => self.others,
        }
    }

    /// All that are known to have taken part.
    pub fn total(&self) -> u64 {
        ParticipantGroup::ALL.iter().filter_map(|&group| self.of(group)).map(u64::from).sum()
    }
}

/// A document to download.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Document {
    /// Title of the document.
    pub title: Text,
    /// Day of issue.
    pub date: Option<Date>,
    /// The file.
    pub file: FilePath,
    /// What is in it.
    pub summary: Option<Text>,
    /// Text, in Markdown.
    pub body: Option<Prose>,
}

/// A free page.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Page {
    /// Title of the page.
    pub title: Text,
    /// The page in one paragraph.
    pub summary: Option<Text>,
    /// Whether the navigation shows it.
    #[serde(default)]
    pub menu: bool,
    /// Place among the pages, lowest first.
    pub order: Option<i32>,
    /// Text, in Markdown.
    pub body: Option<Prose>,
}

/// A picture with the words for those who can't see it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Image {
    /// The file.
    pub file: FilePath,
    /// What it shows.
    pub alt: Text,
    /// Who made it.
    pub credit: Option<Text>,
}
