//! Owns the checks: rules over the whole model, the levels at which they are told, and what authors have set aside. Rules only find; this module
//! decides how much a finding matters.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diag::{Diagnostic, Level, Profile, Report, Rule};
use crate::model::kinds::cluster::RuleLevel;
use crate::model::{Allowance, Loaded, Model, Place, Relations, Scope};
use crate::source::Sources;

mod rules;

pub use rules::{CHECKS, rule, rules};

/// What rules may look at: the model of all audiences, and what the loader has gathered about it.
pub struct Context<'a> {
    /// The repository's files, to look up paths that texts link to.
    pub sources: &'a Sources,
    /// The loaded repository.
    pub loaded: &'a Loaded,
    /// The model in it.
    pub model: &'a Model,
    /// The model's links read backwards.
    pub relations: &'a Relations<'a>,
    /// The day on which the checks are made.
    pub today: Date,
}

/// A rule with the function that finds what it is about.
pub struct Check {
    /// The rule.
    pub rule: Rule,
    /// Row of the guide's tools that it belongs to; 0 for what concerns them all.
    pub tool: u8,
    /// Finds.
    pub run: fn(&Context<'_>, &mut Vec<Finding>),
}

/// What a rule has found, at a symbolic place.
#[derive(Clone, Debug)]
pub struct Finding {
    place: Place,
    message: String,
    help: Option<String>,
    related: Vec<(Place, String)>,
}

impl Finding {
    /// A finding: a lower-case phrase about a place.
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        Self { place, message: message.into(), help: None, related: Vec::new() }
    }

    /// With something to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}

/// What the checks of a run gave.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// All diagnostics, in order.
    pub report: Report,
    /// Rules that were applied and found nothing, by name.
    pub held: Vec<&'static Rule>,
}

/// Runs every rule and gathers what they and the loader have found. The profile is the caller's, else the cluster's, else `draft`.
pub fn check(sources: &Sources, loaded: &Loaded, today: Date, profile: Option<Profile>) -> Outcome {
    let profile = profile.unwrap_or_else(|| default_profile(loaded));
    let relations = Relations::new(&loaded.model);
    let context = Context { sources, loaded, model: &loaded.model, relations: &relations, today };
    let mut report = Report::default();
    report.extend(loaded.faults.iter().cloned().map(|mut fault| {
        fault.level = fault.rule.class.level(profile);
        fault
    }));
    let mut held = Vec::new();
    let mut used = BTreeSet::new();
    for check in CHECKS {
        let level = match settings(loaded, check.rule.name) {
            Some(RuleLevel::Off) => continue,
            Some(RuleLevel::Note) => Level::Note,
            Some(RuleLevel::Warning) => Level::Warning,
            Some(RuleLevel::Error) => Level::Error,
            None => check.rule.class.level(profile),
        };
        let mut findings = Vec::new();
        (check.run)(&context, &mut findings);
        findings.retain(|finding| !repeats_a_fault(finding, loaded));
        if findings.is_empty() {
            held.push(&check.rule);
        }
        for finding in findings {
            let found = diagnostic(&check.rule, level, finding, loaded);
            if !set_aside(&found.1, &found.0, &loaded.allowances, &mut used) {
                report.push(found.0);
            }
        }
    }
    report.extend(rules::about_allowances(loaded, &used, profile));
    report.sort(sources);
    Outcome { report, held }
}

fn default_profile(loaded: &Loaded) -> Profile {
    loaded.model.cluster().and_then(|cluster| cluster.check_profile).unwrap_or_default()
}

fn settings(loaded: &Loaded, rule: &str) -> Option<RuleLevel> {
    loaded.model.cluster().and_then(|cluster| cluster.rules.get(rule).copied())
}

/// Whether the loader has already told of something at this place, so that a second complaint would only confuse.
fn repeats_a_fault(finding: &Finding, loaded: &Loaded) -> bool {
    loaded.broken.iter().any(|broken| {
        broken.within(&finding.place) && !finding.place.path.is_empty() || finding.place.within(broken) && !broken.path.is_empty()
    })
}

fn diagnostic(rule: &'static Rule, level: Level, finding: Finding, loaded: &Loaded) -> (Diagnostic, Place) {
    let Finding { place, message, help, related } = finding;
    let mut found = Diagnostic::new(rule, loaded.places.span(&place), message).with_help(help);
    found.level = level;
    found.related = related.into_iter().filter_map(|(place, label)| Some((loaded.places.span(&place)?, label))).collect();
    (found, place)
}

/// Whether an author has set the rule aside for this entry or file, with a reason. Which allowances were of use is noted in `used`.
fn set_aside(place: &Place, found: &Diagnostic, allowances: &[Allowance], used: &mut BTreeSet<usize>) -> bool {
    let applies = |allowance: &Allowance| {
        allowance.rule == found.rule.name
            && !allowance.reason.is_empty()
            && match &allowance.scope {
                Scope::Entry(kind, id) => *kind == place.kind && *id == place.id,
                Scope::File => found.span.is_some_and(|span| span.file == allowance.span.file),
            }
    };
    let mut any = false;
    for (index, _) in allowances.iter().enumerate().filter(|(_, allowance)| applies(allowance)) {
        used.insert(index);
        any = true;
    }
    any
}
