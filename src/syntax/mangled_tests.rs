//! Property tests: good texts, mangled at random but the same way each time, never panic a parser, and every place lies in the file.

use super::{Node, Problem, ProblemKind, Value, csv, front_matter, yaml};
use crate::source::{FileId, Sources, Span};

const YAML: [&str; 5] = [
    "\u{feff}# Ziele\r\nname: Café & Cie\r\ntitle: {en: \"Goal \\u00e9\", fr: 'L''été', ar: هدف}\r\nempty:\r\n",
    "goals:\n  - id: g1\n    text: |\n      # Été\n      *so*\n\n      end\n    tags: [a, b, {c: d}]\n  - id: g2\n    text: >-\n      x\n      y\n",
    "a: &n [1, {b: 2}]\nc: *n\nd:\n- x\n- - y\n  - z\ne: ? f\n",
    "%x\n---\n\"q\\\n  r\": 'é\n\n  ü'\n? k\n: v\n...\n---\n!!t {<<: *u, a: b, a: c}\n",
    "日本: 語\n\tt: 1\n 🦀: \"🦀\"\n",
];
const CSV: [&str; 4] = [
    "\u{feff}sep=;\r\nid;nom;\"no;te\"\r\n1;\"Café \"\"X\"\"\";\"a\r\nb\"\r\n\r\n2;é;;;\r\n",
    "a,b,c\n1,\"2\",3\n \"x\" , \"y\",z\n,,\n4,5\n",
    "x\ty\n\"\"\t\"\"\"\"\n🦀\t\"🦀\"\n",
    "only\n\"open\nrest\n",
];
const MARKDOWN: [&str; 2] = ["\u{feff}---\r\ntitle: Été\r\ndate: 2026-01-01\r\n---\r\n# Été\r\n", "---\na: b\n...\ntext\n---\n"];
const SPECIAL: [&str; 32] = [
    "\"", "'", "`", "@", "%", "*", "&", "!", "|", ">", "-", "- ", ":", ": ", ",", ";", "{", "}", "[", "]", "#", "?", "\t", "\n",
    "\r\n", "\r", "\0", "\u{feff}", "---\n", "<<: ", "\u{85}", "é🦀",
];

/// A small generator of numbers that are the same in each run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound.max(1)
    }
}

fn mangle(text: &str, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(4) {
        let at = text.floor_char_boundary(dice.below(text.len() + 1));
        match dice.below(5) {
            0 => text.truncate(at),
            1 if at < text.len() => drop(text.remove(at)),
            2 => {
                let end = text.floor_char_boundary(at + dice.below(12)).max(at);
                let piece = text[at..end].to_owned();
                let to = text.floor_char_boundary(dice.below(text.len() + 1));
                text.insert_str(to, &piece);
            }
            _ => text.insert_str(at, SPECIAL[dice.below(SPECIAL.len())]),
        }
    }
    text
}

fn check_span(span: Span, text: &str) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(start <= end && text.get(start..end).is_some(), "{start}..{end} in {text:?}");
}

fn check_problems(problems: &[Problem], text: &str) {
    for problem in problems {
        check_span(problem.span, text);
        problem.related.iter().for_each(|(span, _)| check_span(*span, text));
        assert!(!problem.message.is_empty() && problem.help.is_some(), "{text:?}");
        assert!(ProblemKind::ALL.contains(&problem.kind));
    }
}

fn check_node(node: &Node, text: &str) {
    check_span(node.span, text);
    match &node.value {
        Value::Scalar(scalar) => {
            let slice = &text[node.span.start as usize..node.span.end as usize];
            assert!(!scalar.verbatim || slice == scalar.text, "{slice:?} is not {:?} in {text:?}", scalar.text);
        }
        Value::List(items) => items.iter().for_each(|item| check_node(item, text)),
        Value::Map(entries) => {
            for (index, (key, node)) in entries.iter().enumerate() {
                check_span(key.span, text);
                check_node(node, text);
                assert!(entries[..index].iter().all(|(other, _)| other.text != key.text), "`{}` twice in {text:?}", key.text);
            }
        }
    }
}

fn a_file() -> FileId {
    Sources::from_memory([("x", "")]).find("x").unwrap().0
}

fn check_yaml(text: &str, file: FileId) {
    let mut problems = Vec::new();
    let node = yaml::parse(text, file, 0, &mut problems);
    check_problems(&problems, text);
    node.iter().for_each(|node| check_node(node, text));
}

fn check_csv(text: &str, file: FileId) {
    let mut problems = Vec::new();
    let table = csv::parse(text, file, &mut problems);
    check_problems(&problems, text);
    if let Some(table) = table {
        table.header.iter().for_each(|key| check_span(key.span, text));
        assert!(table.rows.iter().all(|row| row.cells.len() <= table.header.len()), "{text:?}");
        table.rows.iter().for_each(|row| check_span(row.span, text));
        table.into_maps().iter().for_each(|map| check_node(map, text));
    }
}

fn check_front_matter(text: &str, file: FileId) {
    let mut problems = Vec::new();
    let (node, body) = front_matter::parse(text, file, &mut problems);
    check_problems(&problems, text);
    node.iter().for_each(|node| check_node(node, text));
    assert!(text.get(body).is_some(), "{text:?}");
}

/// Good texts, and what must hold for anything like them.
type Sort = (&'static [&'static str], fn(&str, FileId));

const ROUNDS: usize = 3000;

#[test]
fn mangled_texts_never_panic_and_places_lie_in_the_file() {
    let file = a_file();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let sorts: [Sort; 3] = [(&YAML, check_yaml), (&CSV, check_csv), (&MARKDOWN, check_front_matter)];
    for (seeds, check) in sorts {
        for seed in seeds {
            check(seed, file);
            for (end, _) in seed.char_indices() {
                check(&seed[..end], file);
                check(&seed[end..], file);
            }
            for _ in 0..ROUNDS {
                check(&mangle(seed, &mut dice), file);
            }
        }
    }
}

#[test]
fn what_the_table_reader_cuts_is_what_the_csv_crate_cuts() {
    let file = a_file();
    let mut dice = Dice(42);
    for _ in 0..ROUNDS {
        let text = mangle("a,b,c\n1,\"x, \"\"y\"\"\",3\n\"4\n\",é,\"\"\n", &mut dice);
        let mut problems = Vec::new();
        let Some(table) = csv::parse(&text, file, &mut problems) else { continue };
        if !problems.is_empty() || table.header.len() < 2 || text.contains([';', '\t', '\u{feff}', '\0']) {
            continue;
        }
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
            .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
            .skip(1)
            .map(|cells| cells.into_iter().take(table.header.len()).collect())
            .collect();
        let found: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|node| node.as_scalar().unwrap().text.trim().to_owned()).collect())
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }
}
