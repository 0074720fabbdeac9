//! Owns the reading of YAML into our own tree with exact places; it goes on after a syntax error at the next entry of the file's outermost map or list.

use granit_parser::{Event, Parser, ScanError};

use self::build::Builder;
use super::{Node, Problem};
use crate::source::FileId;

mod build;
mod copies;
mod fault;
mod recover;

/// Maps and lists inside each other, at most.
const MAX_DEPTH: usize = 64;

/// Nodes that references (`*name`) may copy in one file, a node for every 100 bytes of text.
const MAX_COPIED: usize = 100_000;

/// Syntax errors of one file after which its rest is left unread.
const MAX_FAULTS: usize = 20;

/// Reads the one document of a text that begins at byte `base` of its file. Every value is kept as text; where a key is there
/// twice, the first one wins.
///
/// `None` for a text without any value, which is no problem by itself, and where nothing could be made of it, which is one.
pub fn parse(text: &str, file: FileId, base: usize, problems: &mut Vec<Problem>) -> Option<Node> {
    let mut builder = Builder::new(text, file, base, problems);
    let mut start = 0;
    for _ in 0..MAX_FAULTS {
        let Err(error) = read_from(start, text, &mut builder) else { return builder.finish() };
        let Some(next) = builder.recover(&error, start) else { return builder.finish_partial() };
        start = next;
    }
    builder.finish_partial()
}

/// Feeds the builder with the events of the text from `start` on.
fn read_from(start: usize, text: &str, builder: &mut Builder<'_>) -> Result<(), ScanError> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        disallow_directives: true,
    };
    builder.begin(start);
    for next in Parser::new_from_str_with_options(&text[start..], options) {
        let (event, span) = next?;
        let goes_on = match event {
            Event::DocumentStart(..) => {
                builder.document(&span);
                true
            }
            Event::Scalar(text, style, anchor, tag) => builder.scalar(&text, style, anchor, tag.is_some(), &span),
            Event::SequenceStart(style, anchor, tag) => builder.open(build::Shape::List, style, anchor, tag.is_some(), &span),
            Event::MappingStart(style, anchor, tag) => builder.open(build::Shape::Map, style, anchor, tag.is_some(), &span),
            Event::SequenceEnd | Event::MappingEnd => {
                builder.close(&span);
                true
            }
            Event::Alias(anchor) => builder.alias(anchor, &span),
            Event::UnresolvedAlias(_) => builder.unknown_alias(&span),
            Event::Anchor(anchor, _) => {
                builder.anchor(anchor, &span);
                true
            }
            // Nothing else carries content: the stream's ends, the document's end, comments.
            _ => true,
        };
        if !goes_on {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
