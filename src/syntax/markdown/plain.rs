//! Owns the reduction of Markdown to words for places that show no markup.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::escape::decode;
use super::events;
use super::raw::{Piece, pieces};

/// See [`super::plain`].
pub(super) fn plain(text: &str, max_chars: usize) -> String {
    let words = collect(text, max_chars, false);
    let words = if words.text.is_empty() { collect(text, max_chars, true) } else { words };
    words.finish()
}

/// The words of the text up to the limit, with its headings or without.
fn collect(text: &str, max_chars: usize, headings: bool) -> Words {
    let mut words = Words { text: String::new(), chars: 0, max_chars, gap: false, is_cut: false };
    let mut hidden = 0usize;
    let mut raw = String::new();
    for (event, _) in events(text) {
        match event {
            Event::Start(tag) if is_hidden(&tag, headings) => hidden += 1,
            Event::End(tag) if is_hidden_end(tag, headings) => hidden = hidden.saturating_sub(1),
            _ if hidden > 0 => {}
            Event::Text(text) | Event::Code(text) => words.push(&text),
            Event::Html(line) => raw.push_str(&line),
            Event::End(TagEnd::HtmlBlock) => {
                words.gap = true;
                for (_, piece) in pieces(&std::mem::take(&mut raw)) {
                    match piece {
                        Piece::Text(text) => words.push(&decode(text)),
                        Piece::Open(..) | Piece::Close(_) => {}
                    }
                }
                words.gap = true;
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => words.gap = true,
            Event::Start(tag) if is_block(&tag) => words.gap = true,
            _ => {}
        }
        if words.is_cut {
            break;
        }
    }
    words
}

/// What says nothing without its form, or that the text says itself.
fn is_hidden(tag: &Tag<'_>, headings: bool) -> bool {
    is_hidden_end(tag.to_end(), headings)
}

fn is_hidden_end(tag: TagEnd, headings: bool) -> bool {
    matches!(tag, TagEnd::CodeBlock | TagEnd::FootnoteDefinition | TagEnd::Image | TagEnd::Table)
        || (matches!(tag, TagEnd::Heading(_)) && !headings)
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Link { .. })
}

/// Words in one line, up to a limit.
struct Words {
    text: String,
    chars: usize,
    max_chars: usize,
    /// Whether a space has to stand before the next word.
    gap: bool,
    is_cut: bool,
}

impl Words {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() || c.is_control() {
                self.gap = true;
                continue;
            }
            let space = usize::from(self.gap && !self.text.is_empty());
            if self.chars + space + 1 > self.max_chars {
                self.is_cut = true;
                // Whether the cut is between words matters for how the line ends.
                self.text.push_str(if self.gap { " " } else { "" });
                return;
            }
            if space == 1 {
                self.text.push(' ');
            }
            self.text.push(c);
            self.chars += space + 1;
            self.gap = false;
        }
    }

    /// The line; where it was cut, the last word goes if it is not whole, and `…` stands at the end, within the limit.
    fn finish(self) -> String {
        if !self.is_cut || self.max_chars == 0 {
            return if self.max_chars == 0 { String::new() } else { self.text };
        }
        let fitting: String = self.text.chars().take(self.max_chars - 1).collect();
        let is_between = self.text[fitting.len()..].starts_with(' ');
        // A single word, or a script without spaces, is cut where the limit is.
        let end = if is_between { fitting.len() } else { fitting.rfind(' ').unwrap_or(fitting.len()) };
        format!("{}…", fitting[..end].trim_end_matches(|c: char| c == ' ' || c.is_ascii_punctuation()))
    }
}
