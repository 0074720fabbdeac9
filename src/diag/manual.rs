//! Owns the manual of a rule, read from the `//!` comment of the file that declares it, so that code, reference and tests say the
//! same.
//!
//! The first paragraph says what the rule checks, and its first sentence is the title. Further paragraphs say why. Then come a
//! section `# Bad` and a section `# Good`, each with a fenced code block. Inside of a block, `# file: path/in/repo.yaml` starts a
//! file, and a line that ends in ` <-- here` is where the rule must point. Words in the two sections outside of the block are not
//! kept.

use std::fmt::Write as _;

use super::Rule;

/// What a line that the rule must point at ends in.
const MARKER: &str = "<-- here";

/// What `explain`, the rule reference and SARIF tell about a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manual {
    /// What the rule checks, in one sentence without its full stop. Empty where the file has no `//!` comment.
    pub title: String,
    /// The rest: why, and what to do. Markdown, one item a paragraph.
    pub explanation: Vec<String>,
    /// A repository that breaks the rule on the marked line.
    pub bad: Example,
    /// The same put right.
    pub good: Example,
}

/// Files of an example. Without files where the manual has no such section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// Path and text of each file, in the order of the manual. A block that names no file gives one with an empty path.
    pub files: Vec<(String, String)>,
    /// Path and line (from 1) of the place that the rule must point at.
    pub marked: Option<(String, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Explanation,
    Bad,
    Good,
}

impl Rule {
    /// Reads the manual. Whatever is missing is left empty.
    pub fn manual(&self) -> Manual {
        let mut manual = Manual::default();
        let mut section = Section::Explanation;
        let mut paragraph: Vec<&str> = Vec::new();
        // Inside of a block: the length of its fence.
        let mut fence: Option<usize> = None;
        for line in comment(self.text) {
            let ticks = line.trim_start().bytes().take_while(|&byte| byte == b'`').count();
            if let Some(length) = fence {
                let closes = ticks >= length && line.trim().len() == ticks;
                match section {
                    Section::Explanation => paragraph.push(line),
                    Section::Bad if !closes => manual.bad.add(line),
                    Section::Good if !closes => manual.good.add(line),
                    Section::Bad | Section::Good => (),
                }
                if closes {
                    fence = None;
                }
            } else if let Some(heading) = line.strip_prefix("# ") {
                manual.explain(&mut paragraph);
                section = match heading.trim() {
                    "Bad" => Section::Bad,
                    "Good" => Section::Good,
                    _ => Section::Explanation,
                };
                if section == Section::Explanation {
                    paragraph.push(line);
                    manual.explain(&mut paragraph);
                }
            } else {
                if ticks >= 3 {
                    fence = Some(ticks);
                }
                match section {
                    Section::Explanation if line.trim().is_empty() => manual.explain(&mut paragraph),
                    Section::Explanation => paragraph.push(line),
                    Section::Bad | Section::Good => (),
                }
            }
        }
        manual.explain(&mut paragraph);
        manual
    }
}

impl Manual {
    /// Everything but the title, as Markdown.
    pub fn markdown(&self) -> String {
        let mut out = self.explanation.join("\n\n");
        for (heading, example) in [("Bad", &self.bad), ("Good", &self.good)] {
            for (number, (path, text)) in example.files.iter().enumerate() {
                if !out.is_empty() {
                    out.push_str("\n\n");
                }
                if number == 0 {
                    out.push_str(&format!("**{heading}**\n\n"));
                }
                let language = match path.rsplit_once('.') {
                    Some((_, "md")) => "markdown",
                    Some((_, extension)) => extension,
                    None => "",
                };
                // Longer than any run of backticks inside, so that nothing in the text closes it.
                let inside = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(3.max(inside + 1));
                let _ = write!(out, "`{path}`\n\n{fence}{language}\n{text}{fence}");
            }
        }
        out
    }

    /// Takes a finished paragraph: the first gives the title, all else goes into the explanation.
    fn explain(&mut self, lines: &mut Vec<&str>) {
        if lines.is_empty() {
            return;
        }
        let text = joined(lines);
        lines.clear();
        if !self.title.is_empty() {
            self.explanation.push(text);
            return;
        }
        let (title, rest) = first_sentence(&text);
        self.title = title.to_owned();
        if !rest.is_empty() {
            self.explanation.push(rest.to_owned());
        }
    }
}

impl Example {
    /// The text of the file at a path.
    pub fn file(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|(name, _)| name == path).map(|(_, text)| text.as_str())
    }

    fn add(&mut self, line: &str) {
        if let Some(path) = line.strip_prefix("# file:") {
            self.files.push((path.trim().to_owned(), String::new()));
            return;
        }
        if self.files.is_empty() {
            self.files.push((String::new(), String::new()));
        }
        let Some((path, text)) = self.files.last_mut() else { return };
        let plain = line.strip_suffix(MARKER).filter(|before| before.ends_with(' ') || before.is_empty());
        if plain.is_some() && self.marked.is_none() {
            self.marked = Some((path.clone(), text.matches('\n').count() + 1));
        }
        text.push_str(plain.map_or(line, |before| before.trim_end_matches(' ')));
        text.push('\n');
    }
}

/// The `//!` lines at the head of a file, without what marks them. They end at the first line of code; blank lines do not end
/// them.
fn comment(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).take_while(|line| line.is_empty() || line.starts_with("//!")).filter_map(|line| {
        let line = line.strip_prefix("//!")?;
        Some(line.strip_prefix(' ').unwrap_or(line).trim_end())
    })
}

/// The lines as one where they are prose; lists, tables and code keep their lines.
fn joined(lines: &[&str]) -> String {
    let keeps = |line: &&str| line.starts_with([' ', '-', '*', '|', '`', '>', '#']) && !line.starts_with("**");
    let numbered = |line: &&str| line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(". ");
    // A wrapped line of prose may begin with a word in backticks; only a fence or a list makes the whole paragraph keep its
    // lines.
    let verbatim = lines.iter().any(|line| line.starts_with("```"))
        || lines.iter().skip(1).any(|l| numbered(l) || keeps(l) && !l.starts_with('`'));
    lines.join(if verbatim { "\n" } else { " " })
}

/// The first sentence without its full stop, and what follows it.
fn first_sentence(text: &str) -> (&str, &str) {
    let end = text.match_indices(". ").find(|&(at, _)| !text[at + 2..].starts_with(char::is_lowercase));
    match end {
        Some((at, stop)) => (&text[..at], text[at + stop.len()..].trim_start()),
        None => (text.strip_suffix('.').unwrap_or(text), ""),
    }
}

#[cfg(test)]
mod tests;
