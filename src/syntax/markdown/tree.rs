//! Owns the HTML that is being written and the elements open in it, so that the result is balanced and every element stands where
//! HTML allows it, whatever raw tags the author left open, closed twice or nested wrongly.

use super::element::{Element, ITEM, Kind};
use super::escape;

/// How many elements may be open inside each other; deeper ones lose their tags and keep their words. Readers need fewer than ten,
/// browsers stop at 512.
const DEEPEST: usize = 64;

/// HTML with its open elements.
pub(super) struct Tree<'a> {
    /// What is written so far.
    pub(super) html: String,
    /// Words written since this was set, markup left out, for a heading's id or a table's name.
    pub(super) heard: Option<String>,
    /// What opens details that say nothing themselves.
    details_label: &'a str,
    stack: Vec<Open>,
    /// How often something was written that can be read out.
    said: usize,
    /// Open elements that are links.
    links: usize,
}

/// An open element.
struct Open {
    /// What closes it; empty where its tags are not written.
    close: &'static str,
    /// The element, where the author wrote it as raw HTML. Raw elements never outlive the generated one that they stand in.
    raw: Option<&'static Element>,
    /// Whether its tags are written.
    shown: bool,
    is_link: bool,
    /// What is written when it would end without a word, as nobody could use it.
    fallback: Option<String>,
    /// The count of `said` when it was opened.
    said: usize,
    /// Of details: whether the summary is there.
    has_summary: bool,
}

impl<'a> Tree<'a> {
    /// An empty tree.
    pub(super) fn new(capacity: usize, details_label: &'a str) -> Self {
        let html = String::with_capacity(capacity);
        Self { html, heard: None, details_label, stack: Vec::new(), said: 0, links: 0 }
    }

    /// Writes words.
    pub(super) fn text(&mut self, text: &str) {
        // White space as HTML has it needs no item and no summary to stand in.
        if !text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
            self.inline();
        }
        escape::text(&mut self.html, text);
        self.say(text);
    }

    /// Notes words that are written by other means, such as alternative text.
    pub(super) fn say(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.said += 1;
        }
        if let Some(heard) = &mut self.heard {
            heard.push_str(text);
        }
    }

    /// How often something was written that can be read out; it grows, and nothing else can be said of it.
    pub(super) fn said(&self) -> usize {
        self.said
    }

    /// Whether another raw element may be opened.
    pub(super) fn has_room(&self) -> bool {
        self.stack.len() < DEEPEST
    }

    /// Whether a link is open, so that no other may be.
    pub(super) fn in_link(&self) -> bool {
        self.links > 0
    }

    /// Makes ready for a block: ends what can't hold one, and begins the item or summary that has to stand before it.
    pub(super) fn block(&mut self) {
        while self.top_raw().is_some_and(Element::holds_words) {
            self.pop();
        }
        self.inline();
    }

    /// Makes ready for words or what stands among them: in a raw list they need an item, in details a summary before them.
    pub(super) fn inline(&mut self) {
        match self.top_raw().map(|element| element.kind) {
            Some(Kind::List) => self.push_raw(&ITEM, "", None),
            Some(Kind::Details) => self.summarise(),
            Some(_) | None => {}
        }
    }

    /// Gives the details that stand on top a summary, if they have none.
    fn summarise(&mut self) {
        let Some(top) = self.stack.last_mut() else { return };
        if !std::mem::replace(&mut top.has_summary, true) {
            self.html.push_str("<summary>");
            escape::text(&mut self.html, self.details_label);
            self.html.push_str("</summary>\n");
        }
    }

    /// Opens a generated element, its start tag written already or none at all.
    pub(super) fn push(&mut self, close: &'static str) {
        self.stack.push(self.opened(close));
    }

    /// Opens a generated block that can be nested without end; too deep, its tags are left out.
    pub(super) fn nest_block(&mut self, start: &str, close: &'static str) {
        self.block();
        self.nest(start, close);
    }

    /// The same among words.
    pub(super) fn nest_inline(&mut self, start: &str, close: &'static str) {
        self.inline();
        self.nest(start, close);
    }

    fn nest(&mut self, start: &str, close: &'static str) {
        if self.has_room() {
            self.html.push_str(start);
            self.push(close);
        } else {
            self.push_hidden();
        }
    }

    /// Opens a generated element that only means something inside the one on top, and goes unwritten with it.
    pub(super) fn follow(&mut self, start: &str, close: &'static str) {
        if self.stack.last().is_none_or(|top| top.shown) {
            self.html.push_str(start);
            self.push(close);
        } else {
            self.html.push('\n');
            self.push_hidden();
        }
    }

    /// Opens a generated element whose tags are not written.
    pub(super) fn push_hidden(&mut self) {
        let open = Open { shown: false, ..self.opened("") };
        self.stack.push(open);
    }

    /// Opens a link, its start tag written already; `fallback` stands where it has no words. `raw` where the author wrote a tag.
    pub(super) fn push_link(&mut self, raw: Option<&'static Element>, fallback: String) {
        let open = Open { raw, is_link: true, fallback: Some(fallback), ..self.opened("</a>") };
        self.stack.push(open);
        self.links += 1;
    }

    fn opened(&self, close: &'static str) -> Open {
        Open { close, raw: None, shown: true, is_link: false, fallback: None, said: self.said, has_summary: false }
    }

    /// Closes the generated element that was opened last, and the raw ones left open in it.
    pub(super) fn close(&mut self) {
        self.close_raw();
        self.pop();
    }

    /// Closes the raw elements left open in the generated one that was opened last.
    pub(super) fn close_raw(&mut self) {
        while self.top_raw().is_some() {
            self.pop();
        }
    }

    /// Opens a raw element where it may stand, its attributes safe and begun with a space; links and images come by other ways.
    /// `inline` says that it stands among the words of a paragraph or the like.
    pub(super) fn raw_open(&mut self, element: &'static Element, attributes: &str, inline: bool) {
        if !self.has_room() || (inline && !element.is_inline()) {
            return;
        }
        match element.kind {
            Kind::Phrasing | Kind::Break | Kind::Link | Kind::Image => self.inline(),
            Kind::Words | Kind::Flow | Kind::Rule | Kind::List | Kind::Details => self.block(),
            Kind::Item => {
                if !self.close_to(|element| element.kind == Kind::List) {
                    return;
                }
            }
            Kind::Summary => {
                while self.top_raw().is_some_and(Element::holds_words) {
                    self.pop();
                }
                let is_first = self.top_raw().is_some_and(|top| top.kind == Kind::Details)
                    && self.stack.last_mut().is_some_and(|details| !std::mem::replace(&mut details.has_summary, true));
                if !is_first {
                    return;
                }
            }
        }
        let fallback = (element.kind == Kind::Summary).then(|| self.details_label.to_owned());
        self.push_raw(element, attributes, fallback);
    }

    /// Closes a raw element, and those left open in it; nothing, where none is open in the generated element on top.
    pub(super) fn raw_close(&mut self, element: &'static Element) {
        let frame = self.stack.iter().rev().map_while(|open| open.raw);
        // An item's end tag means the item of the innermost list.
        let reach = frame.take_while(|open| element.kind != Kind::Item || open.kind != Kind::List);
        if reach.into_iter().any(|open| open == element) {
            self.close_to(|open| open == element);
            self.pop();
        }
    }

    fn push_raw(&mut self, element: &'static Element, attributes: &str, fallback: Option<String>) {
        self.html.push('<');
        self.html.push_str(element.name);
        self.html.push_str(attributes);
        self.html.push('>');
        if !matches!(element.kind, Kind::Break | Kind::Rule | Kind::Image) {
            let open = Open { raw: Some(element), fallback, ..self.opened(element.close) };
            self.stack.push(open);
        }
    }

    /// Closes raw elements until one that is wanted stands on top; does nothing and says so where none does.
    fn close_to(&mut self, is_wanted: impl Fn(&Element) -> bool) -> bool {
        let found = self.stack.iter().rev().map_while(|open| open.raw).position(is_wanted);
        for _ in 0..found.unwrap_or(0) {
            self.pop();
        }
        found.is_some()
    }

    fn top_raw(&self) -> Option<&'static Element> {
        self.stack.last().and_then(|open| open.raw)
    }

    fn pop(&mut self) {
        if self.top_raw().is_some_and(|element| element.kind == Kind::Details) {
            self.summarise();
        }
        let Some(open) = self.stack.pop() else { return };
        if let Some(fallback) = open.fallback
            && open.said == self.said
        {
            escape::text(&mut self.html, &fallback);
            self.say(&fallback);
        }
        self.links -= usize::from(open.is_link);
        self.html.push_str(open.close);
    }
}
