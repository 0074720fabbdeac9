//! Owns what pages say to machines: JSON-LD of schema.org, escaped so that it can stand inside a script element. It says what the page shows, and
//! nothing else.

use serde_json::{Value, json};

use super::{Desk, Words};
use crate::plan::Route;

mod dataset;
mod entries;
mod lists;
mod organisation;

/// What a page says of itself and of what stands on it; nothing for pages that nobody is to find.
pub(super) fn json_ld(
    desk: &Desk<'_>,
    route: &Route,
    title: &Words,
    description: Option<&str>,
    trail: &[Words],
) -> Option<String> {
    let own = address(desk, &desk.href(route));
    let mut graph = vec![page(desk, route, &own, title, description)?];
    graph.extend(breadcrumb(desk, &own, trail));
    graph.extend(match route {
        Route::Home => vec![organisation::whole(desk)?, organisation::website(desk)?],
        Route::About => vec![organisation::whole(desk)?],
        Route::Governance => organisation::governance(desk)?,
        Route::Indicator(id) => dataset::of(desk, desk.model().indicators.get(id)?, &own),
        Route::News(id) => vec![entries::news(desk, desk.model().news.get(id)?, &own)],
        Route::Event(id) => vec![entries::event(desk, desk.model().events.get(id)?, &own)],
        Route::Project(id) => vec![entries::project(desk, desk.model().projects.get(id)?, &own)],
        Route::Service(id) => vec![entries::service(desk, desk.model().services.get(id)?, &own)],
        Route::Goals => lists::of(desk.model().goals.iter().map(|one| lists::link(desk, one, &one.title))),
        Route::Services => lists::of(desk.model().services.iter().map(|one| lists::link(desk, one, &one.title))),
        Route::Projects => lists::of(desk.model().projects.iter().map(|one| lists::link(desk, one, &one.title))),
        Route::Monitoring => lists::of(desk.model().indicators.iter().map(|one| lists::link(desk, one, &one.title))),
        Route::NewsList => lists::news(desk),
        Route::Events => lists::of(desk.model().events.iter().map(|one| lists::link(desk, one, &one.title))),
        Route::Members => lists::of(desk.model().members.iter().map(|one| organisation::member(desk, one))),
        Route::Documents => lists::of(desk.model().documents.iter().map(|one| entries::document(desk, one))),
        Route::Strategy
        | Route::Swot
        | Route::Goal(_)
        | Route::ActionPlan
        | Route::Sheet(_)
        | Route::Report(_)
        | Route::Page(_)
        | Route::Gallery
        | Route::Search
        | Route::Print
        | Route::Selected(_)
        | Route::NotFound => Vec::new(),
    });
    let statement = json!({ "@context": "https://schema.org", "@graph": graph });
    // Inside a script element only `<` could end it or open a comment; in a JSON string it can always be written so.
    Some(statement.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// The page itself.
fn page(desk: &Desk<'_>, route: &Route, own: &str, title: &Words, description: Option<&str>) -> Option<Value> {
    let kind = match route {
        Route::NotFound | Route::Print | Route::Selected(_) | Route::Search | Route::Gallery => return None,
        Route::About => "AboutPage",
        Route::Goals
        | Route::Services
        | Route::Projects
        | Route::Monitoring
        | Route::NewsList
        | Route::Events
        | Route::Members
        | Route::Documents => "CollectionPage",
        _ => "WebPage",
    };
    let mut page = json!({ "@type": kind, "@id": own, "url": own, "name": title.text });
    put(&mut page, "description", description);
    put(&mut page, "inLanguage", Some(desk.locale.tag()));
    put(&mut page, "isPartOf", organisation::website_in_short(desk));
    put(&mut page, "dateModified", desk.site.changed(desk.locale.tag(), route).map(|day| day.to_string()));
    put(&mut page, "license", licence(desk));
    Some(page)
}

/// The pages above a page, as its breadcrumb shows them.
fn breadcrumb(desk: &Desk<'_>, own: &str, trail: &[Words]) -> Option<Value> {
    let item = |(index, step): (usize, &Words)| {
        let to = step.href.as_ref().map_or_else(|| own.to_owned(), |href| address(desk, href));
        json!({ "@type": "ListItem", "position": index + 1, "name": step.text, "item": to })
    };
    let items: Vec<Value> = trail.iter().enumerate().map(item).collect();
    (!items.is_empty())
        .then(|| json!({ "@type": "BreadcrumbList", "@id": format!("{own}#breadcrumb"), "itemListElement": items }))
}

/// The licence by its address where that is given, else by its name.
fn licence(desk: &Desk<'_>) -> Option<Value> {
    let site = desk.model().cluster()?.site.as_ref()?;
    let named = || site.licence.as_ref().map(|licence| json!({ "@type": "CreativeWork", "name": desk.bare(licence) }));
    site.licence_url.as_ref().map(|url| json!(url.as_str())).or_else(named)
}

/// The absolute address of a path relative to the site's root; where the site has not said where it is published, the way there from the page.
fn address(desk: &Desk<'_>, path: &str) -> String {
    desk.site.plan.absolute(path).unwrap_or_else(|| format!("{}{path}", desk.root))
}

/// Sets a property that has a value.
fn put(object: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object[key] = value.into();
    }
}
