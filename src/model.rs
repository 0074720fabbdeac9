//! Owns what a cluster says: typed, linked entries, the same for every audience until the gate. It knows neither pages nor rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

mod changes;
pub mod choice;
mod concentration;
mod coverage;
mod evidence;
pub mod fault;
mod freshness;
mod gate;
mod id;
pub mod kinds;
pub mod link;
mod load;
mod membership;
pub mod money;
mod place;
pub mod portfolio;
mod progress;
mod ranking;
mod relations;
pub mod schema;
mod shape;
mod team;
pub mod thread;
mod translation;
pub mod value;
mod yearly;

pub use changes::Changes;
pub use choice::Choice;
pub use concentration::{Concentration, Growth, concentrations, contradiction, location_quotient};
pub use coverage::{Coverage, Covering};
pub use evidence::{Evidence, Proof};
pub use freshness::{Freshness, Measured, freshness};
pub use gate::gate;
pub use id::{ByRef, Id, Ref, Target};
pub use kinds::{Content, Form, Kind, Layout, Model, PartyEntry};
pub(crate) use load::restricted_path;
pub use load::{Allowance, Loaded, Mention, MentionKind, Scope, load};
pub use membership::{Membership, YearOfMembership, dated, membership};
pub use place::{Place, Places, Segment};
pub use progress::{Cutoffs, Progress, Reading, State, progress, series};
pub use ranking::{Ranked, ranking};
pub use relations::Relations;
pub use team::{Level, MET, TOP, team};
pub use thread::Thread;
pub use translation::{Translation, translation};
pub use yearly::{Yearly, is_rated, yearly, years};

/// Who may see an entry, from most to fewest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// Everybody.
    Public,
    /// The cluster's members and its organisation.
    Members,
    /// The cluster organisation.
    Internal,
}

impl Visibility {
    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Members => "members",
            Self::Internal => "internal",
        }
    }
}

/// Whom a build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The most confidential entries that are built.
    pub sees: Visibility,
    /// Whether drafts are built too.
    pub drafts: bool,
}

impl Audience {
    /// Whether an entry exists for this audience.
    pub fn admits(self, meta: &Meta) -> bool {
        meta.visibility <= self.sees && (self.drafts || !meta.draft)
    }
}

/// What every entry has, whatever its kind.
#[derive(Clone, Debug)]
pub struct Meta {
    /// Its kind.
    pub kind: Kind,
    /// Its id, unique within the kind.
    pub id: Id,
    /// Who may see it.
    pub visibility: Visibility,
    /// Whether it is built only on demand.
    pub draft: bool,
    /// Addresses at which its page stood before, as the author writes them; none for kinds without pages of their own.
    pub aliases: Arc<[String]>,
}

/// An entry: what it has in common with all others, and its content.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// The common part.
    pub meta: Meta,
    /// The content of its kind; shared, since the gate makes a new model of the same entries.
    pub content: Arc<T>,
}

impl<T> Entry<T> {
    /// Its id.
    pub fn id(&self) -> &Id {
        &self.meta.id
    }

    /// The place of the whole entry in the sources.
    pub fn place(&self) -> Place {
        Place::entry(self.meta.kind, &self.meta.id)
    }

    /// The place of one of its keys, present or missing.
    pub fn at(&self, key: &'static str) -> Place {
        self.place().key(key)
    }
}

impl<T> std::ops::Deref for Entry<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.content
    }
}

impl Entry<serde_yaml::Value> {
    /// The entry with its content as its kind's type.
    fn decode<T: DeserializeOwned>(self) -> Result<Entry<T>, String> {
        let Self { meta, content } = self;
        let content = serde_yaml::from_value(Arc::unwrap_or_clone(content)).map_err(|error| error.to_string())?;
        Ok(Entry { meta, content: Arc::new(content) })
    }
}

/// The entries of a kind, in the order of the files.
#[derive(Clone, Debug)]
pub struct Entries<T> {
    items: Vec<Entry<T>>,
    by_id: BTreeMap<Id, usize>,
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self { items: Vec::new(), by_id: BTreeMap::new() }
    }
}

impl<T> Entries<T> {
    fn push(&mut self, entry: Entry<T>) {
        self.by_id.insert(entry.meta.id.clone(), self.items.len());
        self.items.push(entry);
    }

    fn retain(&self, keep: &dyn Fn(&Meta) -> bool) -> Self {
        let mut kept = Self::default();
        self.items.iter().filter(|entry| keep(&entry.meta)).for_each(|entry| {
            kept.push(Entry { meta: entry.meta.clone(), content: Arc::clone(&entry.content) });
        });
        kept
    }

    fn map(&self, change: impl Fn(&T) -> T) -> Self {
        let mut changed = Self::default();
        self.items.iter().for_each(|entry| {
            changed.push(Entry { meta: entry.meta.clone(), content: Arc::new(change(&entry.content)) });
        });
        changed
    }

    /// The entry of an id.
    pub fn get(&self, id: &Id) -> Option<&Entry<T>> {
        self.by_id.get(id).map(|&index| &self.items[index])
    }

    /// The entries in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<T>> {
        self.items.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<'a, T> IntoIterator for &'a Entries<T> {
    type Item = &'a Entry<T>;
    type IntoIter = std::slice::Iter<'a, Entry<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
