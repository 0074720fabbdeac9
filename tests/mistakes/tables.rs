//! The ten ways to break a table: each gives all mistakes of its sort that there is a place for.

use clustersite::model::schema::{Shape, Word};
use clustersite::model::{Form, Kind};
use clustersite::source::Span;
use clustersite::syntax::Node;

use super::content::{Content, Mistake};

fn range(span: Span) -> std::ops::Range<usize> {
    span.start as usize..span.end as usize
}

/// The filled cells with the names of their columns and the shapes that they have to have.
fn cells<'a>(content: &'a Content<'_>) -> Vec<(&'a str, &'static Shape, &'a Node)> {
    let Some(table) = &content.table else { return Vec::new() };
    let mut found = Vec::new();
    for row in &table.rows {
        for (key, cell) in table.header.iter().zip(&row.cells) {
            let field = content.fields().iter().find(|field| field.key == key.text);
            let filled = cell.as_scalar().is_some_and(|scalar| !scalar.text.is_empty() && scalar.verbatim);
            found.extend(field.filter(|_| filled).map(|field| (key.text.as_str(), &field.shape, cell)));
        }
    }
    found
}

fn instead(content: &Content<'_>, wanted: &Shape, text: &str, rule: &'static str, help: &'static str) -> Vec<Mistake> {
    let same = |shape: &Shape| match (shape, wanted) {
        (Shape::Number { .. }, Shape::Number { .. }) => true,
        _ => shape == wanted,
    };
    let there = cells(content).into_iter().filter(|(_, shape, _)| same(shape));
    there.map(|(_, _, cell)| content.with(range(cell.span), text, 0, rule, help)).collect()
}

pub(crate) fn syntax(content: &Content<'_>) -> Vec<Mistake> {
    let mut found = Vec::new();
    for (_, _, cell) in cells(content) {
        let at = cell.span.start as usize;
        if !content.text[at.saturating_sub(1)..].contains('"') {
            found.push(content.with(at..at, "\"", 0, "csv-syntax", "end the cell with `\"`"));
        }
    }
    found
}

pub(crate) fn wrong_type(content: &Content<'_>) -> Vec<Mistake> {
    instead(content, &Shape::Bool, "perhaps", "wrong-type", "write true or false")
}

pub(crate) fn unknown_key(content: &Content<'_>) -> Vec<Mistake> {
    let Some(table) = &content.table else { return Vec::new() };
    let keys = table.header.iter().filter(|key| content.fields().iter().any(|field| field.key == key.text && !field.required));
    let slips = keys.filter(|key| key.text.len() > 3).map(|key| {
        let (start, end) = key.text.split_at(key.text.len() - 2);
        let slip = format!("{start}{}", end.chars().rev().collect::<String>());
        content.with(range(key.span), &slip, 0, "unknown-key", "did you mean `")
    });
    slips.collect()
}

pub(crate) fn unknown_id(content: &Content<'_>) -> Vec<Mistake> {
    let mut found = Vec::new();
    for (_, shape, cell) in cells(content) {
        let of_ids = match shape {
            Shape::List(inner) => matches!(**inner, Shape::Ref(_)),
            _ => matches!(shape, Shape::Ref(_)),
        };
        if let (true, Some(scalar)) = (of_ids, cell.as_scalar()) {
            // The last id of several in the cell.
            let last = scalar.text.rfind(' ').map_or(0, |at| at + 1);
            let end = cell.span.end as usize;
            let at = cell.span.start as usize + last;
            found.push(Mistake { at, ..content.with(end..end, "-x", 0, "unknown-id", "did you mean `") });
        }
    }
    found
}

pub(crate) fn duplicate(content: &Content<'_>) -> Vec<Mistake> {
    let Some(table) = &content.table else { return Vec::new() };
    let mut found = Vec::new();
    let end = content.next_line(0) - 1;
    found.extend(table.header.iter().map(|key| content.with(end..end, &format!(",{}", key.text), 1, "csv-column", "")));
    for row in &table.rows {
        let line = &content.text[row.span.start as usize..content.next_line(row.span.end as usize)];
        let at = content.text.len();
        if content.kind.layout().form == Form::Many {
            found.push(content.with(at..at, line, 0, "duplicate-id", "give one of the two another id"));
        } else if content.kind == Kind::Measurement {
            let period = table.column("period").and_then(|at| row.cells.get(at)).map_or(row.span, |cell| cell.span);
            let inside = (period.start - row.span.start) as usize;
            found.push(content.with(at..at, line, inside, "measurement-duplicate", ""));
        }
    }
    found
}

pub(crate) fn bad_date(content: &Content<'_>) -> Vec<Mistake> {
    let date = Shape::Word(Word::Date);
    let mut found = instead(content, &date, "31.12.2028", "bad-date", "write it as 2028-12-31");
    found.extend(instead(content, &Shape::Word(Word::Period), "2026-13", "bad-date", "write a year (2026)"));
    found
}

pub(crate) fn missing_field(content: &Content<'_>) -> Vec<Mistake> {
    let required = |key: &str| content.fields().iter().any(|field| field.key == key && field.required);
    let there = cells(content).into_iter().filter(|(key, ..)| required(key));
    // A quoted cell keeps its quotes, between which nothing is left.
    there.map(|(.., cell)| content.with(range(cell.span), "", 0, "missing-key", "fill in this cell")).collect()
}

pub(crate) fn text_in_number(content: &Content<'_>) -> Vec<Mistake> {
    let any = Shape::Number { integer: false, min: None, max: None };
    let mut found = instead(content, &any, "about twelve", "bad-number", "");
    found.extend(instead(content, &Shape::Word(Word::Figure), "about twelve", "text-in-number", ""));
    found
}

pub(crate) fn wrong_language(content: &Content<'_>) -> Vec<Mistake> {
    let Some(table) = &content.table else { return Vec::new() };
    let translated = table.header.iter().filter(|key| key.text.ends_with(".fr"));
    let help = "the site's languages are en, fr, ar";
    let renamed = translated.map(|key| {
        let range = range(key.span);
        Mistake { at: range.start, ..content.with(range.end - 2..range.end, "xx", 0, "unknown-language", help) }
    });
    renamed.collect()
}
