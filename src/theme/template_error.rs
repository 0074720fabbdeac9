//! Templates of the repository's own are complete and know what they print.
//!
//! A file under `theme/templates/` stands in for the built-in template of the same name. When it can't be read, or asks for a value that its page does not
//! have, no page can be trusted, so nothing is published. The message is the template engine's own, with the line where it stopped.
//!
//! # Bad
//! ```html
//! # file: theme/templates/home.html
//! {% extends "base.html" %}
//! {% block main %}{{ view.name.text }{% endblock main %} <-- here
//! ```
//!
//! # Good
//! ```html
//! # file: theme/templates/home.html
//! {% extends "base.html" %}
//! {% block main %}{{ view.name.text }}{% endblock main %}
//! ```

use super::rule;
use crate::diag::{Diagnostic, Rule};
use crate::source::{Sources, Span};

/// The rule.
pub const RULE: Rule = rule("template-error", include_str!("template_error.rs"));

/// What the template engine says, at the template's line where that can be told.
pub fn tell(sources: &Sources, error: &tera::Error) -> Diagnostic {
    let mut message = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        message.push_str(": ");
        message.push_str(&inner.to_string());
        cause = inner.source();
    }
    let span = place(sources, &message).or_else(|| component(sources, &message));
    let help = "compare it with the built-in template of the same name, or take the file out of theme/templates/".to_owned();
    let first = message
        .lines()
        .map(|line| line.trim().trim_start_matches("error: "))
        .find(|line| !line.is_empty())
        .unwrap_or("the template can't be used")
        .to_owned();
    Diagnostic::new(&RULE, span, first).with_help(Some(help))
}

/// The line that a message names as `[name.html:LINE:COLUMN]` or the like, in a template of the repository.
fn place(sources: &Sources, message: &str) -> Option<Span> {
    let templates = sources.iter().filter_map(|(id, file)| Some((id, file, file.path.strip_prefix("theme/templates/")?)));
    for (id, file, name) in templates {
        // `default/home.html` is the theme's own, not the repository's.
        let own = |at: &usize| !message[..*at].ends_with('/');
        let Some(at) = message.match_indices(name).map(|(at, _)| at).find(own) else { continue };
        let rest = &message[at + name.len()..];
        let line = rest
            .trim_start_matches(':')
            .split(|c: char| !c.is_ascii_digit())
            .next()
            .and_then(|digits| digits.parse::<usize>().ok());
        let start = file
            .text()
            .ok()
            .zip(line)
            .map_or(0, |(text, line)| text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum());
        return Some(Span::new(id, start, start));
    }
    None
}

/// The component of the repository's own that a message of another template calls in a way it is not made for.
fn component(sources: &Sources, message: &str) -> Option<Span> {
    const DEFINED: &str = "{% component ";
    let own = sources.iter().filter(|(_, file)| file.path.starts_with("theme/templates/"));
    own.filter_map(|(id, file)| Some((id, file.text().ok()?))).find_map(|(id, text)| {
        let at = text.match_indices(DEFINED).map(|(at, _)| at).find(|at| {
            let name = text[at + DEFINED.len()..].split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            !name.is_empty() && message.contains(&format!("<{name} "))
        })?;
        Some(Span::new(id, at, at))
    })
}
