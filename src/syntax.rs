//! Owns the step from text to spanned trees (YAML, CSV, front matter, Markdown); it never fails, it gives a tree and findings.

use crate::source::Span;

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
