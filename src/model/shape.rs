//! Owns the walk of authored data against the shape of its kind: every fault of an entry at its place, and the value that is left when faulty
//! parts are taken out. Decoding comes after and can't fail on anything the walk has let through.

use serde_yaml::Value as Yaml;

use super::fault;
use super::load::{Mention, MentionKind};
use super::schema::{Field, Shape};
use super::{Id, Kind, Place, Segment};
use crate::diag::{Diagnostic, Rule, closest};
use crate::source::{Sources, Span};
use crate::syntax::{Key, Node, Scalar, Value, excerpt};

mod missing;
mod word;

pub(super) use word::is_language;

/// What a walk needs to know, and what it gathers.
pub(super) struct Walk<'a> {
    /// The files, to look up paths that the content names.
    pub(super) sources: &'a Sources,
    /// Languages of the site, the main one first.
    pub(super) languages: &'a [String],
    /// Whether there may be other languages, because `cluster.yaml` could not be understood there.
    pub(super) any_language: bool,
    /// The entry's key, or whatever of it comes first.
    pub(super) head: Span,
    /// Keys whose absence has been told for the whole table.
    pub(super) told: &'a [String],
    /// Whether a part of the entry's text could not be read, so that nothing can be said of what is missing.
    pub(super) damaged: bool,
    /// Faults found.
    pub(super) faults: Vec<Diagnostic>,
    /// References, files and texts found.
    pub(super) mentions: Vec<Mention>,
    /// Places at which something was wrong, so that rules don't complain about them a second time.
    pub(super) broken: Vec<Place>,
}

/// What stands at a node, in the words of messages.
pub(super) fn found_there(node: &Node) -> &'static str {
    match &node.value {
        Value::Map(_) => "keys with values",
        Value::List(_) | Value::Scalar(_) => node.kind_name(),
    }
}

impl Walk<'_> {
    /// The main language.
    fn main(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    pub(super) fn fault(&mut self, rule: &'static Rule, span: Span, place: &Place, message: String, help: Option<String>) {
        self.broken.push(place.clone());
        self.faults.push(Diagnostic::new(rule, span, message).with_help(help));
    }

    fn mention(&mut self, place: Place, kind: MentionKind) {
        self.mentions.push(Mention { place, kind });
    }

    /// Checks `node` and gives its value for decoding; nothing where it can't be used.
    pub(super) fn walk(&mut self, node: &Node, shape: &Shape, place: Place) -> Option<Yaml> {
        match shape {
            Shape::Object(fields) => self.object(node, fields, place),
            Shape::Map(inner) => self.map(node, None, inner, place),
            Shape::ByRef(kinds, inner) => self.map(node, Some(kinds.as_slice()), inner, place),
            Shape::List(inner) => self.list(node, inner, place),
            Shape::Text | Shape::Prose => self.localised(node, shape, place),
            Shape::Word(word) => {
                let scalar = self.scalar(node, word.expected(), &place)?;
                self.word(node, scalar, *word, place)
            }
            Shape::Number { integer, min, max } => self.number(node, *integer, (*min, *max), &place),
            Shape::Bool => {
                let scalar = self.scalar(node, "true or false", &place)?;
                match scalar.text.to_ascii_lowercase().as_str() {
                    "true" | "yes" => Some(Yaml::Bool(true)),
                    "false" | "no" => Some(Yaml::Bool(false)),
                    _ => {
                        let message = format!("`{}` is neither true nor false", excerpt(&scalar.text));
                        self.fault(&fault::wrong_type::RULE, node.span, &place, message, Some("write true or false".to_owned()));
                        None
                    }
                }
            }
            Shape::Choice(words) => self.choice(node, words, &place),
            Shape::Ref(kinds) => {
                let scalar = self.scalar(node, &format!("the id of a {}", Kind::any_of(kinds)), &place)?;
                let id = scalar.text.trim();
                self.reference(id, kinds, node.span, place).then(|| Yaml::String(id.to_owned()))
            }
        }
    }

    /// Takes note of an id that names an entry of one of these kinds; says whether it can be one.
    fn reference(&mut self, id: &str, kinds: &[Kind], span: Span, place: Place) -> bool {
        if Id::is_valid(id) {
            self.mention(place, MentionKind::Reference { kinds: kinds.to_vec(), id: Id::new(id), span });
            return true;
        }
        let rules = "ids have small letters a to z, digits and hyphens";
        let help = Id::suggest(id).map_or_else(|| rules.to_owned(), |id| format!("did you mean `{id}`? {rules}"));
        let message = format!("`{}` can't be the id of a {}", excerpt(id), Kind::any_of(kinds));
        self.fault(&fault::bad_id::RULE, span, &place, message, Some(help));
        false
    }

    fn object(&mut self, node: &Node, fields: &[Field], place: Place) -> Option<Yaml> {
        let Value::Map(entries) = &node.value else {
            let keys =
                fields.iter().filter(|field| field.required).map(|field| field.key.as_str()).collect::<Vec<_>>().join(", ");
            let help = if keys.is_empty() {
                "write the keys on lines of their own, indented".to_owned()
            } else {
                format!("write the keys on lines of their own, indented: {keys}")
            };
            let message = format!("expected keys with values here, found {}", found_there(node));
            self.fault(&fault::wrong_type::RULE, node.span, &place, message, Some(help));
            return None;
        };
        let mut mapping = serde_yaml::Mapping::new();
        let mut complete = true;
        for (key, value) in entries {
            let Some(field) = fields.iter().find(|field| field.key == key.text) else {
                self.unknown_key(key, fields, &place);
                continue;
            };
            if missing::is_blank(value, &field.shape) {
                self.empty(key, value, field, &place);
                complete &= !field.required;
                continue;
            }
            match self.walk(value, &field.shape, place.clone().key(&key.text)) {
                Some(value) => drop(mapping.insert(Yaml::String(key.text.clone()), value)),
                None => complete &= !field.required,
            }
        }
        for field in fields.iter().filter(|field| field.required) {
            if !entries.iter().any(|(key, _)| key.text == field.key) {
                self.missing(node, &field.key, &place);
                complete = false;
            }
        }
        complete.then_some(Yaml::Mapping(mapping))
    }

    fn unknown_key(&mut self, key: &Key, fields: &[Field], place: &Place) {
        let (span, name) = (key.span, key.text.as_str());
        let known = fields.iter().map(|field| field.key.as_str());
        let all = known.clone().collect::<Vec<_>>().join(", ");
        self.broken.push(place.clone().key(name));
        // The text below the front matter of a Markdown file has a key that its author never wrote.
        let below = span.start == span.end;
        let near = closest(name, known).filter(|_| !below);
        let message = if below {
            format!("{} has no text below its settings", place.kind.a_noun())
        } else {
            format!("there is no key `{}` here", excerpt(name))
        };
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) => {
                "between { and } a comma ends a value; write decimals after a point, as in 48.3".to_owned()
            }
            None if name == "id" && place.path.is_empty() => {
                "the id is the key above, or the file's name; take this line out".to_owned()
            }
            None if below => format!("put the text under one of the keys: {all}"),
            None => format!("keys that are known here: {all}"),
        };
        let mut found = Diagnostic::new(&fault::unknown_key::RULE, span, message).with_help(Some(help));
        found.fix = near.map(|near| (span, near.to_owned()));
        self.faults.push(found);
    }

    /// A map with keys of the author's own, or, where kinds are given, with ids of their entries.
    fn map(&mut self, node: &Node, kinds: Option<&[Kind]>, inner: &Shape, place: Place) -> Option<Yaml> {
        let Value::Map(entries) = &node.value else {
            let message = format!("expected keys with values here, found {}", found_there(node));
            let help = "write each as a key, a colon and its value, on a line of its own".to_owned();
            self.fault(&fault::wrong_type::RULE, node.span, &place, message, Some(help));
            return None;
        };
        let mut mapping = serde_yaml::Mapping::new();
        for (key, value) in entries {
            let place = place.clone().key(&key.text);
            if kinds.is_some_and(|kinds| !self.reference(&key.text, kinds, key.span, place.clone())) {
                continue;
            }
            if let Some(value) = self.walk(value, inner, place) {
                mapping.insert(Yaml::String(key.text.clone()), value);
            }
        }
        Some(Yaml::Mapping(mapping))
    }

    fn list(&mut self, node: &Node, inner: &Shape, place: Place) -> Option<Yaml> {
        let Value::List(items) = &node.value else {
            let help = match &node.value {
                Value::Scalar(scalar) => {
                    Some(format!("write `[{}]`, or each item on a line of its own after a hyphen", excerpt(&scalar.text)))
                }
                Value::List(_) | Value::Map(_) => Some("put a hyphen before each item".to_owned()),
            };
            let message = format!("expected a list here, found {}", found_there(node));
            self.fault(&fault::wrong_type::RULE, node.span, &place, message, help);
            return None;
        };
        let items = items.iter().enumerate().filter(|(_, item)| !item.is_null());
        Some(Yaml::Sequence(items.filter_map(|(index, item)| self.walk(item, inner, place.clone().item(index))).collect()))
    }

    fn localised(&mut self, node: &Node, shape: &Shape, place: Place) -> Option<Yaml> {
        let mut texts: Vec<(String, &Node)> = Vec::new();
        match &node.value {
            Value::Scalar(_) => texts.push((self.main().to_owned(), node)),
            Value::Map(entries) => {
                for (key, value) in entries {
                    if self.languages.contains(&key.text) || self.any_language && is_language(&key.text) {
                        if !value.is_null() {
                            texts.push((key.text.clone(), value));
                        }
                    } else {
                        self.unknown_language(key.span, &key.text, &place);
                    }
                }
            }
            Value::List(_) => {
                let message = "expected a text here, found a list".to_owned();
                let help = Some("write a text, or a map of languages: {en: …, fr: …}".to_owned());
                self.fault(&fault::wrong_type::RULE, node.span, &place, message, help);
                return None;
            }
        }
        let translated = matches!(node.value, Value::Map(_));
        let mut mapping = serde_yaml::Mapping::new();
        for (lang, value) in &texts {
            let place = if translated { place.clone().key(lang) } else { place.clone() };
            let Some(scalar) = self.scalar(value, "a text", &place) else { continue };
            if *shape == Shape::Prose {
                self.mention(place, MentionKind::Prose { lang: lang.clone(), text: scalar.text.clone() });
            }
            mapping.insert(Yaml::String(lang.clone()), Yaml::String(scalar.text.clone()));
        }
        if mapping.is_empty() {
            return None;
        }
        self.mention(place, MentionKind::Text { languages: texts.into_iter().map(|(lang, _)| lang).collect() });
        Some(Yaml::Mapping(mapping))
    }

    fn unknown_language(&mut self, span: Span, tag: &str, place: &Place) {
        let message = if is_language(tag) {
            format!("`{}` is not a language of this site", excerpt(tag))
        } else {
            format!("`{}` is not a language", excerpt(tag))
        };
        let help = match closest(tag, self.languages.iter().map(String::as_str)) {
            Some(near) if !is_language(tag) => {
                format!("did you mean `{near}`? the site's languages are {}", self.languages.join(", "))
            }
            _ => format!("the site's languages are {}; `languages` in cluster.yaml says so", self.languages.join(", ")),
        };
        self.fault(&fault::unknown_language::RULE, span, place, message, Some(help));
    }

    /// The scalar at a node; a list or map there is a fault.
    fn scalar<'n>(&mut self, node: &'n Node, expected: &str, place: &Place) -> Option<&'n Scalar> {
        match &node.value {
            Value::Scalar(scalar) => Some(scalar),
            Value::List(_) | Value::Map(_) => {
                let message = format!("expected {expected} here, found {}", found_there(node));
                let help = "write it on the line of its key, without hyphens, brackets or keys below it".to_owned();
                self.fault(&fault::wrong_type::RULE, node.span, place, message, Some(help));
                None
            }
        }
    }

    fn number(&mut self, node: &Node, integer: bool, (min, max): (Option<f64>, Option<f64>), place: &Place) -> Option<Yaml> {
        let scalar = self.scalar(node, "a number", place)?;
        let number = match crate::lang::parse_number(&scalar.text, "en") {
            Ok(number) => number,
            Err(error) => {
                // Tables have a language; everywhere else a number is written with a decimal point.
                let (message, help) = match crate::lang::parse_number(&scalar.text, "fr") {
                    Ok(number) => (format!("`{}` has a decimal comma", excerpt(&scalar.text)), format!("write {number}")),
                    Err(_) => (error.message, error.help),
                };
                self.fault(&fault::bad_number::RULE, node.span, place, message, Some(help));
                return None;
            }
        };
        let help = match (min, max) {
            (Some(min), Some(max)) => format!("it has to lie between {min} and {max}"),
            (Some(min), None) => format!("it has to be {min} or more"),
            (None, Some(max)) => format!("it has to be {max} or less"),
            (None, None) => "write a smaller number".to_owned(),
        };
        if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
            self.fault(
                &fault::bad_number::RULE,
                node.span,
                place,
                format!("{} is out of range", excerpt(&scalar.text)),
                Some(help),
            );
            return None;
        }
        if !integer {
            return Some(Yaml::Number(number.into()));
        }
        if number.fract() != 0.0 || number.abs() > f64::from(i32::MAX) {
            let message = format!("{} is not a whole number", excerpt(&scalar.text));
            self.fault(&fault::bad_number::RULE, node.span, place, message, Some("write a number without decimals".to_owned()));
            return None;
        }
        Some(Yaml::Number((number as i64).into()))
    }

    fn choice(&mut self, node: &Node, words: &[String], place: &Place) -> Option<Yaml> {
        let scalar = self.scalar(node, "a word", place)?;
        let word = scalar.text.trim();
        if words.iter().any(|known| known == word) {
            return Some(Yaml::String(word.to_owned()));
        }
        let near = closest(word, words.iter().map(String::as_str));
        let all = words.join(", ");
        let help = near.map_or_else(|| format!("one of: {all}"), |near| format!("did you mean `{near}`? the words are: {all}"));
        let named = place.path.iter().rev().find_map(|segment| match segment {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Item(_) => None,
        });
        let shown = excerpt(word);
        let message = if words == ["public", "members", "internal"] {
            format!("`{shown}` does not say who may see this, so only the cluster organisation would")
        } else {
            format!("`{shown}` is not one of the words for `{}`", excerpt(named.unwrap_or_default()))
        };
        self.broken.push(place.clone());
        let mut found = Diagnostic::new(&fault::unknown_word::RULE, node.span, message);
        found.fix = near.map(|near| (node.span, near.to_owned()));
        self.faults.push(found.with_help(Some(help)));
        None
    }
}
