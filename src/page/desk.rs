//! Owns the desk at which a page of a language is written: what every page asks of the site, the language and the addresses.

use std::cell::RefCell;

use super::{Row, Site, Words, print, prose};
use crate::chart::{Downloads, Picture as Chart};
use crate::lang::Locale;
use crate::model::kinds::Party;
use crate::model::kinds::indicator::Indicator;
use crate::model::value::{self, Prose, Text};
use crate::model::{Choice, Content, Entry, Id, Model, PartyEntry, Progress, Ref, State, Yearly, yearly};
use crate::plan::{Route, root_of};
use crate::syntax::markdown;

/// The desk at which one page of one language is written.
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Site<'a>,
    /// The language's words and formats.
    pub locale: &'a Locale,
    /// The way from the page to the site's root.
    pub root: String,
    /// Whether the page is a document for paper, where links between entries lead to places in it.
    pub print: bool,
    /// The page.
    route: Route,
    /// Folder of the site for the pictures of the page and their data.
    data: String,
    /// Pictures drawn so far that can be taken along.
    pub(super) charts: RefCell<Vec<Chart>>,
}

impl<'a> Desk<'a> {
    /// A desk for a page.
    pub fn new(site: &'a Site<'a>, locale: &'a Locale, route: &Route) -> Self {
        let root = root_of(&site.plan.path(locale.tag(), route));
        let page = site.plan.path(site.plan.main(), route);
        let page = if *route == Route::Home { route.stem() } else { page.trim_end_matches(".html") };
        let data = site.plan.prefixed(locale.tag(), &format!("data/{page}/"));
        Self { site, locale, root, print: route.is_print(), route: route.clone(), data, charts: RefCell::default() }
    }

    /// Keeps a picture to be taken along, and tells it where from; on paper there is nothing to take.
    pub(super) fn keep(&self, mut picture: Chart) -> Chart {
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
    pub(super) fn mark(&self, lang: &str) -> Words {
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
            // What a document of some chapters does not have it leads to on the site, once it is known what it has.
            let place = print::place(kind, id, &route);
            let place = place.or_else(|| (self.route != Route::Print).then(|| format!("{}-{id}", kind.name())))?;
            return Some(format!("{}#{place}", self.href(&self.route)));
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
        self.named(&format!("label.{key}"), values)
    }

    /// The same with a message of any key.
    pub fn named(&self, message: &str, values: impl IntoIterator<Item = Words>) -> Option<Row> {
        let values: Vec<Words> = values.into_iter().collect();
        (!values.is_empty()).then(|| Row { label: self.say(message), values })
    }

    /// Whether the cluster has a name of its own for a state of progress in the page's language.
    pub fn renames(&self, state: State) -> bool {
        let names = self.model().cluster().and_then(|cluster| cluster.monitoring.as_ref()?.states.as_ref());
        names.is_some_and(|names| names.get(state, self.locale.tag()).is_some())
    }

    /// What a year says of an indicator.
    pub fn yearly(&self, indicator: &'a Entry<Indicator>, year: i16) -> Yearly<'a> {
        yearly(indicator, self.site.relations.measurements(indicator.id()), year, self.site.today, self.site.cutoffs)
    }

    /// How an indicator stands.
    pub fn standing(&self, indicator: &Entry<Indicator>) -> &Progress {
        const NO_DATA: &Progress = &Progress { state: State::NoData, achieved: None, expected: None, expected_value: None };
        self.site.standing.get(indicator.id()).unwrap_or(NO_DATA)
    }
}
