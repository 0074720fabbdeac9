//! Owns how a closed set of words is declared: one list gives the enum, its spelling in files, its JSON Schema and its message keys.

/// A closed set of words that authors choose from and readers see translated.
pub trait Choice: Copy + Eq + 'static {
    /// Every value in the order of the guide.
    const ALL: &'static [Self];
    /// First part of the message keys after `enum.`.
    const SET: &'static str;
    /// The word used in files.
    fn as_str(self) -> &'static str;

    /// Key of the word shown to readers, `enum.SET.WORD`.
    fn message(self) -> String {
        format!("enum.{}.{}", Self::SET, self.as_str())
    }
}

/// Declares closed sets of words: `Name "set" { Variant "word" "explanation", … }`.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident $set:literal { $($variant:ident $word:literal $text:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(#[doc = $text] #[serde(rename = $word)] $variant,)*
        }

        impl $crate::model::choice::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            const SET: &'static str = $set;

            fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "oneOf": [$({ "const": $word, "description": $text }),*] })
            }
        }
    )*};
}

pub(crate) use choices;
