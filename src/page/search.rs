//! Owns the page that readers look for something on, and the list of all that can be found: pages as they are shown, and entries that are shown
//! among others, each with the place where it stands.

use serde::Serialize;
use serde_json::json;

use super::{Desk, Words, free_pages, listing, sheet};
use crate::model::value::{Prose, Text};
use crate::model::{Choice, Content, Entry, Form, Kind, Ref};
use crate::plan::{Route, Section};

/// Entries of a kind that the list of all pages names; of more, it leads to the page that lists them.
const NAMED: usize = 100;

/// The page.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Search {
    /// What the script has to know and to say, as JSON that can stand in a script element.
    pub settings: String,
    /// Every page, by section.
    pub groups: Vec<Group>,
}

/// The pages of a section.
#[derive(Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "SearchGroup")]
pub struct Group {
    /// Name of the section.
    pub title: String,
    /// Its pages.
    pub pages: Vec<Node>,
}

/// A page with those below it.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Node {
    /// Title and link.
    pub title: Words,
    /// Pages below it.
    pub pages: Vec<Words>,
    /// Whether there are more pages below it than are named.
    pub more: bool,
}

/// Something that a search can find.
#[derive(Clone, Debug, PartialEq)]
pub struct Findable {
    /// Language of the page that it is on.
    pub lang: String,
    /// Address relative to the site's root, for an entry among others with the place in the page.
    pub href: String,
    /// Title or name.
    pub title: String,
    /// What it is, as readers call it; nothing for pages that list or tell several things.
    pub kind: Option<String>,
    /// Word for the part of the site that it belongs to.
    pub section: &'static str,
    /// Whether it shows what other pages and entries are about, which readers then look for rather than it.
    pub gathers: bool,
    /// What it says; nothing for a page, which says what stands on it.
    pub text: Option<String>,
}

/// The parts of the site that results can be narrowed to, in the order of the navigation: word and message.
const SECTIONS: &[(&str, &str)] = &[
    ("strategy", "nav.section-strategy"),
    ("analysis", "nav.section-analysis"),
    ("monitoring", "nav.section-monitoring"),
    ("services", "nav.section-services"),
    ("cluster", "nav.section-cluster"),
    ("news", "nav.section-news"),
    ("other", "search.section-other"),
];

fn section(route: &Route) -> &'static str {
    match route.section() {
        Section::Home | Section::About => "other",
        section => section.word(),
    }
}

pub(super) fn view(desk: &Desk<'_>) -> Search {
    Search { settings: settings(desk), groups: groups(desk) }
}

fn settings(desk: &Desk<'_>) -> String {
    let words = ["more", "sections", "instead", "none", "none-help", "all-sections", "searching", "failed", "from-disk"];
    let words = words.map(|word| (word, json!(desk.say(&format!("search.{word}")))));
    let counts: serde_json::Map<_, _> =
        desk.locale.forms("search.results").into_iter().map(|(category, text)| (category.to_owned(), json!(text))).collect();
    let used: std::collections::BTreeSet<&str> = desk.site.plan.routes().iter().map(section).collect();
    let sections = SECTIONS.iter().filter(|(word, _)| used.contains(word));
    let small = desk.say("search.small-words");
    let settings = json!({
        "folder": format!("search/{}/", desk.locale.tag().to_lowercase()),
        "program": "search/pagefind.js",
        "digits": (0..10).map(|digit| desk.locale.digits(digit)).collect::<String>(),
        "small": small.split_whitespace().collect::<Vec<_>>(),
        "sections": sections.map(|(word, key)| json!([word, desk.say(key)])).collect::<Vec<_>>(),
        "results": counts,
        "words": words.into_iter().map(|(key, text)| (key.to_owned(), text)).collect::<serde_json::Map<_, _>>(),
    });
    // In a script element only `<` could end it or open a comment; in a JSON string it can always be written so.
    settings.to_string().replace('<', "\\u003c")
}

/// All pages by section, each below the page that lists it.
fn groups(desk: &Desk<'_>) -> Vec<Group> {
    let routes = desk.site.plan.routes();
    let title = |route: &Route| title(desk, route).linked(Some(desk.href(route)));
    let node = |route: &Route| {
        let below = routes.iter().filter(|other| other.parent().as_ref() == Some(route));
        let pages: Vec<Words> = below.clone().take(NAMED).map(title).collect();
        Node { title: title(route), more: below.count() > pages.len(), pages }
    };
    let group = |(word, key): &(&str, &str)| {
        let top = routes.iter().filter(|route| section(route) == *word && route.parent().is_none());
        let shown = |route: &&Route| !matches!(route, Route::Search | Route::NotFound | Route::Page(_));
        let mut pages: Vec<Node> = top.filter(shown).map(node).collect();
        if *word == "other" {
            pages.extend(free_pages(desk).map(|title| Node { title, pages: Vec::new(), more: false }));
        }
        Group { title: desk.say(key), pages }
    };
    SECTIONS.iter().map(group).filter(|group| !group.pages.is_empty()).collect()
}

/// The entry that a page is about: its title, and the message that says what it is where its section does not say so already.
pub(super) fn subject<'a>(desk: &Desk<'a>, route: &Route) -> Option<(&'a Text, Option<&'static str>)> {
    let model = desk.model();
    match route {
        Route::Goal(id) => model.goals.get(id).map(|entry| (&entry.title, Some("search.kind.goal"))),
        Route::Service(id) => model.services.get(id).map(|entry| (&entry.title, Some("search.kind.service"))),
        Route::Project(id) => model.projects.get(id).map(|entry| (&entry.title, Some("search.kind.project"))),
        Route::Indicator(id) => model.indicators.get(id).map(|entry| (&entry.title, Some("search.kind.indicator"))),
        Route::News(id) => model.news.get(id).map(|entry| (&entry.title, Some("search.kind.news"))),
        Route::Event(id) => model.events.get(id).map(|entry| (&entry.title, Some("search.kind.event"))),
        Route::Page(id) => model.pages.get(id).map(|entry| (&entry.title, None)),
        Route::Home
        | Route::Strategy
        | Route::Swot
        | Route::Goals
        | Route::ActionPlan
        | Route::Governance
        | Route::Members
        | Route::Services
        | Route::Projects
        | Route::Monitoring
        | Route::NewsList
        | Route::Events
        | Route::Documents
        | Route::Sheet(_)
        | Route::Report(_)
        | Route::About
        | Route::Gallery
        | Route::Search
        | Route::Print
        | Route::Selected(_)
        | Route::NotFound => None,
    }
}

/// The title of a page, as its own head says it.
fn title(desk: &Desk<'_>, route: &Route) -> Words {
    subject(desk, route).map_or_else(|| listing(desk, route).0, |(title, _)| desk.text(title))
}

/// What a page is headed with. The home page is headed with the name of the cluster, which many questions hold that ask for something else.
fn heading(desk: &Desk<'_>, route: &Route) -> Words {
    let own = desk.model().strategy().and_then(|strategy| strategy.title.as_ref()).filter(|_| *route == Route::Strategy);
    own.map_or_else(|| title(desk, route), |title| desk.text(title))
}

/// All that can be found in a language: nothing where the site has no page to search on.
pub fn findable(desk: &Desk<'_>) -> Vec<Findable> {
    if !desk.site.plan.has(&Route::Search) {
        return Vec::new();
    }
    let shown = |route: &&Route| !matches!(route, Route::Search | Route::NotFound) && !route.is_print();
    let page = |route: &Route| Findable {
        lang: desk.locale.tag().to_owned(),
        href: desk.href(route),
        title: heading(desk, route).text,
        kind: subject(desk, route).and_then(|(_, kind)| kind).map(|kind| desk.say(kind)),
        section: section(route),
        gathers: subject(desk, route).is_none(),
        text: None,
    };
    let mut all: Vec<Findable> = desk.site.plan.routes().iter().filter(shown).map(page).collect();
    all.extend(entries(desk));
    all
}

/// What an entry says, gathered piece by piece.
struct Said<'d, 'a> {
    desk: &'d Desk<'a>,
    parts: Vec<String>,
}

impl Said<'_, '_> {
    fn put(mut self, part: impl Into<String>) -> Self {
        let part = part.into();
        let part = part.trim();
        if !part.is_empty() {
            self.parts.push(part.to_owned());
        }
        self
    }

    fn text(self, text: Option<&Text>) -> Self {
        let part = text.map(|text| self.desk.bare(text)).unwrap_or_default();
        self.put(part)
    }

    fn texts<'t>(self, texts: impl IntoIterator<Item = &'t Text>) -> Self {
        texts.into_iter().fold(self, |said, text| said.text(Some(text)))
    }

    fn prose(self, prose: Option<&Prose>) -> Self {
        let part = self.desk.excerpt(prose, usize::MAX).map(|words| words.text).unwrap_or_default();
        self.put(part)
    }

    fn party(self, party: Option<&Ref<crate::model::kinds::Party>>) -> Self {
        let part = self.desk.party(party).map(|words| words.text).unwrap_or_default();
        self.put(part)
    }
}

/// Entries that are shown on a page among others.
fn entries(desk: &Desk<'_>) -> Vec<Findable> {
    let model = desk.model();
    let mut all = Vec::new();
    for member in super::members::present(desk) {
        let said = said(desk).text(member.description.as_ref()).put(desk.word(member.kind)).text(member.place.as_ref());
        let country = member.country.as_ref().map(|country| desk.locale.country(country.as_str()).to_owned());
        let said = said.put(country.unwrap_or_default()).texts(model.all(&member.value_chain).map(|node| &node.title));
        all.extend(entry(desk, member, &member.name, "search.kind.member", said));
    }
    for person in model.people.iter() {
        let from = person.organisation.as_ref().and_then(|member| model.get(member)).map(|member| &member.name);
        let said = said(desk).text(person.role.as_ref()).text(from);
        all.extend(entry(desk, person, &person.name, "search.kind.person", said));
    }
    for body in model.bodies.iter() {
        let said = said(desk).text(body.mandate.as_ref()).put(desk.word(body.kind)).texts(&body.tasks).party(body.chair.as_ref());
        let said = body.members.iter().fold(said, |said, member| said.party(Some(member)));
        all.extend(entry(desk, body, &body.title, "search.kind.body", said));
    }
    for activity in model.activities.iter() {
        let said = said(desk).text(activity.description.as_ref()).texts(&activity.deliverables);
        let said = said.texts(activity.milestones.iter().map(|milestone| &milestone.title)).party(activity.responsible.as_ref());
        all.extend(entry(desk, activity, &activity.title, "search.kind.activity", said));
    }
    for objective in model.objectives.iter() {
        let said = said(desk).text(objective.description.as_ref());
        all.extend(entry(desk, objective, &objective.title, "search.kind.objective", said));
    }
    for item in model.swot.iter() {
        let said = said(desk).text(item.description.as_ref()).text(item.evidence.as_ref());
        all.extend(entry(desk, item, &item.title, &item.quadrant.message(), said));
    }
    for document in model.documents.iter() {
        let said = said(desk).text(document.summary.as_ref()).prose(document.body.as_ref());
        all.extend(entry(desk, document, &document.title, "search.kind.document", said));
    }
    let routes = desk.site.plan.routes().iter();
    all.extend(routes.filter_map(|route| sheet::of(desk, route).map(|sheet| (route, sheet))).flat_map(|(route, sheet)| {
        let kind = title(desk, route).text;
        let found = |(anchor, title, text)| Findable {
            lang: desk.locale.tag().to_owned(),
            href: format!("{}#{anchor}", desk.href(route)),
            title,
            kind: Some(kind.clone()),
            section: section(route),
            gathers: false,
            text: Some(text),
        };
        sheet.places().into_iter().filter(|(anchor, ..)| is_entry(desk, anchor)).map(found).collect::<Vec<_>>()
    }));
    all
}

/// Whether a place is that of an entry which readers know by its name: rows of tables, blocks and summaries are found as the page that they are on.
fn is_entry(desk: &Desk<'_>, anchor: &str) -> bool {
    let named = Kind::ALL.iter().filter(|kind| kind.layout().form != Form::Rows);
    named
        .filter_map(|kind| Some((kind, anchor.strip_prefix(kind.name())?.strip_prefix('-')?)))
        .any(|(kind, id)| desk.model().find(*kind, id).is_some())
}

fn said<'d, 'a>(desk: &'d Desk<'a>) -> Said<'d, 'a> {
    Said { desk, parts: Vec::new() }
}

/// An entry with its place; nothing where no page shows it.
fn entry<T: Content>(desk: &Desk<'_>, entry: &Entry<T>, title: &Text, kind: &str, said: Said<'_, '_>) -> Option<Findable> {
    let (route, _) = desk.site.plan.of_entry(T::KIND, entry.id())?;
    Some(Findable {
        lang: desk.locale.tag().to_owned(),
        href: desk.href_of(entry)?,
        title: desk.bare(title),
        kind: Some(desk.say(kind)),
        section: section(&route),
        gathers: false,
        text: Some(said.parts.join(" · ")),
    })
}
