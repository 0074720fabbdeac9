//! Owns the checks: rules over the whole model, the levels at which they are told, and what authors have set aside. Rules only find; this module
//! decides how much a finding matters.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diag::{Class, Diagnostic, Level, Profile, Report, Rule};
use crate::model::kinds::cluster::{RuleLevel, Stage};
use crate::model::{Allowance, Form, Id, Kind, Loaded, MentionKind, Model, Place, Relations, Scope};
use crate::source::{FileId, Sources, Span};

mod agreement;
#[cfg(test)]
mod branches;
mod calendar;
mod circle;
mod financing_mix;
mod live;
mod missing;
mod prose;
mod rules;
mod whole;

pub use prose::Mark;
use prose::files;
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
    /// Links and pictures in texts.
    pub marks: &'a [Mark],
    /// The day on which the checks are made.
    pub today: Date,
}

/// A rule with the function that finds what it is about.
pub struct Check {
    /// The rule.
    pub rule: Rule,
    /// Row of the guide's tools that it belongs to; 0 for what concerns them all.
    pub tool: u8,
    /// The stage from which on the guide asks for it; nothing where it holds at every stage.
    pub from: Option<Stage>,
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
    file: Option<FileId>,
}

impl Finding {
    /// A finding: a lower-case phrase about a place.
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        Self { place, message: message.into(), help: None, related: Vec::new(), file: None }
    }

    /// A finding about a file that is no entry; it belongs to the cluster's own entry, where it can be set aside.
    pub fn about_file(file: FileId, message: impl Into<String>) -> Self {
        let cluster = Place::entry(Kind::Cluster, &Id::new(Kind::Cluster.name()));
        Self { file: Some(file), ..Self::new(cluster, message) }
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
    /// Every rule with what came of it, by name.
    pub rules: Vec<Standing>,
    /// Entries that diagnostics are about, by rule and place.
    entries: BTreeMap<(&'static str, Option<Span>), (Kind, Id)>,
}

/// What came of a rule in a run.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// The rule.
    pub rule: &'static Rule,
    /// Row of the guide's tools that it belongs to; 0 for what concerns them all.
    pub tool: u8,
    /// The stage from which on the guide asks for it; nothing where it holds at every stage.
    pub from: Option<Stage>,
    /// What came of it.
    pub verdict: Verdict,
}

/// Whether a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Holds,
    /// So many diagnostics of it are in the report.
    Broken(usize),
    /// All that was found is set aside by its authors, with their reasons.
    SetAside,
    /// The guide asks for it only at a later stage.
    NotYet,
    /// The authors have turned it off.
    Off,
}

impl Verdict {
    /// Whether the rule was applied.
    pub fn applied(self) -> bool {
        !matches!(self, Self::NotYet | Self::Off)
    }
}

impl Outcome {
    /// The entry that a diagnostic of the report is about; nothing where it is about a file.
    pub fn entry(&self, found: &Diagnostic) -> Option<(Kind, &Id)> {
        self.entries.get(&(found.rule.name, found.span)).map(|(kind, id)| (*kind, id))
    }
}

/// Row of the guide's tools and stage of a rule; row 0 and no stage for the loader's own.
pub fn origin(rule: &Rule) -> (u8, Option<Stage>) {
    CHECKS.iter().find(|check| check.rule == *rule).map_or((0, None), |check| (check.tool, check.from))
}

/// Runs every rule and gathers what they and the loader have found. The profile is the caller's, else the cluster's, else `draft`.
pub fn check(sources: &Sources, loaded: &Loaded, today: Date, profile: Option<Profile>) -> Outcome {
    let profile = profile.unwrap_or_else(|| default_profile(loaded));
    let relations = Relations::new(&loaded.model);
    let marks = prose::marks(loaded);
    let context = Context { sources, loaded, model: &loaded.model, relations: &relations, marks: &marks, today };
    let mut report = Report::default();
    report.extend(loaded.faults.iter().filter_map(|fault| {
        let mut fault = fault.clone();
        fault.level = level(loaded, fault.rule, profile)?;
        Some(fault)
    }));
    let unread = Unread::new(loaded);
    let drafts: BTreeSet<(Kind, &Id)> =
        loaded.model.metas().filter(|meta| meta.draft).map(|meta| (meta.kind, &meta.id)).collect();
    let (mut silent, mut quiet): (BTreeMap<&str, Verdict>, BTreeSet<&str>) = Default::default();
    let mut entries = BTreeMap::new();
    let mut used = BTreeSet::new();
    for check in CHECKS {
        let Some(level) = level(loaded, &check.rule, profile) else {
            silent.insert(check.rule.name, Verdict::Off);
            continue;
        };
        if check.from.is_some_and(|stage| whole::stage(&context) < stage) {
            silent.insert(check.rule.name, Verdict::NotYet);
            continue;
        }
        let mut findings = Vec::new();
        (check.run)(&context, &mut findings);
        findings.retain(|finding| !repeats_a_fault(finding, loaded) && !unread.explains(check, finding));
        if findings.is_empty() {
            quiet.insert(check.rule.name);
        }
        for finding in findings {
            let about = finding.file.is_none().then(|| (finding.place.kind, finding.place.id.clone()));
            // A draft may be incomplete, lest people fill it with hyphens; what is wrong with it is told, and never more than that.
            let draft = check.rule.class != Class::Fault && drafts.contains(&(finding.place.kind, &finding.place.id));
            let level = if draft { Level::Note } else { level };
            let found = diagnostic(&check.rule, level, finding, &context);
            if !set_aside(&found.1, &found.0, &loaded.allowances, &mut used) {
                entries.extend(about.map(|about| ((found.0.rule.name, found.0.span), about)));
                report.push(found.0);
            }
        }
    }
    report.extend(rules::about_allowances(loaded, &used, profile));
    report.sort(sources);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    report.iter().for_each(|found| *counts.entry(found.rule.name).or_default() += 1);
    let standing = |rule: &'static Rule| {
        let (tool, from) = origin(rule);
        let found = counts.get(rule.name).copied().unwrap_or_default();
        let verdict = match silent.get(rule.name) {
            Some(verdict) => *verdict,
            None if found > 0 => Verdict::Broken(found),
            None if quiet.contains(rule.name) || !CHECKS.iter().any(|check| check.rule == *rule) => Verdict::Holds,
            None => Verdict::SetAside,
        };
        Standing { rule, tool, from, verdict }
    };
    Outcome { rules: rules().into_iter().map(standing).collect(), report, entries }
}

fn default_profile(loaded: &Loaded) -> Profile {
    loaded.model.cluster().and_then(|cluster| cluster.check_profile).unwrap_or_default()
}

/// The level at which a rule is told; nothing where the authors have turned it off. What keeps a file from being read stays an error whatever they say.
fn level(loaded: &Loaded, rule: &Rule, profile: Profile) -> Option<Level> {
    let given = rule.class.level(profile);
    let said = loaded.model.cluster().and_then(|cluster| cluster.rules.get(rule.name).copied());
    match said.filter(|_| rule.class != Class::Fault) {
        None => Some(given),
        Some(RuleLevel::Off) => None,
        Some(RuleLevel::Note) => Some(Level::Note),
        Some(RuleLevel::Warning) => Some(Level::Warning),
        Some(RuleLevel::Error) => Some(Level::Error),
    }
}

/// What is not in the model although its authors wrote it, so that nobody is told that it is missing.
struct Unread {
    /// Whether whole entries may have been lost.
    partial: bool,
    /// Entries that name one which could not be used, or are named by one.
    beside: BTreeSet<(Kind, Id)>,
}

impl Unread {
    fn new(loaded: &Loaded) -> Self {
        let usable: BTreeSet<(Kind, &Id)> = loaded.model.metas().map(|meta| (meta.kind, &meta.id)).collect();
        let mut beside = BTreeSet::new();
        for mention in &loaded.mentions {
            let MentionKind::Reference { kinds, id, .. } = &mention.kind else { continue };
            let own = (mention.place.kind, &mention.place.id);
            if !usable.contains(&own) {
                beside.extend(kinds.iter().map(|&kind| (kind, id.clone())));
            }
            if !kinds.iter().any(|&kind| usable.contains(&(kind, id))) {
                beside.insert((own.0, own.1.clone()));
            }
        }
        Self { partial: loaded.partial, beside }
    }

    /// Whether a finding says that something is missing which may only be unread.
    fn explains(&self, check: &Check, finding: &Finding) -> bool {
        let place = &finding.place;
        let gap = check.rule.class == Class::Gap;
        // What a stage demands of the cluster as a whole may stand in a file that could not be read whole.
        let whole = check.from.is_some() && place.kind.layout().form == Form::Single;
        (gap || whole) && self.partial || gap && self.beside.contains(&(place.kind, place.id.clone()))
    }
}

/// Whether the loader has already told of something at this place, so that a second complaint would only confuse.
fn repeats_a_fault(finding: &Finding, loaded: &Loaded) -> bool {
    loaded.broken.iter().any(|broken| {
        broken.within(&finding.place) && !finding.place.path.is_empty() || finding.place.within(broken) && !broken.path.is_empty()
    })
}

fn diagnostic(rule: &'static Rule, level: Level, finding: Finding, context: &Context<'_>) -> (Diagnostic, Place) {
    let Finding { place, message, help, related, file } = finding;
    let span = |place: &Place| context.loaded.places.span_in(context.sources, place);
    let whole = file.map(|file| Span::new(file, 0, 0));
    let mut found = Diagnostic::new(rule, whole.or_else(|| span(&place)), message).with_help(help);
    found.level = level;
    found.related = related.into_iter().filter_map(|(place, label)| Some((span(&place)?, label))).collect();
    (found, place)
}

/// Whether an author has set the rule aside for this entry or file, with a reason. Which allowances were of use is noted in `used`.
fn set_aside(place: &Place, found: &Diagnostic, allowances: &[Allowance], used: &mut BTreeSet<usize>) -> bool {
    let applies = |allowance: &Allowance| {
        allowance.rule == found.rule.name
            && found.rule.class != Class::Fault
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
