//! Owns what machines learn of single entries: news, events, projects, services and documents.

use serde_json::{Value, json};

use super::{address, licence, organisation, put};
use crate::model::Entry;
use crate::model::kinds::editorial::{Document, Event, News};
use crate::model::kinds::project::Project;
use crate::model::kinds::service::{PriceModel, Service};
use crate::page::Desk;
use crate::plan::Route;

/// A news item.
pub(super) fn news(desk: &Desk<'_>, news: &Entry<News>, own: &str) -> Value {
    let changed = desk.site.changed(desk.locale.tag(), &Route::News(news.id().clone())).map(|day| day.max(news.date.0));
    let mut article = json!({
        "@type": "NewsArticle", "@id": format!("{own}#article"), "headline": desk.bare(&news.title), "url": own,
        "mainEntityOfPage": { "@id": own }, "datePublished": news.date.to_string(),
    });
    put(&mut article, "dateModified", changed.map(|day| day.to_string()));
    put(&mut article, "description", desk.lead(news.summary.as_ref(), news.body.as_ref()).map(|lead| lead.text));
    let image = news.image.as_ref().and_then(|image| desk.site.assets.get(image.file.as_str()));
    put(&mut article, "image", image.map(|image| json!([address(desk, &image.src)])));
    put(&mut article, "inLanguage", Some(desk.locale.tag()));
    put(&mut article, "author", organisation::in_short(desk));
    put(&mut article, "publisher", organisation::in_short(desk));
    put(&mut article, "license", licence(desk));
    article
}

/// An event. The time is that of the place, which no zone is known of.
pub(super) fn event(desk: &Desk<'_>, event: &Entry<Event>, own: &str) -> Value {
    let start = event.time.as_ref().map_or_else(|| event.start.to_string(), |time| format!("{}T{}", event.start, time.as_str()));
    let mut one = json!({
        "@type": "Event", "@id": format!("{own}#event"), "name": desk.bare(&event.title), "url": own, "startDate": start,
        "endDate": event.end.unwrap_or(event.start).to_string(), "eventStatus": "https://schema.org/EventScheduled",
    });
    put(&mut one, "description", desk.lead(event.summary.as_ref(), event.body.as_ref()).map(|lead| lead.text));
    if let Some(place) = &event.place {
        one["location"] = json!({ "@type": "Place", "name": desk.bare(place), "address": desk.bare(place) });
    }
    put(&mut one, "organizer", organisation::in_short(desk));
    put(&mut one, "inLanguage", Some(desk.locale.tag()));
    let register = event.registration.as_ref().map(|url| json!({ "@type": "RegisterAction", "target": url.as_str() }));
    put(&mut one, "potentialAction", register);
    one
}

/// A project.
pub(super) fn project(desk: &Desk<'_>, project: &Entry<Project>, own: &str) -> Value {
    let mut one = json!({ "@type": "Project", "@id": format!("{own}#project"), "name": desk.bare(&project.title), "url": own });
    put(&mut one, "description", desk.lead(project.summary.as_ref(), project.body.as_ref()).map(|lead| lead.text));
    put(&mut one, "foundingDate", project.start.map(|day| day.to_string()));
    put(&mut one, "dissolutionDate", project.end.map(|day| day.to_string()));
    put(&mut one, "parentOrganization", organisation::in_short(desk));
    // Who pays is a text, so what sort of thing that is can't be said.
    put(&mut one, "funding", project.funder.as_ref().map(|funder| json!({ "@type": "Grant", "name": desk.bare(funder) })));
    let partners: Vec<Value> = desk.model().all(&project.partners).map(|member| organisation::member(desk, member)).collect();
    put(&mut one, "member", Some(partners).filter(|partners| !partners.is_empty()));
    one
}

/// A service.
pub(super) fn service(desk: &Desk<'_>, service: &Entry<Service>, own: &str) -> Value {
    let mut one = json!({ "@type": "Service", "@id": format!("{own}#service"), "name": desk.bare(&service.title), "url": own });
    put(&mut one, "description", desk.lead(service.summary.as_ref(), service.body.as_ref()).map(|lead| lead.text));
    put(&mut one, "provider", organisation::in_short(desk));
    let region = desk.model().cluster().and_then(|cluster| cluster.region.as_ref());
    put(&mut one, "areaServed", region.map(|region| json!({ "@type": "Place", "name": desk.bare(region) })));
    let amount = service.price.as_ref().and_then(|price| match price.model {
        PriceModel::Free => Some(0.0),
        PriceModel::Fee => price.amount,
        PriceModel::MembershipFee => None,
    });
    let offer = amount.map(|amount| json!({ "@type": "Offer", "price": amount, "priceCurrency": desk.site.currency() }));
    put(&mut one, "offers", offer);
    one
}

/// A document to download.
pub(super) fn document(desk: &Desk<'_>, document: &Entry<Document>) -> Value {
    let mut one = json!({ "@type": "DigitalDocument", "name": desk.bare(&document.title) });
    put(&mut one, "url", desk.site.assets.get(document.file.as_str()).map(|file| address(desk, &file.src)));
    put(&mut one, "datePublished", document.date.map(|day| day.to_string()));
    put(&mut one, "description", document.summary.as_ref().map(|summary| desk.bare(summary)));
    one
}
