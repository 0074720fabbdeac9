//! Owns the messages of one language as data, parsed from YAML; apart from [`super::Locale`] because a theme or a cluster brings its own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use icu_plurals::PluralCategory;
use serde_yaml::Value;

/// The languages that the interface is complete in.
pub const INTERFACE: &[&str] = &["en", "fr", "de", "es", "ar"];

static BUILT_IN: [(&str, LazyLock<Catalogue>); 5] = [
    ("en", LazyLock::new(|| of_file(include_str!("../../themes/default/lang/en.yaml")))),
    ("fr", LazyLock::new(|| of_file(include_str!("../../themes/default/lang/fr.yaml")))),
    ("de", LazyLock::new(|| of_file(include_str!("../../themes/default/lang/de.yaml")))),
    ("es", LazyLock::new(|| of_file(include_str!("../../themes/default/lang/es.yaml")))),
    ("ar", LazyLock::new(|| of_file(include_str!("../../themes/default/lang/ar.yaml")))),
];

/// The messages that come with clustersite for a language; of `fr-CA` those of `fr`. Parsed once, when first asked for.
pub fn built_in(tag: &str) -> Option<Catalogue> {
    let language = tag.split(['-', '_']).next().unwrap_or(tag);
    let (_, catalogue) = BUILT_IN.iter().find(|(known, _)| known.eq_ignore_ascii_case(language))?;
    Some((**catalogue).clone())
}

/// A file of ours is parsed by the tests; should it fail all the same, keys are shown instead of words.
fn of_file(text: &str) -> Catalogue {
    Catalogue::parse(text).unwrap_or_default()
}

/// The messages of one language by dotted key (`enum.stage.initiation`). An empty one is fit for a language without messages.
///
/// As YAML: nested maps, whose keys are joined by dots. A map is one plural message when all its keys are plural categories
/// (`zero one two few many other`) and `other` is among them; so an enumeration of `many` and `few` stays one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    messages: BTreeMap<String, Message>,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// The same text always.
    Text(String),
    /// A text a plural category.
    Plural(Forms),
}

/// The texts of a plural message. There is always one for `other`, which stands in for those that lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Forms {
    pub(super) other: String,
    pub(super) special: Vec<(PluralCategory, String)>,
}

impl Forms {
    pub(super) fn get(&self, category: PluralCategory) -> &str {
        self.special.iter().find(|(of, _)| *of == category).map_or(&self.other, |(_, text)| text)
    }
}

impl Catalogue {
    /// The messages of a YAML text.
    ///
    /// # Errors
    /// A lower-case phrase that names the key at fault: bad YAML, a key twice, a value that is neither text nor map, an empty text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let root: Value = serde_yaml::from_str(text).map_err(|error| format!("not valid YAML: {error}"))?;
        let mut catalogue = Self::default();
        match root {
            Value::Null => {}
            Value::Mapping(map) => catalogue.read(&map, "")?,
            _ => return Err("messages are a map of keys to texts".to_owned()),
        }
        Ok(catalogue)
    }

    fn read(&mut self, map: &serde_yaml::Mapping, prefix: &str) -> Result<(), String> {
        for (key, value) in map {
            let Some(name) = key.as_str() else {
                return Err(format!("a key under `{prefix}` is not a text; put it in quotes"));
            };
            let key = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") };
            let message = match value {
                Value::Mapping(inner) => match plural(inner, &key)? {
                    Some(forms) => Message::Plural(forms),
                    None => {
                        self.read(inner, &key)?;
                        continue;
                    }
                },
                other => Message::Text(words(other, &key)?),
            };
            if self.messages.insert(key.clone(), message).is_some() {
                return Err(format!("`{key}` is there twice"));
            }
        }
        Ok(())
    }

    /// All keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// Takes over the messages of `other`; where both have a key, that of `other` counts.
    pub fn merge(&mut self, other: Self) {
        self.messages.extend(other.messages);
    }

    /// Says a message in other words: the same text always.
    pub fn put(&mut self, key: &str, text: &str) {
        self.messages.insert(key.to_owned(), Message::Text(text.to_owned()));
    }

    pub(super) fn get(&self, key: &str) -> Option<&Message> {
        self.messages.get(key)
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Message::Text(text) => Some(text),
            Message::Plural(forms) => Some(&forms.other),
        }
    }
}

/// The forms of a map that is a plural message.
fn plural(map: &serde_yaml::Mapping, key: &str) -> Result<Option<Forms>, String> {
    let category = |key: &Value| key.as_str().and_then(PluralCategory::get_for_cldr_string);
    if !map.keys().all(|key| category(key).is_some()) {
        return Ok(None);
    }
    let Some(other) = map.get("other") else { return Ok(None) };
    let other = words(other, &format!("{key}.other"))?;
    let mut special = Vec::new();
    for (name, value) in map {
        if let Some(category) = category(name).filter(|&category| category != PluralCategory::Other) {
            special.push((category, words(value, &format!("{key}.{}", name.as_str().unwrap_or_default()))?));
        }
    }
    Ok(Some(Forms { other, special }))
}

fn words(value: &Value, key: &str) -> Result<String, String> {
    match value {
        Value::String(text) if text.trim().is_empty() => Err(format!("`{key}` is empty")),
        Value::String(text) => Ok(text.clone()),
        Value::Null => Err(format!("`{key}` is empty")),
        Value::Bool(_) | Value::Number(_) => Err(format!("`{key}` is not a text; put it in quotes")),
        Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => Err(format!("`{key}` is not a text")),
    }
}
