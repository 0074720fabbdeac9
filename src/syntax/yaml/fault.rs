//! Owns the words for YAML syntax errors: what the parser says to programmers becomes what an author did, where, and what to write instead.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::syntax::{ProblemKind, excerpt};

/// A map or list in blocks that is open where an error is, or has just ended.
pub(super) struct Level {
    /// The column of its entries, from 0.
    pub(super) column: usize,
    pub(super) list: bool,
    /// The last key of a map, ready for a message.
    pub(super) name: Option<String>,
}

/// What is known about the place of a syntax error.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    /// Where the parser gave up.
    pub(super) at: usize,
    /// End of the last thing that it understood.
    pub(super) last_end: usize,
    /// The last text that it understood, with its quotes, where nothing came after it.
    pub(super) last_text: Option<Range<usize>>,
    /// The start of the key which has that text as its value.
    pub(super) last_key: Option<usize>,
    /// The innermost bracket or brace that is open.
    pub(super) bracket: Option<usize>,
    pub(super) levels: Vec<Level>,
}

/// A syntax error as authors read it.
pub(super) struct Fault {
    pub(super) kind: ProblemKind,
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) related: Option<(Range<usize>, String)>,
}

impl Fault {
    fn new(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { kind: ProblemKind::YamlSyntax, range, message: message.into(), help: Some(help.into()), related: None }
    }
}

/// Finds the words for a syntax error, and the place that its author has to look at.
pub(super) fn describe(kind: &ErrorKind, context: &Context<'_>) -> Fault {
    use ErrorKind as E;
    let at = context.at;
    match kind {
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation | E::TabAtBlockScalarStart | E::TabInPlainScalar => {
            tab(context)
        }
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => unclosed_quote(context, at),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => after_quote(context),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => escape(context),
        E::MappingValueNotAllowed => colon(context),
        E::SimpleKeyExpected | E::InvalidSimpleKey => no_colon(context, at),
        E::UnexpectedCharacter { character } if character.is_control() => Fault::new(
            character_at(context, at + context.text[at..].find(*character).unwrap_or_default()),
            format!("an invisible control character (U+{:04X})", u32::from(*character)),
            "delete it and type this place again",
        ),
        E::BomInsideDocument => Fault::new(
            character_at(context, at),
            "an invisible byte-order mark in the middle of the file",
            "delete it and type this place again; it comes from gluing files together",
        ),
        E::RecursionLimitExceeded => Fault {
            kind: ProblemKind::TooDeep,
            ..Fault::new(character_at(context, at), "maps and lists stand too deep inside each other", "write it flatter")
        },
        E::MismatchedFlowCollectionEnd { open, close } => {
            let help = format!("close it with `{}`", if *open == '[' { ']' } else { '}' });
            Fault::new(character_at(context, at), format!("the `{open}` is closed by `{close}`"), help)
        }
        E::UnclosedFlowCollection { .. } => unclosed_bracket(context, at),
        E::MisplacedFlowCollectionEnd => {
            let message = format!("the `{}` closes nothing", first_character(context, at));
            Fault::new(character_at(context, at), message, "remove it; a text that begins with it belongs in quotes")
        }
        E::CommentNotSeparated | E::CommentInterceptedScalar => {
            Fault::new(character_at(context, at), "a comment begins without a space before `#`", "write a space before the `#`")
        }
        E::InvalidBlockScalarHeader => Fault::new(
            character_at(context, at),
            "a text follows the `|` or `>` on its line",
            "begin the text on the next line, indented by two spaces; or put it in quotes",
        ),
        E::BlockSequenceEntryNotAllowed if starts_line(context, at) => indentation(context, at),
        E::BlockSequenceEntryNotAllowed => Fault::new(
            character_at(context, at),
            "a list begins on the line of its key",
            "begin the list on the next line; a text that begins with `- ` belongs in quotes",
        ),
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation => unexpected(context, at),
        _ => match context.bracket {
            Some(bracket) => in_bracket(context, bracket),
            None => unexpected(context, at),
        },
    }
}

/// A text in the quotes that suit it, as an author would write it.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

fn tab(context: &Context<'_>) -> Fault {
    // The parser may notice a tab while it still reads the line before.
    let from = line_start(context.text, context.at);
    let mut line_at = from;
    for line in context.text[from..].split_inclusive('\n') {
        let indentation = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        if let Some(tab) = indentation.find('\t') {
            let range = line_at + tab..line_at + indentation.len();
            return Fault::new(
                range,
                "a tab is used for indentation",
                "indent with spaces; most editors can replace tabs by spaces",
            );
        }
        line_at += line.len();
        if line_at > context.at && !line.trim().is_empty() && line_at > from + line.len() {
            break;
        }
    }
    Fault::new(character_at(context, context.at), "a tab stands where only spaces may be", "replace it by spaces")
}

fn unclosed_quote(context: &Context<'_>, at: usize) -> Fault {
    let quote = first_character(context, at);
    let range = character_at(context, at);
    let text = excerpt(&context.text[range.end..]);
    let help = format!("end the text with `{quote}`; a text that only begins with this sign belongs in the other kind of quotes");
    Fault::new(range, format!("the quote before `{text}` is never closed"), help)
}

/// Something follows a closing quote: either the text has quotes inside, or the quote that seems to close it opens another text.
fn after_quote(context: &Context<'_>) -> Fault {
    let at = context.at;
    let Some(opening) = context.text[context.last_end..at].find(['"', '\'']).map(|found| context.last_end + found) else {
        return unexpected(context, at);
    };
    let later_key = context.text[opening..at].lines().skip(1).any(|line| {
        let key = line.trim_start().trim_start_matches("- ");
        key.split_once(": ").is_some_and(|(name, _)| !name.is_empty() && !name.contains(char::is_whitespace))
    });
    if later_key {
        return unclosed_quote(context, opening);
    }
    let rest = rest_of_line(context, at);
    let message = format!("`{}` follows the closing quote", excerpt(&context.text[rest.clone()]));
    let help = if context.bracket.is_some() {
        "write a comma between two entries; if it is one text, put all of it in quotes"
    } else if context.text[opening..].starts_with('\'') {
        "put the whole text in quotes; inside single quotes an apostrophe is written twice: `''`"
    } else {
        "put the whole text in quotes; inside double quotes a quote is written `\\\"`"
    };
    Fault::new(rest, message, help)
}

fn escape(context: &Context<'_>) -> Fault {
    let opening = context.at;
    let mut rest = context.text[opening..].char_indices().skip(1).peekable();
    while let Some((index, character)) = rest.next() {
        if character == '"' {
            break;
        }
        if character != '\\' {
            continue;
        }
        let Some((_, sign)) = rest.next() else { break };
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if "0abt\tnvfre \"/\\N_LP\n\r".contains(sign) => continue,
            _ => 0,
        };
        let found = context.text[opening + index + 1 + sign.len_utf8()..]
            .chars()
            .take(digits)
            .take_while(char::is_ascii_hexdigit)
            .count();
        if digits > 0 && found == digits {
            continue;
        }
        let range = opening + index..opening + index + 1 + sign.len_utf8();
        let message = format!("`\\{sign}` means nothing inside double quotes");
        return Fault::new(range, message, "use single quotes, in which a backslash is an ordinary sign; or write `\\\\`");
    }
    let message = "a character code that stands for no character";
    Fault::new(character_at(context, opening), message, "type the character itself in place of its code")
}

/// A colon stands where no key can be.
fn colon(context: &Context<'_>) -> Fault {
    let at = context.at;
    let Some(last) = context.last_text.clone().filter(|last| last.end == at) else { return unexpected(context, at) };
    let text = &context.text[last.clone()];
    if text.contains('\n') && !text.starts_with(['"', '\'']) {
        let key_on_line = context.last_key.filter(|&key| line_start(context.text, key) == line_start(context.text, last.start));
        let Some(key) = key_on_line else { return no_colon(context, last.start) };
        let line = line_start(context.text, at);
        let start = line + (context.text[line..at].len() - context.text[line..at].trim_start().len());
        let (name, parent) =
            (excerpt(&context.text[start..at]), excerpt(context.text[key..].split(':').next().unwrap_or_default()));
        let message = format!("`{name}` stands below `{parent}`, which has a value on its own line");
        let help =
            format!("begin `{name}` in the column of `{parent}`, or put the value of `{parent}` in quotes if this is part of it");
        return Fault::new(start..at, message, help);
    }
    let value = last.start..rest_of_line(context, last.start).end;
    let message = format!("a colon inside the text `{}`", excerpt(&context.text[value.clone()]));
    let help = if text.starts_with(['"', '\'']) {
        "put the whole text in one pair of quotes".to_owned()
    } else {
        format!("put the text in quotes: {}", quoted(&excerpt(&context.text[value])))
    };
    Fault::new(character_at(context, at), message, help)
}

/// A line is neither `key: value` nor `- item`.
fn no_colon(context: &Context<'_>, at: usize) -> Fault {
    let range = rest_of_line(context, at);
    let line = &context.text[range.clone()];
    if let Some(bracket) = context.bracket {
        return in_bracket(context, bracket);
    }
    if let Some(item) = line.strip_prefix('-').filter(|item| !item.starts_with(['-', ' '])) {
        let help = format!("write `- {}`", excerpt(item));
        return Fault::new(range.start..range.start + 1, "a space is missing after the dash", help);
    }
    match line.split_once(':') {
        Some((key, value)) if !key.contains(' ') => {
            let colon = range.start + key.len();
            let message = format!("a space is missing after the colon of `{}`", excerpt(key));
            Fault::new(colon..colon + 1, message, format!("write `{}: {}`", excerpt(key), excerpt(value)))
        }
        _ => Fault::new(
            range,
            format!("`{}` is neither a key with a value nor an item of a list", excerpt(line)),
            "write `key: value` or `- item`; a text of several lines begins with `|` after the colon and is indented",
        ),
    }
}

fn unclosed_bracket(context: &Context<'_>, bracket: usize) -> Fault {
    let open = first_character(context, bracket);
    let close = if open == '[' { ']' } else { '}' };
    let help = format!("close it with `{close}`; a text that begins with `{open}` belongs in quotes");
    Fault::new(character_at(context, bracket), format!("the `{open}` is never closed"), help)
}

/// Something between brackets is not as it should be.
fn in_bracket(context: &Context<'_>, bracket: usize) -> Fault {
    let at = context.at;
    let open = first_character(context, bracket);
    // Once the colon of another line is read as part of it, the bracket was meant to end before.
    if line_start(context.text, at) != line_start(context.text, bracket) {
        return unclosed_bracket(context, bracket);
    }
    if context.text[at..].starts_with([',', ']', '}']) {
        let message = format!("a value is missing before `{}`", first_character(context, at));
        return Fault::new(character_at(context, at), message, "write a value there, or remove the comma");
    }
    let help = format!("separate entries by commas, and put a text that contains a colon in quotes; the `{open}` begins here");
    Fault {
        related: Some((character_at(context, bracket), format!("the `{open}` that is still open"))),
        ..Fault::new(character_at(context, at), "a comma is missing between two entries", help)
    }
}

/// Something that can't stand where it does, for a reason that its first character and its column tell.
fn unexpected(context: &Context<'_>, at: usize) -> Fault {
    let rest = rest_of_line(context, at);
    let text = &context.text[rest.clone()];
    let first = text.chars().next();
    if let Some(sign @ ('@' | '`' | '%' | '*' | '&' | '!' | ',' | '?' | '|' | '>')) = first {
        let sign = if sign == '`' { "a backtick".to_owned() } else { format!("`{sign}`") };
        let help = format!("put the text in quotes: {}", quoted(&excerpt(text)));
        return Fault::new(character_at(context, at), format!("a text can't begin with {sign}"), help);
    }
    let line = line_start(context.text, at);
    let before = &context.text[line..at];
    if before.trim_start_matches(' ').is_empty() || before.trim() == "-" {
        return indentation(context, line + before.len() - before.trim_start().len());
    }
    let message =
        if text.is_empty() { "the text ends too early".to_owned() } else { format!("`{}` can't stand here", excerpt(text)) };
    Fault::new(rest, message, "look at the quotes, colons and indentation of this line and of the one before it")
}

/// A line begins in a column that suits none of the maps and lists around it, or is of the wrong sort for them.
fn indentation(context: &Context<'_>, at: usize) -> Fault {
    let rest = rest_of_line(context, at);
    let line = &context.text[rest.clone()];
    let column = context.text[line_start(context.text, at)..at].chars().filter(|&c| c != '\u{feff}').count();
    let is_item = line == "-" || line.starts_with("- ");
    let key = line.split_once(':').map_or(line, |(key, _)| key);
    let name = if is_item { format!("`{}`", excerpt(line)) } else { format!("`{}`", excerpt(key)) };
    let range = if is_item { rest.start..rest.start + 1 } else { rest.start..rest.start + key.trim_end().len() };
    // Only a text in a block ends where the next line begins to be read.
    if context.last_text.as_ref().is_some_and(|last| last.end == context.at && context.text[last.clone()].contains('\n')) {
        let message = format!("`{}` is indented less than the first line of its text", excerpt(line));
        return Fault::new(rest, message, "indent all lines of a text as far as its first one");
    }
    if let Some(level) = context.levels.iter().rev().find(|level| level.column == column && level.list != is_item) {
        return if level.list {
            let help = format!(
                "begin it with `- ` as the items above, or indent {name} by two spaces more to make it part of the last one"
            );
            Fault::new(range, format!("{name} stands among the items of a list"), help)
        } else {
            let after = level.name.as_deref().unwrap_or("the key above");
            let help =
                format!("a list belongs below a key that has no value on its line; give {after} no value, or remove the dash");
            Fault::new(range, format!("the list item {name} stands among the keys of a map"), help)
        };
    }
    let mut places: Vec<String> = Vec::new();
    let mut columns: Vec<usize> = Vec::new();
    for level in &context.levels {
        let like = match (&level.name, level.list) {
            (_, true) => "like the items of the list".to_owned(),
            (Some(name), false) => format!("like {name}"),
            (None, false) => continue,
        };
        if !columns.contains(&level.column) {
            columns.push(level.column);
            places.push(format!("in column {} {like}", level.column + 1));
        }
    }
    let help = if places.is_empty() {
        "begin it in the column of the line that it belongs with".to_owned()
    } else {
        format!("begin it {}", places.join(", or "))
    };
    Fault::new(range, format!("{name} begins in a column that fits no line above it"), help)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn starts_line(context: &Context<'_>, at: usize) -> bool {
    context.text[line_start(context.text, at)..at].trim().is_empty()
}

fn rest_of_line(context: &Context<'_>, at: usize) -> Range<usize> {
    let line = context.text[at..].split('\n').next().unwrap_or_default();
    at..at + line.trim_end().len()
}

fn first_character(context: &Context<'_>, at: usize) -> char {
    context.text[at..].chars().next().unwrap_or(' ')
}

fn character_at(context: &Context<'_>, at: usize) -> Range<usize> {
    let length = context.text[at..].chars().next().filter(|&c| c != '\n' && c != '\r').map_or(0, char::len_utf8);
    at..at + length
}
