//! Owns what the site gives to other programs: the news feed, the sitemap, the calendar, data and pictures. Each is bytes in a standard's form.

pub mod calendar;
pub mod dataset;
pub mod feed;
pub mod figure;
pub mod sitemap;
mod table;

use quick_xml::Writer;

use crate::page::Desk;
use crate::plan::Route;

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
