//! Owns dates and periods as authors write them.

use std::fmt;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};

/// A calendar day, written `2026-03-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub civil::Date);

impl Date {
    /// Reads `YYYY-MM-DD` and nothing else; the error says what is wrong as a lower-case phrase.
    pub fn parse(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return Err("not a date".to_owned()) };
        let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
            return Err("not a date".to_owned());
        };
        if !(1..=12).contains(&month) {
            return Err(format!("there is no month {month}"));
        }
        civil::Date::new(year, month as i8, day as i8).map(Self).map_err(|_| format!("month {month} of {year} has no day {day}"))
    }
}

/// The number that exactly `len` ASCII digits stand for.
fn digits(text: &str, len: usize) -> Option<i16> {
    (text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A stretch of time: a year (`2026`), half-year (`2026-H1`), quarter (`2026-Q3`), month (`2026-05`) or day (`2026-05-31`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// First day.
    pub start: civil::Date,
    /// Last day.
    pub end: civil::Date,
    /// How it was written.
    pub written: String,
}

impl Period {
    /// Reads one of the five forms; the error says what is wrong as a lower-case phrase.
    pub fn parse(text: &str) -> Result<Self, String> {
        let of_months = |year: i16, first: i8, count: i8| {
            let start = civil::Date::new(year, first, 1).map_err(|_| "not a period".to_owned())?;
            let last = civil::Date::new(year, first + count - 1, 1).map_err(|_| "not a period".to_owned())?;
            Ok(Self { start, end: last.last_of_month(), written: text.to_owned() })
        };
        if let Some(year) = digits(text, 4) {
            return of_months(year, 1, 12);
        }
        if let Some((year, rest)) = text.split_once('-').and_then(|(year, rest)| Some((digits(year, 4)?, rest))) {
            match rest {
                "H1" | "H2" => return of_months(year, if rest == "H1" { 1 } else { 7 }, 6),
                "Q1" => return of_months(year, 1, 3),
                "Q2" => return of_months(year, 4, 3),
                "Q3" => return of_months(year, 7, 3),
                "Q4" => return of_months(year, 10, 3),
                _ => {}
            }
            if let Some(month) = digits(rest, 2) {
                return if (1..=12).contains(&month) {
                    of_months(year, month as i8, 1)
                } else {
                    Err(format!("there is no month {month}"))
                };
            }
        }
        Date::parse(text).map(|Date(day)| Self { start: day, end: day, written: text.to_owned() }).map_err(|error| {
            match error.as_str() {
                "not a date" => "not a period".to_owned(),
                _ => error,
            }
        })
    }
}

macro_rules! from_text {
    ($($name:ident $tag:literal $description:literal $pattern:literal;)*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
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
                json_schema!({ "type": ["string", "integer"], "x-type": $tag, "description": $description, "pattern": $pattern })
            }
        }
    )*};
}

from_text! {
    Date "date" "A day: 2026-03-31" "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    Period "period" "A year (2026), half-year (2026-H1), quarter (2026-Q3), month (2026-05) or day (2026-05-31)" "^[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_exact() {
        assert!(Date::parse("2028-02-29").is_ok());
        for (text, error) in [
            ("2026-02-29", "month 2 of 2026 has no day 29"),
            ("2026-13-01", "there is no month 13"),
            ("31.12.2026", "not a date"),
            ("2026-1-1", "not a date"),
            ("", "not a date"),
            ("２０２６-01-01", "not a date"),
        ] {
            assert_eq!(Date::parse(text), Err(error.to_owned()), "{text}");
        }
    }

    #[test]
    fn periods_have_a_first_and_a_last_day() {
        for (text, start, end) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("2026-H2", "2026-07-01", "2026-12-31"),
            ("2026-Q1", "2026-01-01", "2026-03-31"),
            ("2028-02", "2028-02-01", "2028-02-29"),
            ("2026-05-31", "2026-05-31", "2026-05-31"),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!((period.start.to_string(), period.end.to_string()), (start.to_owned(), end.to_owned()));
        }
        for text in ["2026-Q5", "26", "2026-H3", "soon", "2026-00"] {
            assert!(Period::parse(text).is_err(), "{text}");
        }
    }
}
