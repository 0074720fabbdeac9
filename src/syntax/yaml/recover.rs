//! Owns what happens after a YAML syntax error: what of the tree is kept, and where reading goes on, so that one slip hides no other.

use granit_parser::ScanError;

use super::build::{Builder, Frame, Shape, Slot, level};
use super::fault::{self, Context, Level};
use crate::syntax::Node;

impl<'a> Builder<'a> {
    /// The whole tree, where the text was read to its end.
    pub(super) fn finish(mut self) -> Option<Node> {
        if self.last_fault.is_none() {
            self.report_unused_names();
        }
        self.finish_partial()
    }

    /// What was read of the tree.
    pub(super) fn finish_partial(mut self) -> Option<Node> {
        self.abandon(0);
        self.root
    }

    /// Ends the maps and lists that are open beyond the outermost `keep`. What was inside brackets is lost, and a key without its value.
    fn abandon(&mut self, keep: usize) {
        self.too_deep = 0;
        while self.stack.len() > keep {
            let Some(mut frame) = self.stack.pop() else { return };
            frame.anchor = 0;
            if frame.flow { self.attach(None, frame.start) } else { self.finish_frame(frame) }
        }
        if let Some(frame) = self.stack.last_mut() {
            frame.key = Slot::Wanted;
        }
    }

    /// Reports a syntax error, and finds the place from which reading can go on, if there is one.
    pub(super) fn recover(&mut self, error: &ScanError, start: usize) -> Option<usize> {
        let at = self.on_boundaries(self.segment + error.marker().byte_offset().unwrap_or(self.text.len())..0).start;
        let fault = fault::describe(error.kind(), &self.context(at));
        let range = self.on_boundaries(fault.range);
        // One slip often trips the parser twice, and the second message would be about a consequence of the first.
        if !self.last_fault.is_some_and(|earlier| same_line(self.text, earlier, range.start)) {
            let related = fault.related.map(|(range, label)| (self.span(self.on_boundaries(range)), label));
            self.problem(fault.kind, range.clone(), fault.message, fault.help.as_deref()).related.extend(related);
        }
        self.last_fault = Some(range.start);
        self.drop_damaged(at);
        let root = self.stack.first().map(|frame| (frame.shape, !frame.flow && frame.column == 0));
        if self.root.is_some() || root.is_some_and(|(_, goes_on)| !goes_on) {
            return None;
        }
        let bracket = self.stack.iter().find(|frame| frame.flow).map(|frame| frame.start);
        let read_until = bracket.or(self.stack.last().map(|frame| frame.end)).unwrap_or(start);
        let next = next_entry(self.text, range.start.max(read_until.min(at)).max(start), root.map(|(shape, _)| shape))?;
        self.abandon(1);
        Some(next)
    }

    /// What is known about the place of a syntax error.
    fn context(&mut self, at: usize) -> Context<'a> {
        let mut levels: Vec<Level> = self.stack.iter().filter(|frame| !frame.flow).map(level).collect();
        levels.extend(self.last_closed.take());
        let last_key = match self.stack.last() {
            Some(Frame { key: Slot::Wanted, entries, .. }) => entries.last().map(|(key, _)| key.span.start as usize - self.base),
            _ => None,
        };
        Context {
            text: self.text,
            at,
            last_end: self.last_end,
            last_text: self.last_text.clone(),
            last_key,
            bracket: self.stack.iter().rev().find(|frame| frame.flow).map(|frame| frame.start),
            levels,
        }
    }

    /// Takes the last text away again where it ends at the error: it is only the beginning of what its author wrote.
    fn drop_damaged(&mut self, at: usize) {
        if self.last_text.as_ref().is_none_or(|range| range.end != at) {
            return;
        }
        match self.stack.last_mut() {
            None => self.root = None,
            Some(Frame { shape: Shape::List, items, .. }) => drop(items.pop()),
            Some(Frame { key: slot @ Slot::Read(_), .. }) => *slot = Slot::Wanted,
            Some(Frame { entries, .. }) => drop(entries.pop()),
        }
        if let Some(frame) = self.stack.last_mut() {
            let last = frame.items.last().map(|node| node.span).or(frame.entries.last().map(|(_, node)| node.span));
            frame.end = last.map_or(frame.start, |span| span.end as usize - self.base);
        }
    }
}

fn same_line(text: &str, a: usize, b: usize) -> bool {
    !text[a.min(b)..a.max(b)].contains('\n')
}

/// The first line after `from` that looks like an entry of an outermost map or list.
fn next_entry(text: &str, from: usize, shape: Option<Shape>) -> Option<usize> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        let begins_line = at > from;
        let content = line.trim_end();
        let is_item = content == "-" || content.starts_with("- ");
        let is_key = content.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '"' | '\''))
            && (content.ends_with(':') || content.contains(": "));
        let fits = match shape {
            Some(Shape::List) => is_item,
            Some(Shape::Map) => is_key,
            None => is_item || is_key,
        };
        if begins_line && fits {
            return Some(at);
        }
        at += line.len();
    }
    None
}
