//! Owns the writing of Markdown's events as HTML.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::links::destination;
use super::media::{image, open_link, open_raw, push_attribute, words_within};
use super::notes::{self, Notes};
use super::raw::{Piece, pieces};
use super::slug::Ids;
use super::table::Table;
use super::tree::Tree;
use super::{Context, Heading, Rendered, code, element, escape, lock};

/// What the writing of one text knows so far.
pub(super) struct Writer<'c, 't> {
    pub(super) context: &'c Context<'c>,
    pub(super) tree: Tree<'c>,
    ids: Ids,
    headings: Vec<Heading>,
    pub(super) notes: Notes<'t>,
    table: Option<Table>,
    /// Names of tables, with how many have each.
    table_names: BTreeMap<String, usize>,
    /// The headings that the text stands under, each with its level in the text and in the page.
    outline: Vec<(u8, u8)>,
    /// Where the open heading begins in the HTML, and how much was said before it.
    heading_start: (usize, usize),
    has_code: bool,
    /// How many bytes of code may still be coloured.
    code_left: usize,
    has_raw: bool,
}

/// See [`super::render`].
pub(super) fn render<'t>(events: impl Iterator<Item = Event<'t>>, context: &Context<'_>) -> Rendered {
    let (mut rendered, has_raw) = unlocked(events, context);
    if has_raw {
        rendered.html = lock::clean(&rendered.html);
    }
    rendered
}

/// What [`render`] gives, without the second lock; and whether there was raw HTML, so that it has to be turned.
pub(super) fn unlocked<'t>(events: impl Iterator<Item = Event<'t>>, context: &Context<'_>) -> (Rendered, bool) {
    let (events, notes) = notes::split(events);
    let mut writer = Writer {
        context,
        tree: Tree::new(32 * events.len(), context.labels.details),
        ids: Ids::default(),
        headings: Vec::new(),
        notes,
        table: None,
        table_names: BTreeMap::new(),
        outline: Vec::new(),
        heading_start: (0, 0),
        has_code: false,
        code_left: code::MOST_BYTES,
        has_raw: false,
    };
    writer.run(&events);
    writer.tree.close_raw();
    writer.footnotes();
    let rendered = Rendered { html: writer.tree.html, headings: writer.headings, has_code: writer.has_code };
    (rendered, writer.has_raw)
}

impl Writer<'_, '_> {
    pub(super) fn run(&mut self, events: &[Event<'_>]) {
        let mut at = 0;
        while let Some(event) = events.get(at) {
            at = match event {
                Event::Start(tag) => self.start(tag, events, at),
                Event::End(tag) => {
                    self.end(*tag);
                    at + 1
                }
                other => {
                    self.leaf(other);
                    at + 1
                }
            };
        }
    }

    /// Begins an element, and gives where to go on: past the whole of those that are written in one piece.
    fn start(&mut self, tag: &Tag<'_>, events: &[Event<'_>], at: usize) -> usize {
        match tag {
            Tag::Paragraph => {
                if let Some(next) = self.figure(events, at + 1) {
                    return next;
                }
                self.tree.block();
                self.tree.html.push_str("<p>");
                self.tree.push("</p>\n");
            }
            Tag::Heading { .. } => {
                self.tree.block();
                self.heading_start = (self.tree.html.len(), self.tree.said());
                self.tree.push("");
                self.tree.heard = Some(String::new());
            }
            Tag::BlockQuote(_) => self.tree.nest_block("<blockquote>\n", "</blockquote>\n"),
            Tag::List(None) => self.tree.nest_block("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.tree.nest_block("<ol>\n", "</ol>\n"),
            Tag::List(Some(start)) => self.tree.nest_block(&format!("<ol start=\"{start}\">\n"), "</ol>\n"),
            Tag::Item => {
                let is_task = matches!(
                    events.get(at + 1..at + 3),
                    Some([Event::TaskListMarker(_), _] | [Event::Start(Tag::Paragraph), Event::TaskListMarker(_)])
                );
                self.tree.follow(if is_task { "<li class=\"task\">" } else { "<li>" }, "</li>\n");
            }
            Tag::DefinitionList => self.tree.nest_block("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.tree.follow("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.tree.follow("<dd>", "</dd>\n"),
            Tag::Table(alignments) => self.table = Some(Table::open(&mut self.tree, alignments)),
            Tag::TableHead => self.with_table(Table::open_head),
            Tag::TableRow => self.with_table(Table::open_row),
            Tag::TableCell => self.with_table(Table::open_cell),
            Tag::Emphasis => self.tree.nest_inline("<em>", "</em>"),
            Tag::Strong => self.tree.nest_inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.tree.nest_inline("<del>", "</del>"),
            Tag::Superscript => self.tree.nest_inline("<sup>", "</sup>"),
            Tag::Subscript => self.tree.nest_inline("<sub>", "</sub>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                let mut attributes = String::new();
                if !title.is_empty() {
                    push_attribute(&mut attributes, "title", title);
                }
                if !open_link(&mut self.tree, self.context, &destination(*link_type, dest_url), &attributes, None) {
                    self.tree.push_hidden();
                }
            }
            Tag::Image { dest_url, title, .. } => {
                let (end, alt) = words_within(events, at);
                image(&mut self.tree, self.context, dest_url, &alt, title);
                return end + 1;
            }
            Tag::CodeBlock(kind) => return self.code_block(kind, events, at + 1),
            Tag::HtmlBlock => return self.html_block(events, at + 1),
            // Footnotes are taken out before, and metadata is not asked for.
            Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) => self.tree.push_hidden(),
        }
        at + 1
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(level as u8),
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.close_head(&mut self.tree, self.context.labels.table, &mut self.table_names);
                }
            }
            TagEnd::TableCell => self.with_table(Table::close_cell),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    table.close(&mut self.tree);
                }
            }
            _ => self.tree.close(),
        }
    }

    /// Writes what has no parts.
    fn leaf(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.tree.text(text),
            Event::Code(text) => {
                self.tree.inline();
                self.tree.html.push_str("<code>");
                self.tree.text(text);
                self.tree.html.push_str("</code>");
            }
            Event::Html(html) => self.raw(html, false),
            Event::InlineHtml(html) => self.raw(html, true),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::SoftBreak => self.tree.text("\n"),
            Event::HardBreak => {
                self.tree.inline();
                self.tree.html.push_str("<br>");
                self.tree.text("\n");
            }
            Event::Rule => {
                self.tree.block();
                self.tree.html.push_str("<hr>\n");
            }
            Event::TaskListMarker(is_done) => {
                let labels = &self.context.labels;
                let (sign, label) = if *is_done { ("☑", labels.done) } else { ("☐", labels.to_do) };
                self.tree.inline();
                self.tree.html.push_str("<span class=\"task-box\" role=\"img\"");
                push_attribute(&mut self.tree.html, "aria-label", label);
                self.tree.html.push('>');
                self.tree.text(sign);
                self.tree.html.push_str("</span> ");
            }
            Event::Start(_) | Event::End(_) => {}
        }
    }

    fn with_table(&mut self, step: impl Fn(&mut Table, &mut Tree<'_>)) {
        match &mut self.table {
            Some(table) => step(table, &mut self.tree),
            None => self.tree.close(),
        }
    }

    /// Gives a heading its level, id and link, now that its words are known. One without words is an ordinary paragraph; one
    /// without anything is not written.
    fn end_heading(&mut self, level: u8) {
        let (start, said) = self.heading_start;
        self.tree.close();
        let text = self.tree.heard.take().unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            let content = self.tree.html.split_off(start);
            if self.tree.said() > said || content.contains("<img") {
                self.tree.html.push_str(&format!("<p>{content}</p>\n"));
            }
            return;
        }
        let level = self.level(level);
        let id = format!("{}{}", self.context.id_prefix, self.ids.give(&text));
        let mut tag = format!("<h{level}");
        push_attribute(&mut tag, "id", &id);
        tag.push('>');
        self.tree.html.insert_str(start, &tag);
        if let Some(label) = self.context.labels.anchor {
            self.tree.html.push_str(" <a class=\"anchor\"");
            push_attribute(&mut self.tree.html, "href", &format!("#{id}"));
            push_attribute(&mut self.tree.html, "aria-label", &format!("{label}: {text}"));
            self.tree.html.push_str(">#</a>");
        }
        self.tree.html.push_str(&format!("</h{level}>\n"));
        self.headings.push(Heading { level, id, text });
    }

    /// The level in the page of a heading, given its level in the text: one below the heading that it stands under at most, as
    /// a level that is skipped sends those who listen to the page looking for it.
    fn level(&mut self, wanted: u8) -> u8 {
        while self.outline.last().is_some_and(|&(above, _)| above >= wanted) {
            self.outline.pop();
        }
        let offset = self.context.heading_offset;
        let parent = self.outline.last().map_or(offset.max(1), |&(_, level)| level);
        let level = wanted.saturating_add(offset).min(parent.saturating_add(1)).min(6);
        self.outline.push((wanted, level));
        level
    }

    /// Writes a paragraph that is an image with a title as a figure with that caption, and gives where to go on after it.
    fn figure(&mut self, events: &[Event<'_>], at: usize) -> Option<usize> {
        let Some(Event::Start(Tag::Image { dest_url, title, .. })) = events.get(at) else { return None };
        if title.trim().is_empty() {
            return None;
        }
        let (end, alt) = words_within(events, at);
        if events.get(end + 1) != Some(&Event::End(TagEnd::Paragraph)) {
            return None;
        }
        self.tree.block();
        let start = self.tree.html.len();
        if image(&mut self.tree, self.context, dest_url, &alt, "") {
            self.tree.html.insert_str(start, "<figure>");
            self.tree.html.push_str("<figcaption>");
            self.tree.text(title);
            self.tree.html.push_str("</figcaption></figure>\n");
        } else if self.tree.html.len() > start {
            self.tree.html.insert_str(start, "<p>");
            self.tree.html.push_str("</p>\n");
        }
        Some(end + 2)
    }

    /// Writes a code block, and gives where to go on after it.
    fn code_block(&mut self, kind: &CodeBlockKind<'_>, events: &[Event<'_>], from: usize) -> usize {
        let mut text = String::new();
        let mut at = from;
        while let Some(event) = events.get(at).filter(|event| **event != Event::End(TagEnd::CodeBlock)) {
            if let Event::Text(part) = event {
                text.push_str(part);
            }
            at += 1;
        }
        let info = if let CodeBlockKind::Fenced(info) = kind { info } else { "" };
        self.tree.block();
        // A long line scrolls, and what scrolls has to be reached by keyboard. Code runs from left to right in every language.
        self.tree.html.push_str("<pre tabindex=\"0\" dir=\"ltr\"");
        let coloured = if text.len() <= self.code_left { code::highlight(info, &text) } else { None };
        if let Some((language, html)) = coloured {
            self.code_left -= text.len();
            self.tree.html.push_str(&format!(" class=\"code\"><code class=\"language-{language}\">{html}"));
            self.has_code = true;
        } else {
            self.tree.html.push_str("><code>");
            escape::text(&mut self.tree.html, &text);
        }
        self.tree.html.push_str("</code></pre>\n");
        at + 1
    }

    /// Writes a block of raw HTML, whose lines belong together, and gives where to go on after it.
    fn html_block(&mut self, events: &[Event<'_>], from: usize) -> usize {
        let mut html = String::new();
        let mut at = from;
        while let Some(event) = events.get(at).filter(|event| **event != Event::End(TagEnd::HtmlBlock)) {
            if let Event::Html(line) | Event::Text(line) = event {
                html.push_str(line);
            }
            at += 1;
        }
        self.raw(&html, false);
        at + 1
    }

    fn raw(&mut self, html: &str, inline: bool) {
        self.has_raw = true;
        for (_, piece) in pieces(html) {
            match piece {
                Piece::Text(text) => self.tree.text(&escape::decode(text)),
                Piece::Open(name, attributes) => {
                    if let Some(element) = element::find(name) {
                        open_raw(&mut self.tree, self.context, element, attributes, inline);
                    }
                }
                Piece::Close(name) => {
                    if let Some(element) = element::find(name) {
                        self.tree.raw_close(element);
                    }
                }
            }
        }
    }
}
