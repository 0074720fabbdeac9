//! Owns ids and references: how entries name each other without anything else learning the names.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::Kind;

/// The id of an entry: its key in a file or the file's name. Lower-case Latin letters, digits and hyphens, at most [`Id::MAX`] long.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Longest id, in bytes; it has to fit a file name in every file system with room for a suffix.
    pub const MAX: usize = 80;

    /// Makes an id from a text that [`Id::is_valid`] accepts, or from a row number the loader gives to rows without one.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// Whether a text can be an id.
    pub fn is_valid(text: &str) -> bool {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !text.is_empty() && text.len() <= Self::MAX && text.bytes().all(allowed) && !text.starts_with('-') && !text.ends_with('-')
    }

    /// What texts of a list are sorted by: a Latin letter with an accent stands with the plain one, and other scripts keep their own order.
    pub fn place_in_list(text: &str) -> (Option<String>, String) {
        let latin = text.starts_with(|c: char| c < '\u{250}');
        (Self::suggest(text).filter(|_| latin), text.to_lowercase())
    }

    /// The valid id nearest to a text, where one can be made of it.
    pub fn suggest(text: &str) -> Option<String> {
        let mut id = String::new();
        for c in text.to_lowercase().chars() {
            match c {
                'a'..='z' | '0'..='9' => id.push(c),
                'à' | 'á' | 'â' | 'ã' | 'å' => id.push('a'),
                'ä' => id.push_str("ae"),
                'ç' => id.push('c'),
                'è' | 'é' | 'ê' | 'ë' => id.push('e'),
                'ì' | 'í' | 'î' | 'ï' => id.push('i'),
                'ñ' => id.push('n'),
                'ò' | 'ó' | 'ô' | 'õ' => id.push('o'),
                'ö' => id.push_str("oe"),
                'ù' | 'ú' | 'û' => id.push('u'),
                'ü' => id.push_str("ue"),
                'ß' => id.push_str("ss"),
                '\'' | '’' => {}
                _ if !id.ends_with('-') && !id.is_empty() => id.push('-'),
                _ => {}
            }
        }
        id.truncate(Self::MAX);
        let id = id.trim_matches('-');
        (!id.is_empty()).then(|| id.to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &self.0)
    }
}

/// What a [`Ref`] may point to.
pub trait Target {
    /// The kinds it may be of; an id has to be unique among them.
    const KINDS: &'static [Kind];
}

/// A reference to an entry. The id inside is private to the model: a reference can only be followed, so that one to an entry that the audience may
/// not see leads nowhere and tells nothing.
pub struct Ref<T> {
    pub(super) id: Id,
    target: PhantomData<fn() -> T>,
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone(), target: PhantomData }
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(Self { id: Id::new(&text), target: PhantomData })
    }
}

impl<T: Target> JsonSchema for Ref<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ref".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let kinds: Vec<&str> = T::KINDS.iter().map(|kind| kind.name()).collect();
        json_schema!({ "type": "string", "x-type": "ref", "x-kinds": kinds })
    }
}

/// Values that are given to entries, such as the scores of actors: a map whose keys are their ids. Like a [`Ref`], a key can only be followed.
pub struct ByRef<T, V>(Vec<(Ref<T>, V)>);

impl<T, V> ByRef<T, V> {
    /// References with their values, in the order of the ids.
    pub fn iter(&self) -> std::slice::Iter<'_, (Ref<T>, V)> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T, V> Default for ByRef<T, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, V: Clone> Clone for ByRef<T, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T, V: fmt::Debug> fmt::Debug for ByRef<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de, T, V: Deserialize<'de>> Deserialize<'de> for ByRef<T, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = std::collections::BTreeMap::<String, V>::deserialize(deserializer)?;
        Ok(Self(map.into_iter().map(|(id, value)| (Ref { id: Id::new(&id), target: PhantomData }, value)).collect()))
    }
}

impl<T: Target, V: JsonSchema> JsonSchema for ByRef<T, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ByRef".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let kinds: Vec<&str> = T::KINDS.iter().map(|kind| kind.name()).collect();
        json_schema!({ "type": "object", "x-type": "by-ref", "x-kinds": kinds, "additionalProperties": generator.subschema_for::<V>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_file_names_everywhere() {
        for (text, valid) in
            [("skills-2026", true), ("a", true), ("", false), ("Skills", false), ("a_b", false), ("-a", false), ("é", false)]
        {
            assert_eq!(Id::is_valid(text), valid, "{text:?}");
        }
        assert!(!Id::is_valid(&"a".repeat(Id::MAX + 1)));
    }

    #[test]
    fn a_suggestion_is_valid_or_absent() {
        for (text, expected) in
            [("Métiers du bois", Some("metiers-du-bois")), ("Holz & Bau", Some("holz-bau")), ("خشب", None), ("--", None)]
        {
            assert_eq!(Id::suggest(text).as_deref(), expected);
        }
        assert!(Id::is_valid(&Id::suggest(&"ü ".repeat(100)).unwrap_or_default()));
    }
}
