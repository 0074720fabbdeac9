//! Owns what machines learn of lists: what is in them, in the order of the page.

use serde_json::{Value, json};

use super::address;
use crate::model::value::Text;
use crate::model::{Content, Entry};
use crate::page::{Desk, cards};

/// An entry of a list as an address and a name.
pub(super) fn link<T: Content>(desk: &Desk<'_>, entry: &Entry<T>, title: &Text) -> Value {
    let name = desk.bare(title);
    desk.href_of(entry).map_or_else(|| json!({ "name": name }), |href| json!({ "url": address(desk, &href), "name": name }))
}

/// A list; nothing where it is empty. What says of which type it is, is an item; anything else is a link.
pub(super) fn of(items: impl Iterator<Item = Value>) -> Vec<Value> {
    let element = |(index, item): (usize, Value)| {
        let mut element = json!({ "@type": "ListItem", "position": index + 1 });
        match item {
            Value::Object(link) if !link.contains_key("@type") => link.into_iter().for_each(|(key, value)| element[key] = value),
            item => element["item"] = item,
        }
        element
    };
    let items: Vec<Value> = items.enumerate().map(element).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![json!({ "@type": "ItemList", "numberOfItems": items.len(), "itemListElement": items })]
}

/// News, the latest first.
pub(super) fn news(desk: &Desk<'_>) -> Vec<Value> {
    of(cards::latest_news(desk).into_iter().map(|news| link(desk, news, &news.title)))
}
