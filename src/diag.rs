//! Owns what is said about a repository: rules as declared, diagnostics as found, the report that gathers them, and its output
//! formats.

use std::cmp::Ordering;

use crate::source::{Sources, Span};

mod clean;
mod excerpt;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod manual;
mod place;
mod sarif;
mod suggest;
#[cfg(test)]
mod testing;

pub use manual::{Example, Manual};
pub use suggest::closest;

/// How much a diagnostic matters.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Worth knowing; never fails a build.
    Note,
    /// Probably a mistake; never fails a build.
    Warning,
    /// Fails the build.
    Error,
}

impl Level {
    /// The level's name, as people and machines read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// How strict a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Work in progress: gaps are notes.
    #[default]
    Draft,
    /// About to be published: gaps are errors.
    Publish,
}

/// What sort of fault a rule finds; it decides the level in each profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// The input can't be read as meant: an error in every profile, and no level in `cluster.yaml` changes that.
    Fault,
    /// Something that has to be there before the strategy is published: a note in `draft`, an error in `publish`.
    Gap,
    /// A contradiction or a likely mistake: a warning in `draft`, an error in `publish`.
    Conflict,
    /// Good practice: a note in `draft`, a warning in `publish`.
    Advice,
    /// Nothing is wrong yet, but something comes up: a note in every profile.
    Reminder,
}

impl Class {
    /// The level that findings of this class have in a profile.
    pub fn level(self, profile: Profile) -> Level {
        match (self, profile) {
            (Self::Fault, _) | (Self::Gap | Self::Conflict, Profile::Publish) => Level::Error,
            (Self::Reminder, _) | (Self::Gap | Self::Advice, Profile::Draft) => Level::Note,
            (Self::Conflict, Profile::Draft) | (Self::Advice, Profile::Publish) => Level::Warning,
        }
    }
}

/// A rule as it is declared: a name, its class, where it comes from, and the file whose `//!` comment is its manual.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case name that reads well after "allow".
    pub name: &'static str,
    /// What sort of fault it finds.
    pub class: Class,
    /// The section of the guide, or the standard, that gives the rule.
    pub basis: &'static str,
    /// Source text of the file that declares the rule; its `//!` lines are the manual.
    pub text: &'static str,
}

impl PartialEq for Rule {
    /// Rules are equal when their names are: a registry holds each name once.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// One thing found at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters, after profile, settings and suppressions.
    pub level: Level,
    /// Lower-case phrase that names the value at fault.
    pub message: String,
    /// Where; `None` only where no file can be named (an empty repository).
    pub span: Option<Span>,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that belong to it, each with a short label ("first defined here").
    pub related: Vec<(Span, String)>,
    /// Text that would repair it, to stand in place of a span.
    pub fix: Option<(Span, String)>,
}

impl Diagnostic {
    /// A diagnostic of a rule at a place, at the level that its class has before publication; profile and settings come later.
    pub fn new(rule: &'static Rule, span: impl Into<Option<Span>>, message: String) -> Self {
        let level = rule.class.level(Profile::Publish);
        Self { rule, level, message, span: span.into(), help: None, related: Vec::new(), fix: None }
    }

    /// The same with something to do about it.
    #[must_use]
    pub fn with_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// Path, offset and rule decide the order; the rest only makes it total, so that equal ones end up side by side.
    fn order(&self, other: &Self, sources: &Sources) -> Ordering {
        let place = |diagnostic: &Self| diagnostic.span.map(|span| (span.file, span.start, span.end));
        let path = |diagnostic: &Self| diagnostic.span.map(|span| sources.file(span.file).path.as_str());
        path(self)
            .cmp(&path(other))
            .then_with(|| self.span.map(|span| span.start).cmp(&other.span.map(|span| span.start)))
            .then_with(|| self.rule.name.cmp(other.rule.name))
            .then_with(|| place(self).cmp(&place(other)))
            .then_with(|| self.message.cmp(&other.message))
            .then_with(|| other.level.cmp(&self.level))
            .then_with(|| self.help.cmp(&other.help))
            .then_with(|| self.related.cmp(&other.related))
            .then_with(|| self.fix.cmp(&other.fix))
    }
}

/// All diagnostics of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all of another report, or of a list.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// The diagnostics, in the order in which they were added or last sorted.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// Puts them in the order of path, offset and rule, those without a place first, and removes exact duplicates. The result
    /// does not depend on the order in which they were added.
    pub fn sort(&mut self, sources: &Sources) {
        self.diagnostics.sort_by(|one, other| one.order(other, sources));
        self.diagnostics.dedup();
    }

    /// Whether one of them fails the build.
    pub fn has_errors(&self) -> bool {
        self.count(Level::Error) > 0
    }

    /// How many have this level.
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.diagnostics.into_iter()
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Diagnostic> for Report {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self { diagnostics: diagnostics.into_iter().collect() }
    }
}

/// The forms that a report can be printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, with the lines at fault.
    #[default]
    Human,
    /// One JSON document, of a stable shape.
    Json,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Workflow commands, which GitHub shows beside the changed lines.
    Github,
    /// A Code Quality report for GitLab.
    Gitlab,
}

/// What the output depends on besides the report; the caller looks at the terminal and the settings, this module never does.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether the human form uses colour.
    pub colour: bool,
    /// Width of the terminal in columns, for the human form.
    pub width: usize,
    /// The profile that gave the levels.
    pub profile: Profile,
    /// The way from where the reader stands to the root of the repository, with `/`, empty where they are the same. It goes ahead
    /// of every path, so that a path can be opened, and is found by a forge when the cluster is in a subfolder of its repository.
    pub prefix: String,
}

/// The report in one of its forms, in the report's own order; [`Report::sort`] it first. Each form but an empty one ends in a
/// newline; the human and GitHub forms of an empty report are empty.
pub fn render(report: &Report, sources: &Sources, format: Format, options: &Options) -> String {
    let places = place::Places::new(report, sources, &options.prefix);
    match format {
        Format::Human => human::render(report, &places, options),
        Format::Json => json::render(report, &places, options.profile),
        Format::Sarif => sarif::render(report, &places, options.profile),
        Format::Github => github::render(report, &places),
        Format::Gitlab => gitlab::render(report, &places),
    }
}

/// A document for machines, laid out so that people and version control can read it too.
fn print(document: &impl serde::Serialize) -> String {
    // Our documents have text for keys and no number that JSON lacks, so this can't fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests;
