//! Owns symbolic places: how rules name a spot in an entry, and how that becomes a span once it is printed.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::{Id, Kind};
use crate::source::{Sources, Span};
use crate::syntax::{Node, Value};

/// One step into an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The value of a key.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// A spot in the sources by name: an entry, the way into it, and a range of the text there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Kind of the entry.
    pub kind: Kind,
    /// Id of the entry.
    pub id: Id,
    /// The way into it.
    pub path: Vec<Segment>,
    /// Bytes of the text there, where only a part is meant.
    pub range: Option<(usize, usize)>,
}

impl Place {
    /// A whole entry.
    pub fn entry(kind: Kind, id: &Id) -> Self {
        Self { kind, id: id.clone(), path: Vec::new(), range: None }
    }

    /// A key of it.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.path.push(Segment::Key(key.to_owned()));
        self
    }

    /// An item of the list there.
    #[must_use]
    pub fn item(mut self, index: usize) -> Self {
        self.path.push(Segment::Item(index));
        self
    }

    /// A part of the text there.
    #[must_use]
    pub fn text(mut self, range: Range<usize>) -> Self {
        self.range = Some((range.start, range.end));
        self
    }

    /// Whether the key says that the file there is shown as a picture, and not offered as a document.
    pub fn shows_picture(&self) -> bool {
        self.path.iter().any(|segment| match segment {
            Segment::Key(key) => matches!(key.as_str(), "logo" | "logo-dark" | "photo" | "image"),
            Segment::Item(_) => false,
        })
    }

    /// Whether this place is `other` or lies inside it.
    pub fn within(&self, other: &Place) -> bool {
        self.kind == other.kind && self.id == other.id && self.path.starts_with(&other.path)
    }
}

/// An entry as it stands in the sources.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// Its key or, where it is a file or row of its own, the first thing in it.
    pub(super) head: Span,
    /// Its content.
    pub(super) node: Node,
}

/// Where every entry stands, so that symbolic places can be made concrete.
#[derive(Clone, Debug, Default)]
pub struct Places {
    origins: HashMap<(Kind, Id), Origin>,
}

impl Places {
    pub(super) fn insert(&mut self, kind: Kind, id: Id, origin: Origin) {
        self.origins.insert((kind, id), origin);
    }

    pub(super) fn head(&self, kind: Kind, id: &Id) -> Option<Span> {
        self.origins.get(&(kind, id.clone())).map(|origin| origin.head)
    }

    /// Every entry that stands in the sources, also those that could not be read, in order.
    pub fn entries(&self) -> Vec<(Kind, &Id)> {
        let mut keys: Vec<(Kind, &Id)> = self.origins.keys().map(|(kind, id)| (*kind, id)).collect();
        keys.sort_unstable();
        keys
    }

    /// The ids of every kind, those of entries that could not be read included.
    pub(super) fn ids(&self) -> BTreeMap<Kind, BTreeSet<Id>> {
        let mut known = BTreeMap::<Kind, BTreeSet<Id>>::new();
        for (kind, id) in self.entries() {
            known.entry(kind).or_default().insert(id.clone());
        }
        known
    }

    /// Whether something is written at a key of an entry.
    pub fn is_filled(&self, kind: Kind, id: &Id, key: &str) -> bool {
        let node = self.origins.get(&(kind, id.clone())).and_then(|origin| origin.node.get(key));
        node.is_some_and(is_written)
    }

    /// The span of a place. A key that is missing stands at the nearest thing that exists: its parent's first key or the entry's head.
    pub fn span(&self, place: &Place) -> Option<Span> {
        self.node(place).map(|(found, _)| found)
    }

    /// The span of a place down to its passage of the text there.
    pub fn span_in(&self, sources: &Sources, place: &Place) -> Option<Span> {
        let (found, node) = self.node(place)?;
        Some(place.range.and_then(|range| passage(sources, node, range)).unwrap_or(found))
    }

    /// What is shown of the nearest node to a place, and the node.
    fn node(&self, place: &Place) -> Option<(Span, &Node)> {
        let origin = self.origins.get(&(place.kind, place.id.clone()))?;
        let mut node = &origin.node;
        let mut found = origin.head;
        for segment in &place.path {
            let next = match (&node.value, segment) {
                (Value::Map(entries), Segment::Key(key)) => entries.iter().find(|(k, _)| k.text == *key).map(|(_, value)| value),
                (Value::List(items), Segment::Item(index)) => items.get(*index),
                _ => None,
            };
            let Some(next) = next else { return Some((found, node)) };
            node = next;
            found = first_line(node);
        }
        Some((found, node))
    }
}

/// Whether there is anything in a node.
fn is_written(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(scalar) => !scalar.text.trim().is_empty(),
        Value::List(items) => items.iter().any(is_written),
        Value::Map(entries) => entries.iter().any(|(_, value)| is_written(value)),
    }
}

/// A passage of a scalar in the file. In an indented block the text differs from the file, but most passages stand there as they are: the
/// same one is looked for, as often repeated.
fn passage(sources: &Sources, node: &Node, (start, end): (usize, usize)) -> Option<Span> {
    let Value::Scalar(scalar) = &node.value else { return None };
    let base = node.span.start as usize;
    if scalar.verbatim {
        return Some(Span::new(node.span.file, base + start, base + end));
    }
    let passage = scalar.text.get(start..end).filter(|passage| !passage.is_empty())?;
    let before = scalar.text.get(..start)?.matches(passage).count();
    let at = base + sources.slice(node.span).match_indices(passage).nth(before)?.0;
    Some(Span::new(node.span.file, at, at + passage.len()))
}

/// What to show of a node: all of a scalar; of a map or list its first key or item, since a block of many lines shows nothing.
fn first_line(node: &Node) -> Span {
    match &node.value {
        Value::Scalar(_) => node.span,
        Value::List(items) => items.first().map_or(node.span, first_line),
        Value::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
    }
}
