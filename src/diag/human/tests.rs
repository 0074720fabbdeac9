//! Owns the tests of the human form: its look word for word, and that no text, however hostile, breaks it.

use crate::diag::testing::{ADVICE, DUPLICATE, everything, found, nth, options, span};
use crate::diag::{Diagnostic, Format, Level, Options, Report, render};
use crate::source::Sources;

fn human(sources: &Sources, diagnostics: impl IntoIterator<Item = Diagnostic>) -> String {
    render(&Report::from_iter(diagnostics), sources, Format::Human, &options())
}

/// The drawing of one diagnostic, without the summary.
fn drawn(sources: &Sources, diagnostic: Diagnostic) -> String {
    let text = human(sources, [diagnostic]);
    text.split_once("\n\n1 error").unwrap().0.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn the_whole_of_a_report() {
    let (report, sources) = everything();
    let text = render(&report, &sources, Format::Human, &options());
    let expected = "\
note[vague-goal]: 50% of goals,␊are: vague
 |
 = help: say who does what until when

error[unknown-key]: unknown key `titel`
 --> goals.yaml:3:5
  |
3 |     titel: Emplois, été
  |     ^^^^^
  |
help: did you mean `title`?
  |
3 -     titel: Emplois, été
3 +     title: Emplois, été
  |

warning[duplicate-id]: id `jobs` is given twice
 --> ü, 100%/more.yaml:1:7
  |
1 | - id: jobs
  |       ^^^^
  |
 ::: goals.yaml:2:9
  |
2 |   - id: jobs
  |         ---- first given here

1 error, 1 warning, 1 note in 2 files
to read why a rule exists and how to satisfy it: clustersite explain unknown-key
";
    assert_eq!(text, expected);

    let coloured = render(&report, &sources, Format::Human, &Options { colour: true, ..options() });
    assert!(coloured.contains("\u{1b}[1m1 error, 1 warning, 1 note in 2 files\u{1b}[0m\n"), "{coloured}");
    let plain: String = coloured
        .split('\u{1b}')
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once('m').unwrap().1 })
        .collect();
    assert_eq!(plain, expected);

    let elsewhere = render(&report, &sources, Format::Human, &Options { prefix: "docs".into(), ..options() });
    assert!(elsewhere.contains(" --> docs/goals.yaml:3:5\n") && elsewhere.contains(" ::: docs/goals.yaml:2:9\n"), "{elsewhere}");
}

#[test]
fn an_empty_report_is_silent() {
    assert_eq!(human(&Sources::default(), []), "");
}

#[test]
fn near_places_share_a_drawing() {
    let sources = Sources::from_memory([("a.yaml", "- id: x\n  b: 1\n  c: 2\n- id: x\n")]);
    let text = drawn(
        &sources,
        Diagnostic {
            related: vec![(nth(&sources, "a.yaml", "x", 0), "first given here".into())],
            ..found(nth(&sources, "a.yaml", "x", 1))
        },
    );
    assert_eq!(
        text,
        "error[unknown-key]: unknown key\n --> a.yaml:4:7\n  |\n1 | - id: x\n  |       - first given here\n...\n4 | - id: x\n  |       ^\n"
    );
}

#[test]
fn far_places_of_one_file_are_drawn_apart() {
    let sources = Sources::from_memory([("a.yaml", format!("id: x\n{}id: y\n", "k: v\n".repeat(5000)))]);
    let text = drawn(
        &sources,
        Diagnostic { related: vec![(nth(&sources, "a.yaml", "x", 0), "here".into())], ..found(nth(&sources, "a.yaml", "y", 0)) },
    );
    assert!(text.contains("--> a.yaml:5002:5\n") && text.contains("::: a.yaml:1:5\n") && text.lines().count() == 10, "{text}");
}

#[test]
fn every_kind_of_place_is_drawn() {
    let line = format!("{}\"näme: 漢字漢字\"{} tail\n", "é ".repeat(300), "漢 ".repeat(300));
    let files = [("a", "\u{feff}\tk: wert\r\n漢字: wert\nمرحبا: قيمة\n  c: 2\n  d: 3\nlast"), ("long", &line), ("empty", "")];
    let sources = Sources::from_memory(files);
    let all = sources.find("a").unwrap().1.bytes.len();
    for (span, expected) in [
        (nth(&sources, "a", "wert", 0), " --> a:1:5\n  |\n1 |     k: wert\n  |        ^^^^\n"),
        (nth(&sources, "a", "wert", 1), " --> a:2:5\n  |\n2 | 漢字: wert\n  |       ^^^^\n"),
        (nth(&sources, "a", "قيمة", 0), " --> a:3:8\n  |\n3 | مرحبا: قيمة\n  |        ^^^^\n"),
        (nth(&sources, "a", "c: 2\n  d: 3\n", 0), " --> a:4:3\n  |\n4 | /   c: 2\n5 | |   d: 3\n  | |______^\n"),
        (span(&sources, "a", all, all), " --> a:6:5\n  |\n6 | last\n  |     ^\n"),
        (span(&sources, "empty", 0, 0), " --> empty:1:1\n  |\n1 |\n  | ^\n"),
        (
            nth(&sources, "long", "näme", 0),
            " --> long:1:602\n  |\n1 | ...é é é é é é é é é é é é é é é é \"näme: 漢字漢字\"漢 漢 漢 漢 漢 漢 漢 ...\n  |                                     ^^^^\n",
        ),
        (
            span(&sources, "long", 0, 1700),
            " --> long:1:1\n  |\n1 | é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é...\n  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
        ),
    ] {
        let text = drawn(&sources, found(span));
        assert_eq!(text.split_once('\n').unwrap().1, expected, "\n{text}");
    }
}

#[test]
fn repairs_are_drawn_as_changes_where_they_fit() {
    let long = format!("k: {}\n", "v".repeat(500));
    let sources = Sources::from_memory([("a", "one: 1\r\ntwo: 2\nlast"), ("b", &long), ("empty", "")]);
    let all = sources.find("a").unwrap().1.bytes.len();
    for (at, text, help, expected) in [
        (nth(&sources, "a", "one", 0), "won", None, "help: write this\n  |\n1 - one: 1\n1 + won: 1\n  |\n"),
        (nth(&sources, "a", "one", 0), "won", Some("because"), "help: because\n  |\n1 - one: 1\n1 + won: 1\n  |\n"),
        (nth(&sources, "a", ": 2", 0), "", None, "help: remove this\n  |\n2 - two: 2\n2 + two\n  |\n"),
        (span(&sources, "a", 0, 0), "new: 0\n", None, "help: add this\n  |\n1 + new: 0\n  |\n"),
        (
            span(&sources, "a", all, all),
            ": x\r\nmore: y\u{1b}[m\n",
            None,
            "help: add this\n  |\n3 ~ last: x\n4 ~ more: y␛[m\n  |\n",
        ),
        (span(&sources, "empty", 0, 0), "title: x\n", None, "help: add this\n --> empty:1:1\n  |\n1 + title: x\n  |\n"),
        (
            nth(&sources, "b", "k", 0),
            "key",
            Some("two\nlines"),
            "  = help: two\n          lines\n  = help: at b:1:1, write: key\n",
        ),
        (nth(&sources, "b", "k", 0), "", None, "  = help: remove what stands at b:1:1\n"),
        (nth(&sources, "a", "1\r\ntwo", 0), "x", None, "  = help: at a:1:6, write: x\n"),
    ] {
        let fixed =
            Diagnostic { fix: Some((at, text.into())), help: help.map(str::to_owned), ..found(nth(&sources, "a", "two", 0)) };
        let drawing = drawn(&sources, fixed);
        assert!(drawing.ends_with(expected), "\n{drawing}\ndoes not end in\n{expected}");
    }
}

#[test]
fn the_gravest_are_printed_and_the_rest_counted() {
    let sources = Sources::from_memory([("a", "x\n".repeat(200))]);
    let mut report = Report::default();
    for number in 0..130 {
        let (rule, level) = match number % 13 {
            0 => (&DUPLICATE, Level::Error),
            1 | 2 => (&DUPLICATE, Level::Warning),
            _ => (&ADVICE, Level::Note),
        };
        report.push(Diagnostic { rule, level, ..found(span(&sources, "a", number * 2, number * 2 + 1)) });
    }
    let text = render(&report, &sources, Format::Human, &options());
    let printed = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((printed("error["), printed("warning["), printed("note[")), (10, 20, 20));
    assert!(
        text.ends_with(
            "\n\n... and 80 more: 80 notes; `--format json` lists all\n\n10 errors, 20 warnings, 100 notes in 1 file\n\
             to read why a rule exists and how to satisfy it: clustersite explain duplicate-id\n"
        ),
        "{text}"
    );
    let first: Vec<&str> = text.lines().filter(|line| line.contains("--> ")).map(str::trim).take(3).collect();
    assert_eq!(first, ["--> a:1:1", "--> a:2:1", "--> a:3:1"]);
}

#[test]
fn nothing_hostile_reaches_the_terminal() {
    let path = "a\u{1b}]0;x\u{7}\nb";
    let sources = Sources::from_memory([(path, "k: \u{1b}[2J\u{9b}1m\u{202e}\r\u{8}\u{0}v\n")]);
    let evil = "\u{1b}[31m\u{202e}\u{2066}\r\u{9b}x\u{7}\u{85}";
    let at = nth(&sources, path, "v", 0);
    let text = human(
        &sources,
        [Diagnostic {
            message: evil.into(),
            help: Some(evil.into()),
            related: vec![(nth(&sources, path, "k", 0), evil.into())],
            fix: Some((at, evil.into())),
            ..found(at)
        }],
    );
    let bad = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!text.contains(bad), "{text:?}");
    assert!(text.contains(" --> a␛]0;x␇␊b:1:15\n"), "{text}");
}

#[test]
fn any_place_of_any_file_can_be_drawn_in_every_form() {
    let ragged = "\u{feff}é\r\n漢\t🎈\n\n\u{202e}x\r".as_bytes().iter().chain(b"\xff\xe6\n\x80").copied().collect::<Vec<_>>();
    for bytes in [ragged, b"\n".to_vec(), b"\r\n\r\n".to_vec(), Vec::new(), vec![0x80; 300], "é".repeat(90).into_bytes()] {
        let length = bytes.len();
        let sources = Sources::from_memory([("a", bytes)]);
        let step = 1 + length / 20;
        for start in (0..=length + 1).step_by(step) {
            for end in (start..=length + 1).step_by(step) {
                let (one, other) = (span(&sources, "a", start, end), span(&sources, "a", length.saturating_sub(end), length));
                for text in ["", "x", "\n", "a\nb", "é: ü\n"] {
                    let found =
                        Diagnostic { related: vec![(other, "and\nhere".into())], fix: Some((one, text.into())), ..found(one) };
                    let turned = Diagnostic { fix: Some((other, text.into())), ..found.clone() };
                    let report = Report::from_iter([found, turned]);
                    for (format, width) in [
                        (Format::Human, 0),
                        (Format::Human, usize::MAX),
                        (Format::Json, 80),
                        (Format::Sarif, 80),
                        (Format::Github, 80),
                        (Format::Gitlab, 80),
                    ] {
                        assert!(!render(&report, &sources, format, &Options { width, ..options() }).is_empty());
                    }
                }
            }
        }
    }
}
