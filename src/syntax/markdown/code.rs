//! Owns the colouring of code blocks, as classes that a stylesheet gives colours.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use super::escape;

/// The languages, read when the first block of code is: that takes longer than a whole text without code.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Before every class, so that no other style meets it.
const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// The most code in one text, and the longest line, that is coloured: the patterns of a language are tried at every place of a
/// line, and a line made for it takes the square of its length or worse.
pub(super) const MOST_BYTES: usize = 16 * 1024;
const LONGEST_LINE: usize = 240;

/// The names that authors give to languages, with what the syntaxes call each. Those that nobody needs here stay out, since
/// every one of them is more patterns for a hostile text to play with.
const LANGUAGES: &[(&str, &str)] = &[
    ("bash", "sh"),
    ("bibtex", "bib"),
    ("console", "sh"),
    ("css", "css"),
    ("diff", "diff"),
    ("geojson", "json"),
    ("html", "html"),
    ("javascript", "js"),
    ("js", "js"),
    ("json", "json"),
    ("jsonc", "json"),
    ("latex", "tex"),
    ("markdown", "md"),
    ("md", "md"),
    ("patch", "diff"),
    ("py", "py"),
    ("python", "py"),
    ("r", "R"),
    ("rs", "rs"),
    ("rust", "rs"),
    ("sh", "sh"),
    ("shell", "sh"),
    ("sql", "sql"),
    ("svg", "xml"),
    ("tex", "tex"),
    ("xml", "xml"),
    ("yaml", "yaml"),
    ("yml", "yaml"),
    ("zsh", "sh"),
];

/// The code as HTML, and the name of its language for a class; `None` where the language is none of ours, or a line is too long
/// to be worth it.
pub(super) fn highlight(info: &str, code: &str) -> Option<(String, String)> {
    let word = info.split(|c: char| c.is_whitespace() || matches!(c, ',' | '{')).next()?.to_ascii_lowercase();
    if code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    if matches!(word.as_str(), "csv" | "tsv") {
        return Some((word, csv(code)));
    }
    let (_, extension) = LANGUAGES.iter().find(|(name, _)| *name == word)?;
    let syntax = SYNTAXES.find_syntax_by_extension(extension)?;
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, STYLE);
    // The generator escapes less than we do: it would pass control characters.
    let clean: String = code.chars().map(|c| if escape::is_allowed(c) { c } else { '\u{fffd}' }).collect();
    for line in LinesWithEndings::from(&clean) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some((word, generator.finalize()))
}

/// A table of values, which none of the languages at hand is: names of columns, quoted text, numbers and what separates them.
fn csv(code: &str) -> String {
    let first = code.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    // Of two that are equally frequent, the last in this list wins.
    let separator = [';', '\t', ','].into_iter().max_by_key(|&separator| count(separator)).unwrap_or(',');
    let mut out = String::with_capacity(2 * code.len());
    let mut rest = code;
    let mut is_head = true;
    while let Some(c) = rest.chars().next() {
        let (class, length) = match c {
            '\n' => {
                is_head = false;
                ("", 1)
            }
            _ if c == separator => ("hl-punctuation hl-separator", 1),
            '"' => ("hl-string hl-quoted", quoted_length(rest)),
            _ => {
                let length = rest.find([separator, '\n']).unwrap_or(rest.len());
                let is_number = rest[..length].trim().bytes().all(|byte| byte.is_ascii_digit() || b".,+-%".contains(&byte));
                (if is_number { "hl-constant hl-numeric" } else { "" }, length)
            }
        };
        let (value, after) = rest.split_at(length);
        let class = if is_head && c != separator && !value.trim().is_empty() { "hl-entity hl-name hl-tag" } else { class };
        if class.is_empty() {
            escape::text(&mut out, value);
        } else {
            out.push_str(&format!("<span class=\"{class}\">"));
            escape::text(&mut out, value);
            out.push_str("</span>");
        }
        rest = after;
    }
    out
}

/// How far a quoted value reaches; a doubled quote is part of it.
fn quoted_length(text: &str) -> usize {
    let mut at = 1;
    loop {
        match text[at..].find('"') {
            None => return text.len(),
            Some(found) if text[at + found + 1..].starts_with('"') => at += found + 2,
            Some(found) => return at + found + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_there() {
        for (name, extension) in LANGUAGES {
            assert!(SYNTAXES.find_syntax_by_extension(extension).is_some(), "{name}");
        }
    }

    #[test]
    fn colours_are_legible() {
        let css = include_str!("../../../themes/default/static/css/code.css");
        let (light, dark) = css.split_once("prefers-color-scheme").unwrap();
        for scheme in [light, dark] {
            let colours: Vec<(&str, f64)> = scheme
                .lines()
                .filter_map(|line| line.trim().strip_prefix("--code-")?.trim_end_matches(';').split_once(": #"))
                .map(|(name, colour)| (name, luminance(colour)))
                .collect();
            let (page, others) = colours.split_first().unwrap();
            assert_eq!((page.0, others.len()), ("page", 10));
            for (name, luminance) in others {
                let contrast = (luminance.max(page.1) + 0.05) / (luminance.min(page.1) + 0.05);
                assert!(contrast >= 4.5, "{name}: {contrast}");
            }
        }
    }

    /// The relative luminance of a colour, as WCAG has it.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    }
}
