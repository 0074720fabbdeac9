//! Owns what is published beside the strategy: news, events, documents and free pages.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::value::{Date, FilePath, Prose, Text, Time, Url};

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
    /// The event in one paragraph.
    pub summary: Option<Text>,
    /// Text, in Markdown.
    pub body: Option<Prose>,
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
