//! Owns names for values (`&name`) and references to them (`*name`), apart because copies need a budget, and most such signs are meant as text.

use std::ops::Range;

use super::build::Builder;
use super::fault;
use super::{MAX_COPIED, MAX_DEPTH};
use crate::syntax::{Node, ProblemKind, Scalar, Value, excerpt};

/// A value that references may copy; without a node where it is too large, or not read to its end.
pub(super) struct Anchor {
    node: Option<Node>,
    cost: usize,
    height: usize,
}

impl Builder<'_> {
    pub(super) fn alias(&mut self, anchor: usize, span: &granit_parser::Span) -> bool {
        if !self.is_in_document() {
            return false;
        }
        let range = self.range(span);
        if let Some((_, used)) = self.names.get_mut(&anchor) {
            *used = true;
        }
        let name = excerpt(&self.text[range.clone()]);
        let node = match self.anchors.get(&anchor) {
            None => {
                let message = format!("`{name}` stands inside the value that it refers to");
                self.problem(ProblemKind::YamlSyntax, range.clone(), message, Some("write the value out"));
                None
            }
            Some(found) if self.stack.len() + found.height > MAX_DEPTH => {
                let message = format!("`{name}` brings maps and lists more than {MAX_DEPTH} deep inside each other");
                self.problem(ProblemKind::TooDeep, range.clone(), message, Some("write the value out, and flatter"));
                None
            }
            Some(Anchor { node: Some(node), cost, .. }) if self.copied + cost <= MAX_COPIED => {
                self.copied += cost;
                Some(node.clone())
            }
            Some(_) => {
                if !self.budget_reported {
                    self.budget_reported = true;
                    let message = format!("`{name}` and the references before it copy more than {MAX_COPIED} values");
                    self.problem(
                        ProblemKind::AliasBudget,
                        range.clone(),
                        message,
                        Some("write values out in place of references"),
                    );
                }
                None
            }
        };
        self.last_text = None;
        self.attach(node, range.end);
        true
    }

    /// Takes a reference to nothing for what it most often is: a text that begins with a star.
    pub(super) fn unknown_alias(&mut self, span: &granit_parser::Span) -> bool {
        if !self.is_in_document() {
            return false;
        }
        let range = self.range(span);
        let text = self.text[range.clone()].to_owned();
        // What was named before a syntax error is not known after it.
        if self.segment == 0 {
            let message = format!("`{}` refers to a value that has no name before this line", excerpt(&text));
            let help =
                format!("a text that begins with `*` belongs in quotes: {}", fault::quoted(&excerpt(&self.text[range.start..])));
            self.problem(ProblemKind::YamlSyntax, range.clone(), message, Some(&help));
            self.last_fault = Some(range.start);
        }
        let node = Node { span: self.span(range.clone()), value: Value::Scalar(Scalar { text, plain: true, verbatim: true }) };
        self.last_text = None;
        self.attach(Some(node), range.end);
        true
    }

    pub(super) fn anchor(&mut self, anchor: usize, span: &granit_parser::Span) {
        let range = self.range(span);
        self.names.insert(anchor, (range, false));
    }

    /// Keeps a value that has a name, within the budget that its copies have too.
    pub(super) fn remember(&mut self, anchor: usize, node: &Node) {
        if anchor == 0 {
            return;
        }
        let (cost, height) = measure(node);
        let affordable = self.copied + cost <= MAX_COPIED;
        if affordable {
            self.copied += cost;
        }
        self.anchors.insert(anchor, Anchor { node: affordable.then(|| node.clone()), cost, height });
    }

    /// Reports the names that nothing refers to: the parser took them out of the text that they begin.
    pub(super) fn report_unused_names(&mut self) {
        let unused: Vec<Range<usize>> =
            std::mem::take(&mut self.names).into_values().filter(|(_, used)| !used).map(|(range, _)| range).collect();
        for range in unused {
            let message =
                format!("`{}` gives a name to the value after it, and nothing refers to it", excerpt(&self.text[range.clone()]));
            let help = format!(
                "remove it; a text that begins with `&` belongs in quotes: {}",
                fault::quoted(&excerpt(&self.text[range.start..]))
            );
            self.problem(ProblemKind::YamlFeature, range, message, Some(&help));
        }
    }
}

/// What copying a value costs, and how many levels it has.
fn measure(node: &Node) -> (usize, usize) {
    let text = |text: &str| 1 + text.len() / 100;
    let (mut cost, mut height) = (1, 1);
    match &node.value {
        Value::Scalar(scalar) => return (text(&scalar.text), 0),
        Value::List(items) => items.iter().for_each(|item| add(&mut cost, &mut height, measure(item))),
        Value::Map(entries) => entries.iter().for_each(|(key, node)| {
            cost += text(&key.text);
            add(&mut cost, &mut height, measure(node));
        }),
    }
    (cost, height)
}

/// Counts an inner value into the one around it.
fn add(cost: &mut usize, height: &mut usize, inner: (usize, usize)) {
    *cost += inner.0;
    *height = (*height).max(inner.1 + 1);
}
