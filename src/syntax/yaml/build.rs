//! Owns the making of our tree out of a YAML parser's events, apart because what the tree refuses (copies, depth, twins) is decided here alone.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{ScalarStyle, StructureStyle};

use super::MAX_DEPTH;
use super::copies::Anchor;
use super::fault::{self, Level};
use crate::source::{FileId, Span};
use crate::syntax::{Key, MAX_PROBLEMS, Node, Problem, ProblemKind, Scalar, Value, excerpt};

/// What a [`Frame`] gathers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    List,
    Map,
}

/// A map or list that is being read.
pub(super) struct Frame {
    pub(super) shape: Shape,
    /// Written with braces or brackets.
    pub(super) flow: bool,
    /// Of its first byte, from 0, in characters.
    pub(super) column: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) anchor: usize,
    pub(super) items: Vec<Node>,
    pub(super) entries: Vec<(Key, Node)>,
    pub(super) seen: BTreeMap<String, Span>,
    pub(super) key: Slot,
}

/// What is known of the key of a map's next value.
pub(super) enum Slot {
    /// A key comes first.
    Wanted,
    Read(Key),
    /// A key was there but can't be used, and neither can its value.
    Refused,
}

/// The tree of one file so far, and what was found in it.
pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    file: FileId,
    pub(super) base: usize,
    problems: &'a mut Vec<Problem>,
    /// Where the text that is being read begins in the whole.
    pub(super) segment: usize,
    /// Reading goes on after a syntax error, and the next map or list is the outermost one that is still open.
    resumed: bool,
    pub(super) stack: Vec<Frame>,
    pub(super) root: Option<Node>,
    /// Documents begun in this segment, and where the last one did.
    documents: usize,
    document_at: Range<usize>,
    pub(super) anchors: BTreeMap<usize, Anchor>,
    /// Names given to values, with whether something refers to them.
    pub(super) names: BTreeMap<usize, (Range<usize>, bool)>,
    pub(super) copied: usize,
    pub(super) budget_reported: bool,
    /// Levels of maps and lists that are passed over because they are too deep.
    pub(super) too_deep: usize,
    /// The last text, as long as nothing but the ends of maps and lists came after it.
    pub(super) last_text: Option<Range<usize>>,
    /// End of the last thing read.
    pub(super) last_end: usize,
    /// The last map or list that ended.
    pub(super) last_closed: Option<Level>,
    /// Where the last syntax error was, if there was any.
    pub(super) last_fault: Option<usize>,
    reported: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, file: FileId, base: usize, problems: &'a mut Vec<Problem>) -> Self {
        Self {
            text,
            file,
            base,
            problems,
            segment: 0,
            resumed: false,
            stack: Vec::new(),
            root: None,
            documents: 0,
            document_at: 0..0,
            anchors: BTreeMap::new(),
            names: BTreeMap::new(),
            copied: 0,
            budget_reported: false,
            too_deep: 0,
            last_text: None,
            last_end: 0,
            last_closed: None,
            last_fault: None,
            reported: 0,
        }
    }

    /// Starts over at a place after a syntax error, or at the beginning.
    pub(super) fn begin(&mut self, segment: usize) {
        self.segment = segment;
        self.resumed = !self.stack.is_empty();
        self.documents = 0;
        self.anchors.clear();
        self.last_text = None;
        self.last_closed = None;
        self.last_end = segment;
    }

    pub(super) fn document(&mut self, span: &granit_parser::Span) {
        self.documents += 1;
        self.document_at = self.range(span);
    }

    /// Whether this content belongs to the one document that a file has; reports the second one.
    pub(super) fn is_in_document(&mut self) -> bool {
        if self.documents < 2 {
            return true;
        }
        let range = self.document_at.clone();
        self.problem(
            ProblemKind::YamlFeature,
            range,
            "a second document begins here, and nothing from here on is read".to_owned(),
            Some("remove the line of `---`, or put what follows into a file of its own"),
        );
        false
    }

    pub(super) fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tagged: bool,
        span: &granit_parser::Span,
    ) -> bool {
        let mut range = self.range(span);
        let plain = style == ScalarStyle::Plain;
        // The parser says `~` where nothing at all is written.
        let absent = plain && range.is_empty();
        if self.documents > 1 && absent {
            // A last line of `---` with nothing behind it does no harm.
            return false;
        }
        if !self.is_in_document() {
            return false;
        }
        self.refuse_tag(tagged, span);
        if absent {
            let is_value = matches!(self.stack.last(), Some(Frame { key: Slot::Read(_) | Slot::Refused, .. }));
            if is_value && self.text[range.start..].starts_with(':') {
                range = range.start + 1..range.start + 1;
            }
        }
        let outer_end = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => range.start + self.text[range.clone()].trim_end().len(),
            _ => range.end,
        };
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) && range.len() >= 2;
        let mut inner = if quoted { range.start + 1..range.end - 1 } else { range.clone() };
        let text = if absent { "" } else { text };
        let verbatim = self.text.get(inner.clone()) == Some(text);
        if !verbatim && !quoted {
            inner.end = outer_end;
        }
        let value = Value::Scalar(Scalar { text: text.to_owned(), plain, verbatim });
        let node = Node { span: self.span(inner), value };
        self.remember(anchor, &node);
        self.last_text = (!absent).then_some(range);
        self.attach(Some(node), outer_end);
        true
    }

    pub(super) fn open(
        &mut self,
        shape: Shape,
        style: StructureStyle,
        anchor: usize,
        tagged: bool,
        span: &granit_parser::Span,
    ) -> bool {
        if !self.is_in_document() {
            return false;
        }
        self.refuse_tag(tagged, span);
        let range = self.range(span);
        let flow = style == StructureStyle::Flow;
        if self.resumed {
            self.resumed = false;
            return self.stack.first().is_some_and(|frame| frame.shape == shape) && !flow;
        }
        self.last_text = None;
        self.last_end = range.end.max(self.last_end);
        if self.too_deep > 0 || self.stack.len() >= MAX_DEPTH {
            if self.too_deep == 0 {
                let message = format!("maps and lists stand more than {MAX_DEPTH} deep inside each other");
                self.last_fault = Some(range.start);
                self.problem(ProblemKind::TooDeep, range, message, Some("what is deeper is not read; write it flatter"));
            }
            self.too_deep += 1;
            return true;
        }
        self.stack.push(Frame {
            shape,
            flow,
            column: span.start.col(),
            start: range.start,
            end: range.end,
            anchor,
            items: Vec::new(),
            entries: Vec::new(),
            seen: BTreeMap::new(),
            key: Slot::Wanted,
        });
        true
    }

    pub(super) fn close(&mut self, span: &granit_parser::Span) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            if self.too_deep == 0 {
                self.attach(None, self.last_end);
            }
            return;
        }
        let end = self.range(span).end;
        if let Some(mut frame) = self.stack.pop() {
            if frame.flow {
                frame.end = frame.end.max(end);
            }
            self.finish_frame(frame);
        }
    }

    /// Puts a finished map or list where it belongs.
    pub(super) fn finish_frame(&mut self, frame: Frame) {
        self.last_closed = (!frame.flow).then(|| level(&frame));
        let Frame { shape, start, end, anchor, items, entries, .. } = frame;
        let value = match shape {
            Shape::List => Value::List(items),
            Shape::Map => Value::Map(entries),
        };
        let node = Node { span: self.span(start..end.max(start)), value };
        self.remember(anchor, &node);
        self.attach(Some(node), end);
    }

    /// Puts a value where it belongs: as key or value of the open map, as item of the open list, or as the root.
    /// Without a node it takes its place, and nothing remains of it.
    pub(super) fn attach(&mut self, node: Option<Node>, end: usize) {
        self.last_end = self.last_end.max(end);
        if self.too_deep > 0 {
            return;
        }
        let Some(frame) = self.stack.last_mut() else {
            self.root = node;
            return;
        };
        frame.end = frame.end.max(end);
        if frame.shape == Shape::List {
            frame.items.extend(node);
            return;
        }
        match std::mem::replace(&mut frame.key, Slot::Wanted) {
            Slot::Wanted => {
                let slot = self.key(node);
                if let Some(frame) = self.stack.last_mut() {
                    frame.key = slot;
                }
            }
            Slot::Read(key) => frame.entries.extend(node.map(|node| (key, node))),
            Slot::Refused => {}
        }
    }

    /// Judges a node that stands where a key is expected.
    fn key(&mut self, node: Option<Node>) -> Slot {
        let Some(node) = node else { return Slot::Refused };
        let range = node.span.start as usize - self.base..node.span.end as usize - self.base;
        let Value::Scalar(scalar) = node.value else {
            let message = format!("{} can't be a key", node.kind_name());
            let help = "a text that begins with `{` or `[` belongs in quotes";
            self.problem(ProblemKind::YamlFeature, range, message, Some(help));
            return Slot::Refused;
        };
        if scalar.text.trim().is_empty() {
            let range = range.start..(range.end + 1).min(self.text.len());
            let message = "a value without a key".to_owned();
            self.problem(ProblemKind::EmptyKey, self.on_boundaries(range), message, Some("write a key before the colon"));
            return Slot::Refused;
        }
        if scalar.plain && scalar.text == "<<" {
            let message = "`<<` (taking over the entries of another map) is not supported".to_owned();
            self.problem(ProblemKind::YamlFeature, range, message, Some("write the entries out"));
            return Slot::Refused;
        }
        let Some(frame) = self.stack.last_mut() else { return Slot::Refused };
        if let Some(&first) = frame.seen.get(&scalar.text) {
            let message = format!("`{}` is there twice", excerpt(&scalar.text));
            let problem = self.problem(
                ProblemKind::DuplicateKey,
                range,
                message,
                Some("remove or rename one of them; the first one counts"),
            );
            problem.related.push((first, "first one".to_owned()));
            return Slot::Refused;
        }
        frame.seen.insert(scalar.text.clone(), node.span);
        Slot::Read(Key { span: node.span, text: scalar.text })
    }

    fn refuse_tag(&mut self, tagged: bool, span: &granit_parser::Span) {
        if !tagged {
            return;
        }
        let range = span.tag_span().map_or_else(|| self.range(span), |tag| self.range(&tag));
        let message = format!("`{}` is a type tag of YAML, which has no meaning here", excerpt(&self.text[range.clone()]));
        let help = format!(
            "remove it; a text that begins with `!` belongs in quotes: {}",
            fault::quoted(&excerpt(&self.text[range.start..]))
        );
        self.problem(ProblemKind::YamlFeature, range, message, Some(&help));
    }

    /// The bytes of a parser's span in the whole text.
    pub(super) fn range(&self, span: &granit_parser::Span) -> Range<usize> {
        let start = self.segment + span.start.byte_offset().unwrap_or_default();
        let end = self.segment + span.end.byte_offset().unwrap_or_default();
        self.on_boundaries(start..end)
    }

    /// A range that lies within the text and cuts no character, whatever it was.
    pub(super) fn on_boundaries(&self, range: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start);
        start..self.text.ceil_char_boundary(range.end.min(self.text.len())).max(start)
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    pub(super) fn problem(
        &mut self,
        kind: ProblemKind,
        range: Range<usize>,
        message: String,
        help: Option<&str>,
    ) -> &mut Problem {
        let span = self.span(range);
        if self.reported == MAX_PROBLEMS {
            self.problems.pop();
        } else {
            self.reported += 1;
        }
        self.problems.push_mut(Problem { kind, span, message, help: help.map(str::to_owned), related: Vec::new() })
    }
}

/// A map or list as messages about indentation name it.
pub(super) fn level(frame: &Frame) -> Level {
    let name = frame.entries.last().map(|(key, _)| format!("`{}`", excerpt(&key.text)));
    Level { column: frame.column, list: frame.shape == Shape::List, name }
}
