//! Tests of the YAML tree: values and places, the words for each mistake, what remains after one, and hostile input.

use super::*;
use crate::source::{Sources, Span};
use crate::syntax::{ProblemKind, Value};

fn read(text: &str) -> (Option<Node>, Vec<Problem>, Sources, FileId) {
    let sources = Sources::from_memory([("t.yaml", text)]);
    let (file, _) = sources.find("t.yaml").unwrap();
    let mut problems = Vec::new();
    (parse(text, file, 0, &mut problems), problems, sources, file)
}

/// The tree on one line; texts that may stand for something else (plain ones) without quotes.
fn show(node: &Node) -> String {
    let join = |parts: Vec<String>| parts.join(", ");
    match &node.value {
        Value::Scalar(scalar) if scalar.plain => scalar.text.clone(),
        Value::Scalar(scalar) => format!("{:?}", scalar.text),
        Value::List(items) => format!("[{}]", join(items.iter().map(show).collect())),
        Value::Map(entries) => {
            format!("{{{}}}", join(entries.iter().map(|(key, node)| format!("{}: {}", key.text, show(node))).collect()))
        }
    }
}

#[test]
fn trees_are_what_authors_mean() {
    let cases = [
        ("a: 1\nb: '1'\nc: yes\nd: \"x\\ty\"\n", r#"{a: 1, b: "1", c: yes, d: "x\ty"}"#),
        ("\u{feff}clé: é\r\nc: |\r\n  un\r\n  deux\r\nd:\r\n  - a\r\n  -\r\n", r#"{clé: é, c: "un\ndeux\n", d: [a, ]}"#),
        ("- - a\n  - b\n-\n  x: 1\n", "[[a, b], {x: 1}]"),
        ("e: {a: 1, b: }\nf: []\ng: ~\nh:\n", "{e: {a: 1, b: }, f: [], g: ~, h: }"),
        ("a: >\n  x\n  y\n\nb: it's #1 # really\n", r#"{a: "x y\n", b: it's #1}"#),
        ("a: &n [1, {b: 2}]\nc: *n\n", "{a: [1, {b: 2}], c: [1, {b: 2}]}"),
        ("---\na: 1\n...\n", "{a: 1}"),
        ("---\na: 1\n---\n# nothing\n", "{a: 1}"),
        ("just a text\n", "just a text"),
    ];
    for (text, tree) in cases {
        let (node, problems, ..) = read(text);
        assert_eq!(problems, [], "{text:?}");
        assert_eq!(show(&node.unwrap()), tree.replace("it's #1", "it's"), "{text:?}");
    }
    for text in ["", "\n", "# only a comment\n", "\u{feff}", "---\n"] {
        let (node, problems, ..) = read(text);
        assert!(node.is_none_or(|node| node.is_null()) && problems.is_empty(), "{text:?}");
    }
}

#[test]
fn places_are_exact() {
    let text = "\u{feff}clé: \"été\"\r\n'b b':\r\n  - x y\r\n  - {k: \"a\\nb\"}\r\nc: |\r\n  un\r\n  deux\r\n\r\nd: |\n  ü\ne:\nf: p\n  q\n";
    let (node, problems, sources, _) = read(text);
    assert_eq!(problems, []);
    let node = node.unwrap();
    let slice = |span: Span| sources.slice(span);
    assert_eq!(node.entries().iter().map(|(key, _)| slice(key.span)).collect::<Vec<_>>(), ["clé", "b b", "c", "d", "e", "f"]);
    let list = node.get("b b").unwrap();
    let map = &list.items()[1];
    let cases = [
        (node.get("clé").unwrap(), "été", true),
        (&list.items()[0], "x y", true),
        (map.get("k").unwrap(), "a\\nb", false),
        (node.get("c").unwrap(), "un\r\n  deux", false),
        (node.get("d").unwrap(), "ü\n", true),
        (node.get("f").unwrap(), "p\n  q", false),
    ];
    for (node, expected, verbatim) in cases {
        assert_eq!((slice(node.span), node.as_scalar().unwrap().verbatim), (expected, verbatim));
    }
    assert_eq!(slice(map.span), "{k: \"a\\nb\"}");
    assert_eq!(slice(list.span), "- x y\r\n  - {k: \"a\\nb\"}");
    assert_eq!(slice(node.span), text.trim_start_matches('\u{feff}').trim_end());
    let empty = node.get("e").unwrap();
    assert!(empty.is_null() && empty.span.start == empty.span.end);
    assert!(text[..empty.span.start as usize].ends_with("\ne:"), "nothing stands behind the colon");
}

/// A text, its first problem's kind, line, column and a part of its message; the problem must have help, and must be the only one.
type Mistake = (&'static str, ProblemKind, usize, usize, &'static str);

#[test]
fn each_mistake_has_its_words_and_its_place() {
    use ProblemKind::{AliasBudget, DuplicateKey, EmptyKey, TooDeep, YamlFeature as Feature, YamlSyntax as Syntax};
    let cases: &[Mistake] = &[
        ("a:\n\tb: 1\n", Syntax, 2, 1, "a tab is used for indentation"),
        ("a:\n  b: 1\n\tc: 2\n", Syntax, 3, 1, "a tab is used"),
        ("x: |\n\ttab\n", Syntax, 2, 1, "a tab is used"),
        ("é: 1\nname:value\nb: 2\n", Syntax, 2, 5, "a space is missing after the colon of `name`"),
        ("name:value\nb: 2\n", Syntax, 1, 5, "a space is missing after the colon of `name`"),
        ("- a\n-b\n", Syntax, 2, 1, "a space is missing after the dash"),
        ("a: 1\nfoo bar\n", Syntax, 2, 1, "`foo bar` is neither a key with a value nor an item"),
        ("a: \"open\nb: 2\n", Syntax, 1, 4, "the quote before `open` is never closed"),
        ("a: 'open\nb: 'it'\n", Syntax, 1, 4, "the quote before `open` is never closed"),
        ("a: 'it's'\n", Syntax, 1, 8, "`s'` follows the closing quote"),
        ("a: \"x\" y\n", Syntax, 1, 8, "`y` follows the closing quote"),
        ("\u{feff}é: Föo: bar\n", Syntax, 1, 7, "a colon inside the text `Föo: bar`"),
        ("a: @x\n", Syntax, 1, 4, "a text can't begin with `@`"),
        ("a: %x\n", Syntax, 1, 4, "a text can't begin with `%`"),
        ("a: `x`\n", Syntax, 1, 4, "a text can't begin with a backtick"),
        ("a: * b\n", Syntax, 1, 4, "a text can't begin with `*`"),
        ("a: **b** c\n", Syntax, 1, 4, "`**b**` refers to a value that has no name"),
        ("a: & b\n", Syntax, 1, 4, "a text can't begin with `&`"),
        ("a: &b c\n", Feature, 1, 4, "`&b` gives a name to the value after it, and nothing refers to it"),
        ("a: !b c\n", Feature, 1, 4, "`!b` is a type tag"),
        ("a: !!int 3\n", Feature, 1, 4, "`!!int` is a type tag"),
        ("%YAML 1.2\n---\na: 1\n", Syntax, 1, 1, "a text can't begin with `%`"),
        ("a:\n  b: 1\n c: 2\n", Syntax, 3, 2, "`c` begins in a column that fits no line above it"),
        ("a:\n  - b\n - c\n", Syntax, 3, 2, "`- c` begins in a column"),
        ("a: 1\n  b: 2\n", Syntax, 2, 3, "`b` stands below `a`, which has a value on its own line"),
        ("- a\nb: 1\n", Syntax, 2, 1, "`b` stands among the items of a list"),
        ("a: 1\n- b\n", Syntax, 2, 1, "the list item `- b` stands among the keys of a map"),
        ("a: - b\n", Syntax, 1, 4, "a list begins on the line of its key"),
        ("a: |\n    x\n   y\n", Syntax, 3, 4, "`y` is indented less than the first line of its text"),
        ("a: | x\n  b\n", Syntax, 1, 4, "a text follows the `|` or `>`"),
        ("a: [1, 2\nb: 3\n", Syntax, 1, 4, "the `[` is never closed"),
        ("a: {b: [c, d}\n", Syntax, 1, 8, "the `[` is closed by `}`"),
        ("a: {b: 1 c: 2}\n", Syntax, 1, 11, "a comma is missing"),
        ("a: [1,,2]\n", Syntax, 1, 7, "a value is missing before `,`"),
        ("a: b\nc: ]\n", Syntax, 2, 4, "the `]` closes nothing"),
        ("a: \"C:\\Users\"\n", Syntax, 1, 7, "`\\U` means nothing inside double quotes"),
        ("a: \"\\é\"\n", Syntax, 1, 5, "`\\é` means nothing"),
        ("a: \"x\"#c\n", Syntax, 1, 7, "a comment begins without a space"),
        ("a: x\u{7}\n", Syntax, 1, 5, "an invisible control character (U+0007)"),
        ("a: x\n\u{feff}b: y\n", Syntax, 2, 1, "an invisible byte-order mark"),
        ("a: &b [*b]\n", Syntax, 1, 8, "`*b` stands inside the value that it refers to"),
        ("a: &b {x: 1}\nc:\n  <<: *b\n", Feature, 3, 3, "`<<`"),
        ("? [a, b]\n: c\n", Feature, 1, 3, "a list can't be a key"),
        ("t: {{ name }}\n", Feature, 1, 5, "a map can't be a key"),
        ("a: 1\n---\nb: 2\n", Feature, 2, 1, "a second document"),
        ("a: 1\n: x\n", EmptyKey, 2, 1, "a value without a key"),
        ("a: 1\nb: 2\n'a': 3\n", DuplicateKey, 3, 2, "`a` is there twice"),
        ("a: {b: &n [x], c: [*n, *n]}\nd: {e: 1, e: 2}\n", DuplicateKey, 2, 11, "`e` is there twice"),
    ];
    for &(text, kind, line, column, message) in cases {
        let (_, problems, sources, file) = read(text);
        assert_eq!(problems.len(), 1, "{text:?}: {problems:#?}");
        let place = sources.line_column(file, problems[0].span.start);
        assert_eq!((problems[0].kind, place.line, place.column), (kind, line, column), "{text:?}: {}", problems[0].message);
        assert!(problems[0].message.contains(message), "{text:?}: {}", problems[0].message);
        assert!(problems[0].help.as_ref().is_some_and(|help| !help.is_empty()), "{text:?}");
        assert!(![AliasBudget, TooDeep].contains(&kind), "these have a test of their own");
    }
}

#[test]
fn the_first_of_two_twins_wins_and_is_shown() {
    let (node, problems, sources, _) = read("é: 1\nb: 2\né: 3\n");
    assert_eq!(show(&node.unwrap()), "{é: 1, b: 2}");
    let (place, label) = &problems[0].related[0];
    assert_eq!((place.start, sources.slice(*place), label.as_str()), (0, "é", "first one"));
}

#[test]
fn one_mistake_hides_no_other() {
    let cases = [
        ("a: 1\nb: @x\nc:\n  d: e: f\n  g: 1\nh: 2\nh: 3\n", "{a: 1, c: {}, h: 2}", vec![2, 4, 7]),
        ("- a\n- b: \"x\n- c: 1\n- *y\n", "[a, {}, {c: 1}, *y]", vec![2]),
        ("a: [1, 2\nb:\n  - x: 1\n   y: 2\nc: {d: 1}\n", "{b: [{x: 1}], c: {d: 1}}", vec![1, 4]),
        ("a: \"x\nb: 2\n", "{b: 2}", vec![1]),
        ("@a\nb: 2\n", "{b: 2}", vec![1]),
        ("a: 1\n- b\n", "{a: 1}", vec![2]),
    ];
    for (text, tree, lines) in cases {
        let (node, problems, sources, file) = read(text);
        let found: Vec<usize> = problems.iter().map(|problem| sources.line_column(file, problem.span.start).line).collect();
        assert_eq!((found, node.as_ref().map(show).as_deref()), (lines, Some(tree)), "{text:?}: {problems:#?}");
    }
    let (node, problems, ..) = read(&(0..50).map(|index| format!("a{index}: @x\n")).collect::<String>());
    assert_eq!((problems.len(), node.is_some()), (MAX_FAULTS, true), "not without end");
    assert!(read("{").0.is_none() && read("'").0.is_none());
}

#[test]
fn depth_and_copies_have_an_end() {
    let nested = |depth: usize| format!("a: {}{}\nb: 1\n", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(read(&nested(MAX_DEPTH - 1)).1, []);
    for depth in [MAX_DEPTH, 250, 5000] {
        let (node, problems, ..) = read(&nested(depth));
        assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [ProblemKind::TooDeep], "{depth}");
        assert!(node.unwrap().get("b").is_some(), "{depth}");
    }
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let before = format!("*a{}", level - 1);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", [before.as_str(); 10].join(", ")));
    }
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), vec!["*a"; 5000].join(", "));
    let mut deep = String::from("a0: &a0 [x]\n");
    for level in 1..100 {
        deep.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1));
    }
    for (text, kind) in [(bomb, ProblemKind::AliasBudget), (long, ProblemKind::AliasBudget), (deep, ProblemKind::TooDeep)] {
        let (node, problems, ..) = read(&text);
        assert!(problems.iter().any(|problem| problem.kind == kind), "{problems:?}");
        assert!(show(&node.unwrap()).len() < 20_000_000);
    }
}

#[test]
fn hostile_input_takes_time_in_proportion() {
    let started = std::time::Instant::now();
    let texts = [
        "[".to_owned() + &"*x,".repeat(200_000),
        "a: \"x\n".repeat(100_000),
        "- [\n".repeat(100_000),
        (0..50_000).map(|index| format!("key-{index}:\n  - a: {index}\n    b: 'é'\n")).collect(),
        "a: 1\n".repeat(100_000),
    ];
    for text in texts {
        let (_, problems, ..) = read(&text);
        assert!(problems.len() <= crate::syntax::MAX_PROBLEMS);
    }
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[test]
fn places_are_shifted_by_the_base() {
    let text = "---\ntitre: été\nx: @\n---\n";
    let sources = Sources::from_memory([("t.md", text)]);
    let (file, _) = sources.find("t.md").unwrap();
    let mut problems = Vec::new();
    let node = parse(&text[4..21], file, 4, &mut problems).unwrap();
    assert_eq!(sources.slice(node.get("titre").unwrap().span), "été");
    assert_eq!(sources.slice(problems[0].span), "@");
}
