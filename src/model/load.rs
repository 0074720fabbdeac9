//! Owns the way from sources to a model: which file holds what, entries out of files, translations joined, shapes checked, references resolved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::place::Origin;
use super::schema::Shape;
use super::shape::Walk;
use super::{Entry, Id, Kind, Meta, Model, Place, Places, Visibility, fault};
use crate::diag::Diagnostic;
use crate::source::{FileId, Skipped, Sources, Span};
use crate::syntax::{Node, Problem, ProblemKind};

mod entries;
mod join;
mod layout;
mod resolve;
mod settings;
mod skipped;
mod table;

pub(super) use layout::entry_at;
pub(crate) use settings::restricted_path;

/// Everything that loading gives: the model, where its entries stand, what they mention, and what was wrong.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The entries, of all audiences.
    pub model: Model,
    /// Languages of the site, the main one first.
    pub languages: Vec<String>,
    /// Where entries stand.
    pub places: Places,
    /// Files that translate entries: kind, id, language and file.
    translations: Vec<(Kind, Id, String, FileId)>,
    /// References, files and texts that entries mention.
    pub mentions: Vec<Mention>,
    /// Rules that the authors set aside, where, and why.
    pub allowances: Vec<Allowance>,
    /// Faults of the input.
    pub faults: Vec<Diagnostic>,
    /// Places at which there is a fault, lest a rule complain of them again.
    pub broken: Vec<Place>,
    /// Whether a file could not be read whole, so that what seems to be missing may not be.
    pub partial: bool,
    /// Kinds of which such a file holds entries.
    lost: BTreeSet<Kind>,
    /// Paths of files or folders, each with who may see what is in it.
    restrict: Vec<(String, Visibility)>,
}

impl Loaded {
    /// The files that entries are made of: kind and id, the language where it is a translation, and the file.
    pub(super) fn files(&self) -> impl Iterator<Item = (Kind, &Id, Option<&str>, FileId)> {
        let own =
            self.places.entries().into_iter().filter_map(|(kind, id)| Some((kind, id, None, self.places.head(kind, id)?.file)));
        own.chain(self.translations.iter().map(|(kind, id, lang, file)| (*kind, id, Some(lang.as_str()), *file)))
    }

    /// Who may see a file that is no entry (a picture, a document), by `restrict` in `cluster.yaml`.
    pub fn visibility_of_file(&self, path: &str) -> Visibility {
        settings::tighten(&self.restrict, path, Visibility::Public)
    }
}

/// Something that an entry mentions, by which other stages find their way without knowing every kind's keys.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: MentionKind,
}

/// What a [`Mention`] is of.
#[derive(Clone, Debug)]
pub enum MentionKind {
    /// Another entry.
    Reference {
        /// Kinds that it may be of.
        kinds: Vec<Kind>,
        /// Its id.
        id: Id,
        /// Where the id stands.
        span: Span,
    },
    /// A file of the repository.
    File {
        /// Its path.
        path: String,
    },
    /// A text for readers, in these languages.
    Text {
        /// Languages that there is a text in.
        languages: Vec<String>,
    },
    /// Markdown in one language.
    Prose {
        /// Its language.
        lang: String,
        /// The Markdown.
        text: String,
    },
}

/// A rule set aside by its author for an entry or a file.
#[derive(Clone, Debug)]
pub struct Allowance {
    /// The rule's name.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// Where the author says so.
    pub span: Span,
    /// What it holds for.
    pub scope: Scope,
}

/// What an [`Allowance`] holds for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One entry.
    Entry(Kind, Id),
    /// Every entry of a file.
    File,
}

/// An entry as it was found, before its shape is known to be right.
struct Raw {
    kind: Kind,
    id: Id,
    head: Span,
    node: Node,
    /// What the entry or its file says of who may see it.
    visibility: Option<Visibility>,
    draft: bool,
    /// Where its page stood before.
    aliases: Arc<[String]>,
    /// Keys that its table lacks, which has been told.
    told: Arc<[String]>,
    /// Whether something in it could not be read.
    damaged: bool,
}

/// What is found in one file.
#[derive(Default)]
struct Found {
    entries: Vec<Raw>,
    translations: Vec<join::Translation>,
    faults: Vec<Diagnostic>,
    broken: Vec<Place>,
    allowances: Vec<Allowance>,
    /// Whether an entry may have been lost.
    partial: bool,
    /// Where text could not be read.
    holes: Vec<Span>,
    /// Kind of the file's entries.
    kind: Option<Kind>,
}

impl Found {
    /// Takes over what the parsers have found wrong with the text.
    fn problems(&mut self, problems: Vec<Problem>) {
        self.partial |= problems.iter().any(|problem| problem.kind.loses_content());
        // In a row with a cell too many, the cells have slipped into columns that they don't belong to.
        let hole = |problem: &&Problem| problem.kind.loses_content() || problem.kind == ProblemKind::CsvRowLength;
        self.holes.extend(problems.iter().filter(hole).map(|problem| problem.span));
        self.faults.extend(problems.into_iter().map(diagnostic));
    }

    /// Marks the entries that have a hole before the next one begins: of them nobody can say what is missing.
    fn mark_damage(&mut self) {
        let mut heads: Vec<u32> = self.entries.iter().map(|raw| raw.head.start).collect();
        heads.sort_unstable();
        for hole in &self.holes {
            // A hole before the first entry has most likely swallowed its beginning.
            let owner = heads.partition_point(|&start| start <= hole.start).saturating_sub(1);
            let Some(&owner) = heads.get(owner) else { continue };
            self.entries.iter_mut().filter(|raw| raw.head.start == owner).for_each(|raw| raw.damaged = true);
        }
    }
}

/// Loads a repository. Never fails: what can't be read is left out and told, as is what `skipped` says of files that were not even given.
pub fn load(sources: &Sources, skipped: &[Skipped]) -> Loaded {
    let settings = settings::read(sources);
    let files: Vec<_> = sources.iter().collect();
    let found: Vec<Found> = files.par_iter().map(|(id, file)| entries::read(sources, *id, &file.path, &settings)).collect();

    let mut loaded = Loaded { languages: settings.languages.clone(), restrict: settings.restrict.clone(), ..Loaded::default() };
    let mut raws = Vec::new();
    let mut translations = Vec::new();
    for file in found {
        raws.extend(file.entries);
        translations.extend(file.translations);
        loaded.faults.extend(file.faults);
        loaded.broken.extend(file.broken);
        loaded.allowances.extend(file.allowances);
        loaded.partial |= file.partial;
        loaded.lost.extend(file.kind.filter(|_| file.partial));
    }
    skipped::tell(skipped, &mut loaded);
    if sources.find("cluster.yaml").is_none() {
        loaded.faults.push(missing_cluster(sources, skipped));
    }
    let mut raws = without_duplicates(raws, &mut loaded.faults);
    let told = |one: &join::Translation| (one.kind, one.id.clone(), one.lang.clone(), one.start.file);
    loaded.translations = translations.iter().map(told).collect();
    join::join(&mut raws, translations, &settings, &mut loaded.faults);
    check_shapes(sources, &settings, raws, &mut loaded);
    resolve::references(sources, &mut loaded);
    loaded
}

fn missing_cluster(sources: &Sources, skipped: &[Skipped]) -> Diagnostic {
    let below = sources.iter().find_map(|(_, file)| file.path.strip_suffix("/cluster.yaml"));
    let help = if let Some(left_out) = skipped.iter().find(|left_out| left_out.path == "cluster.yaml") {
        format!("`cluster.yaml` is there, but can't be read: it is {}", left_out.reason)
    } else if sources.find("cluster.yml").is_some() {
        "rename `cluster.yml` to `cluster.yaml`".to_owned()
    } else if let Some(folder) = below {
        format!("there is one in the folder `{folder}`: run clustersite there")
    } else {
        "`clustersite init` writes a small repository to start from".to_owned()
    };
    let message = "there is no file `cluster.yaml` here".to_owned();
    Diagnostic::new(&fault::missing_file::RULE, None, message).with_help(Some(help))
}

/// The first of several entries with one kind and id stays.
fn without_duplicates(raws: Vec<Raw>, faults: &mut Vec<Diagnostic>) -> Vec<Raw> {
    let mut first: BTreeMap<(Kind, Id), Span> = BTreeMap::new();
    let mut kept = Vec::with_capacity(raws.len());
    for raw in raws {
        match first.get(&(raw.kind, raw.id.clone())) {
            None => {
                first.insert((raw.kind, raw.id.clone()), raw.head);
                kept.push(raw);
            }
            Some(&earlier) => {
                let message = format!("the {} `{}` is there twice", raw.kind.noun(), raw.id);
                let mut fault = Diagnostic::new(&fault::duplicate_id::RULE, raw.head, message);
                fault.help = Some("give one of the two another id, or take it out".to_owned());
                fault.related.push((earlier, "first defined here".to_owned()));
                faults.push(fault);
            }
        }
    }
    kept
}

/// Walks every entry against its shape and puts what is sound into the model.
fn check_shapes(sources: &Sources, settings: &settings::Settings, raws: Vec<Raw>, loaded: &mut Loaded) {
    let walked: Vec<_> = raws
        .into_par_iter()
        .map(|raw| {
            let mut walk = Walk {
                sources,
                languages: &settings.languages,
                any_language: settings.any_language,
                head: raw.head,
                told: &raw.told,
                damaged: raw.damaged,
                faults: Vec::new(),
                mentions: Vec::new(),
                broken: Vec::new(),
            };
            let value = walk.walk(&raw.node, Shape::of(raw.kind), Place::entry(raw.kind, &raw.id));
            let Walk { faults, mentions, broken, .. } = walk;
            (raw, value, faults, mentions, broken)
        })
        .collect();
    for (raw, value, faults, mentions, broken) in walked {
        loaded.faults.extend(faults);
        loaded.mentions.extend(mentions);
        loaded.broken.extend(broken);
        if let Some(value) = value {
            let meta = Meta {
                kind: raw.kind,
                id: raw.id.clone(),
                visibility: settings.effective(raw.visibility, raw.kind, &sources.file(raw.head.file).path),
                draft: raw.draft,
                aliases: Arc::clone(&raw.aliases),
            };
            if let Err(error) = loaded.model.insert(Entry { meta, content: value.into() }) {
                // The schema and the type come from one declaration, so this says that the walk lets through what the type refuses.
                loaded.faults.push(Diagnostic::new(&fault::wrong_type::RULE, raw.head, error));
            }
        }
        loaded.places.insert(raw.kind, raw.id, Origin { head: raw.head, node: raw.node });
    }
}

/// A problem of the text as a diagnostic of the rule that stands for it.
fn diagnostic(problem: Problem) -> Diagnostic {
    let rule = match problem.kind {
        ProblemKind::NotUtf8 => &fault::not_utf_8::RULE,
        ProblemKind::YamlSyntax => &fault::yaml_syntax::RULE,
        ProblemKind::YamlFeature => &fault::yaml_feature::RULE,
        ProblemKind::DuplicateKey => &fault::duplicate_key::RULE,
        ProblemKind::EmptyKey => &fault::empty_key::RULE,
        ProblemKind::AliasBudget => &fault::alias_budget::RULE,
        ProblemKind::TooDeep => &fault::too_deep::RULE,
        ProblemKind::FrontMatter => &fault::front_matter::RULE,
        ProblemKind::CsvSyntax => &fault::csv_syntax::RULE,
        ProblemKind::CsvColumn => &fault::csv_column::RULE,
        ProblemKind::CsvRowLength => &fault::csv_row_length::RULE,
    };
    let mut found = Diagnostic::new(rule, problem.span, problem.message);
    found.help = problem.help;
    found.related = problem.related;
    found
}
