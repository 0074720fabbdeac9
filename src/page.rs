//! Owns what stands on each page: from the model of an audience to plain values that templates print. One file a page; templates never see the model.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::chart::{Downloads, Picture as Chart};
use crate::lang::Locale;
use crate::model::kinds::Party;
use crate::model::kinds::indicator::Indicator;
use crate::model::value::{self, Prose, Text};
use crate::model::{Choice, Content, Entry, Id, Model, PartyEntry, Progress, Ref, Relations, progress};
use crate::plan::{Plan, Route, root_of};
use crate::syntax::markdown;

pub mod about;
pub mod action_plan;
mod assets;
pub mod cards;
mod changed;
mod data;
mod days;
mod draw;
pub mod editorial;
pub mod financing;
pub mod gallery;
pub mod goal;
pub mod goals;
pub mod governance;
pub mod home;
pub mod indicator;
mod machine;
pub mod members;
mod neighbours;
pub mod print;
pub mod project;
mod prose;
pub mod reference;
pub mod search;
pub mod service;
pub mod social;
pub mod stakeholders;
pub mod strategy;
mod supporters;
pub mod swot;
mod words;

pub use about::Facts;
pub use assets::{Assets, Picture, hashed};
pub use data::{DataLink, DataSet};
use days::{period, period_words, year};
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
        let standing =
            model.indicators.iter().map(|entry| (entry.id(), progress(entry, relations.measurements(entry.id()), today)));
        let lists = changed::lists(model, plan, &facts.changes);
        Self { model, relations, plan, assets, standing: standing.collect(), today, facts, lists }
    }

    /// Currency of all amounts; the euro where the cluster says nothing.
    pub fn currency(&self) -> &str {
        self.model.cluster().and_then(|cluster| cluster.currency.as_ref()).map_or("EUR", |currency| currency.as_str())
    }
}

/// The desk at which one page of one language is written.
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Site<'a>,
    /// The language's words and formats.
    pub locale: &'a Locale,
    /// The way from the page to the site's root.
    pub root: String,
    /// Whether the page is the print document, where links between entries lead to places in it.
    pub print: bool,
    /// Folder of the site for the pictures of the page and their data.
    data: String,
    /// Pictures drawn so far that can be taken along.
    charts: RefCell<Vec<Chart>>,
}

impl<'a> Desk<'a> {
    /// A desk for a page.
    pub fn new(site: &'a Site<'a>, locale: &'a Locale, route: &Route) -> Self {
        let root = root_of(&site.plan.path(locale.tag(), route));
        let page = site.plan.path(site.plan.main(), route);
        let page = if *route == Route::Home { route.stem() } else { page.trim_end_matches(".html") };
        let data = site.plan.prefixed(locale.tag(), &format!("data/{page}/"));
        Self { site, locale, root, print: *route == Route::Print, data, charts: RefCell::default() }
    }

    /// Keeps a picture to be taken along, and tells it where from; on paper there is nothing to take.
    fn keep(&self, mut picture: Chart) -> Chart {
        if !self.print {
            let file = |ending: &str| format!("{}{}.{ending}", self.data, picture.id);
            picture.downloads = Some(Downloads { csv: file("csv"), json: file("json"), svg: file("svg") });
            self.charts.borrow_mut().push(picture.clone());
        }
        picture
    }

    /// The model.
    pub fn model(&self) -> &'a Model {
        self.site.model
    }

    /// A text in the page's language, or marked as being in another.
    pub fn text(&self, text: &Text) -> Words {
        text.get(self.locale.tag(), self.site.plan.main())
            .map_or_else(Words::default, |found| self.marked(found.text, found.lang))
    }

    /// A text that may be missing.
    pub fn maybe(&self, text: Option<&Text>) -> Option<Words> {
        text.filter(|text| !text.is_empty()).map(|text| self.text(text))
    }

    /// Several texts.
    pub fn texts(&self, texts: &[Text]) -> Vec<Words> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// The bare characters of a text, for places that can't say which language they are in.
    pub fn bare(&self, text: &Text) -> String {
        text.get(self.locale.tag(), self.site.plan.main()).map_or_else(String::new, |found| found.text.to_owned())
    }

    fn marked(&self, text: &str, lang: &str) -> Words {
        Words { text: text.to_owned(), ..self.mark(lang) }
    }

    /// Empty words that say they are in `lang`, if that is not the page's.
    fn mark(&self, lang: &str) -> Words {
        if lang == self.locale.tag() {
            return Words::default();
        }
        Words { lang: Some(lang.to_owned()), dir: Some(crate::lang::direction(lang).as_str()), ..Words::default() }
    }

    /// Markdown as HTML whose links lead from this page.
    pub fn prose(&self, prose: Option<&Prose>, id_prefix: &str, heading_offset: u8) -> Option<Words> {
        prose::html(self, prose?, id_prefix, heading_offset)
    }

    /// How far the headings of an entry's text go down: below the title, which is one lower in the print document.
    pub fn entry_depth(&self) -> u8 {
        1 + u8::from(self.print)
    }

    /// The first sentences of Markdown as plain text.
    pub fn excerpt(&self, prose: Option<&Prose>, chars: usize) -> Option<Words> {
        let found = prose?.get(self.locale.tag(), self.site.plan.main())?;
        let plain = markdown::plain(found.text, chars);
        (!plain.is_empty()).then(|| self.marked(&plain, found.lang))
    }

    /// A summary, or else the beginning of the text.
    pub fn lead(&self, summary: Option<&Text>, body: Option<&Prose>) -> Option<Words> {
        self.maybe(summary).or_else(|| self.excerpt(body, 240))
    }

    /// The word that readers see for a value of a closed set.
    pub fn word(&self, choice: impl Choice) -> String {
        let key = choice.message();
        self.locale.text(&key).to_owned()
    }

    /// A message of the interface.
    pub fn say(&self, key: &str) -> String {
        self.locale.text(key).to_owned()
    }

    /// The address of a page relative to the site's root.
    pub fn href(&self, route: &Route) -> String {
        self.site.plan.path(self.locale.tag(), route)
    }

    /// The address of an entry, where this audience has a page that shows it.
    pub fn href_of<T: Content>(&self, entry: &Entry<T>) -> Option<String> {
        self.href_to(T::KIND, entry.id())
    }

    /// The address of an entry by kind and id; in the print document, the place there.
    pub fn href_to(&self, kind: crate::model::Kind, id: &Id) -> Option<String> {
        let (route, anchor) = self.site.plan.of_entry(kind, id)?;
        if self.print {
            return Some(format!("{}#{}", self.href(&Route::Print), print::place(kind, id, &route)?));
        }
        let href = self.href(&route);
        Some(anchor.map_or(href.clone(), |anchor| format!("{href}#{anchor}")))
    }

    /// An entry's title as a link to it.
    pub fn link<T: Content>(&self, entry: &Entry<T>, title: &Text) -> Words {
        self.text(title).linked(self.href_of(entry))
    }

    /// A person, body or member as a link; nothing where this audience does not know it.
    pub fn party(&self, reference: Option<&Ref<Party>>) -> Option<Words> {
        self.model().party(reference?).map(|entry| match entry {
            PartyEntry::Person(person) => self.link(person, &person.name),
            PartyEntry::Body(body) => self.link(body, &body.title),
            PartyEntry::Member(member) => self.link(member, &member.name),
        })
    }

    /// Several of them.
    pub fn parties(&self, references: &[Ref<Party>]) -> Vec<Words> {
        references.iter().filter_map(|reference| self.party(Some(reference))).collect()
    }

    /// A day as text.
    pub fn date(&self, date: value::Date) -> String {
        self.locale.date(date.0)
    }

    /// An amount in the cluster's currency.
    pub fn money(&self, amount: f64) -> String {
        self.locale.money(amount, self.site.currency())
    }

    /// A row of names and values: label key `label.KEY`; nothing where there is no value.
    pub fn row(&self, key: &str, values: impl IntoIterator<Item = Words>) -> Option<Row> {
        let values: Vec<Words> = values.into_iter().collect();
        (!values.is_empty()).then(|| Row { label: self.say(&format!("label.{key}")), values })
    }

    /// How an indicator stands.
    pub fn standing(&self, indicator: &Entry<Indicator>) -> &Progress {
        const NO_DATA: &Progress =
            &Progress { state: crate::model::State::NoData, achieved: None, expected: None, expected_value: None };
        self.site.standing.get(indicator.id()).unwrap_or(NO_DATA)
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
        Route::Financing => (seal(&financing::view(desk)), listing(desk, route)),
        Route::Stakeholders => (seal(&stakeholders::view(desk)), listing(desk, route)),
        Route::Governance => (seal(&governance::view(desk)), listing(desk, route)),
        Route::Members => (seal(&members::view(desk)), listing(desk, route)),
        Route::Services => (seal(&service::list(desk)), listing(desk, route)),
        Route::Projects => (seal(&project::list(desk)), listing(desk, route)),
        Route::Monitoring => (seal(&indicator::overview(desk)), listing(desk, route)),
        Route::NewsList => (seal(&editorial::news_list(desk)), listing(desk, route)),
        Route::Events => (seal(&editorial::events(desk)), listing(desk, route)),
        Route::Documents => (seal(&editorial::documents(desk)), listing(desk, route)),
        Route::About => (seal(&about::view(desk)), listing(desk, route)),
        Route::Gallery => (seal(&gallery::view(desk)), listing(desk, route)),
        Route::Search => (seal(&search::view(desk)), listing(desk, route)),
        Route::Print => (seal(&print::view(desk)), listing(desk, route)),
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
