//! Owns what the site gives to other programs: the news feed, the sitemap, the calendar, data and pictures, the map for language models, the contact
//! for reports of holes. Each is bytes in a standard's form.

pub mod calendar;
pub mod dataset;
pub mod feed;
pub mod figure;
pub mod llms;
pub mod security;
pub mod sitemap;
mod table;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::BytesText;

use crate::page::Desk;
use crate::plan::{Plan, Route};

/// Adds to a document of JSON what is needed to cite it: who says so, where and when, and on what terms.
fn cite(desk: &Desk<'_>, route: &Route, document: &mut serde_json::Value) {
    let cluster = desk.model().cluster();
    let licence = cluster.and_then(|cluster| cluster.site.as_ref()).and_then(|site| site.licence.as_ref());
    document["publisher"] = cluster.map(|cluster| desk.bare(&cluster.name)).into();
    document["page"] = desk.site.plan.base().map(|base| format!("{base}{}", desk.href(route))).into();
    document["date"] = desk.site.today.to_string().into();
    document["licence"] = licence.map(|licence| desk.bare(licence)).into();
}

/// Writes an XML document; `quick_xml` escapes texts and attributes.
fn xml(write: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> Vec<u8> {
    let mut writer = Writer::new(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_vec());
    // Writing into memory does not fail.
    let _ = write(&mut writer);
    writer.into_inner()
}

/// An element with attributes and a text, which may be empty. Characters that XML 1.0 has no way to write are left out.
fn element(writer: &mut Writer<Vec<u8>>, name: &str, attributes: &[(&str, &str)], text: &str) -> std::io::Result<()> {
    let element = attributes.iter().fold(writer.create_element(name), |element, attribute| element.with_attribute(*attribute));
    if text.is_empty() {
        return element.write_empty().map(drop);
    }
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\t' | '\n' | '\r');
    element.write_text_content(BytesText::new(&text.chars().filter(allowed).collect::<String>())).map(drop)
}

/// A day as the moment at which it begins, since standards of the web count in moments.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// The absolute address of a page, as readers see it: that of a folder's page without its name.
fn address(plan: &Plan, lang: &str, route: &Route) -> Option<String> {
    Some(absolute(plan.base()?, &plan.path(lang, route)))
}

/// The absolute address of a path relative to the site's root.
fn absolute(base: &str, path: &str) -> String {
    let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("{base}{}", folder.unwrap_or(path))
}

/// The line of a text that a reader sees first, without line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of the cluster in a language.
fn name(desk: &Desk<'_>) -> String {
    desk.model().cluster().map(|cluster| desk.bare(&cluster.name)).unwrap_or_default()
}
