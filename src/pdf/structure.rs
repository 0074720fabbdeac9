//! Owns the tree that tells readers who don't see a PDF what its parts are, where Chromium leaves it short of ISO 14289-1: items of lists without a body,
//! rows without their empty cells, heads of tables that are told again on each page, and links without words.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::Failure;
use super::parents::Parents;

/// Marked content of a page, by its numbers there.
pub(super) type Marks = BTreeMap<ObjectId, BTreeSet<i64>>;

/// Mends the tree, and gives the marked content that is no longer part of it.
pub(super) fn mend(pdf: &mut Document) -> Result<Marks, Failure> {
    let mut dropped = Marks::new();
    let Some(root) = root(pdf) else { return Ok(dropped) };
    let mut parents = Parents::of(pdf, root);
    for id in elements(pdf, root) {
        match kind(pdf, id).as_slice() {
            b"LI" => body(pdf, &mut parents, id)?,
            b"Link" => words(pdf, id)?,
            b"Table" => table(pdf, &mut parents, id, &mut dropped)?,
            _ => {}
        }
    }
    Ok(dropped)
}

/// The root of the tree.
pub(super) fn root(pdf: &Document) -> Option<ObjectId> {
    pdf.catalog().ok()?.get(b"StructTreeRoot").and_then(Object::as_reference).ok()
}

/// Every element of the tree, each after those that it is in.
pub(super) fn elements(pdf: &Document, root: ObjectId) -> Vec<ObjectId> {
    let (mut found, mut seen, mut next) = (Vec::new(), BTreeSet::new(), vec![root]);
    while let Some(id) = next.pop() {
        if seen.insert(id) {
            found.push(id);
            next.extend(children(pdf, id).into_iter().rev());
        }
    }
    found
}

/// What an element holds: other elements, marked content and links.
fn kids(pdf: &Document, id: ObjectId) -> Vec<Object> {
    match pdf.get_dictionary(id).and_then(|element| element.get(b"K")) {
        Ok(Object::Array(list)) => list.clone(),
        Ok(Object::Reference(list)) => match pdf.get_object(*list) {
            Ok(Object::Array(list)) => list.clone(),
            _ => vec![Object::Reference(*list)],
        },
        Ok(other) => vec![other.clone()],
        Err(_) => Vec::new(),
    }
}

/// The elements within one.
fn children(pdf: &Document, id: ObjectId) -> Vec<ObjectId> {
    let is_element = |id: &ObjectId| pdf.get_dictionary(*id).is_ok_and(|one| one.has(b"S"));
    kids(pdf, id).iter().filter_map(|kid| kid.as_reference().ok()).filter(is_element).collect()
}

/// Type of an element.
pub(super) fn kind(pdf: &Document, id: ObjectId) -> Vec<u8> {
    pdf.get_dictionary(id).and_then(|element| element.get(b"S")).and_then(Object::as_name).map(<[u8]>::to_vec).unwrap_or_default()
}

/// The page and number of a piece of marked content that an element holds.
fn mark(pdf: &Document, element: ObjectId, kid: &Object) -> Option<(ObjectId, i64)> {
    let page = |one: &Dictionary| one.get(b"Pg").and_then(Object::as_reference).ok();
    let own = page(pdf.get_dictionary(element).ok()?);
    match pdf.dereference(kid).ok()?.1 {
        Object::Integer(number) => Some((own?, *number)),
        Object::Dictionary(one) => Some((page(one).or(own)?, one.get(b"MCID").and_then(Object::as_i64).ok()?)),
        _ => None,
    }
}

/// Puts what an item of a list holds, but for its bullet, into a body.
fn body(pdf: &mut Document, parents: &mut Parents, item: ObjectId) -> Result<(), Failure> {
    let is = |pdf: &Document, kid: &Object, what: &[u8]| kid.as_reference().is_ok_and(|id| kind(pdf, id) == what);
    let all = kids(pdf, item);
    if all.is_empty() || all.iter().any(|kid| is(pdf, kid, b"LBody")) {
        return Ok(());
    }
    let (labels, rest): (Vec<Object>, Vec<Object>) = all.into_iter().partition(|kid| is(pdf, kid, b"Lbl"));
    let marks: Vec<(ObjectId, i64)> = rest.iter().filter_map(|kid| mark(pdf, item, kid)).collect();
    let mut element = dictionary! { "Type" => "StructElem", "S" => "LBody", "P" => item, "K" => rest.clone() };
    if let Ok(page) = pdf.get_dictionary(item)?.get(b"Pg") {
        element.set("Pg", page.clone());
    }
    let body = pdf.add_object(element);
    for (page, number) in marks {
        parents.give(pdf, page, number, Object::Reference(body));
    }
    for kid in rest.iter().filter_map(|kid| kid.as_reference().ok()) {
        if let Ok(kid) = pdf.get_dictionary_mut(kid)
            && kid.has(b"P")
        {
            kid.set("P", body);
        }
    }
    let all: Vec<Object> = labels.into_iter().chain([Object::Reference(body)]).collect();
    pdf.get_dictionary_mut(item)?.set("K", all);
    Ok(())
}

/// Gives a link that holds no text the words of its place on the page.
fn words(pdf: &mut Document, link: ObjectId) -> Result<(), Failure> {
    let has_text = elements(pdf, link).into_iter().any(|one| kids(pdf, one).iter().any(|kid| mark(pdf, one, kid).is_some()));
    if has_text || pdf.get_dictionary(link)?.has(b"Alt") {
        return Ok(());
    }
    let said = kids(pdf, link).iter().find_map(|kid| {
        let place = pdf.dereference(kid).ok()?.1.as_dict().ok()?.get(b"Obj").ok()?;
        pdf.dereference(place).ok()?.1.as_dict().ok()?.get(b"Contents").ok().cloned()
    });
    pdf.get_dictionary_mut(link)?.set("Alt", said.unwrap_or_else(|| text_string("link")));
    Ok(())
}

/// A cell of a table.
struct Cell {
    id: ObjectId,
    /// Whether it is the head of a column or row, and of which.
    scope: Option<Vec<u8>>,
    /// Its name among the cells.
    name: Option<Vec<u8>>,
    /// Names of its heads.
    heads: Vec<Vec<u8>>,
    /// Whether it covers more than its place.
    spans: bool,
}

/// Mends a table.
fn table(pdf: &mut Document, parents: &mut Parents, table: ObjectId, dropped: &mut Marks) -> Result<(), Failure> {
    let rows: Vec<ObjectId> = elements(pdf, table).into_iter().filter(|id| kind(pdf, *id) == b"TR").collect();
    let mut grid: Vec<Vec<Cell>> =
        rows.iter().map(|row| children(pdf, *row).into_iter().map(|id| cell(pdf, id)).collect()).collect();
    for head in grid.iter().flatten().filter(|cell| cell.scope.as_deref() == Some(b"Column")) {
        told_once(pdf, parents, head.id, dropped)?;
    }
    // Heads of rows that outnumber what they are heads of say no more than the first words of a line do.
    let (heads, data): (Vec<&Cell>, Vec<&Cell>) = grid.iter().flatten().partition(|cell| cell.scope.is_some());
    if heads.len() > data.len() && !data.is_empty() {
        let plain: BTreeSet<Vec<u8>> = plain(pdf, &grid)?;
        for cell in grid.iter().flatten().map(|cell| cell.id).collect::<Vec<_>>() {
            let kept = cell_heads(pdf, cell).into_iter().filter(|name| !plain.contains(name)).collect();
            set_heads(pdf, cell, kept)?;
        }
        grid = rows.iter().map(|row| children(pdf, *row).into_iter().map(|id| cell(pdf, id)).collect()).collect();
    }
    complete(pdf, &rows, &grid)
}

/// Makes plain cells of the heads of rows, and gives their names.
fn plain(pdf: &mut Document, grid: &[Vec<Cell>]) -> Result<BTreeSet<Vec<u8>>, Failure> {
    let mut names = BTreeSet::new();
    for head in grid.iter().flatten().filter(|cell| cell.scope.as_deref() == Some(b"Row")) {
        names.extend(head.name.clone());
        let mut attributes = attributes(pdf, head.id);
        attributes.iter_mut().for_each(|one| {
            one.remove(b"Scope");
        });
        let element = pdf.get_dictionary_mut(head.id)?;
        element.set("S", Object::Name(b"TD".to_vec()));
        element.set("A", attributes.into_iter().map(Object::Dictionary).collect::<Vec<_>>());
    }
    Ok(names)
}

/// Takes what a head of a column says on later pages out of the tree.
fn told_once(pdf: &mut Document, parents: &mut Parents, head: ObjectId, dropped: &mut Marks) -> Result<(), Failure> {
    let mut first = None;
    for element in elements(pdf, head) {
        let (mut kept, all) = (Vec::new(), kids(pdf, element));
        let count = all.len();
        for kid in all {
            match mark(pdf, element, &kid) {
                Some((page, number)) if *first.get_or_insert(page) != page => {
                    dropped.entry(page).or_default().insert(number);
                    parents.give(pdf, page, number, Object::Null);
                }
                _ => kept.push(kid),
            }
        }
        if kept.len() < count {
            pdf.get_dictionary_mut(element)?.set("K", kept);
        }
    }
    Ok(())
}

/// Puts cells into rows that lack them: Chromium leaves out those that are empty, and all after them would count as one column further ahead.
fn complete(pdf: &mut Document, rows: &[ObjectId], grid: &[Vec<Cell>]) -> Result<(), Failure> {
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    if grid.iter().flatten().any(|cell| cell.spans) || grid.iter().all(|row| row.len() == width) {
        return Ok(());
    }
    // The names of the columns. One that is missing at the front is the empty corner above the heads of the rows.
    let head = grid.first().map(Vec::as_slice).unwrap_or_default();
    let corner = width.saturating_sub(head.len());
    let column = |cell: &Cell| {
        let named = |name: &Vec<u8>| head.iter().position(|head| head.name.as_ref() == Some(name));
        cell.heads.iter().find_map(named).map(|place| place + corner)
    };
    for (at, (row, cells)) in rows.iter().zip(grid).enumerate() {
        let mut places: Vec<Option<ObjectId>> = vec![None; width];
        let mut from = if at == 0 { corner } else { 0 };
        for (position, cell) in cells.iter().enumerate() {
            let last = width - (cells.len() - position);
            let place = if at == 0 { from } else { column(cell).unwrap_or(from) };
            let place = place.clamp(from, last.max(from));
            places[place] = Some(cell.id);
            from = place + 1;
        }
        let mut all = Vec::with_capacity(width);
        for place in places {
            let id = place.unwrap_or_else(|| pdf.add_object(dictionary! { "Type" => "StructElem", "S" => "TD", "P" => *row }));
            all.push(Object::Reference(id));
        }
        pdf.get_dictionary_mut(*row)?.set("K", all);
    }
    Ok(())
}

fn cell(pdf: &Document, id: ObjectId) -> Cell {
    let attributes = attributes(pdf, id);
    let value = |key: &[u8]| attributes.iter().find_map(|one| one.get(key).ok());
    let spans = |key: &[u8]| value(key).and_then(|number| number.as_i64().ok()).is_some_and(|number| number > 1);
    let name = pdf.get_dictionary(id).and_then(|element| element.get(b"ID")).and_then(Object::as_str).map(<[u8]>::to_vec).ok();
    Cell {
        id,
        scope: (kind(pdf, id) == b"TH")
            .then(|| value(b"Scope").and_then(|scope| scope.as_name().ok()).unwrap_or_default().to_vec()),
        name,
        heads: cell_heads(pdf, id),
        spans: spans(b"ColSpan") || spans(b"RowSpan"),
    }
}

/// The attributes of an element.
fn attributes(pdf: &Document, id: ObjectId) -> Vec<Dictionary> {
    let Ok((_, value)) = pdf.get_dictionary(id).and_then(|element| element.get(b"A")).and_then(|value| pdf.dereference(value))
    else {
        return Vec::new();
    };
    let list = value.as_array().map_or_else(|_| vec![value.clone()], Clone::clone);
    list.iter().filter_map(|one| pdf.dereference(one).ok()?.1.as_dict().ok().cloned()).collect()
}

/// The names of the heads of a cell.
fn cell_heads(pdf: &Document, id: ObjectId) -> Vec<Vec<u8>> {
    let attributes = attributes(pdf, id);
    let list = attributes.iter().find_map(|one| one.get(b"Headers").and_then(Object::as_array).ok());
    list.into_iter().flatten().filter_map(|name| name.as_str().map(<[u8]>::to_vec).ok()).collect()
}

fn set_heads(pdf: &mut Document, id: ObjectId, names: Vec<Vec<u8>>) -> Result<(), Failure> {
    let mut attributes = attributes(pdf, id);
    for one in attributes.iter_mut().filter(|one| one.has(b"Headers")) {
        one.set("Headers", names.iter().map(|name| Object::string_literal(name.clone())).collect::<Vec<_>>());
    }
    pdf.get_dictionary_mut(id)?.set("A", attributes.into_iter().map(Object::Dictionary).collect::<Vec<_>>());
    Ok(())
}
