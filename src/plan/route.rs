//! Owns what pages there can be, apart from which of them a site has: each with its address, its section and the entries that it shows.

use super::Topic;
use crate::model::{Id, Kind};

/// A page of the site, the same in every language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// Who the cluster is, what it wants, how far it is.
    Home,
    /// Vision, mission, objectives.
    Strategy,
    /// The four fields.
    Swot,
    /// All goals.
    Goals,
    /// One goal.
    Goal(Id),
    /// The action plan.
    ActionPlan,
    /// Bodies and people.
    Governance,
    /// All members.
    Members,
    /// All services.
    Services,
    /// One service.
    Service(Id),
    /// All projects.
    Projects,
    /// One project.
    Project(Id),
    /// All indicators.
    Monitoring,
    /// One indicator.
    Indicator(Id),
    /// All news.
    NewsList,
    /// One news item.
    News(Id),
    /// All events.
    Events,
    /// One event.
    Event(Id),
    /// Documents to download.
    Documents,
    /// One of the guide's tools.
    Sheet(Topic),
    /// What a year has brought, by its number.
    Report(i16),
    /// A free page.
    Page(Id),
    /// How the site came about.
    About,
    /// Every kind of picture, for those who build the site.
    Gallery,
    /// Where readers look for something.
    Search,
    /// Everything in one document.
    Print,
    /// A document of some of its sections, by its name.
    Selected(Id),
    /// What stands at addresses that don't exist.
    NotFound,
}

/// The part of the site that a page belongs to, as the navigation shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The home page.
    Home,
    /// Where it stands: what was found out before anything was decided.
    Analysis,
    /// What the cluster wants and how it gets there.
    Strategy,
    /// Who it is.
    Cluster,
    /// What it offers and does.
    Services,
    /// How far it is.
    Monitoring,
    /// What is new.
    News,
    /// About the site.
    About,
}

impl Section {
    /// The word that names the section in addresses, templates and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Analysis => "analysis",
            Self::Strategy => "strategy",
            Self::Cluster => "cluster",
            Self::Services => "services",
            Self::Monitoring => "monitoring",
            Self::News => "news",
            Self::About => "about",
        }
    }
}

impl Route {
    /// The route that shows an entry, and whether it is the entry's own page.
    pub fn of(kind: Kind, id: &Id) -> (Self, bool) {
        match kind {
            Kind::Cluster => (Self::Home, false),
            Kind::Person | Kind::Body | Kind::Governance => (Self::Governance, false),
            Kind::Agreement => (Self::Sheet(Topic::Agreement), false),
            Kind::Marketing => (Self::Sheet(Topic::Brand), false),
            Kind::Process => (Self::Sheet(Topic::Processes), false),
            Kind::Member => (Self::Members, false),
            Kind::Mapping => (Self::Sheet(Topic::Mapping), false),
            Kind::Node => (Self::Sheet(Topic::ValueChain), false),
            Kind::Factor => (Self::Sheet(Topic::Diamond), false),
            Kind::Policy => (Self::Sheet(Topic::Policy), false),
            Kind::Objective | Kind::Strategy => (Self::Strategy, false),
            Kind::Demand => (Self::Sheet(Topic::Demands), false),
            Kind::Field => (Self::Sheet(Topic::Fields), false),
            Kind::Canvas => (Self::Sheet(Topic::Canvas), false),
            Kind::Swot => (Self::Swot, false),
            Kind::Stakeholder => (Self::Sheet(Topic::Stakeholders), false),
            Kind::Relations => (Self::Sheet(Topic::Relations), false),
            Kind::Excellence | Kind::Benchmark => (Self::Sheet(Topic::Excellence), false),
            Kind::PartnerCluster | Kind::Market | Kind::Mission => (Self::Sheet(Topic::Internationalisation), false),
            Kind::Intention | Kind::Interest => (Self::Sheet(Topic::Actors), false),
            Kind::Case => (Self::Sheet(Topic::Cases), false),
            Kind::Staff => (Self::Sheet(Topic::Staffing), false),
            Kind::KeyQuestion => (Self::Sheet(Topic::Readiness), false),
            Kind::Goal => (Self::Goal(id.clone()), true),
            Kind::Activity => (Self::ActionPlan, false),
            Kind::Financing => (Self::Sheet(Topic::Financing), false),
            Kind::Cost | Kind::CashFlow => (Self::Sheet(Topic::Costs), false),
            Kind::Service => (Self::Service(id.clone()), true),
            Kind::Indicator => (Self::Indicator(id.clone()), true),
            Kind::Measurement => (Self::Monitoring, false),
            Kind::Hypothesis | Kind::Survey => (Self::Sheet(Topic::Impact), false),
            Kind::Project => (Self::Project(id.clone()), true),
            Kind::News => (Self::News(id.clone()), true),
            Kind::Event => (Self::Event(id.clone()), true),
            Kind::Document => (Self::Documents, false),
            Kind::Term => (Self::Sheet(Topic::Glossary), false),
            Kind::Page => (Self::Page(id.clone()), true),
        }
    }

    /// The page above this one, where it is the page of one entry.
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::Goal(_) => Some(Self::Goals),
            Self::Service(_) => Some(Self::Services),
            Self::Project(_) => Some(Self::Projects),
            Self::Indicator(_) => Some(Self::Monitoring),
            Self::News(_) => Some(Self::NewsList),
            Self::Event(_) => Some(Self::Events),
            Self::Report(_) => Some(Self::Sheet(Topic::Reports)),
            Self::Page(_)
            | Self::Home
            | Self::Strategy
            | Self::Swot
            | Self::Goals
            | Self::ActionPlan
            | Self::Governance
            | Self::Members
            | Self::Services
            | Self::Projects
            | Self::Monitoring
            | Self::NewsList
            | Self::Events
            | Self::Documents
            | Self::Sheet(_)
            | Self::About
            | Self::Gallery
            | Self::Search
            | Self::Print
            | Self::Selected(_)
            | Self::NotFound => None,
        }
    }

    /// The word that names the page's message keys and file.
    pub fn stem(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Strategy => "strategy",
            Self::Swot => "swot",
            Self::Goals => "goals",
            Self::Goal(_) => "goal",
            Self::ActionPlan => "action-plan",
            Self::Governance => "governance",
            Self::Members => "members",
            Self::Services => "services",
            Self::Service(_) => "service",
            Self::Projects => "projects",
            Self::Project(_) => "project",
            Self::Monitoring => "monitoring",
            Self::Indicator(_) => "indicator",
            Self::NewsList => "news",
            Self::News(_) => "news-item",
            Self::Events => "events",
            Self::Event(_) => "event",
            Self::Documents => "documents",
            Self::Sheet(topic) => topic.stem(),
            Self::Report(_) => "report",
            Self::Page(_) => "page",
            Self::About => "about",
            Self::Gallery => "gallery",
            Self::Search => "search",
            Self::Print | Self::Selected(_) => "print",
            Self::NotFound => "not-found",
        }
    }

    /// The word that names the page's template.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Sheet(_) | Self::Report(_) => "sheet",
            _ => self.stem(),
        }
    }

    /// The file of the page, without the folder of its language.
    pub(super) fn file(&self) -> String {
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Print => "print/index.html".to_owned(),
            Self::Selected(name) => format!("print/{name}/index.html"),
            Self::NotFound => "404.html".to_owned(),
            Self::Goal(id) => format!("goals/{id}.html"),
            Self::Service(id) => format!("services/{id}.html"),
            Self::Project(id) => format!("projects/{id}.html"),
            Self::Indicator(id) => format!("indicators/{id}.html"),
            Self::News(id) => format!("news/{id}.html"),
            Self::Event(id) => format!("events/{id}.html"),
            Self::Page(id) => format!("pages/{id}.html"),
            Self::Report(year) => format!("reports/{year:04}.html"),
            Self::Strategy
            | Self::Swot
            | Self::Goals
            | Self::ActionPlan
            | Self::Governance
            | Self::Members
            | Self::Services
            | Self::Projects
            | Self::Monitoring
            | Self::NewsList
            | Self::Events
            | Self::Documents
            | Self::Sheet(_)
            | Self::About
            | Self::Gallery
            | Self::Search => format!("{}.html", self.stem()),
        }
    }

    /// Whether the page is a chapter of the document, which leaves to the site what is new and what only a site needs.
    pub fn is_chapter(&self) -> bool {
        match self {
            Self::Home
            | Self::Strategy
            | Self::Swot
            | Self::Goals
            | Self::ActionPlan
            | Self::Governance
            | Self::Members
            | Self::Services
            | Self::Projects
            | Self::Monitoring => true,
            Self::Sheet(topic) => !Topic::WORKSHOP.contains(topic),
            Self::Goal(_)
            | Self::Service(_)
            | Self::Project(_)
            | Self::Indicator(_)
            | Self::NewsList
            | Self::News(_)
            | Self::Events
            | Self::Event(_)
            | Self::Documents
            | Self::Report(_)
            | Self::Page(_)
            | Self::About
            | Self::Gallery
            | Self::Search
            | Self::Print
            | Self::Selected(_)
            | Self::NotFound => false,
        }
    }

    /// Whether the page is a document for paper.
    pub fn is_print(&self) -> bool {
        matches!(self, Self::Print | Self::Selected(_))
    }

    /// The section that the page belongs to.
    pub fn section(&self) -> Section {
        match self {
            Self::Home => Section::Home,
            Self::Sheet(topic) => topic.section(),
            Self::Swot => Section::Analysis,
            Self::Strategy | Self::Goals | Self::Goal(_) | Self::ActionPlan => Section::Strategy,
            Self::Governance | Self::Members => Section::Cluster,
            Self::Services | Self::Service(_) | Self::Projects | Self::Project(_) => Section::Services,
            Self::Monitoring | Self::Indicator(_) | Self::Report(_) => Section::Monitoring,
            Self::NewsList | Self::News(_) | Self::Events | Self::Event(_) | Self::Documents => Section::News,
            Self::Page(_) | Self::About | Self::Gallery | Self::Search | Self::Print | Self::Selected(_) | Self::NotFound => {
                Section::About
            }
        }
    }
}
