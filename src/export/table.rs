//! Owns the two forms in which tables leave the site: CSV for spreadsheets, rows of JSON for programs. Both take the same fields, so they never differ.

use std::borrow::Cow;

use serde_json::Value as Json;

/// What stands in one place of a table that leaves the site.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Field<'a> {
    /// Nothing is known.
    Nothing,
    /// A text, days in their international form included.
    Text(Cow<'a, str>),
    /// A number in plain notation.
    Number(Cow<'a, str>),
    /// Whether something holds.
    Truth(bool),
}

impl Field<'_> {
    /// A text that may be missing.
    pub(super) fn text(text: Option<String>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Nothing, |text| Self::Text(text.into()))
    }

    /// A number that may be missing.
    pub(super) fn number(value: Option<f64>) -> Self {
        value.and_then(crate::chart::plain_number).map_or(Self::Nothing, |number| Self::Number(number.into()))
    }

    pub(super) fn json(&self) -> Json {
        match self {
            Self::Nothing => Json::Null,
            Self::Text(text) => Json::String(text.to_string()),
            Self::Number(number) => serde_json::from_str(number).unwrap_or_default(),
            Self::Truth(truth) => Json::Bool(*truth),
        }
    }
}

/// Comma-separated values (RFC 4180) in UTF-8, with the mark by which Excel knows that. Numbers have a decimal point and no grouping. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show.
pub(super) fn csv<'a>(head: &[String], rows: impl IntoIterator<Item = Vec<Field<'a>>>) -> Vec<u8> {
    let mut out = "\u{feff}".to_owned();
    line(&mut out, head.iter().map(|title| harmless(title)));
    for row in rows {
        line(
            &mut out,
            row.iter().map(|field| match field {
                Field::Nothing => "".into(),
                Field::Text(text) => harmless(text),
                Field::Number(number) => number.as_ref().into(),
                Field::Truth(truth) => if *truth { "true" } else { "false" }.into(),
            }),
        );
    }
    out.into_bytes()
}

fn line<'a>(out: &mut String, fields: impl Iterator<Item = Cow<'a, str>>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\n', '\r', ';']) || field.starts_with(' ') || field.ends_with(' ') {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}

/// A text that no spreadsheet calculates: control characters become spaces, and what begins like a formula begins with an apostrophe. The wide forms of
/// the signs count too, since spreadsheets of East Asia read them alike.
fn harmless(text: &str) -> Cow<'_, str> {
    let text: Cow<'_, str> = if text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{feff}') {
        text.replace('\u{feff}', "").replace(|c: char| c.is_control() && c != '\n', " ").into()
    } else {
        text.into()
    };
    let formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\u{2212}');
    match text.trim_start().chars().next() {
        Some(c) if formula(c) => format!("'{text}").into(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(field: Field<'_>) -> String {
        let bytes = csv(&["a".into()], [vec![field]]);
        let text = String::from_utf8(bytes).unwrap();
        text.strip_prefix("\u{feff}a\r\n").and_then(|rest| rest.strip_suffix("\r\n")).unwrap().to_owned()
    }

    #[test]
    fn no_text_is_a_formula_and_no_number_is_touched() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-5", "'-5"),
            ("−5", "'−5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("\r\n=HYPERLINK(\"http://x\",\"y\")", "\"' \n=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
            ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("\u{feff}=1", "'=1"),
            ("a=b", "a=b"),
            ("- item", "'- item"),
            ("", ""),
            ("a;b", "\"a;b\""),
            ("say \"x\", y", "\"say \"\"x\"\", y\""),
            ("مرحبا", "مرحبا"),
        ] {
            assert_eq!(one(Field::Text(text.into())), expected, "{text:?}");
        }
        assert_eq!(one(Field::Number("-5".into())), "-5");
        assert_eq!(one(Field::Nothing), "");
        let heads = String::from_utf8(csv(&["=cmd|' /C calc'!A0".into()], [])).unwrap();
        assert_eq!(heads, "\u{feff}'=cmd|' /C calc'!A0\r\n");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let hostile = ["a,b", "\"", "x\ny", " leading", "trailing ", ";", "'", "日本"];
        let rows: Vec<Vec<Field<'_>>> =
            hostile.iter().map(|text| vec![Field::Text((*text).into()), Field::Truth(true)]).collect();
        let bytes = csv(&["a".into(), "b".into()], rows);
        let mut reader = ::csv::Reader::from_reader(&bytes[3..]);
        let read: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
        assert_eq!(read, hostile);
    }

    #[test]
    fn programs_get_numbers_as_numbers() {
        for (field, expected) in [
            (Field::number(Some(0.1 + 0.2)), "0.3"),
            (Field::number(Some(f64::NAN)), "null"),
            (Field::number(Some(-1e12)), "-1000000000000"),
            (Field::text(Some(String::new())), "null"),
            (Field::Text("</script>".into()), "\"</script>\""),
        ] {
            assert_eq!(field.json().to_string(), expected);
        }
    }
}
