//! Owns the last step before bytes: views put into templates, pages in parallel, and everything of the site gathered into a bundle.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::Context;

use crate::bundle::Bundle;
use crate::diag::Diagnostic;
use crate::export;
use crate::imagery::Darkroom;
use crate::lang::{Locale, Numbering};
use crate::model::kinds::cluster::Numerals;
use crate::page::{Desk, Site, hashed, page};
use crate::plan::{Plan, Route};
use crate::source::Sources;
use crate::theme::{Theme, template_error};

mod frame;
mod social;

/// What is rendered from.
pub struct Job<'a> {
    /// The site.
    pub site: &'a Site<'a>,
    /// The theme.
    pub theme: &'a Theme,
    /// The repository, to name the place of a faulty template.
    pub sources: &'a Sources,
    /// Whether search engines may list the site.
    pub listed: bool,
    /// The path on its host that the site is served from, with slashes around it; only the page for missing addresses needs it.
    pub mount: String,
    /// Where pictures that stand for pages are made.
    pub darkroom: Darkroom<'a>,
    /// Told after each page, for a progress bar.
    pub on_page: &'a (dyn Fn() + Sync),
}

/// The words and formats of every language of a site.
pub fn locales(plan: &Plan, theme: &Theme, numerals: Option<Numerals>) -> BTreeMap<String, Locale> {
    let numbering = match numerals {
        Some(Numerals::Arabic) => Numbering::Arabic,
        Some(Numerals::Latin) => Numbering::Latin,
        None => Numbering::Standard,
    };
    let locale = |tag: &String| Some((tag.clone(), Locale::new(tag, theme.words(tag), numbering).ok()?));
    plan.languages().iter().filter_map(locale).collect()
}

/// Renders the whole site, or tells which templates failed.
pub fn render(job: &Job<'_>, locales: &BTreeMap<String, Locale>) -> Result<Bundle, Vec<Diagnostic>> {
    let mut bundle = Bundle::default();
    let sheets = frame::Sheets {
        site: hashed("static/site.css", job.theme.css.as_bytes()),
        print: hashed("static/print.css", job.theme.print_css.as_bytes()),
        script: hashed("static/site.js", job.theme.js.as_bytes()),
    };
    bundle.insert(sheets.site.clone(), job.theme.css.clone().into_bytes());
    bundle.insert(sheets.print.clone(), job.theme.print_css.clone().into_bytes());
    bundle.insert(sheets.script.clone(), job.theme.js.clone().into_bytes());
    for (path, bytes) in &job.theme.files {
        bundle.insert(path.clone(), bytes.clone());
    }
    for (path, bytes) in job.site.assets.iter() {
        bundle.insert(path, Arc::clone(bytes));
    }
    let bases: BTreeMap<&str, Context> =
        locales.iter().map(|(tag, locale)| (tag.as_str(), frame::base(job, locale, &sheets))).collect();
    let gallery = social::Gallery::open(job, locales, &bases);
    let mut pages: Vec<(&Locale, &Route)> =
        locales.values().flat_map(|locale| job.site.plan.routes().iter().map(move |route| (locale, route))).collect();
    // The longest job comes first: it shortens the whole, and its memory is free again before the bundle has grown.
    pages.sort_by_key(|(_, route)| **route != Route::Print);
    let rendered: Vec<Result<Vec<Output>, tera::Error>> = pages
        .par_iter()
        .map(|(locale, route)| {
            let base = bases.get(locale.tag()).cloned().unwrap_or_default();
            let result = one(job, gallery.as_ref(), locale, route, base);
            (job.on_page)();
            result
        })
        .collect();
    let mut faults: Vec<Diagnostic> = Vec::new();
    for result in rendered {
        match result {
            Ok(files) => files.into_iter().for_each(|(path, bytes)| bundle.insert(path, bytes)),
            Err(error) => {
                let fault = template_error::tell(job.sources, &error);
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    exports(job, locales, &mut bundle);
    Ok(bundle)
}

/// A file as its path and bytes.
type Output = (String, Arc<[u8]>);

/// Makes one page, with the picture that stands for it; nothing where there is no such page.
fn one(
    job: &Job<'_>,
    gallery: Option<&social::Gallery<'_>>,
    locale: &Locale,
    route: &Route,
    mut context: Context,
) -> Result<Vec<Output>, tera::Error> {
    let mut desk = Desk::new(job.site, locale, route);
    if *route == Route::NotFound {
        desk.root.clone_from(&job.mount);
    }
    let Some(page) = page(&desk, route) else { return Ok(Vec::new()) };
    let (image, made) = social::image(job, gallery, &desk, route, &page.head)?;
    context.insert("page", &frame::head(job, &desk, route, page.head, image));
    context.insert_value("view", page.view);
    let html = job.theme.tera.render(&format!("{}.html", route.stem()), &context)?;
    let html = (job.site.plan.path(locale.tag(), route), html.into_bytes().into());
    Ok(made.into_iter().chain([html]).collect())
}

/// Feeds, calendars, sitemap and the word to search engines.
fn exports(job: &Job<'_>, locales: &BTreeMap<String, Locale>, bundle: &mut Bundle) {
    let plan = job.site.plan;
    for locale in locales.values() {
        let desk = Desk::new(job.site, locale, &Route::Home);
        if let Some(feed) = export::feed::feed(&desk) {
            bundle.insert(plan.prefixed(locale.tag(), "feed.xml"), feed);
        }
        if let Some(calendar) = export::calendar::calendar(&desk) {
            bundle.insert(plan.prefixed(locale.tag(), "calendar.ics"), calendar);
        }
    }
    let mut robots = "User-agent: *\n".to_owned();
    if job.listed {
        robots.push_str("Allow: /\n");
        if let (Some(base), Some(sitemap)) = (plan.base(), export::sitemap::sitemap(plan)) {
            bundle.insert("sitemap.xml", sitemap);
            robots.push_str(&format!("Sitemap: {base}sitemap.xml\n"));
        }
    } else {
        robots.push_str("Disallow: /\n");
    }
    bundle.insert("robots.txt", robots.into_bytes());
}
