//! Owns the news feed (Atom, RFC 4287), one a language.

use quick_xml::events::BytesText;

use super::xml;
use crate::lang::Arg;
use crate::page::Desk;
use crate::plan::Route;

/// How many items a feed holds.
const ITEMS: usize = 20;

/// The feed of a language; nothing without news, or for a site that has not said where it is published, since a feed needs absolute addresses.
pub fn feed(desk: &Desk<'_>) -> Option<Vec<u8>> {
    let base = desk.site.plan.base()?;
    let model = desk.model();
    let cluster = model.cluster()?;
    let mut items: Vec<_> = model.news.iter().collect();
    items.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id().cmp(b.id())));
    let latest = items.first()?.date;
    let address = |route: &Route| format!("{base}{}", desk.href(route).replace("index.html", ""));
    let name = desk.bare(&cluster.name);
    Some(xml(|writer| {
        let text = |writer: &mut quick_xml::Writer<Vec<u8>>, name: &str, text: &str| {
            writer.create_element(name).write_text_content(BytesText::new(text)).map(drop)
        };
        let root = writer.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
        root.with_attribute(("xml:lang", desk.locale.tag())).write_inner_content(|writer| {
            text(writer, "title", &desk.locale.format("site.feed-title", &[("name", Arg::Text(&name))]))?;
            text(writer, "id", &address(&Route::NewsList))?;
            text(writer, "updated", &format!("{latest}T00:00:00Z"))?;
            let itself = format!("{base}{}", desk.site.plan.prefixed(desk.locale.tag(), "feed.xml"));
            writer
                .create_element("link")
                .with_attribute(("rel", "self"))
                .with_attribute(("href", itself.as_str()))
                .write_empty()?;
            let list = address(&Route::NewsList);
            writer
                .create_element("link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("href", list.as_str()))
                .write_empty()?;
            writer.create_element("author").write_inner_content(|writer| text(writer, "name", &name))?;
            for item in items.iter().take(ITEMS) {
                let address = address(&Route::News(item.id().clone()));
                writer.create_element("entry").write_inner_content(|writer| {
                    text(writer, "title", &desk.bare(&item.title))?;
                    text(writer, "id", &address)?;
                    text(writer, "updated", &format!("{}T00:00:00Z", item.date))?;
                    writer.create_element("link").with_attribute(("href", address.as_str())).write_empty()?;
                    match desk.lead(item.summary.as_ref(), item.body.as_ref()) {
                        Some(lead) => text(writer, "summary", &lead.text),
                        None => Ok(()),
                    }
                })?;
            }
            Ok(())
        })?;
        Ok(())
    }))
}
