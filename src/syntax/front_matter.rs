//! Owns the cut between a Markdown file's front matter and its body, apart because both halves go to different parsers with their offsets.

use std::ops::Range;

use super::{Node, Problem, ProblemKind, yaml};
use crate::source::{FileId, Span};

/// A Markdown file in its two parts, as byte ranges of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML between the two lines of `---`, without them; `None` where the file has none, or it is never closed.
    pub yaml: Option<Range<usize>>,
    /// The Markdown.
    pub body: Range<usize>,
    /// The file begins with `---` and no such line follows.
    pub unclosed: bool,
}

/// Cuts a text. Front matter begins with `---` in the very first line and ends with a line of `---` or `...`.
pub fn split(text: &str) -> FrontMatter {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let whole = start..text.len();
    let mut lines = text[start..].split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        return FrontMatter { yaml: None, body: whole, unclosed: false };
    };
    let yaml_start = start + first.len();
    let mut at = yaml_start;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return FrontMatter { yaml: Some(yaml_start..at), body: at + line.len()..text.len(), unclosed: false };
        }
        at += line.len();
    }
    FrontMatter { yaml: None, body: whole, unclosed: true }
}

/// Cuts a text and reads its front matter: the tree, where there is one, and the range of the Markdown.
pub fn parse(text: &str, file: FileId, problems: &mut Vec<Problem>) -> (Option<Node>, Range<usize>) {
    let FrontMatter { yaml, body, unclosed } = split(text);
    if unclosed {
        problems.push(Problem {
            kind: ProblemKind::FrontMatter,
            span: Span::new(file, body.start, body.start + "---".len()),
            message: "the front matter that begins with `---` never ends".to_owned(),
            help: Some("write a second line of `---` between the settings and the text".to_owned()),
            related: Vec::new(),
        });
    }
    (yaml.and_then(|range| yaml::parse(&text[range.clone()], file, range.start, problems)), body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn cuts_where_the_lines_say() {
        let cases = [
            ("---\na: 1\n---\nbody\n", Some("a: 1\n"), "body\n", false),
            ("\u{feff}---\r\na: é\r\n---\r\nbody", Some("a: é\r\n"), "body", false),
            ("---\n---\n", Some(""), "", false),
            ("---  \na: 1\n...", Some("a: 1\n"), "", false),
            ("---\na: 1\n ---\n--- x\n----\n", None, "---\na: 1\n ---\n--- x\n----\n", true),
            ("---", None, "---", true),
            ("\n---\na: 1\n---\n", None, "\n---\na: 1\n---\n", false),
            ("----\n", None, "----\n", false),
            ("\u{feff}", None, "", false),
            ("", None, "", false),
        ];
        for (text, yaml, body, unclosed) in cases {
            let cut = split(text);
            assert_eq!(cut.yaml.map(|range| &text[range]), yaml, "{text:?}");
            assert_eq!(&text[cut.body], body, "{text:?}");
            assert_eq!(cut.unclosed, unclosed, "{text:?}");
        }
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = "\u{feff}---\r\ntitre: été\r\nb: @x\r\n---\r\n# Été\r\n";
        let sources = Sources::from_memory([("a.md", text)]);
        let (file, _) = sources.find("a.md").unwrap();
        let mut problems = Vec::new();
        let (node, body) = parse(text, file, &mut problems);
        assert_eq!(&text[body], "# Été\r\n");
        assert_eq!(sources.slice(node.unwrap().get("titre").unwrap().span), "été");
        assert_eq!(problems.len(), 1);
        let place = sources.line_column(file, problems[0].span.start);
        assert_eq!((place.line, place.column), (3, 4));
    }

    #[test]
    fn what_never_ends_is_reported_where_it_begins() {
        let text = "\u{feff}---\ntitle: x\n";
        let sources = Sources::from_memory([("a.md", text)]);
        let (file, _) = sources.find("a.md").unwrap();
        let mut problems = Vec::new();
        assert_eq!(parse(text, file, &mut problems), (None, 3..text.len()));
        assert_eq!((problems[0].kind, sources.slice(problems[0].span)), (ProblemKind::FrontMatter, "---"));
    }
}
