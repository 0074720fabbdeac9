//! Owns the reading of tables as people export them (`,`, `;` or tab, byte-order mark, `sep=`), with the place of every cell.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use super::{Key, MAX_PROBLEMS, Node, Problem, ProblemKind, Scalar, Value, excerpt};
use crate::source::{FileId, Span};

/// A table: its columns and its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns' names in the order of the file. A name may be empty or there twice; that is a problem already reported.
    pub header: Vec<Key>,
    /// The rows with something in them.
    pub rows: Vec<Row>,
}

/// A row of a [`Table`].
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// From its first cell to its last.
    pub span: Span,
    /// The texts in the order of the columns, plain whether quoted or not; fewer than the columns where the row is short.
    pub cells: Vec<Node>,
}

impl Table {
    /// The place of a column among the cells of each row; the first one where two have the name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|key| key.text == name)
    }

    /// Each row as a map from column to cell, as if it were an entry in YAML. Columns without a name, and the second of two with
    /// the same, are left out.
    pub fn into_maps(self) -> Vec<Node> {
        let mut seen = BTreeSet::new();
        let named: Vec<Option<&Key>> =
            self.header.iter().map(|key| Some(key).filter(|key| !key.text.is_empty() && seen.insert(&key.text))).collect();
        let map = |row: Row| {
            let entries = named.iter().zip(row.cells).filter_map(|(key, cell)| Some(((*key)?.clone(), cell)));
            Node { span: row.span, value: Value::Map(entries.collect()) }
        };
        self.rows.into_iter().map(map).collect()
    }
}

/// What the name of a column may hold, in bytes; each row of [`Table::into_maps`] has a copy.
const LONGEST_NAME: usize = 200;

/// A cell as it stands in the text.
struct Cell {
    /// The text without its quotes, or without the space around it.
    inner: Range<usize>,
    /// With quotes and space.
    outer: Range<usize>,
    text: String,
}

/// Reads a table. `None` where there is no header, which is no problem by itself. Empty rows and empty columns at the end are passed over.
pub fn parse(text: &str, file: FileId, problems: &mut Vec<Problem>) -> Option<Table> {
    let (start, delimiter) = opening(text);
    // Quotes, doubled quotes and line breaks are the csv crate's; this module only finds out where the cells that it cut stand.
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(&text.as_bytes()[start..]);
    let mut scan = Scan { text, file, delimiter, problems, reported: 0 };
    let mut record = StringRecord::new();
    let mut table: Option<Table> = None;
    while matches!(reader.read_record(&mut record), Ok(true)) {
        let offset = start + record.position().map_or(0, |position| position.byte() as usize);
        let Some(cells) = scan.cells(&record, offset) else { break };
        if cells.iter().all(|cell| cell.text.trim().is_empty()) {
            continue;
        }
        match &mut table {
            None => table = Some(Table { header: scan.header(cells), rows: Vec::new() }),
            Some(table) => {
                let row = scan.row(cells, table.header.len());
                table.rows.push(row);
            }
        }
    }
    table
}

/// Where the header begins, and what separates its cells.
fn opening(text: &str) -> (usize, u8) {
    let after_marks = |at: usize| text.len() - text[at..].trim_start_matches('\u{feff}').len();
    let start = after_marks(0);
    let first_line = text[start..].split('\n').next().unwrap_or_default();
    // Excel writes this line for itself, and shows the table without it.
    let declared = first_line.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    if let Some(&[delimiter @ (b',' | b';' | b'\t' | b'|')]) = declared {
        return (after_marks((start + first_line.len() + 1).min(text.len())), delimiter);
    }
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    let mut quoted = false;
    for byte in text[start..].trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(delimiter, _)| *delimiter == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // Of two that are as frequent the one that no decimal number contains; a table of one column may be cut at any.
    let best = counts.iter().map(|(_, count)| *count).max().filter(|&count| count > 0);
    (start, counts.iter().find(|(_, count)| Some(*count) == best).map_or(b',', |(delimiter, _)| *delimiter))
}

/// What the steps of [`parse`] share.
struct Scan<'a> {
    text: &'a str,
    file: FileId,
    delimiter: u8,
    problems: &'a mut Vec<Problem>,
    reported: usize,
}

impl Scan<'_> {
    /// Finds the cells of a record that begins at or shortly after `offset`; `None` where a quote swallows the rest of the file.
    fn cells(&mut self, record: &StringRecord, offset: usize) -> Option<Vec<Cell>> {
        let bytes = self.text.as_bytes();
        // The record's position is that of the line breaks before it.
        let mut at = offset + bytes[offset..].iter().take_while(|&&byte| matches!(byte, b'\r' | b'\n')).count();
        let mut cells = Vec::with_capacity(record.len());
        for field in record {
            let cell = if bytes.get(at) == Some(&b'"') { self.quoted(at, field)? } else { self.unquoted(at, field) };
            at = (cell.outer.end + 1).min(bytes.len());
            cells.push(cell);
        }
        Some(cells)
    }

    fn unquoted(&mut self, at: usize, field: &str) -> Cell {
        let text = field.trim();
        let start = at + (field.len() - field.trim_start().len());
        if text.starts_with('"') && start > at {
            self.problem(
                ProblemKind::CsvSyntax,
                at..start,
                "a space stands before the quote, so that the quote counts as text".to_owned(),
                Some("remove the space between the separator and the quote".to_owned()),
            );
        }
        Cell { inner: start..start + text.len(), outer: at..at + field.len(), text: text.to_owned() }
    }

    fn quoted(&mut self, at: usize, field: &str) -> Option<Cell> {
        let bytes = self.text.as_bytes();
        let inner_start = at + 1;
        let mut doubled = 0;
        let mut search = inner_start;
        let closing = loop {
            match bytes[search..].iter().position(|&byte| byte == b'"') {
                Some(found) if bytes.get(search + found + 1) == Some(&b'"') => {
                    doubled += 1;
                    search += found + 2;
                }
                Some(found) => break search + found,
                None => {
                    let message = format!("the quote before `{}` is never closed", excerpt(&self.text[inner_start..]));
                    let help = "end the cell with `\"`; a quote inside a quoted cell is written twice: `\"\"`";
                    self.problem(ProblemKind::CsvSyntax, at..inner_start, message, Some(help.to_owned()));
                    return None;
                }
            }
        };
        let inner = inner_start..closing;
        // What follows the closing quote up to the separator belongs to the cell for the csv crate, but for no author.
        let rest = field.len().saturating_sub(inner.len() - doubled);
        let end = (closing + 1 + rest).min(bytes.len());
        let after = self.text.get(closing + 1..end).unwrap_or_default();
        if !after.trim().is_empty() {
            let message = format!("`{}` follows the closing quote of a cell", excerpt(after.trim()));
            let help = "put the whole cell in quotes; a quote inside a quoted cell is written twice: `\"\"`";
            let gap = after.len() - after.trim_start().len();
            self.problem(
                ProblemKind::CsvSyntax,
                closing + 1 + gap..closing + 1 + after.trim_end().len(),
                message,
                Some(help.to_owned()),
            );
        }
        let text =
            if doubled == 0 { self.text[inner.clone()].to_owned() } else { self.text[inner.clone()].replace("\"\"", "\"") };
        Some(Cell { inner, outer: at..end, text })
    }

    fn header(&mut self, mut cells: Vec<Cell>) -> Vec<Key> {
        let used = cells.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1);
        cells.truncate(used);
        let mut first: BTreeMap<String, Span> = BTreeMap::new();
        let mut header = Vec::with_capacity(cells.len());
        for (index, cell) in cells.into_iter().enumerate() {
            let mut key = Key { span: Span::new(self.file, cell.inner.start, cell.inner.end), text: cell.text.trim().to_owned() };
            if key.text.len() > LONGEST_NAME {
                let message =
                    format!("the name of column {}, `{}`, is longer than {LONGEST_NAME} bytes", index + 1, excerpt(&key.text));
                self.problem(
                    ProblemKind::CsvColumn,
                    cell.inner,
                    message,
                    Some("the first row holds the columns' names".to_owned()),
                );
                key.text.clear();
            } else if key.text.is_empty() {
                let message = format!("column {} has no name", index + 1);
                self.problem(
                    ProblemKind::CsvColumn,
                    cell.outer,
                    message,
                    Some("name it in the first row, or remove it".to_owned()),
                );
            } else if let Some(&earlier) = first.get(&key.text) {
                let message = format!("two columns are named `{}`", excerpt(&key.text));
                let problem =
                    self.problem(ProblemKind::CsvColumn, cell.inner, message, Some("rename or remove one of them".to_owned()));
                problem.related.push((earlier, "first column of that name".to_owned()));
            } else {
                first.insert(key.text.clone(), key.span);
            }
            header.push(key);
        }
        header
    }

    fn row(&mut self, mut cells: Vec<Cell>, columns: usize) -> Row {
        let (start, end) = cells.first().zip(cells.last()).map_or((0, 0), |(first, last)| (first.outer.start, last.outer.end));
        if let Some(surplus) = cells.iter().skip(columns).find(|cell| !cell.text.is_empty()) {
            let message = format!(
                "`{}` stands in column {} of a table with {columns}",
                excerpt(&surplus.text),
                self.count_to(&cells, surplus)
            );
            let help = match self.delimiter {
                b'\t' => "remove the cell, or name its column in the first row".to_owned(),
                other => {
                    format!("put a text that contains `{}` in quotes, or name the column in the first row", char::from(other))
                }
            };
            let span = surplus.inner.clone();
            self.problem(ProblemKind::CsvRowLength, span, message, Some(help));
        }
        cells.truncate(columns);
        Row { span: Span::new(self.file, start, end), cells: cells.into_iter().map(|cell| self.node(cell)).collect() }
    }

    fn count_to(&self, cells: &[Cell], wanted: &Cell) -> usize {
        cells.iter().take_while(|cell| cell.outer.start < wanted.outer.start).count() + 1
    }

    fn node(&self, cell: Cell) -> Node {
        let verbatim = self.text.get(cell.inner.clone()) == Some(cell.text.as_str());
        let value = Value::Scalar(Scalar { text: cell.text, plain: true, verbatim });
        Node { span: Span::new(self.file, cell.inner.start, cell.inner.end), value }
    }

    fn problem(&mut self, kind: ProblemKind, range: Range<usize>, message: String, help: Option<String>) -> &mut Problem {
        let span = Span::new(self.file, range.start, range.end);
        if self.reported == MAX_PROBLEMS {
            self.problems.pop();
        } else {
            self.reported += 1;
        }
        self.problems.push_mut(Problem { kind, span, message, help, related: Vec::new() })
    }
}

#[cfg(test)]
mod tests;
