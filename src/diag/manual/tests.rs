//! Owns the tests of the manual's reader: what it takes from a comment, and that a malformed one never harms.

use super::*;
use crate::diag::Class;

fn manual(text: &'static str) -> Manual {
    Rule { name: "x", class: Class::Gap, basis: "", text }.manual()
}

const WHOLE: &str = r#"//! Finds goals, e.g. of a strategy, that no activity serves. A goal
//! `without` means is a wish.
//!
//! The guide (section 4) asks for it:
//!
//! - one activity at least,
//! - more are better.
//!
//! # Bad
//!
//! Not kept.
//!
//! ```yaml
//! # file: strategy/goals.yaml
//! - id: jobs
//!   title: Jobs      <-- here
//!
//! # a comment
//! # file: activities.csv
//! id;goal <-- here
//! ```
//!
//! # Good
//!
//! ````markdown
//! # file: services/a.md
//! # A heading
//! ```
//! code
//! ```
//! ````

use crate::nothing;

//! Not a part of it.
"#;

#[test]
fn every_part_is_read() {
    let manual = manual(WHOLE);
    assert_eq!(manual.title, "Finds goals, e.g. of a strategy, that no activity serves");
    assert_eq!(
        manual.explanation,
        [
            "A goal `without` means is a wish.",
            "The guide (section 4) asks for it:",
            "- one activity at least,\n- more are better.",
        ]
    );
    assert_eq!(
        manual.bad,
        Example {
            files: vec![
                ("strategy/goals.yaml".into(), "- id: jobs\n  title: Jobs\n\n# a comment\n".into()),
                ("activities.csv".into(), "id;goal\n".into()),
            ],
            marked: Some(("strategy/goals.yaml".into(), 2)),
        }
    );
    assert_eq!(manual.good.file("services/a.md"), Some("# A heading\n```\ncode\n```\n"));
    assert_eq!(manual.good.file("other.md"), None);
    assert_eq!(manual.good.marked, None);
}

#[test]
fn the_manual_goes_back_to_markdown() {
    assert_eq!(
        manual(WHOLE).markdown(),
        "A goal `without` means is a wish.\n\nThe guide (section 4) asks for it:\n\n- one activity at least,\n- more are better.\n\n\
         **Bad**\n\n`strategy/goals.yaml`\n\n```yaml\n- id: jobs\n  title: Jobs\n\n# a comment\n```\n\n\
         `activities.csv`\n\n```csv\nid;goal\n```\n\n\
         **Good**\n\n`services/a.md`\n\n````markdown\n# A heading\n```\ncode\n```\n````"
    );
}

#[test]
fn what_is_missing_is_empty() {
    for text in ["", "use x;\n", "// no manual\n", "//!\n//!\n", "\u{feff}"] {
        assert_eq!(manual(text), Manual::default(), "{text:?}");
        assert_eq!(manual(text).markdown(), "");
    }
}

#[test]
fn titles_end_where_a_sentence_does() {
    for (text, title, rest) in [
        ("//! One.\n", "One", &[][..]),
        ("//! One\n", "One", &[]),
        ("//! One, i.e. two. Three. Four.\n", "One, i.e. two", &["Three. Four."]),
        ("//! A 2.5 % rise.\n//! Then.\r\n", "A 2.5 % rise", &["Then."]),
        ("//! One\n//! two\n//!\n//!   three\n", "One two", &["  three"]),
        ("//! One.\n//! # Note\n//! Two.\n", "One", &["# Note", "Two."]),
        ("//! One.\n//!\n//! ```\n//! a\n//!\n//! # Bad\n//! ```\n", "One", &["```\na\n\n# Bad\n```"]),
    ] {
        let manual = manual(text);
        assert_eq!(
            (manual.title.as_str(), manual.explanation.as_slice()),
            (title, &rest.iter().map(|&r| r.to_owned()).collect::<Vec<_>>()[..])
        );
    }
}

#[test]
fn marks_count_lines_of_their_own_file() {
    for (text, files, marked) in [
        ("//! # Bad\n//! ```yaml\n//! a: 1 <-- here\n//! ```\n", vec![("", "a: 1\n")], Some(("", 1))),
        ("//! # Bad\n//! ```\n//! # file: a\n//! ```\n", vec![("a", "")], None),
        ("//! # Bad\n//! ```\n//! # file: a\n//! x<-- here\n//!\n//!  <-- here", vec![("a", "x<-- here\n\n\n")], Some(("a", 3))),
        (
            "//! # Bad\n//! ```\n//! # file: a\n//! x\n//! ```\n//! ```\n//! # file: b\n//! y <-- here\n//! ```",
            vec![("a", "x\n"), ("b", "y\n")],
            Some(("b", 1)),
        ),
    ] {
        let example = manual(text).bad;
        let files: Vec<_> = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        assert_eq!(example, Example { files, marked: marked.map(|(path, line)| (path.to_owned(), line)) }, "{text}");
    }
}
