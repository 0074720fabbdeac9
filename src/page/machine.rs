//! Owns what pages say to machines: JSON-LD of schema.org, escaped so that it can stand inside a script element.

use serde_json::{Value, json};

use super::Desk;
use crate::plan::Route;

/// The statements of a page; nothing for pages that say nothing about the world.
pub(super) fn json_ld(desk: &Desk<'_>, route: &Route) -> Option<String> {
    let model = desk.model();
    let mut statement = match route {
        Route::Home => organisation(desk)?,
        Route::News(id) => {
            let entry = model.news.get(id)?;
            json!({ "@type": "NewsArticle", "headline": desk.bare(&entry.title), "datePublished": entry.date.to_string(),
                    "publisher": organisation(desk)? })
        }
        Route::Event(id) => {
            let entry = model.events.get(id)?;
            let mut event = json!({ "@type": "Event", "name": desk.bare(&entry.title), "startDate": entry.start.to_string(),
                                    "endDate": entry.end.unwrap_or(entry.start).to_string() });
            if let Some(place) = &entry.place {
                event["location"] = json!({ "@type": "Place", "name": desk.bare(place), "address": desk.bare(place) });
            }
            event
        }
        Route::Project(id) => {
            let entry = model.projects.get(id)?;
            json!({ "@type": "Project", "name": desk.bare(&entry.title), "parentOrganization": organisation(desk)? })
        }
        Route::Indicator(id) => {
            let entry = model.indicators.get(id)?;
            let description = entry.definition.as_ref().unwrap_or(&entry.title);
            json!({ "@type": "Dataset", "name": desk.bare(&entry.title), "description": desk.bare(description),
                    "variableMeasured": desk.bare(&entry.title), "creator": organisation(desk)? })
        }
        Route::Strategy
        | Route::Swot
        | Route::Goals
        | Route::Goal(_)
        | Route::ActionPlan
        | Route::Financing
        | Route::Stakeholders
        | Route::Governance
        | Route::Members
        | Route::Services
        | Route::Service(_)
        | Route::Projects
        | Route::Monitoring
        | Route::NewsList
        | Route::Events
        | Route::Documents
        | Route::Page(_)
        | Route::About
        | Route::Gallery
        | Route::Search
        | Route::Print
        | Route::NotFound => return None,
    };
    statement["@context"] = json!("https://schema.org");
    statement["inLanguage"] = json!(desk.locale.tag());
    // Inside a script element only `<` could end it or open a comment; in a JSON string it can always be written so.
    Some(statement.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

fn organisation(desk: &Desk<'_>) -> Option<Value> {
    let cluster = desk.model().cluster()?;
    let mut organisation = json!({ "@type": "Organization", "name": desk.bare(&cluster.name) });
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            organisation[key] = json!(value);
        }
    };
    put("description", cluster.tagline.as_ref().map(|tagline| desk.bare(tagline)));
    put("url", desk.site.plan.base().map(str::to_owned));
    put("foundingDate", cluster.founded.as_ref().map(|period| period.start.year().to_string()));
    put("areaServed", cluster.region.as_ref().map(|region| desk.bare(region)));
    let contact = cluster.contact.as_ref();
    put("email", contact.and_then(|contact| contact.email.as_ref()).map(|email| email.as_str().to_owned()));
    put("telephone", contact.and_then(|contact| contact.phone.clone()));
    let logo = cluster.brand.as_ref().and_then(|brand| brand.logo.as_ref()).and_then(|logo| desk.site.assets.get(logo.as_str()));
    put("logo", desk.site.plan.base().zip(logo).map(|(base, logo)| format!("{base}{}", logo.src)));
    Some(organisation)
}
