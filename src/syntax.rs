//! Owns the step from text to spanned trees (YAML, CSV, front matter, Markdown); it never fails, it gives a tree and findings.

use crate::source::Span;

pub mod active;
pub mod csv;
mod encoding;
mod entities;
pub mod front_matter;
pub mod image;
pub mod markdown;
pub mod scrub;
pub mod yaml;

#[cfg(test)]
mod mangled_tests;

pub use encoding::text;
pub use entities::decoded;

/// A piece of authored data with its place. YAML, CSV rows and front matter all become this, so that what follows has one input.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value's place (for a map or list, from its first to its last byte).
    pub span: Span,
    /// What stands there.
    pub value: Value,
}

/// The value of a [`Node`].
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Anything written as one text. Whether it is a number, a date or a word is decided by what is expected there, not by how it looks.
    Scalar(Scalar),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file, keys unique.
    Map(Vec<(Key, Node)>),
}

/// A text as authored.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// The text, escapes and folding resolved.
    pub text: String,
    /// Written without quotes and not as a block, so that it may stand for a number, a truth value or nothing.
    pub plain: bool,
    /// The text stands byte for byte at the node's span, so that an offset in it is an offset in the file.
    pub verbatim: bool,
}

/// The key of a [`Value::Map`] entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key's place.
    pub span: Span,
    /// The key's text.
    pub text: String,
}

impl Node {
    /// The value of a key, where this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(name, _)| name.text == key).map(|(_, node)| node)
    }

    /// The entries of a map in the order of the file; none for anything else.
    pub fn entries(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            Value::Scalar(_) | Value::List(_) => &[],
        }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            Value::Scalar(_) | Value::Map(_) => &[],
        }
    }

    /// The text, where this is one.
    pub fn as_scalar(&self) -> Option<&Scalar> {
        match &self.value {
            Value::Scalar(scalar) => Some(scalar),
            Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Whether nothing stands here: no value at all, `~` or `null`, without quotes.
    pub fn is_null(&self) -> bool {
        self.as_scalar().is_some_and(Scalar::is_null)
    }

    /// What this is, as messages name it.
    pub fn kind_name(&self) -> &'static str {
        match &self.value {
            Value::Scalar(scalar) if scalar.is_null() => "nothing",
            Value::Scalar(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }
}

impl Scalar {
    /// Whether the text stands for no value: written plainly, and empty, `~` or `null`.
    pub fn is_null(&self) -> bool {
        self.plain && matches!(self.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }
}

/// Something wrong with a text as such, whatever it is meant to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What sort of fault it is.
    pub kind: ProblemKind,
    /// Where.
    pub span: Span,
    /// Lower-case phrase that names the text at fault.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that belong to it, each with a short label.
    pub related: Vec<(Span, String)>,
}

/// The sorts of [`Problem`], each of which is one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// The bytes are not UTF-8 text.
    NotUtf8,
    /// The text is not YAML.
    YamlSyntax,
    /// YAML that has no meaning in a cluster's files: tags, merge keys, maps as keys, several documents.
    YamlFeature,
    /// A key that its map already has.
    DuplicateKey,
    /// A value without a key.
    EmptyKey,
    /// References (`*name`) that copy too much.
    AliasBudget,
    /// Maps and lists inside each other beyond the limit.
    TooDeep,
    /// Front matter that is never closed.
    FrontMatter,
    /// Quotes in a table that do not fit together.
    CsvSyntax,
    /// A column of a table without a name, or with the name of another.
    CsvColumn,
    /// A row of a table with more cells than there are columns.
    CsvRowLength,
}

impl ProblemKind {
    /// Every sort, in the order of declaration.
    pub const ALL: [Self; 11] = [
        Self::NotUtf8,
        Self::YamlSyntax,
        Self::YamlFeature,
        Self::DuplicateKey,
        Self::EmptyKey,
        Self::AliasBudget,
        Self::TooDeep,
        Self::FrontMatter,
        Self::CsvSyntax,
        Self::CsvColumn,
        Self::CsvRowLength,
    ];

    /// Whether parts of the file may be missing from its tree, so that "is missing" and "is unknown" say nothing about the author.
    pub fn loses_content(self) -> bool {
        match self {
            Self::NotUtf8
            | Self::YamlSyntax
            | Self::YamlFeature
            | Self::EmptyKey
            | Self::AliasBudget
            | Self::TooDeep
            | Self::FrontMatter
            | Self::CsvSyntax
            | Self::CsvColumn => true,
            Self::DuplicateKey | Self::CsvRowLength => false,
        }
    }
}

/// Problems that one reading of one file reports at most, so that a hostile file can't fill the memory with them.
const MAX_PROBLEMS: usize = 1000;

/// The beginning of a text's first line, short enough for a message.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    // A line may be as long as the file, and a file may be quoted a million times.
    let text = &text[..text.floor_char_boundary(8 * LONGEST)];
    let line = text.trim_start().lines().next().unwrap_or_default().trim_end();
    let mut characters = line.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
    let mut short: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
