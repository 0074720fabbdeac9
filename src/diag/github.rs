//! Owns the form of a report that GitHub's runners read from the log: one workflow command a diagnostic.

use super::place::Places;
use super::{Level, Report, clean};

/// One line a diagnostic; empty for an empty report.
pub(super) fn render(report: &Report, places: &Places<'_>) -> String {
    let mut out = String::new();
    for diagnostic in report {
        let command = match diagnostic.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "notice",
        };
        let mut properties = Vec::new();
        if let Some(span) = diagnostic.span {
            let (start, end) = (places.at(span.file, span.start), places.at(span.file, span.end));
            properties.push(format!("file={}", property(&places.path(span.file))));
            properties.push(format!("line={}", start.line));
            // The runner throws columns away, with a complaint, when the lines differ.
            if start.line == end.line {
                properties.push(format!("col={}", start.column));
                properties.push(format!("endLine={}", end.line));
                properties.push(format!("endColumn={}", end.column));
            } else {
                properties.push(format!("endLine={}", end.line));
            }
        }
        properties.push(format!("title={}", property(diagnostic.rule.name)));
        let mut text = clean::line(&diagnostic.message);
        for (span, label) in &diagnostic.related {
            let at = places.at(span.file, span.start);
            let path = clean::line(&places.path(span.file));
            text.push_str(&format!("\n{} ({path}:{}:{})", clean::line(label), at.line, at.column));
        }
        if let Some(help) = &diagnostic.help {
            text.push_str(&format!("\n{}", clean::paragraph(help)));
        }
        out.push_str(&format!("::{command} {}::{}\n", properties.join(","), data(&text)));
    }
    out
}

/// Escapes a message as the runner's toolkit does.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property, which a colon or comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::testing::{everything, found, options, span};
    use crate::diag::{Diagnostic, Format};
    use crate::source::Sources;

    #[test]
    fn each_diagnostic_is_one_command() {
        let (report, sources) = everything();
        let text = crate::diag::render(&report, &sources, Format::Github, &options());
        assert_eq!(
            text,
            "::notice title=vague-goal::50%25 of goals,␊are: vague%0Asay who does what until when\n\
             ::error file=goals.yaml,line=3,col=5,endLine=3,endColumn=10,title=unknown-key::unknown key `titel`%0Adid you mean `title`?\n\
             ::warning file=ü%2C 100%25/more.yaml,line=1,col=7,endLine=1,endColumn=11,title=duplicate-id::\
             id `jobs` is given twice%0Afirst given here (goals.yaml:2:9)\n"
        );
    }

    #[test]
    fn text_cannot_open_a_command_of_its_own() {
        let sources = Sources::from_memory([("a\n::error::x, y:%0A", "a\nb")]);
        let found = Diagnostic {
            message: "x\r\n::add-mask::y\u{1b}[2J".into(),
            help: Some("%0A::stop-commands::x\r\nz".into()),
            ..found(span(&sources, "a\n::error::x, y:%0A", 0, 3))
        };
        let text = crate::diag::render(&Report::from_iter([found]), &sources, Format::Github, &options());
        assert_eq!(
            text,
            "::error file=a%0A%3A%3Aerror%3A%3Ax%2C y%3A%250A,line=1,endLine=2,title=unknown-key::\
             x␊::add-mask::y␛[2J%0A%250A::stop-commands::x%0Az\n"
        );
    }
}
