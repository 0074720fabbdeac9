//! Owns when entries were last changed, by the days of the files that they are made of. It is apart because it is gathered while the files are still
//! there, and asked for when only the visible model is left.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Id, Kind, Loaded};
use crate::source::Sources;

/// The last change of every entry, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    days: BTreeMap<(Kind, Id), Days>,
}

/// The days of one entry.
#[derive(Clone, Debug, Default)]
struct Days {
    /// Of the file that it stands in.
    own: Option<Date>,
    /// Of the files that translate it, by language.
    translations: BTreeMap<String, Date>,
}

impl Changes {
    /// Gathers the days; none where the sources know none.
    pub fn gather(sources: &Sources, loaded: &Loaded) -> Self {
        let mut changes = Self::default();
        if !sources.is_dated() {
            return changes;
        }
        for (kind, id, lang, file) in loaded.files() {
            let Some(day) = sources.day(file) else { continue };
            let days = changes.days.entry((kind, id.clone())).or_default();
            match lang {
                None => days.own = Some(day),
                Some(lang) => drop(days.translations.insert(lang.to_owned(), day)),
            }
        }
        changes
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The day on which what readers of a language see of an entry was last changed: in its own file, or in that of its translation.
    pub fn day(&self, kind: Kind, id: &Id, lang: &str) -> Option<Date> {
        let days = self.days.get(&(kind, id.clone()))?;
        days.own.max(days.translations.get(lang).copied())
    }
}
