//! Owns what every page has around its content: the values of the site, made once a language, and the head of one page.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use tera::Context;

use super::social::SocialImage;
use super::{Job, policy};
use crate::lang::{Arg, Locale};
use crate::page::{Desk, Head, Supporter, Words, funders, neighbours, partners};
use crate::plan::alias::Former;
use crate::plan::{Route, navigation};

mod foot;
pub(super) mod not_found;

/// Paths of the style sheets and the script.
pub(super) struct Sheets {
    pub(super) site: String,
    pub(super) more: String,
    pub(super) print: String,
    pub(super) script: String,
    pub(super) icon: String,
    pub(super) pages: BTreeMap<&'static str, String>,
}

/// The site as templates see it.
#[derive(Serialize, JsonSchema)]
struct Frame {
    /// Name of the cluster.
    name: Words,
    /// One line that says what it is for.
    tagline: Option<Words>,
    /// Language of the page, as a BCP 47 tag.
    lang: String,
    /// Direction of that language: `ltr` or `rtl`.
    dir: &'static str,
    /// Address of the home page in this language.
    home: String,
    /// Where the site is published, with a slash at its end.
    base_url: Option<String>,
    /// The navigation: sections with their pages.
    nav: Vec<NavItem>,
    /// The home pages in all languages.
    languages: Vec<Language>,
    /// The cluster's logo.
    logo: Option<Logo>,
    /// Address of the icon in the tab.
    favicon: String,
    /// Addresses of the style sheets, in order.
    css: Vec<String>,
    /// Address of the style sheet that the home page does without.
    more_css: String,
    /// Addresses of the print document's style sheets.
    print_css: Vec<String>,
    /// Addresses of the scripts.
    js: Vec<String>,
    /// What the foot of every page says.
    footer: foot::Footer,
    /// Fonts that the cluster's brand names itself, so that those of the theme need not be fetched early.
    own_fonts: OwnFonts,
    /// Who finances the cluster and has to be named, in the order in which they are to stand.
    funders: Vec<Supporter>,
    /// Whom the cluster works with, likewise.
    partners: Vec<Supporter>,
    /// Name and version of the program.
    generator: String,
    /// Address of the feed of news.
    feed: Option<String>,
    /// Address of the calendar of events, milestones and due days.
    calendar: Option<String>,
    /// The page to look for something on, where the site has one.
    search: Option<String>,
    /// Addresses of the scripts that only one page loads, by the stem of that page.
    page_js: BTreeMap<&'static str, String>,
    /// When the site was built, as a whole phrase.
    updated: String,
    /// Whom the edition is for, where it is not for everybody.
    edition: Option<String>,
}

/// A section or page in the navigation.
#[derive(Serialize, JsonSchema)]
struct NavItem {
    /// What it is called.
    label: Words,
    /// Where it leads.
    href: String,
    /// Section that it stands for; it is current where this is `page.section`.
    section: String,
    /// Pages of the section; none where it has a single one.
    children: Vec<NavItem>,
}

/// A page in another language.
#[derive(Clone, Serialize, JsonSchema)]
struct Language {
    /// Tag of the language.
    tag: String,
    /// Its name in itself.
    endonym: String,
    /// Address of the page in it.
    href: String,
    /// Whether it is the page's own.
    current: bool,
}

/// The cluster's logo.
#[derive(Serialize, JsonSchema)]
struct Logo {
    /// Address of the logo for light grounds.
    src: String,
    /// Address of the one for dark grounds.
    dark: Option<String>,
    /// Width in CSS pixels.
    width: Option<u32>,
    /// Height in CSS pixels.
    height: Option<u32>,
    /// What stands in its place for those who do not see it.
    alt: String,
}

/// Which fonts the cluster's brand names itself.
#[derive(Serialize, JsonSchema)]
struct OwnFonts {
    /// That of headings.
    head: bool,
    /// That of text.
    text: bool,
}

/// The head of a page as templates see it.
#[derive(Serialize, JsonSchema)]
pub(super) struct PageFrame {
    /// Title, as the tab shows it.
    title: Words,
    /// One sentence about the page, for search engines.
    description: Option<String>,
    /// The sentence below the title, on pages that the interface names.
    lead: Option<String>,
    /// Whole address of the page, where the address of the site is known.
    canonical: Option<String>,
    /// Whole addresses of the page in all languages.
    alternates: Vec<Alternate>,
    /// The page in all languages, for the language switch.
    languages: Vec<Language>,
    /// Way from the home page to this one.
    breadcrumb: Vec<Words>,
    /// What the page may load and run, as a Content-Security-Policy.
    policy: String,
    /// When what it says was last changed, where the repository's history tells.
    changed: Option<Changed>,
    /// The picture for those who pass the page on.
    image: Option<SocialImage>,
    /// Statements for machines, as JSON-LD; already escaped.
    json_ld: Option<String>,
    /// Way from the page to the root of the site: `../` for each folder; put it before every address.
    root: String,
    /// Its own address.
    href: String,
    /// The page before this one in their list, for pages of entries.
    previous: Option<Words>,
    /// The page after it.
    next: Option<Words>,
    /// Section of the navigation that it belongs to.
    section: String,
}

/// When a page was last changed.
#[derive(Serialize, JsonSchema)]
struct Changed {
    /// The day for machines.
    datetime: String,
    /// The day in a whole phrase.
    text: String,
}

/// The address of the page in a language.
#[derive(Serialize, JsonSchema)]
struct Alternate {
    /// Tag of the language, or `x-default`.
    lang: String,
    /// Whole address.
    href: String,
}

/// The schemas of what every template gets besides its view, by the name it gets it under.
pub(super) fn schemas(generator: &mut SchemaGenerator) -> [(&'static str, Schema); 2] {
    [("site", Frame::json_schema(generator)), ("page", PageFrame::json_schema(generator))]
}

/// Width in pixels from which on a logo is sharp on every screen: twice what it is shown in.
const LOGO: u32 = 400;

/// The name of a section, which items of the navigation and pages share.
fn section(route: &Route) -> String {
    match route {
        Route::Page(id) => format!("page-{id}"),
        _ => route.section().word().to_owned(),
    }
}

/// What templates get on every page of a language.
pub(super) fn base(job: &Job<'_>, locale: &Locale, sheets: &Sheets) -> Context {
    let site = job.site;
    let desk = Desk::new(site, locale, &Route::Home);
    let cluster = site.model.cluster();
    let brand = cluster.and_then(|cluster| cluster.brand.as_ref());
    let name = cluster.map(|cluster| desk.text(&cluster.name)).unwrap_or_default();
    let today = locale.date(site.today);
    let has_news = !site.model.news.is_empty() && site.plan.base().is_some();
    let dated = |model: &crate::model::Model| {
        !model.events.is_empty()
            || model.activities.iter().any(|activity| !activity.milestones.is_empty())
            || model.goals.iter().any(|goal| goal.due.is_some())
    };
    let frame = Frame {
        tagline: cluster.and_then(|cluster| desk.maybe(cluster.tagline.as_ref())),
        lang: locale.tag().to_owned(),
        dir: locale.direction().as_str(),
        home: desk.href(&Route::Home),
        base_url: site.plan.base().map(str::to_owned),
        nav: nav(job, &desk),
        languages: languages(job, locale, &Route::Home),
        logo: brand.and_then(|brand| logo(&desk, brand, &name.text)),
        favicon: sheets.icon.clone(),
        css: vec![sheets.site.clone()],
        more_css: sheets.more.clone(),
        print_css: vec![sheets.print.clone()],
        js: vec![sheets.script.clone()],
        page_js: sheets.pages.clone(),
        footer: foot::footer(&desk),
        own_fonts: OwnFonts {
            head: brand.is_some_and(|brand| brand.heading_font.is_some()),
            text: brand.is_some_and(|brand| brand.text_font.is_some()),
        },
        funders: funders(&desk),
        partners: partners(&desk),
        generator: format!("clustersite {}", env!("CARGO_PKG_VERSION")),
        feed: has_news.then(|| site.plan.prefixed(locale.tag(), "feed.xml")),
        calendar: dated(site.model).then(|| site.plan.prefixed(locale.tag(), "calendar.ics")),
        search: site.plan.has(&Route::Search).then(|| desk.href(&Route::Search)),
        updated: locale.format("site.updated", &[("date", Arg::Text(&today))]),
        edition: (!job.listed).then(|| locale.text("site.audience-internal").to_owned()),
        name,
    };
    let mut context = Context::new();
    context.insert("site", &frame);
    context.insert("t", &messages(locale));
    context
}

/// The catalogue as a nested map; hyphens of keys become underscores, since templates read a hyphen as a minus.
fn messages(locale: &Locale) -> serde_json::Value {
    let mut root = serde_json::Map::new();
    for (key, text) in locale.messages() {
        let parts: Vec<String> = key.split('.').map(|part| part.replace('-', "_")).collect();
        put(&mut root, &parts, text);
    }
    serde_json::Value::Object(root)
}

fn put(map: &mut serde_json::Map<String, serde_json::Value>, path: &[String], text: &str) {
    match path {
        [] => {}
        [last] => drop(map.insert(last.clone(), serde_json::Value::String(text.to_owned()))),
        [first, rest @ ..] => {
            let inner = map.entry(first.clone()).or_insert_with(|| serde_json::Value::Object(serde_json::Map::new()));
            if let serde_json::Value::Object(inner) = inner {
                put(inner, rest, text);
            }
        }
    }
}

fn nav(job: &Job<'_>, desk: &Desk<'_>) -> Vec<NavItem> {
    let site = job.site;
    let item = |route: &Route, children: Vec<NavItem>| NavItem {
        label: Words::from(desk.say(&format!("nav.{}", route.stem()))),
        href: desk.href(route),
        section: section(route),
        children,
    };
    let mut items: Vec<NavItem> = navigation(site.plan)
        .into_iter()
        .filter_map(|(_, routes)| {
            let first = routes.first()?;
            let children =
                if routes.len() > 1 { routes.iter().map(|route| item(route, Vec::new())).collect() } else { Vec::new() };
            let mut section = item(first, children);
            if routes.len() > 1 {
                section.label = Words::from(desk.say(&format!("nav.section-{}", section.section)));
            }
            Some(section)
        })
        .collect();
    let mut pages: Vec<_> = site.model.pages.iter().filter(|page| page.menu).collect();
    pages.sort_by_key(|page| page.order.unwrap_or(i32::MAX));
    items.extend(pages.into_iter().map(|page| {
        let route = Route::Page(page.id().clone());
        NavItem { label: desk.text(&page.title), href: desk.href(&route), section: section(&route), children: Vec::new() }
    }));
    items
}

fn languages(job: &Job<'_>, locale: &Locale, route: &Route) -> Vec<Language> {
    let plan = job.site.plan;
    let language = |tag: &String| Language {
        tag: tag.clone(),
        endonym: crate::lang::endonym(tag),
        href: plan.path(tag, route),
        current: tag == locale.tag(),
    };
    plan.languages().iter().map(language).collect()
}

fn logo(desk: &Desk<'_>, brand: &crate::model::kinds::cluster::Brand, name: &str) -> Option<Logo> {
    let asset = |path: Option<&crate::model::value::FilePath>| path.and_then(|path| desk.site.assets.get(path.as_str()));
    let picture = asset(brand.logo.as_ref())?;
    Some(Logo {
        src: picture.at_least(LOGO).to_owned(),
        dark: asset(brand.logo_dark.as_ref()).map(|dark| dark.at_least(LOGO).to_owned()),
        width: picture.width,
        height: picture.height,
        alt: name.to_owned(),
    })
}

/// The head of a page as templates see it.
pub(super) fn head(job: &Job<'_>, desk: &Desk<'_>, route: &Route, head: Head, image: Option<SocialImage>) -> PageFrame {
    let plan = job.site.plan;
    let absolute = |path: &str| plan.absolute(path);
    let href = desk.href(route);
    let indexed = !matches!(route, Route::NotFound | Route::Search);
    let alternate = |tag: &String| Some(Alternate { lang: tag.clone(), href: absolute(&plan.path(tag, route))? });
    let several = indexed && plan.languages().len() > 1;
    let own_lead = route.parent().is_none() && !matches!(route, Route::Home | Route::Page(_));
    let (previous, next) = neighbours(desk, route);
    PageFrame {
        previous,
        next,
        lead: head.description.clone().filter(|_| own_lead),
        description: head.description,
        canonical: indexed.then(|| absolute(&href)).flatten(),
        alternates: plan.languages().iter().filter(|_| several).filter_map(alternate).collect(),
        languages: languages(job, desk.locale, route),
        breadcrumb: head.breadcrumb,
        policy: policy::of_page(route),
        changed: desk.site.changed(desk.locale.tag(), route).map(|day| {
            let date = desk.locale.date(day);
            Changed { datetime: day.to_string(), text: desk.locale.format("reach.changed", &[("date", Arg::Text(&date))]) }
        }),
        image,
        json_ld: head.json_ld,
        root: desk.root.clone(),
        href,
        section: section(route),
        title: head.title,
    }
}

/// The head of the page at a former address: that of the page it leads to, without what only one page can be.
pub(super) fn moved(job: &Job<'_>, desk: &Desk<'_>, former: &Former) -> PageFrame {
    let title = Words::from(desk.say("reach.moved-title"));
    let bare = Head { title, description: None, breadcrumb: Vec::new(), json_ld: None };
    let frame = head(job, desk, &former.route, bare, None);
    PageFrame { href: former.path.clone(), alternates: Vec::new(), changed: None, ..frame }
}
