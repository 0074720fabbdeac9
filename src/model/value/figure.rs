//! Owns what an indicator can be worth: a number, or words where it is qualitative.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

/// The value of an indicator. Whether it has to be a number is said by the indicator's measure, not by how it looks.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A number in the indicator's unit.
    Number(f64),
    /// Words.
    Text(String),
}

impl Figure {
    /// Reads a text as a number where it is a finite one in plain notation (`1234.5`).
    pub fn parse(text: &str) -> Self {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
        match text.parse::<f64>() {
            Ok(number) if plain && number.is_finite() => Self::Number(number),
            _ => Self::Text(text.to_owned()),
        }
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::parse(&text))
    }
}

impl JsonSchema for Figure {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "string"], "x-type": "figure", "description": "A number; words where the indicator is qualitative, nominal or ordinal" })
    }
}
