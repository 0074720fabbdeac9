//! Owns every address of the site: which pages there are for an audience, where each stands, and how one is reached from another. Paths end in
//! `.html` and links are relative, so that a site works from any folder of a server and straight from a disk.

use std::collections::BTreeMap;

use crate::model::kinds::document;
use crate::model::{Choice, Content, Entry, Form, Id, Kind, Model, years};

pub mod alias;
mod route;
mod topic;

pub use route::{Route, Section};
pub use topic::Topic;

/// Every address of a site.
#[derive(Clone, Debug)]
pub struct Plan {
    languages: Vec<String>,
    routes: Vec<Route>,
    known: BTreeMap<Route, usize>,
    base: Option<String>,
}

impl Plan {
    /// Plans the site of a model. `languages` has the main one first; `base` is the address that the site is published under.
    pub fn new(model: &Model, languages: &[String], base: Option<&str>) -> Self {
        let mut routes: Vec<Route> = singles(model).into_iter().filter_map(|(present, route)| present.then_some(route)).collect();
        routes.extend(ids(&model.goals, Route::Goal));
        routes.extend(ids(&model.services, Route::Service));
        routes.extend(ids(&model.projects, Route::Project));
        routes.extend(ids(&model.indicators, Route::Indicator));
        routes.extend(years(model).into_iter().map(Route::Report));
        // News stand as their list shows them, the latest first, so that previous and next follow it.
        let mut news: Vec<_> = model.news.iter().collect();
        news.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id().cmp(b.id())));
        routes.extend(news.into_iter().map(|item| Route::News(item.id().clone())));
        routes.extend(ids(&model.events, Route::Event));
        routes.extend(ids(&model.pages, Route::Page));
        routes.push(Route::About);
        routes.extend(cfg!(feature = "search").then_some(Route::Search));
        routes.push(Route::Print);
        routes.extend(documents(model));
        routes.push(Route::NotFound);
        let base = base.map(|base| format!("{}/", base.trim_end_matches('/')));
        let known = routes.iter().cloned().zip(0..).collect();
        Self { languages: languages.to_vec(), routes, known, base }
    }

    /// The same with the pages that only those who write and build the site need: how far it is, which rules hold, every kind of picture.
    pub fn with_workshop(mut self) -> Self {
        for route in Topic::WORKSHOP.map(Route::Sheet).into_iter().chain([Route::Gallery]) {
            self.known.insert(route.clone(), self.routes.len());
            self.routes.push(route);
        }
        self
    }

    /// Languages of the site, the main one first.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The main language.
    pub fn main(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// Every page, in the order of the navigation and then of the files.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// Whether the site has a page.
    pub fn has(&self, route: &Route) -> bool {
        self.known.contains_key(route)
    }

    /// The page that a section of a document is the chapter of, where there is something to say in it.
    pub fn chapter(&self, section: document::Section) -> Option<&Route> {
        let stem = if section == document::Section::Cluster { Route::Home.stem() } else { section.as_str() };
        self.routes.iter().find(|route| route.is_chapter() && route.stem() == stem)
    }

    /// The pages before and after the page of an entry, among those below the same list.
    pub fn neighbours(&self, route: &Route) -> (Option<&Route>, Option<&Route>) {
        let (Some(at), Some(list)) = (self.known.get(route), route.parent()) else { return (None, None) };
        let sibling = |at: Option<usize>| self.routes.get(at?).filter(|other| other.parent().as_ref() == Some(&list));
        (sibling(at.checked_sub(1)), sibling(at.checked_add(1)))
    }

    /// The address that the site is published under, with a slash at its end.
    pub fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The absolute address of a path of the site, as readers see it: that of a folder's page without its name. Nothing where it is not known.
    pub fn absolute(&self, path: &str) -> Option<String> {
        let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        Some(format!("{}{}", self.base()?, folder.unwrap_or(path)))
    }

    /// The path on its host that the site is published under, with slashes around it.
    pub fn mount(&self) -> String {
        let path = self.base().and_then(|base| base.splitn(4, '/').nth(3)).unwrap_or_default();
        if path.is_empty() { "/".to_owned() } else { format!("/{path}") }
    }

    /// The path of a page relative to the site's root. The main language stands at the root, the others in a folder each.
    pub fn path(&self, lang: &str, route: &Route) -> String {
        self.prefixed(lang, &route.file())
    }

    /// A file of one language, at the same place as its pages.
    pub fn prefixed(&self, lang: &str, file: &str) -> String {
        if lang == self.main() { file.to_owned() } else { format!("{lang}/{file}") }
    }

    /// The page of an entry, where it has one of its own, or else the page and place that show it.
    pub fn of_entry(&self, kind: Kind, id: &Id) -> Option<(Route, Option<String>)> {
        let (route, own) = Route::of(kind, id);
        let anchor = (!own && kind.layout().form != Form::Single).then(|| format!("{}-{id}", kind.name()));
        self.has(&route).then_some((route, anchor))
    }
}

/// The documents beside the whole strategy that have a name and something in them, each name once.
fn documents(model: &Model) -> Vec<Route> {
    let mut routes = Vec::new();
    for selected in model.cluster().into_iter().flat_map(|cluster| &cluster.print) {
        // A goal that this audience may not see leaves nothing to print.
        let known = selected.goal.as_ref().is_none_or(|goal| model.get(goal).is_some());
        let route = selected.id().filter(|_| known && !selected.parts().is_empty()).map(Route::Selected);
        routes.extend(route.filter(|route| !routes.contains(route)));
    }
    routes
}

/// How to get from a page back to the site's root: `../` for each folder that it is in.
pub fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// Pages of which there is one at most, and whether there is anything to say on them, in the order of the guide's phases: the navigation and the
/// document follow it.
fn singles(model: &Model) -> Vec<(bool, Route)> {
    let topic = |topic: Topic| (topic.present(model), Route::Sheet(topic));
    vec![
        (true, Route::Home),
        // Where the cluster stands.
        topic(Topic::Mapping),
        topic(Topic::ValueChain),
        topic(Topic::Diamond),
        (!model.swot.is_empty(), Route::Swot),
        topic(Topic::Policy),
        topic(Topic::Stakeholders),
        topic(Topic::Actors),
        topic(Topic::Cases),
        topic(Topic::Demands),
        // What it wants.
        (model.strategy().is_some() || !model.objectives.is_empty(), Route::Strategy),
        topic(Topic::Canvas),
        (!model.goals.is_empty(), Route::Goals),
        topic(Topic::Readiness),
        topic(Topic::Fields),
        topic(Topic::Traceability),
        // How it gets there.
        (!model.activities.is_empty(), Route::ActionPlan),
        topic(Topic::Financing),
        topic(Topic::Costs),
        // How it is organised.
        (!model.bodies.is_empty() || !model.governance.is_empty() || !model.people.is_empty(), Route::Governance),
        topic(Topic::Staffing),
        topic(Topic::Agreement),
        topic(Topic::Brand),
        topic(Topic::Processes),
        (!model.members.is_empty(), Route::Members),
        topic(Topic::Relations),
        topic(Topic::Excellence),
        topic(Topic::Internationalisation),
        topic(Topic::Glossary),
        // What it offers and does.
        (!model.services.is_empty(), Route::Services),
        topic(Topic::Portfolio),
        (!model.projects.is_empty(), Route::Projects),
        // How far it is.
        (!model.indicators.is_empty(), Route::Monitoring),
        topic(Topic::Results),
        topic(Topic::AllIndicators),
        topic(Topic::Impact),
        topic(Topic::Reports),
        // What is new.
        (!model.news.is_empty(), Route::NewsList),
        (!model.events.is_empty(), Route::Events),
        (!model.documents.is_empty() || !documents(model).is_empty(), Route::Documents),
    ]
}

fn ids<'a, T: Content>(
    entries: &'a crate::model::Entries<T>,
    route: impl Fn(Id) -> Route + 'a,
) -> impl Iterator<Item = Route> + 'a {
    entries.iter().map(move |entry: &Entry<T>| route(entry.id().clone()))
}

/// The navigation: sections with their pages, those that the site has. A section leads to its first page.
pub fn navigation(plan: &Plan) -> Vec<(Section, Vec<Route>)> {
    let mut sections: BTreeMap<usize, (Section, Vec<Route>)> = BTreeMap::new();
    let order = [Section::Strategy, Section::Analysis, Section::Monitoring, Section::Services, Section::Cluster, Section::News];
    for route in plan.routes().iter().filter(|route| route.parent().is_none()) {
        if let Some(place) = order.iter().position(|section| *section == route.section()) {
            sections.entry(place).or_insert_with(|| (route.section(), Vec::new())).1.push(route.clone());
        }
    }
    sections.into_values().collect()
}
