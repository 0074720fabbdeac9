//! Owns rows of a table as entries: columns named like keys, with dots for keys inside keys and a language at the end for translations and for
//! numbers as that language writes them.

use std::sync::Arc;

use super::Found;
use super::entries::{bad_id, entry};
use super::settings::Settings;
use crate::diag::{Diagnostic, closest};
use crate::lang::parse_number;
use crate::model::schema::{Shape, Word};
use crate::model::shape::is_language;
use crate::model::value::Figure;
use crate::model::{Form, Id, Kind, Place, fault};
use crate::source::Span;
use crate::syntax::csv::Table;
use crate::syntax::{Key, Node, Scalar, Value, excerpt};

/// What a column is for.
struct Column<'a> {
    /// Where the name stands.
    span: Span,
    /// Keys that lead to the value.
    path: Vec<&'a str>,
    /// The language at the end of the name.
    lang: Option<&'a str>,
    shape: Shape,
}

/// Reads a table's rows as entries of `kind`.
pub(super) fn read(found: &mut Found, kind: Kind, table: Table, settings: &Settings) {
    let columns: Vec<Option<Column<'_>>> = table.header.iter().map(|key| column(found, kind, key, settings)).collect();
    let id_column = table.header.iter().position(|key| key.text == "id");
    if id_column.is_none() && kind.layout().form != Form::Rows {
        let span = table.header.first().map(|key| key.span);
        let message = "the table has no column `id`".to_owned();
        let help = format!("add a column `id` with a short name for each {}, such as `{}-1`", kind.noun(), kind.name());
        let mut fault = Diagnostic::new(&fault::missing_key::RULE, span, message);
        fault.help = Some(help);
        found.faults.push(fault);
        found.partial = true;
        return;
    }
    let told: Arc<[String]> = missing_columns(found, kind, &table, &columns).into();
    for (number, row) in table.rows.iter().enumerate() {
        let cells = row.cells.iter().zip(&columns);
        let given = id_column.and_then(|at| row.cells.get(at)).and_then(Node::as_scalar).map(|cell| cell.text.trim().to_owned());
        let given = given.filter(|id| !id.is_empty());
        let head = id_column.and_then(|at| row.cells.get(at)).or(row.cells.first()).map_or(row.span, |cell| cell.span);
        let id = match given {
            Some(id) if Id::is_valid(&id) => Id::new(&id),
            Some(id) => {
                bad_id(found, head, &id, "id");
                continue;
            }
            None if kind.layout().form == Form::Rows => Id::new(&format!("row-{}", number + 2)),
            None => {
                let mut fault = Diagnostic::new(&fault::missing_key::RULE, row.span, "this row has no id".to_owned());
                fault.help = Some("write a short name of its own in the column `id`".to_owned());
                found.faults.push(fault);
                found.partial = true;
                continue;
            }
        };
        let mut entries = Vec::new();
        let mut refused: Vec<String> = Vec::new();
        let damaged = found.holes.iter().any(|hole| (row.span.start..row.span.end).contains(&hole.start));
        for (cell, column) in cells.filter(|_| !damaged) {
            let Some(column) = column else { continue };
            let Some(scalar) = cell.as_scalar().filter(|scalar| !scalar.text.trim().is_empty()) else {
                // A cell that has to be filled is told at its place; any other one says nothing.
                if column.path.len() == 1 && column.lang.is_none() && is_required(kind, column.path[0]) {
                    put(&mut entries, &column.path, column, plain(cell.span, String::new(), false), settings.main());
                }
                continue;
            };
            let place = column.path.iter().fold(Place::entry(kind, &id), |place, key| place.key(key));
            match value(found, column, cell, scalar, settings, &place) {
                Some(value) => put(&mut entries, &column.path, column, value, settings.main()),
                None => refused.extend(column.path.first().map(|key| (*key).to_owned())),
            }
        }
        entry(found, kind, id, head, Node { span: row.span, value: Value::Map(entries) }, None);
        if let Some(raw) = found.entries.last_mut() {
            raw.told = if refused.is_empty() { Arc::clone(&told) } else { told.iter().cloned().chain(refused).collect() };
        }
    }
}

/// Tells once, here, of columns that every row needs; gives their names.
fn missing_columns(found: &mut Found, kind: Kind, table: &Table, columns: &[Option<Column<'_>>]) -> Vec<String> {
    let Shape::Object(fields) = Shape::of(kind) else { return Vec::new() };
    let there = |key: &str| columns.iter().flatten().any(|column| column.path.first() == Some(&key));
    let missing: Vec<String> =
        fields.iter().filter(|field| field.required && !there(&field.key)).map(|field| field.key.clone()).collect();
    let first = table.header.first().filter(|_| !table.rows.is_empty() && found.holes.is_empty());
    for (key, head) in missing.iter().flat_map(|key| first.map(|head| (key, head))) {
        // A column whose name was not understood is most likely the one.
        let misspelt = table.header.iter().any(|head| closest(&head.text, std::iter::once(key.as_str())).is_some());
        if !misspelt {
            let message = format!("the table has no column `{key}`");
            let help = format!("add it: every {} needs one", kind.noun());
            found.faults.push(Diagnostic::new(&fault::missing_key::RULE, head.span, message).with_help(Some(help)));
        }
    }
    missing
}

/// What a column of this name holds; an unknown one is told once, here, and not for every row.
fn column<'a>(found: &mut Found, kind: Kind, key: &'a Key, settings: &Settings) -> Option<Column<'a>> {
    if key.text.is_empty() || key.text == "id" && Shape::of(kind).field("id").is_none() {
        return None;
    }
    let (name, lang) = match key.text.rsplit_once('.') {
        Some((name, lang)) if is_language(lang) && shape_at(kind, &key.text).is_none() => (name, Some(lang)),
        _ => (key.text.as_str(), None),
    };
    // Dimensions are named by the indicators, so any other column of measurements may be one; the rule on dimensions checks it.
    let dimension = kind == Kind::Measurement && lang.is_none() && !name.contains('.');
    let Some(shape) = shape_at(kind, name).cloned() else {
        if let Some((_, tag)) = name.rsplit_once('.').filter(|(base, _)| is_leaf(kind, base)) {
            let message = format!("`{}` at the end of `{}` is not a language", excerpt(tag), excerpt(name));
            let help = format!("the site's languages are {}", settings.languages.join(", "));
            found.faults.push(Diagnostic::new(&fault::unknown_language::RULE, key.span, message).with_help(Some(help)));
            return None;
        }
        let known: Vec<&str> = match Shape::of(kind) {
            Shape::Object(fields) => fields.iter().map(|field| field.key.as_str()).collect(),
            _ => Vec::new(),
        };
        let near = closest(name, known.iter().copied());
        if dimension && near.is_none() && Id::is_valid(name) {
            return Some(Column { span: key.span, path: vec!["by", name], lang: None, shape: Shape::Word(Word::Plain) });
        }
        // A key of a map is a column with both names, as in `location.latitude`.
        let inner = known.iter().map(|key| format!("{key}.{name}")).find(|path| shape_at(kind, path).is_some());
        let near = near.or(inner.as_deref());
        let help = near.map_or_else(
            || format!("columns that are known here: id, {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        let mut fault =
            Diagnostic::new(&fault::unknown_key::RULE, key.span, format!("there is no column `{}` here", excerpt(&key.text)));
        fault.fix = near.map(|near| (key.span, near.to_owned()));
        found.faults.push(fault.with_help(Some(help)));
        found.partial = true;
        return None;
    };
    if let Some(lang) = lang {
        let translated = matches!(shape, Shape::Text | Shape::Prose);
        let number = matches!(shape, Shape::Number { .. } | Shape::Word(Word::Figure));
        let known = settings.any_language || settings.languages.iter().any(|known| known == lang);
        if !(number || translated && known) {
            let (rule, message) = if translated {
                (&fault::unknown_language::RULE, format!("`{lang}` is not a language of this site"))
            } else {
                (&fault::untranslatable_key::RULE, format!("`{name}` can't differ between languages"))
            };
            let help = if translated {
                format!("the site's languages are {}; `languages` in cluster.yaml says so", settings.languages.join(", "))
            } else {
                format!("name the column `{name}`: it holds the same in every language")
            };
            found.faults.push(Diagnostic::new(rule, key.span, message).with_help(Some(help)));
            return None;
        }
    }
    Some(Column { span: key.span, path: name.split('.').collect(), lang, shape })
}

fn is_required(kind: Kind, key: &str) -> bool {
    Shape::of(kind).field(key).is_some_and(|field| field.required)
}

/// Whether a name is that of a value, and not of a map with keys of its own.
fn is_leaf(kind: Kind, name: &str) -> bool {
    shape_at(kind, name).is_some_and(|shape| !matches!(shape, Shape::Object(_) | Shape::Map(_) | Shape::ByRef(..)))
}

/// The shape that a dotted name leads to.
fn shape_at(kind: Kind, name: &str) -> Option<&'static Shape> {
    name.split('.').try_fold(Shape::of(kind), |shape, key| match shape {
        Shape::Map(inner) | Shape::ByRef(_, inner) if Id::is_valid(key) => Some(&**inner),
        _ => shape.field(key).map(|field| &field.shape),
    })
}

/// A cell as the node that the same value would be in YAML.
fn value(
    found: &mut Found,
    column: &Column<'_>,
    cell: &Node,
    scalar: &Scalar,
    settings: &Settings,
    place: &Place,
) -> Option<Node> {
    match &column.shape {
        Shape::Number { .. } | Shape::Word(Word::Figure) => {
            let text = scalar.text.trim();
            match parse_number(text, column.lang.unwrap_or(settings.main())) {
                Ok(number) => Some(plain(cell.span, format!("{number}"), false)),
                // A figure may be words; whether it may is known only once its indicator is. What would be taken for another number must not pass.
                Err(_) if matches!(column.shape, Shape::Word(_)) && Figure::parse(text).number().is_none() => {
                    Some(plain(cell.span, text.to_owned(), false))
                }
                Err(error) => {
                    found.broken.push(place.clone());
                    found
                        .faults
                        .push(Diagnostic::new(&fault::bad_number::RULE, cell.span, error.message).with_help(Some(error.help)));
                    None
                }
            }
        }
        Shape::List(inner) => {
            let texts = matches!(**inner, Shape::Text | Shape::Prose | Shape::Object(_));
            let split = |c: char| c == '|' || c == '\n' || !texts && matches!(c, ',' | ';' | ' ');
            let mut offset = 0;
            let mut items = Vec::new();
            for part in scalar.text.split(split) {
                let trimmed = part.trim();
                if !trimmed.is_empty() {
                    let start = offset + (part.len() - part.trim_start().len());
                    let span = if scalar.verbatim {
                        let base = cell.span.start as usize + start;
                        Span::new(cell.span.file, base, base + trimmed.len())
                    } else {
                        cell.span
                    };
                    items.push(plain(span, trimmed.to_owned(), scalar.verbatim));
                }
                offset += part.len() + 1;
            }
            Some(Node { span: cell.span, value: Value::List(items) })
        }
        Shape::Map(_) if column.path == ["allow"] => {
            let (rule, reason) = scalar.text.split_once(':').unwrap_or((&scalar.text, ""));
            let key = Key { span: cell.span, text: rule.trim().to_owned() };
            Some(Node { span: cell.span, value: Value::Map(vec![(key, plain(cell.span, reason.trim().to_owned(), false))]) })
        }
        _ => Some(cell.clone()),
    }
}

fn plain(span: Span, text: String, verbatim: bool) -> Node {
    Node { span, value: Value::Scalar(Scalar { text, plain: true, verbatim }) }
}

/// Puts a value at a path, making the maps on the way; a language puts it beside the other languages of the same text.
fn put(entries: &mut Vec<(Key, Node)>, path: &[&str], column: &Column<'_>, value: Node, main: &str) {
    let key = |text: &str| Key { span: column.span, text: text.to_owned() };
    let [name, rest @ ..] = path else { return };
    let translated = rest.is_empty() && matches!(column.shape, Shape::Text | Shape::Prose) && column.lang.is_some();
    let existing = entries.iter().position(|(known, _)| known.text == *name);
    if rest.is_empty() && !translated && existing.is_none() {
        entries.push((key(name), value));
        return;
    }
    let index = existing.unwrap_or_else(|| {
        entries.push((key(name), Node { span: value.span, value: Value::Map(Vec::new()) }));
        entries.len() - 1
    });
    let node = &mut entries[index].1;
    if translated && node.as_scalar().is_some_and(|main| main.text.trim().is_empty()) {
        // A translation can't stand in for a cell that has to be filled, which is all that an empty one is kept for.
        return;
    }
    if translated || rest.is_empty() {
        if let Value::Scalar(_) = node.value {
            let original = node.clone();
            node.value = Value::Map(vec![(key(main), original)]);
        }
        if let Value::Map(languages) = &mut node.value {
            languages.push((key(column.lang.unwrap_or(main)), value));
        }
    } else if let Value::Map(inner) = &mut node.value {
        put(inner, rest, column, value, main);
    }
}
