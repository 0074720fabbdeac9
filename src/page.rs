//! Owns what stands on each page: from the model of an audience to plain values that templates print. One file a page; templates never see the model.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::chart::Picture as Chart;
use crate::model::kinds::indicator::Indicator;
use crate::model::value::{Prose, Text};
use crate::model::{Cutoffs, Entry, Id, Model, Progress, Relations, progress};
use crate::plan::{Plan, Route};

pub mod about;
pub mod action_plan;
mod actors;
mod agreement;
mod all_indicators;
mod assets;
mod brand;
mod canvas;
pub mod cards;
mod cases;
mod changed;
mod costs;
mod data;
mod days;
mod demands;
mod desk;
mod diamond;
mod draw;
pub mod editorial;
mod excellence;
mod fields;
mod financing;
pub mod gallery;
mod gathering;
mod glossary;
pub mod goal;
pub mod goals;
pub mod governance;
pub mod home;
mod impact;
pub mod indicator;
mod internationalisation;
mod machine;
mod mapping;
pub mod members;
pub mod monitoring;
mod neighbours;
mod policy;
mod portfolio;
pub mod print;
mod processes;
pub mod project;
mod prose;
mod quality;
mod readiness;
pub mod reference;
mod relations;
mod report;
mod reports;
mod results;
pub mod search;
pub mod service;
pub mod sheet;
pub mod social;
mod staffing;
mod stakeholders;
mod status;
pub mod strategy;
mod supporters;
pub mod swot;
pub mod thread;
mod traceability;
mod value_chain;
mod words;

pub use about::{Facts, Grounds};
pub use assets::{Assets, Picture, hashed};
pub use data::{DataLink, DataSet, by_year};
use days::{period, period_words, year};
pub use desk::Desk;
pub use neighbours::neighbours;
pub use supporters::{Supporter, funders, partners};
pub use words::{Row, Words};

/// Everything that pages of all languages are made from.
pub struct Site<'a> {
    /// What this audience may know.
    pub model: &'a Model,
    /// Its links read backwards.
    pub relations: &'a Relations<'a>,
    /// The addresses.
    pub plan: &'a Plan,
    /// Pictures and files that entries show.
    pub assets: &'a Assets,
    /// How every indicator stands, computed once.
    pub standing: BTreeMap<&'a Id, Progress>,
    /// Where one state of progress gives way to the next.
    pub cutoffs: Cutoffs,
    /// The day that the site speaks of.
    pub today: Date,
    /// What is known of the build.
    pub facts: Facts,
    /// When lists were last changed.
    lists: changed::Lists,
}

impl<'a> Site<'a> {
    /// Gathers a site.
    pub fn new(
        model: &'a Model,
        relations: &'a Relations<'a>,
        plan: &'a Plan,
        assets: &'a Assets,
        today: Date,
        facts: Facts,
    ) -> Self {
        let cutoffs = Cutoffs::of(model);
        let standing =
            |entry: &'a Entry<Indicator>| (entry.id(), progress(entry, relations.measurements(entry.id()), today, cutoffs));
        let standing = model.indicators.iter().map(standing);
        let lists = changed::lists(model, plan, &facts.changes);
        Self { model, relations, plan, assets, standing: standing.collect(), cutoffs, today, facts, lists }
    }

    /// Currency of all amounts; the euro where the cluster says nothing.
    pub fn currency(&self) -> &str {
        self.model.cluster().and_then(|cluster| cluster.currency.as_ref()).map_or("EUR", |currency| currency.as_str())
    }
}

/// Links to all free pages, in the order that their authors gave them.
pub fn free_pages<'d>(desk: &'d Desk<'_>) -> impl Iterator<Item = Words> + 'd {
    let mut pages: Vec<_> = desk.model().pages.iter().collect();
    pages.sort_by_key(|page| page.order.unwrap_or(i32::MAX));
    pages.into_iter().map(|page| desk.link(page, &page.title))
}

/// What a page is, apart from its content: what its head and frame say.
#[derive(Debug, Serialize)]
pub struct Head {
    /// Title, as the tab shows it.
    pub title: Words,
    /// One sentence about it.
    pub description: Option<String>,
    /// Pages above it.
    pub breadcrumb: Vec<Words>,
    /// Statements about it for machines, as JSON-LD that can stand in a script element.
    pub json_ld: Option<String>,
}

/// A page ready for its template.
pub struct Page {
    /// Head and frame.
    pub head: Head,
    /// Content, by the fields of the page's view.
    pub view: tera::Value,
    /// Pictures on it that can be taken along.
    pub charts: Vec<Chart>,
}

/// Writes a page; nothing where its entry does not exist.
pub fn page(desk: &Desk<'_>, route: &Route) -> Option<Page> {
    let model = desk.model();
    let (view, about) = match route {
        Route::Home => (seal(&home::view(desk)?), entry_of(desk, None, None, None)),
        Route::Strategy => (seal(&strategy::view(desk)), listing(desk, route)),
        Route::Swot => (seal(&swot::view(desk)), listing(desk, route)),
        Route::Goals => (seal(&goals::view(desk)), listing(desk, route)),
        Route::ActionPlan => (seal(&action_plan::view(desk)), listing(desk, route)),
        Route::Sheet(topic) => (seal(&sheet::view(desk, *topic)), listing(desk, route)),
        Route::Report(year) => (seal(&report::view(desk, *year)), listing(desk, route)),
        Route::Governance => (seal(&governance::view(desk)), listing(desk, route)),
        Route::Members => (seal(&members::view(desk)), listing(desk, route)),
        Route::Services => (seal(&service::list(desk)), listing(desk, route)),
        Route::Projects => (seal(&project::list(desk)), listing(desk, route)),
        Route::Monitoring => (seal(&monitoring::overview(desk)), listing(desk, route)),
        Route::NewsList => (seal(&editorial::news_list(desk)), listing(desk, route)),
        Route::Events => (seal(&editorial::events(desk)), listing(desk, route)),
        Route::Documents => (seal(&editorial::documents(desk)), listing(desk, route)),
        Route::About => (seal(&about::view(desk)), listing(desk, route)),
        Route::Gallery => (seal(&gallery::view(desk)), listing(desk, route)),
        Route::Search => (seal(&search::view(desk)), listing(desk, route)),
        Route::Print => (seal(&print::view(desk)), listing(desk, route)),
        Route::Selected(name) => {
            let view = print::selected(desk, name)?;
            (seal(&view), (view.title.clone(), None))
        }
        Route::NotFound => (seal(&()), listing(desk, route)),
        Route::Goal(id) => {
            let entry = model.goals.get(id)?;
            (seal(&goal::view(desk, entry)), entry_of(desk, Some(&entry.title), entry.summary.as_ref(), entry.body.as_ref()))
        }
        Route::Service(id) => {
            let entry = model.services.get(id)?;
            (seal(&service::view(desk, entry)), entry_of(desk, Some(&entry.title), entry.summary.as_ref(), entry.body.as_ref()))
        }
        Route::Project(id) => {
            let entry = model.projects.get(id)?;
            (seal(&project::view(desk, entry)), entry_of(desk, Some(&entry.title), entry.summary.as_ref(), entry.body.as_ref()))
        }
        Route::Indicator(id) => {
            let entry = model.indicators.get(id)?;
            (
                seal(&indicator::view(desk, entry)),
                entry_of(desk, Some(&entry.title), entry.definition.as_ref(), entry.body.as_ref()),
            )
        }
        Route::News(id) => {
            let entry = model.news.get(id)?;
            (seal(&editorial::news(desk, entry)), entry_of(desk, Some(&entry.title), entry.summary.as_ref(), entry.body.as_ref()))
        }
        Route::Event(id) => {
            let entry = model.events.get(id)?;
            (
                seal(&editorial::event(desk, entry)),
                entry_of(desk, Some(&entry.title), entry.summary.as_ref(), entry.body.as_ref()),
            )
        }
        Route::Page(id) => {
            let entry = model.pages.get(id)?;
            (seal(&editorial::page(desk, entry)), entry_of(desk, Some(&entry.title), entry.summary.as_ref(), entry.body.as_ref()))
        }
    };
    let (title, description) = about;
    let breadcrumb = breadcrumb(desk, route, &title);
    let json_ld = machine::json_ld(desk, route, &title, description.as_deref(), &breadcrumb);
    let head = Head { breadcrumb, json_ld, title, description };
    Some(Page { head, view, charts: desk.charts.take() })
}

/// A view as templates take it; its schema is what the theme reference tells of it.
fn seal<T: Serialize + schemars::JsonSchema>(view: &T) -> tera::Value {
    tera::Value::from_serializable(view)
}

/// Title and description of a page that the interface names.
fn listing(desk: &Desk<'_>, route: &Route) -> (Words, Option<String>) {
    if let Route::Report(year) = route {
        return report::heading(desk, *year);
    }
    let key = format!("page.{}", route.stem());
    let own = |part: &str| Some(format!("{key}.{part}")).filter(|key| desk.locale.has(key)).map(|key| desk.say(&key));
    let title = own("title")
        .or_else(|| desk.locale.has(&format!("nav.{}", route.stem())).then(|| desk.say(&format!("nav.{}", route.stem()))));
    let title = title.or_else(|| Some(desk.say("about.title")).filter(|_| *route == Route::About)).unwrap_or_default();
    let lead = own("lead").or_else(|| (*route == Route::About).then(|| desk.say("about.lead")));
    (Words::from(title), lead)
}

/// Title and description of an entry's page; those of the cluster where there is no title.
fn entry_of(desk: &Desk<'_>, title: Option<&Text>, summary: Option<&Text>, body: Option<&Prose>) -> (Words, Option<String>) {
    let cluster = desk.model().cluster();
    let Some(title) = title else {
        let name = cluster.map(|cluster| desk.text(&cluster.name)).unwrap_or_default();
        let tagline = cluster.and_then(|cluster| desk.maybe(cluster.tagline.as_ref()));
        return (name, tagline.map(|tagline| tagline.text));
    };
    (desk.text(title), desk.lead(summary, body).map(|lead| lead.text))
}

fn breadcrumb(desk: &Desk<'_>, route: &Route, title: &Words) -> Vec<Words> {
    if *route == Route::Home || *route == Route::NotFound {
        return Vec::new();
    }
    let home = Words::from(desk.say("nav.home")).linked(Some(desk.href(&Route::Home)));
    let parent = route.parent().map(|parent| {
        let (title, _) = listing(desk, &parent);
        title.linked(Some(desk.href(&parent)))
    });
    std::iter::once(home).chain(parent).chain(std::iter::once(title.clone())).collect()
}
