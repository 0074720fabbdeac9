//! What a picture shows, as a table: for readers in their language's words, for programs as plain values; apart because pictures and files share it.

use jiff::civil::Date;

use super::Frame;
use super::svg::is_safe_link;

/// What a picture shows, as a table; every row has as many cells as the head.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Table {
    /// Column headings. A unit stands here, in brackets, and not in the cells.
    pub head: Vec<String>,
    /// Rows from top to bottom.
    pub rows: Vec<Vec<Cell>>,
    /// Names of the columns that are the same in every language.
    #[serde(skip)]
    pub keys: Vec<String>,
}

impl Table {
    /// A table of columns, each with the name that programs know it by and its heading.
    pub(crate) fn new<K: Into<String>, T: Into<String>>(columns: impl IntoIterator<Item = (K, T)>, rows: Vec<Vec<Cell>>) -> Self {
        let (keys, head) = columns.into_iter().map(|(key, title)| (key.into(), title.into())).unzip();
        Self { head, rows, keys }
    }
}

/// One cell of a table, as plain text that still has to be escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Cell {
    /// What stands in the cell.
    pub text: String,
    /// Whether to align it as a number.
    pub numeric: bool,
    /// Where the text leads.
    pub href: Option<String>,
    /// What to sort a column by where the text would not do: a plain number or an ISO date.
    pub sort: Option<String>,
    /// What programs read.
    #[serde(skip)]
    pub value: Value,
}

/// A value for programs: the same in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// There is none; readers see a dash.
    #[default]
    Nothing,
    /// The words that readers see.
    Words,
    /// Other words than readers see, such as dates in their international form.
    Plain(String),
    /// A number in plain notation, `1234.5`; always finite.
    Number(String),
    /// A day.
    Day(Date),
}

/// What stands in a cell without a value.
const NOTHING: &str = "–";

/// A number as programs read it; nothing for what is not finite.
pub(crate) fn plain_number(value: f64) -> Option<String> {
    // Written and read again with twelve digits, a sum loses the noise of binary fractions.
    value.is_finite().then(|| format!("{value:.11e}").parse::<f64>().unwrap_or(value) + 0.0).map(|value| value.to_string())
}

impl Cell {
    /// A cell of words; a dash when there are none.
    pub(crate) fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        match text.trim().is_empty() {
            true => Self { text: NOTHING.into(), ..Self::default() },
            false => Self { text, value: Value::Words, ..Self::default() },
        }
    }

    /// A cell of words that leads somewhere.
    pub(crate) fn linked(text: impl Into<String>, href: Option<&String>) -> Self {
        Self { href: href.filter(|href| is_safe_link(href)).cloned(), ..Self::words(text) }
    }

    /// A cell of words that programs read in another form.
    pub(crate) fn coded(text: impl Into<String>, plain: String) -> Self {
        let cell = Self::words(text);
        if cell.value == Value::Nothing { cell } else { Self { value: Value::Plain(plain), ..cell } }
    }

    /// A number, or a dash; `shown` is how readers see it.
    pub(crate) fn number(value: Option<f64>, shown: impl FnOnce(f64) -> String) -> Self {
        let known = value.and_then(|value| Some((value, plain_number(value)?)));
        let cell = known.map_or_else(
            || Self::words(""),
            |(value, plain)| Self { sort: Some(plain.clone()), value: Value::Number(plain), ..Self::words(shown(value)) },
        );
        Self { numeric: true, ..cell }
    }

    /// A day, or a dash.
    pub(crate) fn day(frame: &Frame<'_>, day: Option<Date>) -> Self {
        day.map_or_else(
            || Self::words(""),
            |day| Self { sort: Some(day.to_string()), value: Value::Day(day), ..Self::words((frame.format.day)(day)) },
        )
    }
}

/// A heading with the unit of its column.
pub(crate) fn with_unit(word: &str, unit: &str) -> String {
    if unit.is_empty() { word.to_owned() } else { format!("{word} ({unit})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_and_exact_enough() {
        for (value, expected) in [
            (0.1 + 0.2, Some("0.3")),
            (-0.0, Some("0")),
            (1234.5, Some("1234.5")),
            (1e15, Some("1000000000000000")),
            (-5.0, Some("-5")),
            (1.0 / 3.0, Some("0.333333333333")),
            (f64::NAN, None),
            (f64::NEG_INFINITY, None),
        ] {
            assert_eq!(plain_number(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn a_cell_without_a_value_is_a_dash_for_readers_and_nothing_for_programs() {
        for cell in [Cell::words(" "), Cell::number(None, |_| "x".into()), Cell::number(Some(f64::NAN), |_| "x".into())] {
            assert_eq!((cell.text.as_str(), &cell.value, cell.sort.is_none()), (NOTHING, &Value::Nothing, true));
        }
    }
}
