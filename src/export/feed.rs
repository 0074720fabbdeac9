//! Owns the news feed (Atom, RFC 4287), one a language.

use jiff::civil::Date;
use quick_xml::Writer;

use super::{absolute, address, element, moment, name, xml};
use crate::lang::Arg;
use crate::model::kinds::editorial::News;
use crate::model::{Entry, Kind};
use crate::page::Desk;
use crate::plan::{Route, alias};

/// How many items a feed holds.
const ITEMS: usize = 20;

/// The program's own page, as feeds name what made them.
const GENERATOR: [(&str, &str); 1] = [("version", env!("CARGO_PKG_VERSION"))];

/// The feed of a language; nothing without news, or for a site that has not said where it is published, since a feed needs absolute addresses.
/// `icon` is the path of the site's mark.
pub fn feed(desk: &Desk<'_>, icon: &str) -> Option<Vec<u8>> {
    let plan = desk.site.plan;
    let base = plan.base()?;
    let lang = desk.locale.tag();
    let cluster = desk.model().cluster()?;
    let mut items: Vec<_> = desk.model().news.iter().collect();
    items.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id().cmp(b.id())));
    items.truncate(ITEMS);
    let updated = items.iter().map(|item| updated(desk, item)).max()?;
    let list = address(plan, lang, &Route::NewsList)?;
    let name = name(desk);
    let site = cluster.site.as_ref();
    let logo = cluster.brand.as_ref().and_then(|brand| brand.logo.as_ref()).and_then(|logo| desk.site.assets.get(logo.as_str()));
    // Readers show an item far from the site, so the links in it are absolute.
    let mut away = Desk::new(desk.site, desk.locale, &Route::NewsList);
    away.root = base.to_owned();
    Some(xml(|writer| {
        let root = writer.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
        root.with_attribute(("xml:lang", lang)).write_inner_content(|writer| {
            element(writer, "title", &[], &desk.locale.format("site.feed-title", &[("name", Arg::Text(&name))]))?;
            if let Some(tagline) = &cluster.tagline {
                element(writer, "subtitle", &[], &desk.bare(tagline))?;
            }
            element(writer, "id", &[], &list)?;
            element(writer, "updated", &[], &moment(updated))?;
            let own = format!("{base}{}", plan.prefixed(lang, "feed.xml"));
            link(writer, "self", "application/atom+xml", Some(lang), &own)?;
            link(writer, "alternate", "text/html", Some(lang), &list)?;
            for other in plan.languages().iter().filter(|other| *other != lang) {
                let feed = format!("{base}{}", plan.prefixed(other, "feed.xml"));
                link(writer, "alternate", "application/atom+xml", Some(other), &feed)?;
            }
            if let Some(licence) = site.and_then(|site| site.licence_url.as_ref()) {
                element(writer, "link", &[("rel", "license"), ("href", licence.as_str())], "")?;
            }
            element(writer, "icon", &[], &format!("{base}{icon}"))?;
            if let Some(logo) = logo {
                element(writer, "logo", &[], &format!("{base}{}", logo.src))?;
            }
            if let Some(licence) = site.and_then(|site| site.licence.as_ref()) {
                element(writer, "rights", &[], &desk.bare(licence))?;
            }
            element(writer, "generator", &GENERATOR, "clustersite")?;
            writer.create_element("author").write_inner_content(|writer| {
                element(writer, "name", &[], &name)?;
                element(writer, "uri", &[], &address(plan, lang, &Route::Home).unwrap_or_default())
            })?;
            for item in items {
                writer.create_element("entry").write_inner_content(|writer| entry(writer, &away, base, item))?;
            }
            Ok(())
        })?;
        Ok(())
    }))
}

fn entry(writer: &mut Writer<Vec<u8>>, desk: &Desk<'_>, base: &str, item: &Entry<News>) -> std::io::Result<()> {
    let lang = desk.locale.tag();
    let page = absolute(base, &desk.href(&Route::News(item.id().clone())));
    element(writer, "title", &[], &desk.bare(&item.title))?;
    element(writer, "id", &[], &id(desk, base, item).unwrap_or_else(|| page.clone()))?;
    element(writer, "published", &[], &moment(item.date.0))?;
    element(writer, "updated", &[], &moment(updated(desk, item)))?;
    link(writer, "alternate", "text/html", Some(lang), &page)?;
    let lead = desk.lead(item.summary.as_ref(), item.body.as_ref());
    if let Some(lead) = &lead {
        element(writer, "summary", &language(lead.lang.as_deref()), &lead.text)?;
    }
    let body = desk.prose(item.body.as_ref(), "", 0);
    if let Some((html, own)) = body.as_ref().and_then(|body| Some((body.html.as_deref()?, body.lang.as_deref()))) {
        // Links to a place in the text itself hold on to the page.
        let attributes = [("type", "html"), ("xml:base", page.as_str())].into_iter().chain(language(own));
        element(writer, "content", &attributes.collect::<Vec<_>>(), html)?;
    }
    Ok(())
}

/// The day of the last change, or else of publication; a correction made ahead of publication is none that readers have seen.
fn updated(desk: &Desk<'_>, item: &Entry<News>) -> Date {
    let changed = desk.site.changed(desk.locale.tag(), &Route::News(item.id().clone()));
    changed.map_or(item.date.0, |day| day.max(item.date.0))
}

/// What a reader's program knows an item by, which must never change: the first address of its page.
fn id(desk: &Desk<'_>, base: &str, item: &Entry<News>) -> Option<String> {
    debug_assert_eq!(item.meta.kind, Kind::News);
    let first = item.meta.aliases.first()?;
    let addresses = alias::addresses(desk.site.plan, &item.meta, first).ok()?;
    let former = addresses.into_iter().find(|former| former.lang == desk.locale.tag())?;
    Some(absolute(base, &former.path))
}

fn link(writer: &mut Writer<Vec<u8>>, rel: &str, kind: &str, lang: Option<&str>, href: &str) -> std::io::Result<()> {
    let lang = lang.map(|lang| ("hreflang", lang));
    let attributes = [("rel", rel), ("type", kind)].into_iter().chain(lang).chain([("href", href)]);
    element(writer, "link", &attributes.collect::<Vec<_>>(), "")
}

/// The attribute for a text that is in another language than the feed.
fn language(lang: Option<&str>) -> Vec<(&str, &str)> {
    lang.map(|lang| ("xml:lang", lang)).into_iter().collect()
}
