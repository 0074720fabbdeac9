//! Takes out of a table the columns that say nothing in any row; apart from the making of tables, which needs not know of it.

use super::{Cell, Line, Table};
use crate::page::Row;

/// Keeps the first column, which names the rows, and those in which at least one row says something.
pub(super) fn filled(mut table: Table) -> Table {
    for column in (1..table.head.len()).rev() {
        if table.lines.iter().any(|line| line.cells.get(column).is_some_and(says_something)) {
            continue;
        }
        table.head.remove(column);
        for line in table.lines.iter_mut().filter(|line| column < line.cells.len()) {
            line.cells.remove(column);
        }
    }
    table
}

/// Takes out the columns that say the same in each of several rows, and gives what they say. The first names the rows and stays.
pub(super) fn shared(mut table: Table) -> (Vec<Row>, Table) {
    let mut rows = Vec::new();
    let Some((first, others)) = table.lines.split_first().filter(|(_, others)| !others.is_empty()) else { return (rows, table) };
    let same = |column: usize| {
        let words = |line: &Line| line.cells.get(column).map(|cell| cell.words.clone());
        first.cells.get(column).is_some_and(|cell| cell.badge.is_none() && says_something(cell))
            && others.iter().all(|line| words(line) == words(first))
    };
    let columns: Vec<usize> = (1..table.head.len()).filter(|column| same(*column)).collect();
    for column in columns.into_iter().rev() {
        let label = table.head.remove(column).label;
        let mut values = Vec::new();
        for line in table.lines.iter_mut().filter(|line| column < line.cells.len()) {
            values = line.cells.remove(column).words;
        }
        rows.insert(0, Row { label, values });
    }
    (rows, table)
}

fn says_something(cell: &Cell) -> bool {
    cell.badge.is_some() || cell.words.iter().any(|words| !words.text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_for_all_rows_is_said_once() {
        let head = ["a", "b", "c"].map(|label| (label.to_owned(), false));
        let line = |last: &str| Line::new(None, ["x", "y", last].map(|text| Cell::from(text.to_owned())));
        let (rows, table) = shared(Table::new("", head.clone()).lines([line("1"), line("2")]));
        assert_eq!(rows.iter().map(|row| (row.label.as_str(), row.values[0].text.as_str())).collect::<Vec<_>>(), [("b", "y")]);
        assert!(table.head.len() == 2 && table.lines.iter().all(|line| line.cells.len() == 2));
        let (rows, table) = shared(Table::new("", head).lines([line("1")]));
        assert!(rows.is_empty() && table.head.len() == 3, "a single row is told as it is");
    }

    #[test]
    fn empty_columns_go_and_the_names_of_rows_stay() {
        let head = ["a", "b", "c"].map(|label| (label.to_owned(), false));
        let line = |last: Option<String>| Line::new(None, [Cell::default(), Cell::default(), last.into()]);
        let table = filled(Table::new("", head).lines([line(Some("1".into())), line(None)]));
        let labels: Vec<&str> = table.head.iter().map(|head| head.label.as_str()).collect();
        assert_eq!(labels, ["a", "c"]);
        assert!(table.lines.iter().all(|line| line.cells.len() == 2));
    }
}
