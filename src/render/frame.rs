//! Owns what every page has around its content: the values of the site, made once a language, and the head of one page.

use serde::Serialize;
use tera::Context;

use super::Job;
use super::social::SocialImage;
use crate::lang::{Arg, Locale};
use crate::page::{Desk, Head, Words};
use crate::plan::{Route, Section, navigation};

/// Paths of the style sheets and the script.
pub(super) struct Sheets {
    pub(super) site: String,
    pub(super) print: String,
    pub(super) script: String,
}

/// The site as templates see it.
#[derive(Serialize)]
struct Frame {
    name: Words,
    tagline: Option<Words>,
    lang: String,
    dir: &'static str,
    home: String,
    base_url: Option<String>,
    nav: Vec<NavItem>,
    languages: Vec<Language>,
    logo: Option<Logo>,
    favicon: &'static str,
    css: Vec<String>,
    print_css: Vec<String>,
    js: Vec<String>,
    footer: Footer,
    funders: Vec<Funder>,
    generator: String,
    feed: Option<String>,
    calendar: Option<String>,
    updated: String,
    edition: Option<String>,
}

#[derive(Serialize)]
struct NavItem {
    label: Words,
    href: String,
    section: String,
    children: Vec<NavItem>,
}

#[derive(Clone, Serialize)]
struct Language {
    tag: String,
    endonym: String,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct Logo {
    src: String,
    dark: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    alt: String,
}

#[derive(Serialize)]
struct Footer {
    imprint: Option<Words>,
    contact: Vec<Contact>,
    links: Vec<Words>,
}

#[derive(Serialize)]
struct Contact {
    text: String,
    href: Option<String>,
}

#[derive(Serialize)]
struct Funder {
    name: String,
    src: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    href: Option<String>,
}

/// The head of a page as templates see it.
#[derive(Serialize)]
pub(super) struct PageFrame {
    title: Words,
    description: Option<String>,
    lead: Option<String>,
    canonical: Option<String>,
    alternates: Vec<Alternate>,
    languages: Vec<Language>,
    breadcrumb: Vec<Words>,
    image: Option<SocialImage>,
    json_ld: Option<String>,
    root: String,
    href: String,
    section: String,
}

#[derive(Serialize)]
struct Alternate {
    lang: String,
    href: String,
}

/// Width in pixels from which on a logo is sharp on every screen: twice what it is shown in.
const LOGO: u32 = 400;

/// Free pages that the foot of every page links to; the page about the site links to all.
const FOOTER_PAGES: usize = 8;

/// The name of a section, which items of the navigation and pages share.
fn section(route: &Route) -> String {
    match (route.section(), route) {
        (_, Route::Page(id)) => format!("page-{id}"),
        (Section::Home, _) => "home".to_owned(),
        (Section::Strategy, _) => "strategy".to_owned(),
        (Section::Cluster, _) => "cluster".to_owned(),
        (Section::Services, _) => "services".to_owned(),
        (Section::Monitoring, _) => "monitoring".to_owned(),
        (Section::News, _) => "news".to_owned(),
        (Section::About, _) => "about".to_owned(),
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
        favicon: "static/icons/favicon.svg",
        css: vec![sheets.site.clone()],
        print_css: vec![sheets.print.clone()],
        js: vec![sheets.script.clone()],
        footer: footer(&desk),
        funders: cluster
            .map(|cluster| cluster.funders.iter().map(|funder| self::funder(&desk, funder)).collect())
            .unwrap_or_default(),
        generator: format!("clustersite {}", env!("CARGO_PKG_VERSION")),
        feed: has_news.then(|| site.plan.prefixed(locale.tag(), "feed.xml")),
        calendar: dated(site.model).then(|| site.plan.prefixed(locale.tag(), "calendar.ics")),
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

fn footer(desk: &Desk<'_>) -> Footer {
    let model = desk.model();
    let cluster = model.cluster();
    let contact = cluster.and_then(|cluster| cluster.contact.as_ref());
    let mut lines = Vec::new();
    if let Some(contact) = contact {
        let mut put = |text: Option<String>, scheme: &str| {
            lines.extend(text.map(|text| Contact {
                href: match scheme {
                    "" => None,
                    "tel:" => dialled(&text),
                    _ => Some(format!("{scheme}{text}")),
                },
                text,
            }));
        };
        put(contact.name.as_ref().map(|name| desk.bare(name)), "");
        put(contact.address.as_ref().map(|address| desk.bare(address)), "");
        put(contact.email.as_ref().map(|email| email.as_str().to_owned()), "mailto:");
        put(contact.phone.clone(), "tel:");
        lines.extend(
            contact.website.as_ref().map(|url| Contact { text: url.as_str().to_owned(), href: Some(url.as_str().to_owned()) }),
        );
    }
    let mut links: Vec<Words> = crate::page::free_pages(desk).take(FOOTER_PAGES).collect();
    for route in [Route::About, Route::Print] {
        links.push(Words::from(desk.say(&format!("nav.{}", route.stem()))).linked(Some(desk.href(&route))));
    }
    let licence = cluster.and_then(|cluster| cluster.site.as_ref()).and_then(|site| site.licence.as_ref());
    Footer { imprint: desk.maybe(licence), contact: lines, links }
}

/// The address that a telephone calls; nothing where more is written than a number, such as an extension.
fn dialled(phone: &str) -> Option<String> {
    let number: String = phone.chars().filter(|c| !c.is_whitespace() && !"-./()".contains(*c)).collect();
    let digits = number.strip_prefix('+').unwrap_or(&number);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("tel:{number}"))
}

fn funder(desk: &Desk<'_>, funder: &crate::model::kinds::cluster::Funder) -> Funder {
    let logo = funder.logo.as_ref().and_then(|logo| desk.site.assets.get(logo.as_str()));
    Funder {
        name: desk.bare(&funder.name),
        src: logo.map(|logo| logo.at_least(LOGO).to_owned()),
        width: logo.and_then(|logo| logo.width),
        height: logo.and_then(|logo| logo.height),
        href: funder.website.as_ref().map(|url| url.as_str().to_owned()),
    }
}

/// The head of a page as templates see it.
pub(super) fn head(job: &Job<'_>, desk: &Desk<'_>, route: &Route, head: Head, image: Option<SocialImage>) -> PageFrame {
    let plan = job.site.plan;
    let absolute = |path: &str| plan.base().map(|base| format!("{base}{}", path.replace("index.html", "")));
    let href = desk.href(route);
    let indexed = *route != Route::NotFound;
    let alternate = |tag: &String| Some(Alternate { lang: tag.clone(), href: absolute(&plan.path(tag, route))? });
    let several = indexed && plan.languages().len() > 1;
    let own_lead = route.parent().is_none() && !matches!(route, Route::Home | Route::Page(_));
    PageFrame {
        lead: head.description.clone().filter(|_| own_lead),
        description: head.description,
        canonical: indexed.then(|| absolute(&href)).flatten(),
        alternates: plan.languages().iter().filter(|_| several).filter_map(alternate).collect(),
        languages: languages(job, desk.locale, route),
        breadcrumb: head.breadcrumb,
        image,
        json_ld: head.json_ld,
        root: desk.root.clone(),
        href,
        section: section(route),
        title: head.title,
    }
}

#[cfg(test)]
mod tests {
    use super::dialled;

    #[test]
    fn only_a_number_is_dialled() {
        for (phone, expected) in [
            ("+216 73 000 000", Some("tel:+21673000000")),
            ("(030) 12-34/56.7", Some("tel:030123456 7")),
            ("12 ext. 5", None),
            ("<script>", None),
            ("+", None),
            ("٢١٦", None),
        ] {
            assert_eq!(dialled(phone), expected.map(|address| address.replace(' ', "")), "{phone}");
        }
    }
}
