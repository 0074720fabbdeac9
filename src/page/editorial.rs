//! Owns news, events, documents and free pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, Card};
use super::print::Offered;
use super::sheet::Part;
use super::{Desk, Picture as Image, Row, Words};
use crate::model::Entry;
use crate::model::kinds::editorial as kind;

/// A list of news or events.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Listing {
    /// What is to come, or everything.
    pub items: Vec<Item>,
    /// What is over.
    pub past: Vec<Item>,
}

/// An item of a list with its date.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ListItem")]
pub struct Item {
    /// Title, link and lead.
    pub card: Card,
    /// Date as `YYYY-MM-DD`, for machines.
    pub datetime: String,
    /// Date as readers write it.
    pub date: String,
}

/// An article: a news item, an event or a free page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Article {
    /// Title.
    pub title: Words,
    /// The article in a paragraph.
    pub summary: Option<Words>,
    /// Date as `YYYY-MM-DD`, for machines.
    pub datetime: Option<String>,
    /// Date as readers write it.
    pub date: Option<String>,
    /// Place, time, registration and so on.
    pub facts: Vec<Row>,
    /// Picture.
    pub image: Option<Illustration>,
    /// Text.
    pub body: Option<Words>,
    /// Further sections: of an event, what is on, who came and what came of it.
    pub parts: Vec<Part>,
}

/// A picture with its words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Illustration {
    /// The file.
    pub file: Image,
    /// What it shows.
    pub alt: String,
    /// Who made it.
    pub credit: Option<Words>,
}

/// Documents to download.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Documents {
    /// Documents to open and print, made from what stands on the site.
    pub made: Vec<Offered>,
    /// Every document, the latest first.
    pub documents: Vec<Document>,
}

/// One document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document {
    /// Place in the page to link to.
    pub anchor: String,
    /// Title, linked to the file.
    pub title: Words,
    /// What is in it.
    pub summary: Option<Words>,
    /// More about it.
    pub body: Option<Words>,
    /// Day of issue.
    pub date: Option<String>,
    /// Ending of the file's name, in capitals.
    pub format: String,
}

pub(super) fn news_list(desk: &Desk<'_>) -> Listing {
    let item = |news: &Entry<kind::News>| Item {
        card: cards::news(desk, news),
        datetime: news.date.to_string(),
        date: desk.date(news.date),
    };
    Listing { items: cards::latest_news(desk).into_iter().map(item).collect(), past: Vec::new() }
}

pub(super) fn news(desk: &Desk<'_>, news: &Entry<kind::News>) -> Article {
    let image = news.image.as_ref().and_then(|image| {
        let file = desk.site.assets.get(image.file.as_str())?.clone();
        Some(Illustration { file, alt: desk.bare(&image.alt), credit: desk.maybe(image.credit.as_ref()) })
    });
    Article {
        title: desk.text(&news.title),
        summary: desk.maybe(news.summary.as_ref()),
        datetime: Some(news.date.to_string()),
        date: Some(desk.date(news.date)),
        facts: Vec::new(),
        image,
        parts: Vec::new(),
        body: desk.prose(news.body.as_ref(), "", 1),
    }
}

pub(super) fn events(desk: &Desk<'_>) -> Listing {
    let item = |event: &Entry<kind::Event>| Item {
        card: Card {
            title: desk.link(event, &event.title),
            lead: desk.lead(event.summary.as_ref(), event.body.as_ref()),
            kicker: None,
            badge: None,
            foot: event.place.as_ref().map(|place| desk.bare(place)),
        },
        datetime: event.start.to_string(),
        date: super::period(desk, Some(event.start), event.end).unwrap_or_default(),
    };
    let mut events: Vec<&Entry<kind::Event>> = desk.model().events.iter().collect();
    events.sort_by_key(|event| event.start);
    let (past, coming): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|event| event.end.unwrap_or(event.start).0 < desk.site.today);
    Listing { items: coming.into_iter().map(item).collect(), past: past.into_iter().rev().map(item).collect() }
}

pub(super) fn event(desk: &Desk<'_>, event: &Entry<kind::Event>) -> Article {
    let registration =
        event.registration.as_ref().map(|url| Words::from(desk.say("label.registration-link")).leading_to(url.as_str()));
    let facts = [
        desk.row("date", super::period(desk, Some(event.start), event.end).map(Words::from)),
        desk.row("time", event.time.as_ref().map(|time| Words::from(time.as_str().to_owned()))),
        desk.row("place", desk.maybe(event.place.as_ref())),
        desk.row("registration", registration),
    ];
    Article {
        title: desk.text(&event.title),
        summary: desk.maybe(event.summary.as_ref()),
        datetime: Some(event.start.to_string()),
        date: None,
        facts: facts.into_iter().flatten().collect(),
        image: None,
        parts: super::gathering::parts(desk, event),
        body: desk.prose(event.body.as_ref(), "", 1),
    }
}

pub(super) fn documents(desk: &Desk<'_>) -> Documents {
    let document = |entry: &Entry<kind::Document>| Document {
        anchor: format!("document-{}", entry.id()),
        title: desk.text(&entry.title).linked(desk.site.assets.href(entry.file.as_str()).map(str::to_owned)),
        summary: desk.maybe(entry.summary.as_ref()),
        body: desk.prose(entry.body.as_ref(), &format!("document-{}-", entry.id()), 2),
        date: entry.date.map(|date| desk.date(date)),
        format: entry.file.as_str().rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_uppercase()),
    };
    let mut entries: Vec<&Entry<kind::Document>> = desk.model().documents.iter().collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    Documents { made: super::print::offered(desk), documents: entries.into_iter().map(document).collect() }
}

pub(super) fn page(desk: &Desk<'_>, page: &Entry<kind::Page>) -> Article {
    Article {
        title: desk.text(&page.title),
        summary: desk.maybe(page.summary.as_ref()),
        datetime: None,
        date: None,
        facts: Vec::new(),
        image: None,
        parts: Vec::new(),
        body: desk.prose(page.body.as_ref(), "", 1),
    }
}
