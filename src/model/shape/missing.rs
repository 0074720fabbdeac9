//! Owns what is said of a key that is not there, or has nothing beside it; apart because it depends on where the entry stands: a row of a table
//! lacks a cell, a file lacks a line.

use super::Walk;
use crate::model::schema::{Field, Shape, Word};
use crate::model::{Form, Place, Segment, fault};
use crate::source::Span;
use crate::syntax::{Key, Node, Value};

/// Whether nothing is written here, or a text without a letter.
pub(super) fn is_blank(node: &Node, shape: &Shape) -> bool {
    let blank = |node: &Node| node.is_null() || node.as_scalar().is_some_and(|scalar| scalar.text.trim().is_empty());
    match (shape, &node.value) {
        (Shape::Text | Shape::Prose, Value::Map(languages)) => languages.iter().all(|(_, text)| blank(text)),
        (Shape::Text | Shape::Prose | Shape::Word(_) | Shape::Choice(_) | Shape::Ref(_), _) => blank(node),
        _ => node.is_null(),
    }
}

impl Walk<'_> {
    /// Tells of a key without a value, where one has to be.
    pub(super) fn empty(&mut self, key: &Key, value: &Node, field: &Field, place: &Place) {
        let place = place.clone().key(&key.text);
        if field.shape == Shape::Word(Word::Colour) && self.is_commented_out(value.span) {
            let message = format!("`{}` has no colour: what follows a `#` without quotes is a comment", key.text);
            self.fault(&fault::bad_value::RULE, key.span, &place, message, Some("write it in quotes: \"#1f4e79\"".to_owned()));
        } else if field.required && !self.damaged {
            let message = format!("`{}` is empty", key.text);
            let (span, help) = if self.is_table() {
                (value.span, "fill in this cell, or take the row out".to_owned())
            } else {
                (key.span, "write its value".to_owned())
            };
            self.fault(&fault::missing_key::RULE, span, &place, message, Some(help));
        } else if key.text == "visibility" && place.path.len() == 1 {
            let message = "`visibility` is empty, so only the cluster organisation would see this".to_owned();
            let help = "write public, members or internal, or take the line out".to_owned();
            self.fault(&fault::missing_key::RULE, key.span, &place, message, Some(help));
        }
    }

    /// Tells of a key that is not there at all.
    pub(super) fn missing(&mut self, node: &Node, key: &str, place: &Place) {
        let place = place.clone().key(key);
        let whole = place.path.len() == 1;
        // A cell that could not be read is told of at its place: of a map made of columns, one such tells for all.
        let top = place.path.first().map(|segment| matches!(segment, Segment::Key(top) if self.told.contains(top)));
        if self.damaged || top == Some(true) {
            self.broken.push(place);
            return;
        }
        let (kind, id) = (place.kind.noun(), &place.id);
        let message = match place.kind.layout().form {
            _ if !whole => format!("`{key}` is missing"),
            Form::Single => format!("`{key}` is missing"),
            Form::Rows => format!("this {kind} has no `{key}`"),
            Form::Many | Form::Grouped(_) => format!("the {kind} `{id}` has no `{key}`"),
        };
        let help = if self.is_table() {
            let column: Vec<&str> = place
                .path
                .iter()
                .filter_map(|segment| match segment {
                    Segment::Key(key) => Some(key.as_str()),
                    Segment::Item(_) => None,
                })
                .collect();
            format!("fill in the column `{}`", column.join("."))
        } else if whole && self.lacks_settings() {
            format!("begin the file with three lines: `---`, `{key}: …` and `---`")
        } else {
            format!("add a line `{key}: …`")
        };
        // The keys of a map made of columns stand in the table's first row, far from the cell that is missing.
        let inside = |span: &Span| (node.span.start..=node.span.end).contains(&span.start);
        let first = node.entries().first().map(|(key, _)| key.span).filter(inside);
        let span = if whole { self.head } else { first.unwrap_or(node.span) };
        self.fault(&fault::missing_key::RULE, span, &place, message, Some(help));
    }

    fn is_table(&self) -> bool {
        self.sources.file(self.head.file).path.ends_with(".csv")
    }

    /// Whether the entry is a Markdown file that begins with its text.
    fn lacks_settings(&self) -> bool {
        let file = self.sources.file(self.head.file);
        file.path.ends_with(".md") && !file.text().unwrap_or_default().trim_start_matches('\u{feff}').starts_with("---")
    }

    /// Whether the rest of the line at an empty value is a comment.
    fn is_commented_out(&self, span: Span) -> bool {
        let bytes = self.sources.file(span.file).bytes.get(span.start as usize..).unwrap_or_default();
        bytes.iter().take_while(|&&byte| byte != b'\n').find(|byte| !byte.is_ascii_whitespace()) == Some(&b'#')
    }
}
