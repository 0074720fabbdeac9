//! Draws data as inline SVG with a title, a description and a table that says the same; apart because it knows shapes, not clusters.
//!
//! Every word arrives localised; every number and date is written by the closures of [`Format`]. Each chart is one file with an
//! input struct and a `draw` function that gives `None` when there is nothing to show. A layout is thought out for reading from left to right;
//! for the other direction the canvas mirrors it, so that no chart has a second layout.

use jiff::civil::Date;

mod axis;
pub mod bars;
pub mod chain;
pub mod gantt;
mod glyph;
pub mod house;
mod legend;
pub mod line;
pub mod map;
pub mod matrix;
pub mod organigram;
mod paint;
#[cfg(test)]
mod probe;
pub mod sparkline;
pub mod stacked_shares;
mod svg;
mod text;
pub mod track;
mod tree;

pub use crate::model::State;

/// A finished picture: the drawing and the same content as words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Picture {
    /// The id of the frame; every id inside the drawings starts with it.
    pub id: String,
    /// The name of the picture.
    pub title: String,
    /// What the picture shows, in a sentence or two; may be empty.
    pub description: String,
    /// The drawing, a whole `<svg>` element, safe to place in HTML as it is.
    pub svg: String,
    /// A second drawing for narrow screens, where the first would be too small to read. Style sheets show one of the two.
    pub svg_narrow: Option<String>,
    /// The same content as a table.
    pub table: Table,
}

/// What a picture shows, as a table; every row has as many cells as the head.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Table {
    /// Column headings.
    pub head: Vec<String>,
    /// Rows from top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a table, as plain text that still has to be escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Cell {
    /// What stands in the cell.
    pub text: String,
    /// Whether to align it as a number.
    pub numeric: bool,
    /// Where the text leads.
    pub href: Option<String>,
}

/// What stands in a cell without a value.
const NOTHING: &str = "–";

impl Cell {
    /// A cell of words; a dash when there are none.
    pub(crate) fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { text: if text.is_empty() { NOTHING.into() } else { text }, numeric: false, href: None }
    }

    /// A cell of words that leads somewhere.
    pub(crate) fn linked(text: impl Into<String>, href: Option<&String>) -> Self {
        Self { href: href.filter(|href| svg::is_safe_link(href)).cloned(), ..Self::words(text) }
    }

    /// A cell with a formatted number, or a dash.
    pub(crate) fn number(text: Option<String>) -> Self {
        Self { numeric: true, ..Self::words(text.unwrap_or_default()) }
    }
}

/// What all pictures need besides their data.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Unique in the page or document that the picture stands in, made of letters, digits, `-` and `_`.
    pub id: &'a str,
    /// The name of the picture.
    pub title: &'a str,
    /// What it shows, in a sentence or two; may be empty.
    pub description: &'a str,
    /// Whether the page reads from right to left; the layout is mirrored then.
    pub rtl: bool,
    /// How numbers and dates are written.
    pub format: &'a Format<'a>,
}

/// How the language of the page writes numbers and dates.
#[derive(Clone, Copy)]
pub struct Format<'a> {
    /// A plain number, such as `1,234.5`.
    pub number: &'a dyn Fn(f64) -> String,
    /// A share of one as a percentage: 0.25 gives `25 %`.
    pub percent: &'a dyn Fn(f64) -> String,
    /// A whole date, such as `3 May 2026`.
    pub day: &'a dyn Fn(Date) -> String,
    /// The month alone, as short as the language allows, such as `May`.
    pub month: &'a dyn Fn(Date) -> String,
    /// The quarter alone, such as `Q2`.
    pub quarter: &'a dyn Fn(Date) -> String,
    /// The year alone, such as `2026`.
    pub year: &'a dyn Fn(Date) -> String,
}

impl Frame<'_> {
    /// Puts drawings and table together.
    pub(crate) fn picture(&self, svg: String, svg_narrow: Option<String>, table: Table) -> Picture {
        Picture { id: self.id.into(), title: self.title.into(), description: self.description.into(), svg, svg_narrow, table }
    }

    /// A number with its unit, if it has one; a percent sign stays with its number through a space that does not break.
    pub(crate) fn amount(&self, value: f64, unit: &str) -> String {
        let number = (self.format.number)(value);
        if unit.is_empty() { number } else { format!("{number}\u{a0}{unit}") }
    }
}
