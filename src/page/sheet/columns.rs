//! Takes out of a table the columns that say nothing in any row; apart from the making of tables, which needs not know of it.

use super::{Cell, Table};

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

fn says_something(cell: &Cell) -> bool {
    cell.badge.is_some() || cell.words.iter().any(|words| !words.text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sheet::Line;

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
