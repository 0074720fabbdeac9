//! Owns what stands on each page: from the model of an audience to plain values that templates print. One file a page; templates never see the model.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::lang::Locale;
use crate::model::kinds::Party;
use crate::model::kinds::indicator::Indicator;
use crate::model::value::{Prose, Text};
use crate::model::{Choice, Content, Entry, Id, Model, PartyEntry, Progress, Ref, Relations, progress};
use crate::plan::{Plan, Route, root_of};
use crate::syntax::markdown;

mod assets;
mod prose;
mod words;

pub use assets::{Assets, Picture};
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
}

impl<'a> Site<'a> {
    /// Gathers a site.
    pub fn new(model: &'a Model, relations: &'a Relations<'a>, plan: &'a Plan, assets: &'a Assets, today: Date) -> Self {
        let standing = model.indicators.iter().map(|entry| (entry.id(), progress(entry, relations.measurements(entry.id()), today)));
        Self { model, relations, plan, assets, standing: standing.collect(), today }
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
}

impl<'a> Desk<'a> {
    /// A desk for a page.
    pub fn new(site: &'a Site<'a>, locale: &'a Locale, route: &Route) -> Self {
        let root = root_of(&site.plan.path(locale.tag(), route));
        Self { site, locale, root, print: *route == Route::Print }
    }

    /// The model.
    pub fn model(&self) -> &'a Model {
        self.site.model
    }

    /// A text in the page's language, or marked as being in another.
    pub fn text(&self, text: &Text) -> Words {
        text.get(self.locale.tag(), self.site.plan.main()).map_or_else(Words::default, |found| self.marked(found.text, found.lang))
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
        if self.print {
            return Some(format!("{}#{}-{id}", self.href(&Route::Print), kind.name()));
        }
        let (route, anchor) = self.site.plan.of_entry(kind, id)?;
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
    pub fn date(&self, date: crate::model::value::Date) -> String {
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

/// What a page is, apart from its content: what its head and frame say.
#[derive(Debug, Serialize)]
pub struct Head {
    /// Title, as the tab shows it.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// Pages above it.
    pub breadcrumb: Vec<Words>,
    /// Statements about it for machines: JSON-LD.
    pub json_ld: Option<serde_json::Value>,
}

/// A page ready for its template.
pub struct Page {
    /// Head and frame.
    pub head: Head,
    /// Content, by the fields of the page's view.
    pub view: tera::Value,
}
