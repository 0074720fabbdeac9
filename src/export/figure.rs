//! Owns the files of one picture: its table as CSV and JSON, its drawing as an SVG that stands alone.

use serde_json::json;

use super::table::{Field, csv};
use crate::chart::{Cell, Colours, Picture, Value, alone};
use crate::page::Desk;
use crate::plan::Route;

/// The files of a picture on a page: path in the site, and content.
pub fn files(desk: &Desk<'_>, route: &Route, picture: &Picture, colours: &Colours) -> Vec<(String, Vec<u8>)> {
    let Some(downloads) = &picture.downloads else { return Vec::new() };
    let lang = picture.lang.as_deref().unwrap_or(desk.locale.tag());
    let table = &picture.table;
    vec![
        (downloads.csv.clone(), csv(&table.head, table.rows.iter().map(|row| row.iter().map(field).collect()))),
        (downloads.json.clone(), json(desk, route, picture, lang)),
        (downloads.svg.clone(), alone(&picture.svg, lang, colours).into_bytes()),
    ]
}

/// A cell as it leaves the site.
fn field(cell: &Cell) -> Field<'_> {
    match &cell.value {
        Value::Nothing => Field::Nothing,
        Value::Words => Field::Text(cell.text.as_str().into()),
        Value::Plain(text) => Field::Text(text.as_str().into()),
        Value::Number(number) => Field::Number(number.as_str().into()),
        Value::Day(day) => Field::Text(day.to_string().into()),
    }
}

/// What the table shows, with what is needed to cite it.
fn json(desk: &Desk<'_>, route: &Route, picture: &Picture, lang: &str) -> Vec<u8> {
    let table = &picture.table;
    let columns = table.keys.iter().zip(&table.head).enumerate().map(|(at, (key, title))| {
        let values = || table.rows.iter().filter_map(move |row| row.get(at)).map(|cell| &cell.value);
        let known = || values().filter(|value| **value != Value::Nothing);
        let kind = match known().next() {
            Some(Value::Number(_)) if known().all(|value| matches!(value, Value::Number(_))) => "number",
            Some(Value::Day(_)) if known().all(|value| matches!(value, Value::Day(_))) => "date",
            _ => "text",
        };
        json!({ "key": key, "title": title, "type": kind })
    });
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| field(cell).json()).collect::<Vec<_>>());
    let mut document = json!({
        "title": picture.title,
        "description": picture.description,
        "language": lang,
    });
    super::cite(desk, route, &mut document);
    document["columns"] = columns.collect();
    document["rows"] = rows.map(serde_json::Value::from).collect();
    let mut bytes = document.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}
