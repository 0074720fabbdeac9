//! Owns evidence: how an author names what proves an answer (an entry, all that there is of a kind, a file, a web address), and how it is followed without
//! telling more than an audience may know.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::{Id, Kind, Model};

/// What proves something. Like a reference it can only be followed, so that what an audience may not see leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence(Named);

/// What an author has named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// One entry, `kind:id`.
    Entry(Kind, String),
    /// All that there is of a kind.
    Kind(Kind),
    /// A file of the repository.
    File(String),
    /// A web address.
    Web(String),
    /// None of these; the loader has told of it.
    Nothing,
}

/// What evidence leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof<'a> {
    /// An entry.
    Entry(Kind, &'a Id),
    /// All entries of a kind, of which there is at least one.
    Kind(Kind),
    /// A file of the repository.
    File(&'a str),
    /// A web address.
    Web(&'a str),
}

impl Named {
    /// Reads what is written. A word before a colon that is no kind gives nothing, but a web address has one too.
    pub(super) fn read(text: &str) -> Self {
        if text.starts_with("https://") || text.starts_with("http://") {
            return Self::Web(text.to_owned());
        }
        match text.split_once(':') {
            Some((kind, id)) => {
                Kind::from_name(kind.trim()).map_or(Self::Nothing, |kind| Self::Entry(kind, id.trim().to_owned()))
            }
            None if text.starts_with("assets/") || text.starts_with("./") => Self::File(text.trim_start_matches("./").to_owned()),
            None => Kind::from_name(text).map_or(Self::Nothing, Self::Kind),
        }
    }
}

impl Model {
    /// Follows evidence; nothing where what it names does not exist for this audience.
    pub fn proof<'a>(&'a self, evidence: &'a Evidence) -> Option<Proof<'a>> {
        match &evidence.0 {
            Named::Entry(kind, id) => self.find(*kind, id).map(|id| Proof::Entry(*kind, id)),
            Named::Kind(kind) => self.metas().any(|meta| meta.kind == *kind).then_some(Proof::Kind(*kind)),
            Named::File(path) => Some(Proof::File(path)),
            Named::Web(url) => Some(Proof::Web(url)),
            Named::Nothing => None,
        }
    }
}

impl<'de> Deserialize<'de> for Evidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Named::read(&text)))
    }
}

impl JsonSchema for Evidence {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Evidence".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "x-type": "evidence",
            "description": "An entry as kind:id, all of a kind by its name, a file in assets/, or a web address." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_is_told_apart() {
        for (text, expected) in [
            ("goal:export", Named::Entry(Kind::Goal, "export".into())),
            ("key-question: why", Named::Entry(Kind::KeyQuestion, "why".into())),
            ("member", Named::Kind(Kind::Member)),
            ("assets/minutes.pdf", Named::File("assets/minutes.pdf".into())),
            ("./assets/minutes.pdf", Named::File("assets/minutes.pdf".into())),
            ("https://example.org/a:b", Named::Web("https://example.org/a:b".into())),
            ("javascript:alert(1)", Named::Nothing),
            ("gaol:export", Named::Nothing),
            ("", Named::Nothing),
        ] {
            assert_eq!(Named::read(text), expected, "{text}");
        }
    }
}
