//! Owns the print document: the whole strategy as chapters of one page, made of the same views as the site's pages.

use schemars::JsonSchema;
use serde::Serialize;

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
use crate::model::{Id, Kind};
use crate::plan::Route;

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

pub(super) fn view(desk: &Desk<'_>) -> Print {
    let model = desk.model();
    let has = |route: Route| desk.site.plan.has(&route);
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
        contents: contents(desk),
        strategy,
        swot: has(Route::Swot).then(|| super::swot::view(desk)),
        goals: model.goals.iter().map(|goal| super::goal::view(desk, goal)).collect(),
        action_plan: has(Route::ActionPlan).then(|| super::action_plan::on_paper(desk)),
        governance: has(Route::Governance).then(|| super::governance::view(desk)),
        services: model.services.iter().map(|service| super::service::view(desk, service)).collect(),
        projects: model.projects.iter().map(|project| super::project::view(desk, project)).collect(),
        members: has(Route::Members).then(|| super::members::view(desk)),
        monitoring: has(Route::Monitoring).then(|| super::monitoring::overview(desk)),
        indicators: model.indicators.iter().map(|indicator| super::indicator::view(desk, indicator)).collect(),
        funders: super::funders(desk),
        partners: super::partners(desk),
        imprint: desk.prose(site.and_then(|site| site.imprint.as_ref()), "imprint-", 1),
        licence: desk.maybe(site.and_then(|site| site.licence.as_ref())),
        online: desk.site.plan.base().map(|base| format!("{base}{}", desk.href(&Route::Home))),
    }
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
        Block::Facts { .. } | Block::Prose { .. } | Block::Note { .. } | Block::Links { .. } => None,
    });
    lie.next().is_some_and(|first| first && lie.all(|wide| wide))
}

/// The chapters that there is something to say in, numbered.
fn contents(desk: &Desk<'_>) -> Vec<Chapter> {
    let model = desk.model();
    let routes = desk.site.plan.routes().iter().filter(|route| route.is_chapter());
    let chapters = routes.enumerate().map(|(index, route)| {
        let number = desk.locale.number(index as f64 + 1.0);
        let child = |position: usize, label: Words| Chapter {
            no: format!("{number}.{}", desk.locale.number(position as f64 + 1.0)),
            href: label
                .href
                .as_deref()
                .and_then(|href| href.split_once('#'))
                .map(|(_, place)| format!("#{place}"))
                .unwrap_or_default(),
            label,
            stem: "",
            children: Vec::new(),
            sheet: None,
            wide: false,
        };
        let entries: Vec<Words> = match route {
            Route::Goals => model.goals.iter().map(|entry| desk.link(entry, &entry.title)).collect(),
            Route::Services => model.services.iter().map(|entry| desk.link(entry, &entry.title)).collect(),
            Route::Projects => model.projects.iter().map(|entry| desk.link(entry, &entry.title)).collect(),
            _ => Vec::new(),
        };
        let (title, _) =
            if *route == Route::Home { (Words::from(desk.say("page.home.profile")), None) } else { super::listing(desk, route) };
        let sheet = sheet::of(desk, route);
        Chapter {
            no: number.clone(),
            label: title,
            href: format!("#ch-{}", index + 1),
            stem: route.stem(),
            children: entries.into_iter().enumerate().map(|(position, label)| child(position, label)).collect(),
            wide: sheet.as_ref().is_some_and(is_wide),
            sheet,
        }
    });
    let mut chapters: Vec<Chapter> = chapters.collect();
    if !model.indicators.is_empty() {
        chapters.push(Chapter {
            no: desk.locale.number(chapters.len() as f64 + 1.0),
            label: Words::from(desk.say("page.print.annex-indicators")),
            href: format!("#ch-{}", chapters.len() + 1),
            stem: "indicators",
            children: Vec::new(),
            sheet: None,
            wide: false,
        });
    }
    chapters
}
