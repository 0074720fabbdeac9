//! Owns sheets: pages made of the same few blocks, which one template prints on the site and in the document. A page that needs no more than facts, texts,
//! pictures, items and tables is a sheet, and then search and document know it too.

mod columns;
mod facts;
mod places;

pub(super) use facts::{address, anchor, fact};

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::Badge;
use super::{
    Desk, Row, Words, actors, agreement, all_indicators, brand, canvas, cases, costs, demands, diamond, excellence, fields,
    financing, impact, internationalisation, mapping, policy, portfolio, processes, relations, report, reports, results,
    staffing, stakeholders, traceability, value_chain,
};
use crate::chart::Picture;
use crate::plan::{Route, Topic};

/// A page made of blocks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Sheet {
    /// Its sections, in order.
    pub parts: Vec<Part>,
}

/// A section of a sheet.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Part {
    /// Place in the page to link to, unique in it.
    pub id: String,
    /// Place of the entry that the section is about, for links to it.
    pub anchor: Option<String>,
    /// Heading; the items of a section without one are headed as sections are.
    pub title: Option<Words>,
    /// What to know before reading it.
    pub lead: Option<Words>,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// Names and values.
    Facts {
        /// The names and values.
        rows: Vec<Row>,
    },
    /// Text of the cluster's own, from Markdown.
    Prose {
        /// The text.
        text: Words,
    },
    /// A word of the program to the reader: how to read what follows, or what not to do with it.
    Note {
        /// The note.
        text: Words,
        /// Whether it is a warning.
        warn: bool,
    },
    /// A picture.
    Figure {
        /// The picture with its data.
        picture: Picture,
        /// Whether the document prints its data below it; not where a table beside it says the same.
        data: bool,
        /// Whether it is so broad that paper has to lie on its side.
        wide: bool,
    },
    /// Things that are each told in a few lines.
    Items {
        /// The things.
        items: Vec<Item>,
    },
    /// A table.
    Table {
        /// The table.
        table: Table,
    },
    /// The logo on the grounds that it stands on.
    Logos {
        /// It on each of them.
        logos: Vec<Logo>,
    },
    /// Links, one a line.
    Links {
        /// Where they lead.
        links: Vec<Words>,
    },
}

/// The logo on a ground.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SheetLogo")]
pub struct Logo {
    /// Address of the picture, from the page.
    pub src: String,
    /// Whose logo it is.
    pub alt: String,
    /// What the ground is called.
    pub ground: String,
    /// Whether that is dark.
    pub dark: bool,
}

/// One thing, told in a few lines.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "SheetItem")]
pub struct Item {
    /// Place in the page to link to.
    pub anchor: Option<String>,
    /// What sort of thing it is.
    pub kicker: Option<String>,
    /// What it is called.
    pub title: Words,
    /// How far it is.
    pub badge: Option<Badge>,
    /// It in a sentence.
    pub text: Option<Words>,
    /// Single points, as a list.
    pub points: Vec<Words>,
    /// Everything else about it.
    pub prose: Option<Words>,
    /// A picture of it.
    pub picture: Option<Picture>,
    /// Names and values.
    pub facts: Vec<Row>,
}

/// A table.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "SheetTable")]
pub struct Table {
    /// What it tells, for those who do not see what stands around it.
    pub caption: String,
    /// Its columns; the first heads its rows.
    pub head: Vec<Head>,
    /// Its rows.
    pub lines: Vec<Line>,
    /// Whether its columns are so many that paper has to lie on its side.
    pub wide: bool,
    /// Whether readers may sort it by its columns.
    pub sortable: bool,
}

/// The head of a column.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SheetHead")]
pub struct Head {
    /// What stands in the column.
    pub label: String,
    /// Whether these are numbers.
    pub numeric: bool,
}

/// A row of a table.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "SheetLine")]
pub struct Line {
    /// Place in the page to link to.
    pub anchor: Option<String>,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Whether it sums up the rows above.
    pub total: bool,
}

/// A cell of a table.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "SheetCell")]
pub struct Cell {
    /// What stands in it; nothing in an empty one.
    pub words: Vec<Words>,
    /// Whether they stand one below the other, as sentences do, and not in one line.
    pub list: bool,
    /// A state in its stead.
    pub badge: Option<Badge>,
    /// What the script sorts the column by, where that is not the text.
    pub sort: Option<String>,
}

/// The sheet of a topic.
pub(super) fn view(desk: &Desk<'_>, topic: Topic) -> Sheet {
    match topic {
        Topic::Mapping => mapping::view(desk),
        Topic::ValueChain => value_chain::view(desk),
        Topic::Diamond => diamond::view(desk),
        Topic::Policy => policy::view(desk),
        Topic::Readiness => super::readiness::view(desk),
        Topic::Status => super::status::view(desk),
        Topic::Quality => super::quality::view(desk),
        Topic::Stakeholders => stakeholders::view(desk),
        Topic::Financing => financing::view(desk),
        Topic::Costs => costs::view(desk),
        Topic::Portfolio => portfolio::view(desk),
        Topic::Relations => relations::view(desk),
        Topic::Excellence => excellence::view(desk),
        Topic::Internationalisation => internationalisation::view(desk),
        Topic::Actors => actors::view(desk),
        Topic::Cases => cases::view(desk),
        Topic::Staffing => staffing::view(desk),
        Topic::Demands => demands::view(desk),
        Topic::Canvas => canvas::view(desk),
        Topic::Fields => fields::view(desk),
        Topic::Traceability => traceability::view(desk),
        Topic::Results => results::view(desk),
        Topic::AllIndicators => all_indicators::view(desk),
        Topic::Impact => impact::view(desk),
        Topic::Reports => reports::view(desk),
        Topic::Agreement => agreement::view(desk),
        Topic::Brand => brand::view(desk),
        Topic::Processes => processes::view(desk),
        Topic::Glossary => super::glossary::view(desk),
    }
}

/// The sheet that a page is, where it is one.
pub(super) fn of(desk: &Desk<'_>, route: &Route) -> Option<Sheet> {
    match route {
        Route::Sheet(topic) => Some(view(desk, *topic)),
        Route::Report(year) => Some(report::view(desk, *year)),
        _ => None,
    }
}

impl Part {
    /// A section with a heading; `id` is unique in the page.
    pub(super) fn new(id: &str, title: impl Into<Words>, blocks: impl IntoIterator<Item = Block>) -> Self {
        Self { id: format!("s.{id}"), title: Some(title.into()), blocks: blocks.into_iter().collect(), ..Self::default() }
    }

    /// A section without one, at the beginning of a page.
    pub(super) fn opening(blocks: impl IntoIterator<Item = Block>) -> Self {
        Self { id: "s.opening".to_owned(), blocks: blocks.into_iter().collect(), ..Self::default() }
    }
}

impl Block {
    /// A note; `warn` where it warns.
    pub(super) fn note(text: impl Into<Words>, warn: bool) -> Self {
        Self::Note { text: text.into(), warn }
    }

    /// A picture whose data stand beside it already, so that paper need not repeat them.
    pub(super) fn figure(picture: Option<Picture>) -> Option<Self> {
        picture.map(|picture| Self::Figure { picture, data: false, wide: false })
    }

    /// A picture whose data stand nowhere else.
    pub(super) fn figure_with_data(picture: Option<Picture>) -> Option<Self> {
        picture.map(|picture| Self::Figure { picture, data: true, wide: false })
    }

    /// The same block on paper that lies on its side, where it is a picture.
    pub(super) fn on_its_side(self) -> Self {
        match self {
            Self::Figure { picture, data, .. } => Self::Figure { picture, data, wide: true },
            other => other,
        }
    }

    /// Names and values, where there are any.
    pub(super) fn facts(rows: impl IntoIterator<Item = Option<Row>>) -> Option<Self> {
        let rows: Vec<Row> = rows.into_iter().flatten().collect();
        (!rows.is_empty()).then_some(Self::Facts { rows })
    }
}

impl Table {
    /// A table of columns, each a label and whether it holds numbers.
    pub(super) fn new(caption: impl Into<String>, head: impl IntoIterator<Item = (String, bool)>) -> Self {
        let head = head.into_iter().map(|(label, numeric)| Head { label, numeric }).collect();
        Self { caption: caption.into(), head, ..Self::default() }
    }

    /// With columns so long that paper has to lie on its side where there are many of them.
    #[must_use]
    pub(super) fn wide(mut self) -> Self {
        self.wide = self.head.len() > 5;
        self
    }

    /// That readers may sort by its columns.
    #[must_use]
    pub(super) fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// With rows.
    #[must_use]
    pub(super) fn lines(mut self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.lines.extend(lines);
        self
    }

    /// What holds for all rows, said once as names and values, and the table without these columns.
    pub(super) fn blocks(self) -> Vec<Block> {
        let (rows, table) = columns::shared(self);
        Block::facts(rows.into_iter().map(Some)).into_iter().chain(table.block()).collect()
    }

    /// The block that it is; nothing without rows, and no column that is empty in each of them.
    pub(super) fn block(self) -> Option<Block> {
        (!self.lines.is_empty()).then(|| Block::Table { table: columns::filled(self) })
    }
}

impl Line {
    /// A row.
    pub(super) fn new(anchor: Option<String>, cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { anchor, cells: cells.into_iter().collect(), total: false }
    }

    /// A row that sums up those above.
    pub(super) fn total(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { total: true, ..Self::new(None, cells) }
    }
}

impl Cell {
    /// Several words, each with its link.
    pub(super) fn all(words: impl IntoIterator<Item = Words>) -> Self {
        Self { words: words.into_iter().collect(), ..Self::default() }
    }

    /// Several words, one below the other; a single one needs no list.
    pub(super) fn list(words: impl IntoIterator<Item = Words>) -> Self {
        let all = Self::all(words);
        Self { list: all.words.len() > 1, ..all }
    }

    /// A state.
    pub(super) fn badge(badge: Badge) -> Self {
        Self { badge: Some(badge), ..Self::default() }
    }

    /// The same, sorted by a value of its own.
    #[must_use]
    pub(super) fn sorted_by(mut self, value: impl ToString) -> Self {
        self.sort = Some(value.to_string());
        self
    }
}

impl<T: Into<Words>> From<T> for Cell {
    fn from(words: T) -> Self {
        Self::all([words.into()])
    }
}

impl<T: Into<Words>> From<Option<T>> for Cell {
    fn from(words: Option<T>) -> Self {
        Self::all(words.map(Into::into))
    }
}
