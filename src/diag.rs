//! Owns what is said about a repository: rules as declared, diagnostics as found, the report that gathers them, and its output formats.

use crate::source::Span;

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
}

impl Class {
    /// The level that findings of this class have in a profile.
    pub fn level(self, profile: Profile) -> Level {
        match (self, profile) {
            (Self::Fault, _) | (Self::Gap | Self::Conflict, Profile::Publish) => Level::Error,
            (Self::Gap | Self::Advice, Profile::Draft) => Level::Note,
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

/// One thing found at one place.
#[derive(Clone, Debug)]
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

/// All diagnostics of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}
