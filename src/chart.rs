//! Draws data as inline SVG with a title, a description and a table that says the same; apart because it knows shapes, not clusters.
//!
//! Every word arrives localised; every number and date is written by the closures of [`Format`]. Each chart is one file with an
//! input struct, a `draw` function that gives `None` when there is nothing to show, and a `demo`, and one line in [`gallery::CHARTS`].
//! What all share (sizes, colours, axes, boxes, legends, wording) is told in `docs/pictures.md`. A layout is thought out for reading from left to right;
//! for the other direction the canvas mirrors it, so that no chart has a second layout.

use jiff::civil::Date;

mod alone;
pub mod award;
mod axis;
pub mod bars;
pub mod benchmark;
pub mod brand_sheet;
pub mod bubble;
pub mod canvas;
pub mod case;
pub mod chain;
mod colours;
pub mod compared_shares;
pub mod cross;
pub mod diamond;
pub mod flow;
pub mod gallery;
pub mod gantt;
mod glyph;
pub mod house;
pub mod hypotheses;
pub mod interests;
pub mod ladder;
pub mod legal_form;
mod legend;
pub mod line;
pub mod liquidity;
pub mod map;
pub mod matrix;
pub mod membership;
pub mod multiples;
mod node;
pub mod organigram;
mod paint;
pub mod participation;
pub mod policy_map;
pub mod portfolio;
#[cfg(test)]
mod probe;
pub mod process_flow;
mod scale;
pub mod skills;
pub mod sparkline;
pub mod stacked;
pub mod stacked_shares;
mod svg;
mod table;
pub mod tally;
mod text;
pub mod thread;
pub mod track;
mod tree;
pub mod trust_ladder;
pub mod value_chain;

pub use crate::model::State;
pub use alone::{alone, dyed};
pub use colours::Colours;
pub(crate) use table::plain_number;
pub use table::{Cell, Table, Value};

/// A finished picture: the drawing and the same content as words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
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
    /// The language of its words, where that is not the page's.
    pub lang: Option<String>,
    /// Files that hold the picture and its data; none on paper, and none for a picture the size of a word.
    pub downloads: Option<Downloads>,
}

/// Where a picture can be taken along from: addresses relative to the root of the site.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Downloads {
    /// The table, for spreadsheets.
    pub csv: String,
    /// The table, for programs.
    pub json: String,
    /// The drawing, for documents and slides.
    pub svg: String,
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
    /// A number of per cent, with its decimals: 12.5 gives `12.5 %`.
    pub rate: &'a dyn Fn(f64) -> String,
    /// A whole date, such as `3 May 2026`.
    pub day: &'a dyn Fn(Date) -> String,
    /// The month alone, as short as the language allows, such as `May`.
    pub month: &'a dyn Fn(Date) -> String,
    /// The quarter alone, such as `Q2`.
    pub quarter: &'a dyn Fn(Date) -> String,
    /// The year alone, such as `2026`.
    pub year: &'a dyn Fn(Date) -> String,
    /// A name and its value in one line, such as `Small firms: 41`.
    pub pair: &'a dyn Fn(&str, &str) -> String,
}

impl Frame<'_> {
    /// Puts drawings and table together.
    pub(crate) fn picture(&self, svg: String, svg_narrow: Option<String>, table: Table) -> Picture {
        let (id, title, description) = (self.id.into(), self.title.into(), self.description.into());
        Picture { id, title, description, svg, svg_narrow, table, lang: None, downloads: None }
    }

    /// A name and its value in one line; the name alone where there is no value, and the value alone where there is no name.
    pub(crate) fn pair(&self, label: &str, value: &str) -> String {
        match (label.is_empty(), value.is_empty()) {
            (false, false) => (self.format.pair)(label, value),
            (false, true) => label.to_owned(),
            (true, _) => value.to_owned(),
        }
    }

    /// A number with its unit, if it has one; per cent are written as the language has it.
    pub(crate) fn amount(&self, value: f64, unit: &str) -> String {
        let number = || (self.format.number)(value);
        match unit.trim() {
            "" => number(),
            "%" => (self.format.rate)(value),
            unit => joined(&number(), unit, self.rtl),
        }
    }
}

/// A number and its unit. On a page from right to left a unit in Latin letters would come to stand before its number: a mark of direction holds them.
pub(crate) fn joined(number: &str, unit: &str, rtl: bool) -> String {
    let foreign = rtl && text::reads_rtl(unit) == Some(false);
    format!("{}{number}\u{a0}{unit}", if foreign { "\u{200e}" } else { "" })
}
