//! Owns the last step before bytes: views put into templates, pages in parallel, and everything of the site gathered into a bundle.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::Context;

use crate::bundle::Bundle;
use crate::chart::{self, Colours};
use crate::diag::Diagnostic;
use crate::export;
use crate::imagery::Darkroom;
use crate::lang::{Arg, Locale, Numbering};
use crate::model::kinds::cluster::{Cluster, Numerals};
use crate::model::{Choice, State};
use crate::page::search::{self, Findable};
use crate::page::{Desk, Site, hashed, page, print};
use crate::plan::{Plan, Route, alias};
use crate::source::Sources;
use crate::theme::{Theme, favicon, template_error};

mod document;
mod frame;
mod host;
mod moved;
mod policy;
pub mod reference;
mod social;

pub use document::on_paper;
pub use moved::Moved;

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

/// The words and formats of every language of a site. Where the cluster has names of its own for the states of progress, they take the place of the
/// usual words here, so that pages, pictures, the search and files all say the same.
pub fn locales(plan: &Plan, theme: &Theme, cluster: &Cluster) -> BTreeMap<String, Locale> {
    let numbering = match cluster.site.as_ref().and_then(|site| site.numerals) {
        Some(Numerals::Arabic) => Numbering::Arabic,
        Some(Numerals::Latin) => Numbering::Latin,
        None => Numbering::Standard,
    };
    let names = cluster.monitoring.as_ref().and_then(|monitoring| monitoring.states.as_ref());
    let words = |tag: &String| {
        let mut words = theme.words(tag);
        for state in State::ALL {
            if let Some(name) = names.and_then(|names| names.get(state, tag)) {
                words.put(&state.message(), name);
            }
        }
        words
    };
    let locale = |tag: &String| Some((tag.clone(), Locale::new(tag, words(tag), numbering).ok()?));
    plan.languages().iter().filter_map(locale).collect()
}

/// Renders the whole site, or tells which templates failed.
pub fn render(job: &Job<'_>, locales: &BTreeMap<String, Locale>) -> Result<Bundle, Vec<Diagnostic>> {
    let mut bundle = Bundle::default();
    let needed = |name: &str| job.site.plan.routes().iter().any(|route| route.stem() == name);
    let scripts = job.theme.page_js.iter().filter(|(name, _)| needed(name));
    let scripts: Vec<(&'static str, String, &String)> =
        scripts.map(|(name, text)| (*name, hashed(&format!("static/{name}.js"), text.as_bytes()), text)).collect();
    let sheets = frame::Sheets {
        site: hashed("static/site.css", job.theme.css.as_bytes()),
        more: hashed("static/more.css", job.theme.more_css.as_bytes()),
        print: hashed("static/print.css", job.theme.print_css.as_bytes()),
        script: hashed("static/site.js", job.theme.js.as_bytes()),
        icon: icon(job, &mut bundle),
        pages: scripts.iter().map(|(name, path, _)| (*name, path.clone())).collect(),
    };
    bundle.insert(sheets.site.clone(), job.theme.css.clone().into_bytes());
    bundle.insert(sheets.more.clone(), job.theme.more_css.clone().into_bytes());
    bundle.insert(sheets.print.clone(), job.theme.print_css.clone().into_bytes());
    bundle.insert(sheets.script.clone(), job.theme.js.clone().into_bytes());
    for (_, path, text) in &scripts {
        bundle.insert(path.clone(), (*text).clone().into_bytes());
    }
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
    pages.sort_by_key(|(_, route)| (**route != Route::Print, !route.is_print()));
    let colours = Colours::of_theme(&|name| job.theme.tokens.colour(name, false));
    let rendered: Vec<Result<Output, tera::Error>> = pages
        .par_iter()
        .map(|(locale, route)| {
            let base = bases.get(locale.tag()).cloned().unwrap_or_default();
            let result = one(job, locales, &colours, gallery.as_ref(), locale, route, base);
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
    let formers = alias::formers(job.site.plan, job.site.model);
    for former in &formers {
        let Some(locale) = locales.get(&former.lang) else { continue };
        let base = bases.get(former.lang.as_str()).cloned().unwrap_or_default();
        match moved::page_at(job, locale, former, base) {
            // What has no place in the plan never takes that of a file which has.
            Ok(Some((path, bytes))) if bundle.get(&path).is_none() => bundle.insert(path, bytes),
            Ok(_) => {}
            Err(error) => faults.push(template_error::tell(job.sources, &error)),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    exports(job, locales, &sheets.icon, &mut bundle);
    let hosts = job.site.model.cluster().and_then(|cluster| cluster.site.as_ref()).and_then(|site| site.hosts.as_deref());
    for (path, text) in host::files(hosts, job.site.plan, &job.mount, job.listed, &formers, &bundle) {
        bundle.insert(path, text.into_bytes());
    }
    Ok(bundle)
}

/// The mark of the site in the browser's tabs: the theme's or the cluster's own, or else one that is drawn here.
fn icon(job: &Job<'_>, bundle: &mut Bundle) -> String {
    const OWN: &str = "static/icons/favicon.svg";
    if job.theme.files.contains_key(OWN) {
        return OWN.to_owned();
    }
    let name = job.site.model.cluster().and_then(|cluster| cluster.name.get(job.site.plan.main(), job.site.plan.main()));
    let svg = favicon(&job.theme.tokens, name.map_or("", |name| name.text)).into_bytes();
    let path = hashed("static/favicon.svg", &svg);
    bundle.insert(path.clone(), svg);
    path
}

/// What a search can find, language by language.
pub fn findable(job: &Job<'_>, locales: &BTreeMap<String, Locale>) -> Vec<Findable> {
    locales.values().flat_map(|locale| search::findable(&Desk::new(job.site, locale, &Route::Search))).collect()
}

/// A file as its path and bytes.
type File = (String, Arc<[u8]>);

/// A page and what goes with it.
type Output = Vec<File>;

/// Makes one page, with the files of its pictures and the picture that stands for it.
fn one(
    job: &Job<'_>,
    locales: &BTreeMap<String, Locale>,
    colours: &Colours,
    gallery: Option<&social::Gallery<'_>>,
    locale: &Locale,
    route: &Route,
    mut context: Context,
) -> Result<Output, tera::Error> {
    let mut desk = Desk::new(job.site, locale, route);
    if *route == Route::NotFound {
        desk.root.clone_from(&job.mount);
    }
    let Some(page) = page(&desk, route) else { return Ok(Vec::new()) };
    let (image, made) = social::image(job, gallery, &desk, route, &page.head)?;
    context.insert("page", &frame::head(job, &desk, route, page.head, image));
    if *route == Route::NotFound {
        context.insert("view", &frame::not_found::view(job, locales, locale));
    } else {
        context.insert_value("view", page.view);
    }
    let mut html = job.theme.tera.render(&format!("{}.html", route.template()), &context)?;
    let path = job.site.plan.path(locale.tag(), route);
    let mut files: Output = Vec::new();
    if route.is_print() {
        if let Route::Selected(_) = route {
            html = document::lead(&html, &|away| match away {
                document::Away::Place(place) => print::elsewhere(&desk, place),
                document::Away::File(file) => absolute(job.site.plan, &path, file),
            });
        }
        let (whole, sheet) = bind(job, &desk, route, &html, context)?;
        files.push((path.replace(".html", ".css"), sheet.into_bytes().into()));
        html = chart::dyed(&whole, colours);
    }
    files.push((path, html.into_bytes().into()));
    for picture in &page.charts {
        files.extend(export::figure::files(&desk, route, picture, colours).into_iter().map(|(path, bytes)| (path, bytes.into())));
    }
    files.extend(made);
    Ok(files)
}

/// The absolute address of a file that a page links to.
fn absolute(plan: &Plan, page: &str, file: &str) -> Option<String> {
    let (file, rest) = file.find(['#', '?']).map_or((file, ""), |at| file.split_at(at));
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in file.split('/') {
        if step == ".." {
            folders.pop();
        } else {
            folders.push(step);
        }
    }
    Some(format!("{}{rest}", plan.absolute(&folders.join("/"))?))
}

/// Feeds, calendars, data, sitemap and the word to search engines.
fn exports(job: &Job<'_>, locales: &BTreeMap<String, Locale>, icon: &str, bundle: &mut Bundle) {
    let plan = job.site.plan;
    for locale in locales.values() {
        let desk = Desk::new(job.site, locale, &Route::Home);
        if let Some(feed) = export::feed::feed(&desk, icon) {
            bundle.insert(plan.prefixed(locale.tag(), "feed.xml"), feed);
        }
        if job.listed {
            bundle.insert(plan.prefixed(locale.tag(), "llms.txt"), export::llms::llms(&desk));
        }
        if let Some(calendar) = export::calendar::calendar(&desk) {
            bundle.insert(plan.prefixed(locale.tag(), "calendar.ics"), calendar);
        }
        for (path, bytes) in export::dataset::files(&desk) {
            bundle.insert(path, bytes);
        }
    }
    if let Some(security) = export::security::security(job.site) {
        bundle.insert(".well-known/security.txt", security);
    }
    let mut robots = "User-agent: *\n".to_owned();
    if job.listed {
        robots.push_str("Allow: /\n");
        if let (Some(base), Some(sitemap)) = (plan.base(), export::sitemap::sitemap(job.site)) {
            bundle.insert("sitemap.xml", sitemap);
            robots.push_str(&format!("Sitemap: {base}sitemap.xml\n"));
        }
    } else {
        robots.push_str("Disallow: /\n");
    }
    bundle.insert("robots.txt", robots.into_bytes());
}

/// Where the lists at the front of the document are to stand, and the index at its end.
const REGISTERS: [(&str, &str); 2] = [("<!-- lists -->", "print_lists.html"), ("<!-- index -->", "print_index.html")];

/// Numbers what stands in a document, puts in the lists of it, and makes the sheet of its own.
fn bind(
    job: &Job<'_>,
    desk: &Desk<'_>,
    route: &Route,
    html: &str,
    mut context: Context,
) -> Result<(String, String), tera::Error> {
    let locale = desk.locale;
    let word = |key: &str, number: usize| locale.format(key, &[("number", Arg::Text(&locale.number(number as f64)))]);
    let words = document::Words { figure: &|no| word("page.print.figure", no), table: &|no| word("page.print.table", no) };
    let (mut whole, registers) = document::number(html, &words);
    context.insert("registers", &registers);
    for (place, template) in REGISTERS {
        if whole.contains(place) {
            whole = whole.replacen(place, &job.theme.tera.render(template, &context)?, 1);
        }
    }
    let (paper, landscape) = print::paper(desk, route);
    let page = document::Page {
        paper,
        landscape,
        foot: locale.text("page.print.foot"),
        rtl: locale.direction().as_str() == "rtl",
        arabic_digits: locale.number(1.0) != "1",
    };
    let sheet = document::sheet(&whole, &page);
    Ok((whole, sheet))
}
