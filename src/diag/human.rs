//! Owns the form of a report that people read: rustc's look, with the lines at fault, what belongs to them and what to write
//! instead.

use annotate_snippets::renderer::Style;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Kind, Patch, Renderer, Snippet};

use super::clean;
use super::excerpt::{excerpt, fits};
use super::place::Places;
use super::{Diagnostic, Level, Options, Report};
use crate::source::Span;

/// The most diagnostics that are printed: more are not read, and each costs far more than finding it did.
const MOST: usize = 50;

/// Narrower than this nothing readable can be drawn; wider than the other, an eye no longer finds its line.
const WIDTHS: (usize, usize) = (40, 240);

/// The most lines of a repair that are drawn as a change; a longer one is named in words.
const MOST_REPAIR_LINES: usize = 12;

/// The diagnostics, the counts, and where to read more; empty for an empty report.
pub(super) fn render(report: &Report, places: &Places<'_>, options: &Options) -> String {
    // Of equals the last is taken, so from behind it is the first of the gravest.
    let Some(gravest) = report.iter().rev().max_by_key(|diagnostic| diagnostic.level) else {
        return String::new();
    };
    let width = options.width.clamp(WIDTHS.0, WIDTHS.1);
    let renderer = if options.colour { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    let (shown, hidden) = choose(report);
    let mut out = String::new();
    for diagnostic in shown {
        out.push_str(&renderer.render(&groups(diagnostic, places, width)));
        out.push_str("\n\n");
    }
    if !hidden.is_empty() {
        out.push_str(&format!(
            "... and {} more: {}; `--format json` lists all\n\n",
            hidden.len(),
            counts(hidden.iter().copied())
        ));
    }
    let mut files: Vec<_> = report.iter().filter_map(|diagnostic| diagnostic.span.map(|span| span.file)).collect();
    files.sort();
    files.dedup();
    let summary = match files.len() {
        0 => counts(report.iter()),
        1 => format!("{} in 1 file", counts(report.iter())),
        many => format!("{} in {many} files", counts(report.iter())),
    };
    let strong = if options.colour { Style::new().bold() } else { Style::new() };
    out.push_str(&format!("{strong}{summary}{strong:#}\n"));
    let rule = gravest.rule.name;
    out.push_str(&format!("to read why a rule exists and how to satisfy it: clustersite explain {rule}\n"));
    out
}

/// Those to print, in the report's order, and the rest. The gravest come first when there are too many, so that no error hides
/// behind notes.
fn choose(report: &Report) -> (Vec<&Diagnostic>, Vec<&Diagnostic>) {
    let mut room = MOST;
    let mut quota = [0; 3];
    for (level, quota) in [Level::Error, Level::Warning, Level::Note].into_iter().zip(&mut quota) {
        *quota = room.min(report.count(level));
        room -= *quota;
    }
    report.iter().partition(|diagnostic| {
        let quota = match diagnostic.level {
            Level::Error => &mut quota[0],
            Level::Warning => &mut quota[1],
            Level::Note => &mut quota[2],
        };
        let fits = *quota > 0;
        *quota = quota.saturating_sub(1);
        fits
    })
}

/// How many of each level, such as "3 errors, 1 note".
fn counts<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic> + Clone) -> String {
    let mut parts = Vec::new();
    for level in [Level::Error, Level::Warning, Level::Note] {
        let count = diagnostics.clone().filter(|diagnostic| diagnostic.level == level).count();
        if count > 0 {
            parts.push(format!("{count} {}{}", level.name(), if count == 1 { "" } else { "s" }));
        }
    }
    parts.join(", ")
}

fn groups(diagnostic: &Diagnostic, places: &Places<'_>, width: usize) -> Vec<Group<'static>> {
    let kind = match diagnostic.level {
        Level::Error => Kind::ERROR,
        Level::Warning => Kind::WARNING,
        Level::Note => Kind::NOTE,
    };
    let title = kind.primary_title(clean::line(&diagnostic.message)).id(diagnostic.rule.name);
    let mut main = Group::with_title(title).elements(snippets(diagnostic, places, width));
    let mut groups = Vec::new();
    let help = diagnostic.help.as_deref().map(clean::paragraph);
    match (&diagnostic.fix, help) {
        (Some((span, text)), help) if drawable(places, *span, text, width) => {
            let what = match (text.is_empty(), span.start == span.end) {
                (true, _) => "remove this",
                (false, true) => "add this",
                (false, false) => "write this",
            };
            let shown = excerpt(places, span.file, &[*span], width);
            let patches = shown.ranges.into_iter().map(|range| Patch::new(range, repair(text)));
            let snippet = Snippet::source(shown.text)
                .line_start(shown.first_line)
                .path(clean::line(&places.path(span.file)))
                .patches(patches);
            groups.push(Kind::HELP.secondary_title(help.unwrap_or_else(|| what.to_owned())).element(snippet));
        }
        (Some((span, text)), help) => {
            main = main.elements(help.map(|help| Kind::HELP.message(help)));
            let at = places.at(span.file, span.start);
            let path = clean::line(&places.path(span.file));
            let change = if text.is_empty() {
                format!("remove what stands at {path}:{}:{}", at.line, at.column)
            } else {
                format!("at {path}:{}:{}, write: {}", at.line, at.column, clean::paragraph(text))
            };
            main = main.element(Kind::HELP.message(change));
        }
        (None, help) => main = main.elements(help.map(|help| Kind::HELP.message(help))),
    }
    groups.insert(0, main);
    groups
}

/// The place of the diagnostic, and those that belong to it: in the same excerpt where they are near, in one each where they are
/// not.
fn snippets(diagnostic: &Diagnostic, places: &Places<'_>, width: usize) -> Vec<Snippet<'static, Annotation<'static>>> {
    let mut main: Vec<(Span, AnnotationKind, Option<String>)> = Vec::new();
    main.extend(diagnostic.span.map(|span| (span, AnnotationKind::Primary, None)));
    let mut apart = Vec::new();
    for (span, label) in &diagnostic.related {
        let near = diagnostic.span.is_some_and(|own| {
            own.file == span.file
                && fits(places, own, *span, width)
                && main.iter().all(|(other, ..)| fits(places, *other, *span, width))
        });
        let marked = (*span, AnnotationKind::Context, Some(clean::line(label)));
        if near { main.push(marked) } else { apart.push(vec![marked]) }
    }
    std::iter::once(main).chain(apart).filter_map(|marked| snippet(marked, places, width)).collect()
}

fn snippet(
    marked: Vec<(Span, AnnotationKind, Option<String>)>,
    places: &Places<'_>,
    width: usize,
) -> Option<Snippet<'static, Annotation<'static>>> {
    let file = marked.first()?.0.file;
    let spans: Vec<Span> = marked.iter().map(|(span, ..)| *span).collect();
    let shown = excerpt(places, file, &spans, width);
    let annotations = marked.into_iter().zip(shown.ranges).map(|((_, kind, label), range)| kind.span(range).label(label));
    Some(
        Snippet::source(shown.text)
            .line_start(shown.first_line)
            .path(clean::line(&places.path(file)))
            .annotations(annotations.collect::<Vec<_>>()),
    )
}

/// Whether a repair can be shown as a change of lines: these are printed whole, so they have to be few and short.
fn drawable(places: &Places<'_>, span: Span, text: &str, width: usize) -> bool {
    let lines = places.under(span).iter().filter(|&&byte| byte == b'\n').count();
    let within = span.end as usize <= places.bytes(span.file).len();
    within
        && lines == 0
        && fits(places, span, span, width)
        && text.lines().count() <= MOST_REPAIR_LINES
        && text.lines().all(|line| line.len() <= width)
}

fn repair(text: &str) -> String {
    text.chars().filter(|&c| c != '\r').map(clean::visible).collect()
}

#[cfg(test)]
mod tests;
