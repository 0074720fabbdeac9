//! Owns the place of a new entry in a file that holds others, which otherwise stays as it is to the byte.

use super::Failure;
use super::draft::Draft;
use crate::source::FileId;
use crate::syntax::{Key, csv, yaml};

/// The list at `path` with the new entry in it.
pub(super) fn into_list(draft: &Draft<'_>, path: &str) -> Result<String, Failure> {
    let (file, text) = read(draft, path)?;
    let text = text.to_owned();
    let (at, addition) = match draft.group {
        None => {
            let space = if text.trim().is_empty() { "" } else { "\n" };
            (text.len(), format!("{space}{}", draft.item("")?))
        }
        Some(group) => under_heading(draft, group, file, &text)?,
    };
    let before = &text[..at];
    let line_break = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    let mut addition = format!("{line_break}{addition}");
    if text.contains("\r\n") {
        addition = addition.replace('\n', "\r\n");
    }
    Ok(format!("{before}{addition}{}", &text[at..]))
}

/// Where the entry goes in a list with headings, and what to write there: after the last entry under its heading, else at the end.
fn under_heading(draft: &Draft<'_>, group: &str, file: FileId, text: &str) -> Result<(usize, String), Failure> {
    let tree = yaml::parse(text, file, 0, &mut Vec::new());
    let heading = tree.as_ref().and_then(|tree| tree.entries().iter().find(|(key, _)| key.text == group));
    Ok(match heading {
        None => (text.len(), draft.list()?),
        Some((key, node)) => match node.entries().first() {
            Some((first, _)) => (line_after(text, node.span.end as usize), draft.item(&indent(text, first))?),
            None => (line_after(text, key.span.end as usize), draft.item("  ")?),
        },
    })
}

/// The beginning of the line after the one that something ends on.
fn line_after(text: &str, end: usize) -> usize {
    if text[..end].ends_with('\n') { end } else { text[end..].find('\n').map_or(text.len(), |at| end + at + 1) }
}

/// The space before a key on its line.
fn indent(text: &str, key: &Key) -> String {
    let start = text[..key.span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    text[start..key.span.start as usize].chars().filter(|c| *c == ' ').collect()
}

/// The new entry as a row of the table at `path`.
pub(super) fn row(draft: &Draft<'_>, path: &str) -> Result<String, Failure> {
    let (file, text) = read(draft, path)?;
    let table = csv::parse(text, file, &mut Vec::new());
    let header = table.map(|table| table.header).unwrap_or_default();
    let between = match header.as_slice() {
        [first, second, ..] => text.get(first.span.end as usize..second.span.start as usize).unwrap_or_default(),
        _ => "",
    };
    let delimiter = between.chars().find(|c| matches!(c, ';' | ',' | '\t' | '|')).unwrap_or(',');
    draft.row(&header.iter().map(|key| key.text.as_str()).collect::<Vec<_>>(), delimiter)
}

fn read<'a>(draft: &Draft<'a>, path: &str) -> Result<(FileId, &'a str), Failure> {
    let unreadable = || Failure::new(format!("`{path}` is not UTF-8 text")).help("save it as UTF-8 first");
    let (id, file) = draft.sources.find(path).ok_or_else(unreadable)?;
    Ok((id, file.text().map_err(|_| unreadable())?))
}
