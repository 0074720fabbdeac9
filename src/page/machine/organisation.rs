//! Owns what machines learn of the cluster itself: the organisation, its site, its bodies, the people in it and its members.

use serde_json::{Value, json};

use super::{address, licence, put};
use crate::model::Entry;
use crate::model::kinds::governance::Person;
use crate::model::kinds::member::Member;
use crate::page::Desk;
use crate::plan::Route;

/// The home page of the main language, by which the organisation and the site are known on every page.
fn home(desk: &Desk<'_>) -> String {
    address(desk, &desk.site.plan.path(desk.site.plan.main(), &Route::Home))
}

/// The organisation as other statements name it.
pub(super) fn in_short(desk: &Desk<'_>) -> Option<Value> {
    let cluster = desk.model().cluster()?;
    let home = home(desk);
    Some(json!({ "@type": "Organization", "@id": format!("{home}#organisation"), "name": desk.bare(&cluster.name), "url": home }))
}

/// The site as pages name it.
pub(super) fn website_in_short(desk: &Desk<'_>) -> Option<Value> {
    let cluster = desk.model().cluster()?;
    let own = address(desk, &desk.href(&Route::Home));
    Some(json!({ "@type": "WebSite", "@id": format!("{own}#website"), "name": desk.bare(&cluster.name), "url": own }))
}

/// Everything that the site shows of the organisation.
pub(super) fn whole(desk: &Desk<'_>) -> Option<Value> {
    let cluster = desk.model().cluster()?;
    let mut organisation = in_short(desk)?;
    let text = |text: Option<&crate::model::value::Text>| text.filter(|text| !text.is_empty()).map(|text| desk.bare(text));
    let file = |path: Option<&crate::model::value::FilePath>| {
        path.and_then(|path| desk.site.assets.get(path.as_str())).map(|file| address(desk, &file.src))
    };
    put(&mut organisation, "description", text(cluster.tagline.as_ref()));
    put(&mut organisation, "logo", file(cluster.brand.as_ref().and_then(|brand| brand.logo.as_ref())));
    put(&mut organisation, "foundingDate", cluster.founded.as_ref().map(|founded| founded.start.year().to_string()));
    put(&mut organisation, "knowsAbout", text(cluster.sector.as_ref()));
    put(&mut organisation, "areaServed", text(cluster.region.as_ref()).map(|name| json!({ "@type": "Place", "name": name })));
    if let Some(place) = &cluster.location {
        let geo = json!({ "@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude });
        organisation["location"] = json!({ "@type": "Place", "geo": geo });
    }
    if let Some(contact) = &cluster.contact {
        put(&mut organisation, "address", text(contact.address.as_ref()));
        let email = contact.email.as_ref().map(|email| email.as_str());
        put(&mut organisation, "email", email);
        put(&mut organisation, "telephone", contact.phone.as_deref());
        let website = contact.website.as_ref().map(|url| url.as_str());
        let elsewhere = website
            .filter(|url| desk.site.plan.base().is_none_or(|base| base.trim_end_matches('/') != url.trim_end_matches('/')));
        put(&mut organisation, "sameAs", elsewhere.map(|url| json!([url])));
        if email.is_some() || contact.phone.is_some() {
            let mut point = json!({ "@type": "ContactPoint", "contactType": "general enquiries" });
            put(&mut point, "name", text(contact.name.as_ref()));
            put(&mut point, "email", email);
            put(&mut point, "telephone", contact.phone.as_deref());
            point["availableLanguage"] = json!(desk.site.plan.languages());
            organisation["contactPoint"] = point;
        }
    }
    let funders = cluster.funders.iter().map(|funder| {
        let mut one = json!({ "@type": "Organization", "name": desk.bare(&funder.name) });
        put(&mut one, "url", funder.website.as_ref().map(|url| url.as_str()));
        put(&mut one, "logo", file(funder.logo.as_ref()));
        one
    });
    let funders: Vec<Value> = funders.collect();
    put(&mut organisation, "funder", Some(funders).filter(|funders| !funders.is_empty()));
    Some(organisation)
}

/// The site: where it is searched, and on what terms it may be used.
pub(super) fn website(desk: &Desk<'_>) -> Option<Value> {
    let cluster = desk.model().cluster()?;
    let mut site = website_in_short(desk)?;
    put(&mut site, "description", cluster.tagline.as_ref().map(|tagline| desk.bare(tagline)));
    put(&mut site, "inLanguage", Some(desk.locale.tag()));
    put(&mut site, "publisher", in_short(desk));
    put(&mut site, "license", licence(desk));
    // The action is an address that a program fills in and opens, so it needs an absolute one.
    let search = desk.site.plan.routes().iter().find(|route| route.stem() == "search");
    if let Some(page) = search.and_then(|route| desk.site.plan.absolute(&desk.href(route))) {
        site["potentialAction"] = json!({
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": format!("{page}?q={{search_term_string}}") },
            "query-input": "required name=search_term_string",
        });
    }
    Some(site)
}

/// The organisation with its bodies, and the people with their posts. How to reach a person is on the page for people, not here for programs.
pub(super) fn governance(desk: &Desk<'_>) -> Option<Vec<Value>> {
    let model = desk.model();
    let mut organisation = in_short(desk)?;
    let bodies: Vec<Value> = model
        .bodies
        .iter()
        .filter_map(|body| {
            Some(json!({ "@type": "Organization", "name": desk.bare(&body.title), "url": address(desk, &desk.href_of(body)?) }))
        })
        .collect();
    put(&mut organisation, "department", Some(bodies).filter(|bodies| !bodies.is_empty()));
    Some(std::iter::once(organisation).chain(model.people.iter().map(|person| self::person(desk, person))).collect())
}

fn person(desk: &Desk<'_>, person: &Entry<Person>) -> Value {
    let mut one = json!({ "@type": "Person", "name": desk.bare(&person.name) });
    put(&mut one, "jobTitle", person.role.as_ref().map(|role| desk.bare(role)));
    let from = person.organisation.as_ref().and_then(|member| desk.model().get(member));
    put(&mut one, "affiliation", from.map(|member| self::member(desk, member)));
    put(&mut one, "memberOf", in_short(desk));
    one
}

/// A member by its own website, or else by its place in the directory.
pub(super) fn member(desk: &Desk<'_>, member: &Entry<Member>) -> Value {
    let mut one = json!({ "@type": "Organization", "name": desk.bare(&member.name) });
    let own = member.website.as_ref().map(|url| url.as_str().to_owned());
    put(&mut one, "url", own.or_else(|| desk.href_of(member).map(|href| address(desk, &href))));
    one
}
