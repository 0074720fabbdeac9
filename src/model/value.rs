//! Owns the types of single values that authors write; each carries its JSON Schema with an `x-type`, by which the loader checks it.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

mod colour;
mod date;
mod figure;
mod font;

pub use colour::Rgb;
pub use date::{Date, Period};
pub use figure::Figure;
pub use font::families;

/// A text for readers in one or more languages, by language tag; the loader puts a plain text under the main language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<String, String>);

/// Markdown for readers in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Prose(BTreeMap<String, String>);

/// A text as one reader gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localised<'a> {
    /// The text.
    pub text: &'a str,
    /// The language it is in, which may not be the one asked for.
    pub lang: &'a str,
}

/// The text in `lang`, else in `main`, else in the first language that has one.
fn pick<'a>(texts: &'a BTreeMap<String, String>, lang: &str, main: &str) -> Option<Localised<'a>> {
    let found = texts.get_key_value(lang).or_else(|| texts.get_key_value(main)).or_else(|| texts.first_key_value());
    found.map(|(lang, text)| Localised { text, lang })
}

macro_rules! localised {
    ($($name:ident $tag:literal $what:literal;)*) => {$(
        impl $name {
            /// What a reader of `lang` gets: that language, else `main`, else any.
            pub fn get<'a>(&'a self, lang: &str, main: &str) -> Option<Localised<'a>> {
                pick(&self.0, lang, main)
            }

            /// All languages' texts, by tag.
            pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
                self.0.iter().map(|(lang, text)| (lang.as_str(), text.as_str()))
            }

            /// Whether there is no text in any language.
            pub fn is_empty(&self) -> bool {
                self.0.values().all(|text| text.trim().is_empty())
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "x-type": $tag,
                    "description": $what,
                    "anyOf": [
                        { "type": ["string", "number", "boolean"] },
                        { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] }, "minProperties": 1 }
                    ]
                })
            }
        }
    )*};
}

localised! {
    Text "text" "A text in the main language, or a map of languages: {en: …, fr: …}";
    Prose "prose" "Markdown in the main language, or a map of languages: {en: …, fr: …}";
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $tag:literal $pattern:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The value as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "x-type": $tag, "pattern": $pattern })
            }
        }
    )*};
}

words! {
    /// An address that starts with `https://` or `http://`.
    Url "url" "^https?://";
    /// An e-mail address.
    Email "email" "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";
    /// A colour as `#rrggbb`.
    Colour "colour" "^#[0-9a-fA-F]{6}$";
    /// A country as its two letters in ISO 3166-1.
    Country "country" "^[A-Z]{2}$";
    /// A currency as its three letters in ISO 4217.
    Currency "currency" "^[A-Z]{3}$";
    /// A language as a BCP 47 tag (`en`, `fr`, `pt-BR`).
    Language "language" "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
    /// The path of a file of the repository, from its root.
    FilePath "file" "^[^/\\\\].*";
    /// A time of day as `HH:MM`.
    Time "time" "^([01][0-9]|2[0-3]):[0-5][0-9]$";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_back_to_the_main_language() {
        let text: Text = serde_yaml::from_str("{en: Wood, fr: Bois}").unwrap();
        assert_eq!(text.get("fr", "en"), Some(Localised { text: "Bois", lang: "fr" }));
        assert_eq!(text.get("ar", "en"), Some(Localised { text: "Wood", lang: "en" }));
        assert_eq!(text.get("ar", "de"), Some(Localised { text: "Wood", lang: "en" }));
        assert_eq!(Text::default().get("en", "en"), None);
    }
}
