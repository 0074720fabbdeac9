//! Owns what the site gives to other programs: the news feed, the sitemap, the calendar. Each is bytes in a standard's form.

pub mod calendar;
pub mod feed;
pub mod sitemap;

use quick_xml::Writer;

/// Writes an XML document; `quick_xml` escapes texts and attributes.
fn xml(write: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> Vec<u8> {
    let mut writer = Writer::new(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_vec());
    // Writing into memory does not fail.
    let _ = write(&mut writer);
    writer.into_inner()
}
