//! Owns footnotes: they are taken out of the text, numbered in the order in which they are referred to, and written at its end.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::media::push_attribute;
use super::write::Writer;

/// The footnotes of a text.
pub(super) struct Notes<'t> {
    definitions: BTreeMap<String, Vec<Event<'t>>>,
    /// Labels of the notes referred to, in order, with how often so far.
    used: Vec<(String, usize)>,
    numbers: BTreeMap<String, usize>,
}

/// Takes the footnotes out of a text's events. Of two with the same label, the first counts.
pub(super) fn split<'t>(events: impl Iterator<Item = Event<'t>>) -> (Vec<Event<'t>>, Notes<'t>) {
    let mut text = Vec::new();
    let mut definitions = BTreeMap::new();
    // A footnote can stand in another, and has nothing to do with it.
    let mut open: Vec<(String, Vec<Event<'t>>)> = Vec::new();
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => open.push((fold(&label), Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, events)) = open.pop() {
                    definitions.entry(label).or_insert(events);
                }
            }
            event => open.last_mut().map_or(&mut text, |(_, events)| events).push(event),
        }
    }
    (text, Notes { definitions, used: Vec::new(), numbers: BTreeMap::new() })
}

/// Labels are the same in upper and lower case.
fn fold(label: &str) -> String {
    label.to_lowercase()
}

impl<'t> Notes<'t> {
    /// The number of the note that a label means, and of this reference to it, both from 1; `None` where there is no such note.
    pub(super) fn refer(&mut self, label: &str) -> Option<(usize, usize)> {
        let label = fold(label);
        if !self.definitions.contains_key(&label) && !self.numbers.contains_key(&label) {
            return None;
        }
        let next = self.used.len() + 1;
        let number = *self.numbers.entry(label.clone()).or_insert(next);
        if number == next {
            self.used.push((label, 0));
        }
        let (_, uses) = self.used.get_mut(number - 1)?;
        *uses += 1;
        Some((number, *uses))
    }

    /// Takes out the note with a number; `None` where fewer are referred to.
    pub(super) fn take(&mut self, number: usize) -> Option<Vec<Event<'t>>> {
        let (label, _) = self.used.get(number - 1)?;
        Some(self.definitions.remove(label).unwrap_or_default())
    }

    /// How often the note with a number is referred to so far.
    pub(super) fn uses(&self, number: usize) -> usize {
        self.used.get(number - 1).map_or(0, |(_, uses)| *uses)
    }
}

impl Writer<'_, '_> {
    /// Writes the number of a footnote where the text refers to it; a label without a footnote stays as it was typed.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some((number, count)) = self.notes.refer(label) else {
            self.tree.text(&format!("[^{label}]"));
            return;
        };
        self.tree.inline();
        let prefix = self.context.id_prefix;
        let is_in_link = self.tree.in_link();
        let html = &mut self.tree.html;
        html.push_str("<sup class=\"footnote-ref\"");
        push_attribute(html, "id", &format!("{prefix}noteref.{number}.{count}"));
        html.push('>');
        if is_in_link {
            html.push_str(&number.to_string());
        } else {
            html.push_str("<a");
            push_attribute(html, "href", &format!("#{prefix}note.{number}"));
            html.push_str(&format!(">{number}</a>"));
        }
        html.push_str("</sup>");
    }

    /// Writes the footnotes that the text refers to, and those that they refer to in turn.
    pub(super) fn footnotes(&mut self) {
        let mut number = 1;
        while let Some(events) = self.notes.take(number) {
            if number == 1 {
                let level = self.context.heading_offset.clamp(1, 5) + 1;
                self.tree.html.push_str(&format!("<section class=\"footnotes\">\n<h{level} class=\"footnotes-title\">"));
                self.tree.text(self.context.labels.footnotes);
                self.tree.html.push_str(&format!("</h{level}>\n<ol>\n"));
            }
            self.tree.html.push_str("<li");
            push_attribute(&mut self.tree.html, "id", &format!("{}note.{number}", self.context.id_prefix));
            self.tree.html.push('>');
            self.tree.push("</li>\n");
            // The way back stands on the last line of the note, if that is one of words.
            if let Some((last @ Event::End(TagEnd::Paragraph), before)) = events.split_last() {
                self.run(before);
                self.tree.close_raw();
                self.tree.html.push(' ');
                self.back_links(number);
                self.run(std::slice::from_ref(last));
            } else {
                self.run(&events);
                self.tree.block();
                self.tree.html.push_str("<p>");
                self.back_links(number);
                self.tree.html.push_str("</p>\n");
            }
            self.tree.close();
            number += 1;
        }
        if number > 1 {
            self.tree.html.push_str("</ol>\n</section>\n");
        }
    }

    fn back_links(&mut self, number: usize) {
        for count in 1..=self.notes.uses(number) {
            let html = &mut self.tree.html;
            html.push_str(if count == 1 { "<a class=\"footnote-back\"" } else { " <a class=\"footnote-back\"" });
            push_attribute(html, "href", &format!("#{}noteref.{number}.{count}", self.context.id_prefix));
            let place = if count == 1 { format!("{number}") } else { format!("{number}.{count}") };
            push_attribute(html, "aria-label", &format!("{} {place}", self.context.labels.back));
            // The selector after the arrow keeps it from being shown as a picture.
            html.push_str(">↩\u{fe0e}</a>");
        }
    }
}
