//! Owns the notes on quality: every rule with what came of it, why it is there, and what it has found where; for the page of those who write the repository.

use super::Applied;
use crate::check::{Outcome, Standing, Verdict};
use crate::diag::Level;
use crate::guide::TOOLS;
use crate::model::{Id, Kind};
use crate::source::Sources;

/// How the rules stand, by tool of the guide.
#[derive(Clone, Debug)]
pub struct Quality {
    /// All rules together.
    pub all: Applied,
    /// Tools that have rules, in the guide's order; last the rules of no single tool.
    pub tools: Vec<ToolNotes>,
}

/// The rules of a tool.
#[derive(Clone, Debug)]
pub struct ToolNotes {
    /// Row of the tool; 0 for rules of no single one.
    pub number: u8,
    /// What came of them.
    pub rules: Applied,
    /// Each of them.
    pub list: Vec<RuleNote>,
}

/// A rule with what came of it.
#[derive(Clone, Debug)]
pub struct RuleNote {
    /// How it stands.
    pub standing: Standing,
    /// What it asks for, in English.
    pub title: String,
    /// Why, in English; Markdown, one item a paragraph.
    pub why: Vec<String>,
    /// What it has found.
    pub findings: Vec<Finding>,
}

/// Something that a rule has found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// What was found, in English.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Path and line; nothing where no file can be named.
    pub place: Option<String>,
    /// The entry that it is about; nothing where it is about a file.
    pub entry: Option<(Kind, Id)>,
}

/// The notes on a run of the checks.
pub fn quality(sources: &Sources, outcome: &Outcome) -> Quality {
    let numbers = TOOLS.iter().map(|tool| tool.number).chain([0]);
    let tools = numbers.map(|number| {
        let own = || outcome.rules.iter().filter(move |standing| standing.tool == number);
        let list = own().map(|standing| note(sources, outcome, standing)).collect();
        ToolNotes { number, rules: Applied::of(outcome, own()), list }
    });
    Quality { all: Applied::of(outcome, outcome.rules.iter()), tools: tools.filter(|tool| !tool.list.is_empty()).collect() }
}

fn note(sources: &Sources, outcome: &Outcome, standing: &Standing) -> RuleNote {
    let manual = standing.rule.manual();
    let about = outcome.report.iter().filter(|found| found.rule == standing.rule);
    let finding = |found: &crate::diag::Diagnostic| Finding {
        level: found.level,
        message: found.message.clone(),
        help: found.help.clone(),
        place: found.span.map(|span| {
            let line = sources.line_column(span.file, span.start).line;
            format!("{}:{line}", sources.file(span.file).path)
        }),
        entry: outcome.entry(found).map(|(kind, id)| (kind, id.clone())),
    };
    let findings = if matches!(standing.verdict, Verdict::Broken(_)) { about.map(finding).collect() } else { Vec::new() };
    RuleNote { standing: *standing, title: manual.title, why: manual.explanation, findings }
}
