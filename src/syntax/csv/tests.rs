//! Tests of the tables: what people export, what they break, and where the findings stand.

use super::*;
use crate::source::Sources;

fn read(text: &str) -> (Option<Table>, Vec<Problem>, Sources) {
    let sources = Sources::from_memory([("t.csv", text)]);
    let (file, _) = sources.find("t.csv").unwrap();
    let mut problems = Vec::new();
    (parse(text, file, &mut problems), problems, sources)
}

fn texts(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells.iter().map(|node| node.as_scalar().unwrap().text.as_str()).collect()).collect()
}

/// A text, its columns, its rows.
type Export = (&'static str, &'static [&'static str], &'static [&'static [&'static str]]);

#[test]
fn reads_what_people_export() {
    let cases: [Export; 17] = [
        ("a,b\n1,2\n", &["a", "b"], &[&["1", "2"]]),
        ("a;b\r\n1,5;2\r\n", &["a", "b"], &[&["1,5", "2"]]),
        ("a\tb\n1\t2", &["a", "b"], &[&["1", "2"]]),
        ("\u{feff}é;b\n1;ü\n", &["é", "b"], &[&["1", "ü"]]),
        ("sep=;\r\na;b,c\r\n1;2\r\n", &["a", "b,c"], &[&["1", "2"]]),
        ("\u{feff}\"sep=|\"\na|b\n1|2\n", &["a", "b"], &[&["1", "2"]]),
        ("\"a;x\";\"b\"\n\"1\";\"2\"\n", &["a;x", "b"], &[&["1", "2"]]),
        ("a,b\n\"x\r\ny\",\"say \"\"hi\"\"\"\n", &["a", "b"], &[&["x\r\ny", "say \"hi\""]]),
        ("\n\na,b\n\n1,2\n \n,,\n3,4\n\n", &["a", "b"], &[&["1", "2"], &["3", "4"]]),
        ("a;b;;\n1;2;;\n3;4;;;;\n", &["a", "b"], &[&["1", "2"], &["3", "4"]]),
        (" a , b \n 1 , \u{a0}2 \n", &["a", "b"], &[&["1", "2"]]),
        ("a,b,c\n1\n2,3\n", &["a", "b", "c"], &[&["1"], &["2", "3"]]),
        ("only\nx\ny z\n", &["only"], &[&["x"], &["y z"]]),
        ("a,b\n\"\",\" x \"\n", &["a", "b"], &[&["", " x "]]),
        ("a;b,c\n1;2\n", &["a", "b,c"], &[&["1", "2"]]),
        ("a,b\r1,2\r3,4\r", &["a", "b"], &[&["1", "2"], &["3", "4"]]),
        ("a,b\nx\"y,5\"\n", &["a", "b"], &[&["x\"y", "5\""]]),
    ];
    for (text, header, rows) in cases {
        let (table, problems, sources) = read(text);
        let table = table.unwrap();
        assert_eq!(problems, [], "{text:?}");
        assert_eq!(table.header.iter().map(|key| key.text.as_str()).collect::<Vec<_>>(), header, "{text:?}");
        assert_eq!(texts(&table), rows, "{text:?}");
        for key in &table.header {
            assert_eq!(sources.slice(key.span), key.text, "{text:?}");
        }
        for node in table.rows.iter().flat_map(|row| &row.cells) {
            let scalar = node.as_scalar().unwrap();
            let slice = sources.slice(node.span);
            assert_eq!(scalar.verbatim, slice == scalar.text, "{text:?}");
            assert_eq!(slice.replace("\"\"", "\""), scalar.text, "{text:?}");
        }
    }
}

#[test]
fn nothing_is_no_table_and_no_problem() {
    for text in ["", "\u{feff}", "\n\r\n", ",,\n,,\n", "sep=;", "sep=;\n"] {
        let (table, problems, _) = read(text);
        assert_eq!((table, problems), (None, Vec::new()), "{text:?}");
    }
}

#[test]
fn what_is_hostile_stays_small() {
    let (table, problems, _) = read(&format!("a,{}\n1,2\n", "x".repeat(300)));
    assert_eq!((table.unwrap().into_maps()[0].entries().len(), problems[0].kind), (1, ProblemKind::CsvColumn));
    let (table, problems, _) = read(&format!("a\n{}", "1,2\n".repeat(5000)));
    assert_eq!((table.unwrap().rows.len(), problems.len()), (5000, MAX_PROBLEMS));
    let (table, _, _) = read(&format!("{}\n{}", "a,".repeat(5000), "1\n".repeat(5000)));
    assert_eq!(table.unwrap().rows.iter().map(|row| row.cells.len()).sum::<usize>(), 5000);
}

#[test]
fn faults_stand_where_they_are() {
    use ProblemKind::{CsvColumn, CsvRowLength, CsvSyntax};
    let cases = [
        ("a,b\n1,2,3\n", CsvRowLength, (2, 5), "`3` stands in column 3 of a table with 2", 1),
        ("a,b\n1,2,,3\n", CsvRowLength, (2, 6), "`3` stands in column 4 of a table with 2", 1),
        ("a;b\né;ü;\"ß ç\"\n4;5\n", CsvRowLength, (2, 6), "`ß ç` stands in column 3", 2),
        ("a,b\n1,2\n3,\"x\n4,5\n", CsvSyntax, (3, 3), "the quote before `x` is never closed", 1),
        ("a,b\n\"x\"y,2\n", CsvSyntax, (2, 4), "`y` follows the closing quote", 1),
        ("a,b\n1, \"x\"\n", CsvSyntax, (2, 3), "a space stands before the quote", 1),
        ("a,b,a\n1,2,3\n", CsvColumn, (1, 5), "two columns are named `a`", 1),
        ("\u{feff}a,,b\n1,2,3\n", CsvColumn, (1, 3), "column 2 has no name", 1),
    ];
    for (text, kind, (line, column), message, rows) in cases {
        let (table, problems, sources) = read(text);
        assert_eq!(problems.len(), 1, "{text:?}: {problems:?}");
        let place = sources.line_column(problems[0].span.file, problems[0].span.start);
        assert_eq!((problems[0].kind, place.line, place.column), (kind, line, column), "{text:?}");
        assert!(problems[0].message.contains(message), "{text:?}: {}", problems[0].message);
        assert!(problems[0].help.is_some(), "{text:?}");
        assert_eq!(table.unwrap().rows.len(), rows, "{text:?}");
    }
    let (_, problems, sources) = read("né,b,né\n");
    assert_eq!(sources.slice(problems[0].related[0].0), "né");
    assert_eq!(problems[0].related[0].0.start, 0);
}

#[test]
fn rows_become_maps() {
    let (table, _, sources) = read("id,x,,x\ne,\"1\",2,3\n");
    let maps = table.unwrap().into_maps();
    assert_eq!(maps.len(), 1);
    assert_eq!(sources.slice(maps[0].span), "e,\"1\",2,3");
    let entries: Vec<(&str, &str)> =
        maps[0].entries().iter().map(|(key, node)| (key.text.as_str(), sources.slice(node.span))).collect();
    assert_eq!(entries, [("id", "e"), ("x", "1")]);
}

#[test]
fn many_rows_take_time_in_proportion() {
    let mut text = String::from("id;name;value\n");
    for row in 0..100_000 {
        text.push_str(&format!("{row};\"Entreprise \"\"é\"\" {row}\";1,5\n"));
    }
    let started = std::time::Instant::now();
    let (table, problems, _) = read(&text);
    assert_eq!((table.unwrap().rows.len(), problems.len()), (100_000, 0));
    assert!(started.elapsed().as_secs() < 10, "a table of 4 MB took {:?}", started.elapsed());
}
