//! Makes the small parts that pages fill sheets with: places of entries, rows of facts, addresses; apart because they need no block.

use crate::model::value::Url;
use crate::model::{Content, Entry};
use crate::page::{Desk, Row, Words};

/// The place of an entry in the page that shows it among others.
pub(in crate::page) fn anchor<T: Content>(entry: &Entry<T>) -> Option<String> {
    Some(format!("{}-{}", T::KIND.name(), entry.id()))
}

/// A row of a name and its values, the name by its whole message key; nothing where there is no value.
pub(in crate::page) fn fact(desk: &Desk<'_>, key: &str, values: impl IntoIterator<Item = Words>) -> Option<Row> {
    let values: Vec<Words> = values.into_iter().collect();
    (!values.is_empty()).then(|| Row { label: desk.say(key), values })
}

/// An address as readers know it, leading there.
pub(in crate::page) fn address(url: &Url) -> Words {
    let shown = url.as_str().trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    Words::from(shown.to_owned()).leading_to(url.as_str())
}
