//! Owns the sitemap (sitemaps.org 0.9): every page with its translations and the day of its last change.

use super::{address, element, xml};
use crate::page::Site;
use crate::plan::Route;

/// The sitemap; nothing for a site that has not said where it is published.
pub fn sitemap(site: &Site<'_>) -> Option<Vec<u8>> {
    let plan = site.plan;
    plan.base()?;
    let address = |lang: &str, route: &Route| address(plan, lang, route).unwrap_or_default();
    let routes = plan.routes().iter().filter(|route| !matches!(route, Route::NotFound | Route::Search) && !route.is_print());
    Some(xml(|writer| {
        let root = writer
            .create_element("urlset")
            .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
            .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
        root.write_inner_content(|writer| {
            for route in routes {
                for lang in plan.languages() {
                    writer.create_element("url").write_inner_content(|writer| {
                        element(writer, "loc", &[], &address(lang, route))?;
                        if let Some(day) = site.changed(lang, route) {
                            element(writer, "lastmod", &[], &day.to_string())?;
                        }
                        for other in plan.languages().iter().filter(|_| plan.languages().len() > 1) {
                            let link = [("rel", "alternate"), ("hreflang", other), ("href", &address(other, route))];
                            element(writer, "xhtml:link", &link, "")?;
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
