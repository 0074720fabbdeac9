//! Owns the sitemap (sitemaps.org 0.9): every page with its translations.

use quick_xml::events::BytesText;

use super::xml;
use crate::plan::{Plan, Route};

/// The sitemap; nothing for a site that has not said where it is published.
pub fn sitemap(plan: &Plan) -> Option<Vec<u8>> {
    let base = plan.base()?;
    let address = |lang: &str, route: &Route| format!("{base}{}", plan.path(lang, route).replace("index.html", ""));
    let routes = plan.routes().iter().filter(|route| !matches!(route, Route::NotFound | Route::Print | Route::Search));
    Some(xml(|writer| {
        let root = writer
            .create_element("urlset")
            .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
            .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
        root.write_inner_content(|writer| {
            for route in routes {
                for lang in plan.languages() {
                    writer.create_element("url").write_inner_content(|writer| {
                        writer.create_element("loc").write_text_content(BytesText::new(&address(lang, route)))?;
                        for other in plan.languages().iter().filter(|_| plan.languages().len() > 1) {
                            let link = writer.create_element("xhtml:link").with_attribute(("rel", "alternate"));
                            link.with_attribute(("hreflang", other.as_str()))
                                .with_attribute(("href", address(other, route).as_str()))
                                .write_empty()?;
                        }
                        Ok(())
                    })?;
                }
            }
            Ok(())
        })?;
        Ok(())
    }))
}
