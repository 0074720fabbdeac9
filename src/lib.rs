//! Compiles the repository of an economic cluster into a validated website and print document.
//!
//! Four values, one direction, everything else a plain function:
//!
//! ```text
//! disk or memory → Sources → Model ─┬→ check → Report
//!                                   └→ audience gate → Plan → render → Bundle (→ search) → disk | server | pdf
//! ```
//!
//! - [`source::Sources`]: the files of a repository, bytes with spans.
//! - [`model::Model`]: typed, linked entries; what the cluster says, in all languages and for all audiences.
//! - [`plan::Plan`]: every address of the site.
//! - [`bundle::Bundle`]: path → bytes, the whole output; [`write`](mod@write) puts it on disk, [`serve`] serves it.
//! - [`diag::Report`]: every finding of every file.
//! - [`search`] makes the index of a finished bundle, a step of its own because it is dear; [`imagery`] makes pictures of bytes, with a cache that changes
//!   only the time; [`geo`] knows what lies where on the globe; [`theme`] lays themes on top of each other.
//!
//! What holds throughout: loading never fails, it gives a value and findings. Rules see the whole model; everything that ends up in
//! the output sees only what [`model::gate`] leaves of it. Nothing below [`cli`] reads the clock or the environment, and only
//! [`source`], [`write`](mod@write) and [`pdf`] touch the file system. A kind of content is a file in `model/kinds/` and a line in its list, a
//! rule is a file in `check/rules/` and a line in its list, a page is a [`plan::Route`], a file in `page/` and a
//! template, a picture is a file in `chart/` and a line in its gallery, a theme is a folder in `themes/`.

use jiff::civil::Date;

pub mod bundle;
pub mod chart;
pub mod check;
pub mod cli;
pub mod diag;
pub mod export;
pub mod geo;
pub mod guide;
pub mod imagery;
pub mod lang;
pub mod model;
pub mod page;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod plan;
pub mod render;
#[cfg(feature = "search")]
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod source;
pub mod status;
pub mod syntax;
pub mod theme;
pub mod write;

/// What a build is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Whom the site is for.
    pub audience: model::Audience,
    /// How strict checks are; the cluster's own setting where it is not given.
    pub profile: Option<diag::Profile>,
    /// The day that the site speaks of.
    pub today: Date,
    /// Whether the site is served from the root of its host, whatever address the cluster publishes it under.
    pub at_root: bool,
    /// The theme to dress the site in, whichever the cluster asks for.
    pub theme: Option<&'static str>,
}

/// What a build gives.
#[derive(Debug)]
pub struct Built {
    /// Every finding.
    pub report: diag::Report,
    /// The site; nothing where there are errors.
    pub bundle: Option<bundle::Bundle>,
    /// What a search on the site can find; `search` makes the index of it, which is dear and therefore a step of its own.
    pub findable: Vec<page::search::Findable>,
    /// The documents to print, in every language: first the whole strategy, then those beside it.
    pub documents: Vec<Document>,
}

/// A document to print.
#[derive(Debug)]
pub struct Document {
    /// Its name: `strategy` is the whole one.
    pub name: String,
    /// Tag of its language.
    pub language: String,
    /// Its path in the bundle.
    pub path: String,
}

impl Built {
    fn failed(report: diag::Report) -> Self {
        Self { report, bundle: None, findable: Vec::new(), documents: Vec::new() }
    }
}

/// Builds the site of a repository as fast as can be, for those who look at it while they write and for tests: photographs in one size, and no pictures that
/// stand for pages. `skipped` are the files of the repository that could not be read. `on_page` is told after each page.
pub fn build(sources: &source::Sources, skipped: &[source::Skipped], request: &Request, on_page: &(dyn Fn() + Sync)) -> Built {
    build_with(sources, skipped, request, on_page, None)
}

/// Builds the site as it is published, where there is a darkroom: with the pictures that are dear to make.
pub fn build_with(
    sources: &source::Sources,
    skipped: &[source::Skipped],
    request: &Request,
    on_page: &(dyn Fn() + Sync),
    darkroom: imagery::Darkroom<'_>,
) -> Built {
    let loaded = model::load(sources, skipped);
    let outcome = check::check(sources, &loaded, request.today, request.profile);
    let mut report = outcome.report.clone();
    let visible = model::gate(&loaded.model, request.audience);
    let Some(cluster) = visible.cluster() else { return Built::failed(report) };
    let (theme, faults) = theme::read(sources, &loaded.languages, cluster.brand.as_ref(), request.theme);
    report.extend(faults);
    report.sort(sources);
    if report.has_errors() {
        return Built::failed(report);
    }
    let site = cluster.site.as_ref();
    let base = site.and_then(|site| site.url.as_ref()).map(|url| url.as_str());
    let plan = plan::Plan::new(&visible, &loaded.languages, base);
    let plan = if request.audience.sees == model::Visibility::Internal { plan.with_workshop() } else { plan };
    let relations = model::Relations::new(&visible);
    let assets = page::Assets::gather(sources, &loaded, &visible, request.audience, darkroom);
    let ground = |dark: bool| theme.tokens.colour("--c-page", dark);
    let grounds = page::Grounds { light: ground(false), dark: ground(true) };
    let facts = page::Facts { grounds, ..page::Facts::gather(sources, &loaded, &outcome, request.audience, request.today) };
    // From here on only the visible model counts; the trees of the sources are the largest part of what is held.
    drop((loaded, outcome));
    let locales = render::locales(&plan, &theme, cluster);
    let site = page::Site::new(&visible, &relations, &plan, &assets, request.today, facts);
    let job = render::Job {
        site: &site,
        theme: &theme,
        sources,
        listed: request.audience.sees == model::Visibility::Public,
        darkroom,
        mount: if request.at_root { "/".to_owned() } else { plan.mount() },
        on_page,
    };
    let documents = || plan.routes().iter().flat_map(|route| documents(&plan, route)).collect();
    match render::render(&job, &locales) {
        Ok(bundle) => Built { report, bundle: Some(bundle), findable: render::findable(&job, &locales), documents: documents() },
        Err(faults) => {
            report.extend(faults);
            report.sort(sources);
            Built::failed(report)
        }
    }
}

/// The document that a page is, in every language.
fn documents(plan: &plan::Plan, route: &plan::Route) -> Vec<Document> {
    let name = match route {
        plan::Route::Print => STRATEGY.to_owned(),
        plan::Route::Selected(name) => name.to_string(),
        _ => return Vec::new(),
    };
    let of = |tag: &String| Document { name: name.clone(), language: tag.clone(), path: plan.path(tag, route) };
    plan.languages().iter().map(of).collect()
}

/// Name of the document that is the whole strategy.
pub const STRATEGY: &str = "strategy";

/// Every rule there is, by name.
pub fn rules() -> Vec<&'static diag::Rule> {
    let mut rules = check::rules();
    rules.push(&theme::template_error::RULE);
    rules.sort_by_key(|rule| rule.name);
    rules
}
