//! Owns the print documents: the whole strategy as chapters of one page, or some of its chapters, made of the same views as the site's pages.

use schemars::JsonSchema;
use serde::Serialize;

mod leaflet;
mod selected;

use leaflet::Leaflet;
pub use selected::elsewhere;
pub use selected::{Offered, paper};
pub(super) use selected::{offered, view as selected};

use super::{
    Desk, Row, Supporter, Words,
    action_plan::ActionPlan,
    goal::Goal,
    governance::Governance,
    indicator::Indicator,
    members::Members,
    monitoring::Monitoring,
    project::Project,
    service::Service,
    sheet::{self, Block, Sheet},
    strategy::Strategy,
    swot::Swot,
};
use crate::model::kinds::{goal as goal_kind, indicator as indicator_kind, project as project_kind, service as service_kind};
use crate::model::{Entry, Id, Kind};
use crate::plan::{Route, Topic};

/// The document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Print {
    /// Name of the cluster.
    pub name: Words,
    /// Title of the document.
    pub title: Words,
    /// One line that says what the cluster is for.
    pub tagline: Option<Words>,
    /// Date, as text.
    pub as_of: String,
    /// Period, status, adoption.
    pub facts: Vec<Row>,
    /// Version, adoption and authors, in the rows of a document control.
    pub control: Vec<Row>,
    /// Who the cluster is.
    pub profile: Option<Words>,
    /// Sector, place, form and so on.
    pub profile_facts: Vec<Row>,
    /// Chapters in order.
    pub contents: Vec<Chapter>,
    /// Vision, mission, objectives.
    pub strategy: Option<Strategy>,
    /// The four fields.
    pub swot: Option<Swot>,
    /// Every goal.
    pub goals: Vec<Goal>,
    /// The action plan.
    pub action_plan: Option<ActionPlan>,
    /// Bodies and people.
    pub governance: Option<Governance>,
    /// Every service.
    pub services: Vec<Service>,
    /// Every project.
    pub projects: Vec<Project>,
    /// All members.
    pub members: Option<Members>,
    /// The indicators at a glance.
    pub monitoring: Option<Monitoring>,
    /// Every indicator in detail.
    pub indicators: Vec<Indicator>,
    /// Who finances the cluster and has to be named.
    pub funders: Vec<Supporter>,
    /// Whom the cluster works with.
    pub partners: Vec<Supporter>,
    /// Who is responsible.
    pub imprint: Option<Words>,
    /// Licence of the texts.
    pub licence: Option<Words>,
    /// Where the document stands online.
    pub online: Option<String>,
    /// The strategy or the cluster in a page or two, where the document has that.
    pub leaflet: Option<Leaflet>,
    /// Whether the document is nothing but such pages, without cover and contents.
    pub bare: bool,
    /// Whether the document has the action plan, which says more of activities than the goals do.
    pub planned: bool,
}

/// A line of the contents.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Chapter {
    /// Number, as readers write it.
    pub no: String,
    /// Title.
    pub label: Words,
    /// Place in the document.
    pub href: String,
    /// Word that names the chapter's part of the template.
    pub stem: &'static str,
    /// Entries in it.
    pub children: Vec<Chapter>,
    /// What it says, where it is a sheet.
    pub sheet: Option<Sheet>,
    /// Whether all of it stands on pages that lie on their side.
    pub wide: bool,
}

/// The place of an entry in the document: its own, or its chapter; nothing for what the document leaves to the site.
pub(super) fn place(kind: Kind, id: &Id, route: &Route) -> Option<String> {
    match kind {
        Kind::Process => Some(format!("{}-{id}", kind.name())),
        Kind::Agreement | Kind::Marketing => Some(format!("chapter-{}", route.stem())),
        Kind::Person
        | Kind::Body
        | Kind::Member
        | Kind::Node
        | Kind::Demand
        | Kind::Field
        | Kind::KeyQuestion
        | Kind::Objective
        | Kind::Swot
        | Kind::Mapping
        | Kind::Factor
        | Kind::Policy
        | Kind::Stakeholder
        | Kind::Intention
        | Kind::Interest
        | Kind::Staff
        | Kind::Case
        | Kind::Goal
        | Kind::Activity
        | Kind::Service
        | Kind::Indicator
        | Kind::Benchmark
        | Kind::PartnerCluster
        | Kind::Market
        | Kind::Mission
        | Kind::Project
        | Kind::Financing
        | Kind::Cost
        | Kind::CashFlow
        | Kind::Hypothesis
        | Kind::Survey => Some(format!("{}-{id}", kind.name())),
        Kind::Term => Some(format!("{}-{id}", kind.name())),
        Kind::Cluster
        | Kind::Strategy
        | Kind::Governance
        | Kind::Relations
        | Kind::Excellence
        | Kind::Canvas
        | Kind::Measurement => Some(format!("chapter-{}", route.stem())),
        Kind::News | Kind::Event | Kind::Document | Kind::Page => None,
    }
}

/// The whole strategy.
pub(super) fn view(desk: &Desk<'_>) -> Print {
    let is_last = |route: &&Route| **route == Route::Sheet(Topic::Glossary);
    let routes = desk.site.plan.routes();
    let chapters = routes.iter().filter(|route| route.is_chapter() && !is_last(route)).map(|route| Part::Page(route.clone()));
    let annexes = [Part::Indicators].into_iter().chain(routes.iter().filter(is_last).map(|route| Part::Page(route.clone())));
    let parts: Vec<Part> = chapters.chain(annexes).collect();
    document(desk, &parts, None)
}

/// A part of a document.
enum Part {
    /// What a page of the site says.
    Page(Route),
    /// Every indicator in detail.
    Indicators,
    /// A page or two designed as a whole, by the word of its section.
    Leaflet(&'static str),
}

/// A document of parts; where it is about a goal, only that goal and what serves it is in it.
fn document(desk: &Desk<'_>, parts: &[Part], goal: Option<&Entry<goal_kind::Goal>>) -> Print {
    let model = desk.model();
    let has = |route: Route| parts.iter().any(|part| matches!(part, Part::Page(page) if *page == route));
    let detailed = parts.iter().any(|part| matches!(part, Part::Indicators));
    let cluster = model.cluster();
    let site = cluster.and_then(|cluster| cluster.site.as_ref());
    let strategy = has(Route::Strategy).then(|| super::strategy::view(desk));
    let title = strategy.as_ref().and_then(|strategy| strategy.title.clone());
    let today = desk.locale.date(desk.site.today);
    Print {
        name: cluster.map(|cluster| desk.text(&cluster.name)).unwrap_or_default(),
        title: title.unwrap_or_else(|| Words::from(desk.say("page.print.title"))),
        tagline: cluster.and_then(|cluster| desk.maybe(cluster.tagline.as_ref())),
        as_of: desk.locale.format("page.print.as-of", &[("date", crate::lang::Arg::Text(&today))]),
        facts: strategy.as_ref().map(|strategy| strategy.facts.clone()).unwrap_or_default(),
        control: control(desk),
        profile: desk.prose(cluster.and_then(|cluster| cluster.profile.as_ref()), "profile-", 1),
        profile_facts: super::home::facts(desk),
        contents: contents(desk, parts, goal),
        strategy,
        swot: has(Route::Swot).then(|| super::swot::view(desk)),
        goals: some(has(Route::Goals), goals(desk, goal), |one| super::goal::view(desk, one)),
        action_plan: has(Route::ActionPlan).then(|| super::action_plan::on_paper(desk)),
        governance: has(Route::Governance).then(|| super::governance::view(desk)),
        services: some(has(Route::Services), services(desk, goal), |one| super::service::view(desk, one)),
        projects: some(has(Route::Projects), projects(desk, goal), |one| super::project::view(desk, one)),
        members: has(Route::Members).then(|| super::members::view(desk)),
        monitoring: has(Route::Monitoring).then(|| super::monitoring::overview(desk)),
        indicators: some(detailed, indicators(desk, goal), |one| super::indicator::view(desk, one)),
        funders: super::funders(desk),
        partners: super::partners(desk),
        imprint: desk.prose(site.and_then(|site| site.imprint.as_ref()), "imprint-", 1),
        licence: desk.maybe(site.and_then(|site| site.licence.as_ref())),
        online: desk.site.plan.base().map(|base| format!("{base}{}", desk.href(&Route::Home))),
        leaflet: parts.iter().any(|part| matches!(part, Part::Leaflet(_))).then(|| leaflet::view(desk)),
        bare: parts.iter().all(|part| matches!(part, Part::Leaflet(_))),
        planned: has(Route::ActionPlan),
    }
}

/// The views of entries, where the document has them.
fn some<'a, T, V>(has: bool, entries: Vec<&'a Entry<T>>, view: impl Fn(&'a Entry<T>) -> V) -> Vec<V> {
    entries.into_iter().filter(|_| has).map(view).collect()
}

/// The goals that a document is about.
fn goals<'a>(desk: &Desk<'a>, goal: Option<&Entry<goal_kind::Goal>>) -> Vec<&'a Entry<goal_kind::Goal>> {
    desk.model().goals.iter().filter(|one| goal.is_none_or(|goal| goal.id() == one.id())).collect()
}

/// The services of a document.
fn services<'a>(desk: &Desk<'a>, goal: Option<&Entry<goal_kind::Goal>>) -> Vec<&'a Entry<service_kind::Service>> {
    goal.map_or_else(|| desk.model().services.iter().collect(), |goal| desk.site.relations.services(goal.id()).to_vec())
}

/// The projects of a document.
fn projects<'a>(desk: &Desk<'a>, goal: Option<&Entry<goal_kind::Goal>>) -> Vec<&'a Entry<project_kind::Project>> {
    goal.map_or_else(|| desk.model().projects.iter().collect(), |goal| desk.site.relations.projects(goal.id()).to_vec())
}

/// The indicators of a document.
fn indicators<'a>(desk: &Desk<'a>, goal: Option<&Entry<goal_kind::Goal>>) -> Vec<&'a Entry<indicator_kind::Indicator>> {
    goal.map_or_else(|| desk.model().indicators.iter().collect(), |goal| desk.site.relations.indicators(goal.id()).to_vec())
}

/// Most contributors that are named.
const CONTRIBUTORS: usize = 20;

/// What a reader of paper has to know of the version in hand.
fn control(desk: &Desk<'_>) -> Vec<Row> {
    let origin = desk.site.facts.origin.as_ref();
    let names = origin.into_iter().flat_map(|origin| origin.contributors.iter().take(CONTRIBUTORS).cloned().map(Words::from));
    let rows = [
        desk.row("date", [Words::from(desk.locale.date(desk.site.today))]),
        desk.row("revision", origin.map(|origin| Words::from(origin.revision.clone()))),
        desk.row("contributors", names),
    ];
    super::strategy::facts(desk).into_iter().chain(rows.into_iter().flatten()).collect()
}

/// Whether a chapter has tables or pictures, and all of them have to lie on their side.
fn is_wide(sheet: &Sheet) -> bool {
    let mut lie = sheet.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Table { table } => Some(table.wide),
        Block::Figure { wide, .. } => Some(*wide),
        Block::Items { .. } => Some(false),
        Block::Facts { .. } | Block::Prose { .. } | Block::Note { .. } | Block::Links { .. } | Block::Logos { .. } => None,
    });
    lie.next().is_some_and(|first| first && lie.all(|wide| wide))
}

/// The chapters that there is something to say in, numbered; pages designed as a whole have no number.
fn contents(desk: &Desk<'_>, parts: &[Part], goal: Option<&Entry<goal_kind::Goal>>) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut count = 0;
    for part in parts {
        let (stem, label) = match part {
            Part::Indicators if indicators(desk, goal).is_empty() => continue,
            Part::Indicators => ("indicators", Words::from(desk.say("page.print.annex-indicators"))),
            Part::Leaflet(word) => (*word, Words::from(desk.say(&format!("page.print.{word}")))),
            Part::Page(Route::Home) => (Route::Home.stem(), Words::from(desk.say("page.home.profile"))),
            Part::Page(Route::Goals) if goal.is_some() => (Route::Goals.stem(), Words::from(desk.say("label.goal"))),
            Part::Page(route @ Route::Sheet(Topic::Glossary)) => {
                (route.stem(), Words::from(desk.say("page.print.annex-glossary")))
            }
            Part::Page(route) => (route.stem(), super::listing(desk, route).0),
        };
        let entries: Vec<Words> = match part {
            Part::Page(Route::Goals) => goals(desk, goal).into_iter().map(|entry| desk.link(entry, &entry.title)).collect(),
            Part::Page(Route::Services) => services(desk, goal).into_iter().map(|entry| desk.link(entry, &entry.title)).collect(),
            Part::Page(Route::Projects) => projects(desk, goal).into_iter().map(|entry| desk.link(entry, &entry.title)).collect(),
            _ => Vec::new(),
        };
        // Of a goal, there is no chapter of services or projects where none serves it.
        if entries.is_empty() && matches!(part, Part::Page(Route::Goals | Route::Services | Route::Projects)) {
            continue;
        }
        count += usize::from(!matches!(part, Part::Leaflet(_)));
        let no = if matches!(part, Part::Leaflet(_)) { String::new() } else { desk.locale.number(count as f64) };
        let children = entries.into_iter().zip(1..).map(|(label, position)| child(desk, &no, position, label)).collect();
        let sheet = if let Part::Page(route) = part { sheet::of(desk, route) } else { None };
        let wide = sheet.as_ref().is_some_and(is_wide);
        chapters.push(Chapter { no, label, href: format!("#ch-{}", chapters.len() + 1), stem, children, sheet, wide });
    }
    chapters
}

/// An entry in the contents.
fn child(desk: &Desk<'_>, chapter: &str, position: u32, label: Words) -> Chapter {
    let place = label.href.as_deref().and_then(|href| href.split_once('#')).map(|(_, place)| format!("#{place}"));
    let no = format!("{chapter}.{}", desk.locale.number(f64::from(position)));
    Chapter { no, href: place.unwrap_or_default(), label, stem: "", children: Vec::new(), sheet: None, wide: false }
}
