//! Owns how far a cluster is by what the program can see: questions answered, fields filled, rules that hold, translation, fresh data, and the facts that a
//! registration asks for. One function computes it; the terminal, its JSON and the pages only show it, so that they agree.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::check::{Outcome, Standing, Verdict};
use crate::diag::Level;
use crate::guide::{TOOLS, Tool};
use crate::lang::{Catalogue, Locale, Numbering};
use crate::model::kinds::cluster::Stage;
use crate::model::schema::{Shape, filled_by_author};
use crate::model::{Freshness, Kind, Loaded, Relations, Translation, freshness, translation};

mod quality;
mod questions;
mod registration;

pub use quality::{Finding, Quality, RuleNote, ToolNotes, quality};
pub use questions::{Answer, Questions, Seen};
pub use registration::{Condition, Fact};

/// How far a cluster is.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// Name of the cluster, in its main language.
    pub cluster: String,
    /// The day that the status is of.
    #[serde(serialize_with = "day")]
    pub date: Date,
    /// The stage that the cluster says it is in; the first one where it says nothing.
    pub stage: Stage,
    /// Whether the cluster says so.
    pub declared: bool,
    /// The stage after it.
    pub next: Option<Stage>,
    /// The guide's key questions, stage by stage.
    pub questions: Vec<Questions>,
    /// The guide's tools.
    pub tools: Vec<ToolStatus>,
    /// Rules of no single tool: those about files, links, languages and settings.
    pub general: Applied,
    /// How much is translated, by language.
    pub languages: Vec<Translation>,
    /// How fresh the data are, indicator by indicator.
    pub data: Vec<Data>,
    /// What the checks of all rules gave.
    pub rules: Applied,
    /// What the European Cluster Collaboration Platform asks of a cluster organisation that registers.
    pub registration: Vec<Condition>,
}

/// How far a tool is.
#[derive(Clone, Debug, Serialize)]
pub struct ToolStatus {
    /// Its row.
    pub number: u8,
    /// The word that names it.
    pub word: &'static str,
    /// Its name in English.
    pub name: String,
    /// The stage in which the guide places it.
    pub stage: Option<Stage>,
    /// Entries of its kinds, drafts and internal ones included.
    pub entries: usize,
    /// Keys that its authors have filled in.
    pub filled: usize,
    /// Keys that these entries could have: the top-level keys of their kinds' schemas, those that all kinds share left out.
    pub fields: usize,
    /// Its rules.
    pub rules: Applied,
}

/// What came of several rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// How many rules there are.
    pub rules: usize,
    /// Rules that were applied and found nothing.
    pub hold: usize,
    /// Rules that found something.
    pub broken: usize,
    /// Rules whose findings are all set aside, with reasons.
    pub set_aside: usize,
    /// Rules that the guide asks for at a later stage.
    pub not_yet: usize,
    /// Rules that the authors have turned off.
    pub off: usize,
    /// Findings at error level.
    pub errors: usize,
    /// Findings at warning level.
    pub warnings: usize,
    /// Findings at note level.
    pub notes: usize,
}

/// How fresh an indicator's data are.
#[derive(Clone, Debug, Serialize)]
pub struct Data {
    /// Its id.
    pub indicator: String,
    /// How fresh they are.
    pub state: Freshness,
    /// The period measured last.
    pub last: Option<String>,
    /// The day by which it is to be measured next.
    #[serde(serialize_with = "some_day")]
    pub due: Option<Date>,
}

fn day<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

fn some_day<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(|date| date.to_string()).serialize(serializer)
}

impl Serialize for Translation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown<'a> {
            language: &'a str,
            translated: usize,
            texts: usize,
            percent: usize,
        }
        let shown = Shown { language: &self.tag, translated: self.translated, texts: self.texts, percent: self.percent() };
        shown.serialize(serializer)
    }
}

impl Applied {
    /// Rules that were applied.
    pub fn applied(&self) -> usize {
        self.hold + self.broken + self.set_aside
    }

    /// Findings of all levels.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }

    fn of<'a>(outcome: &Outcome, rules: impl Iterator<Item = &'a Standing>) -> Self {
        let mut sum = Self::default();
        let mut names = Vec::new();
        for standing in rules {
            names.push(standing.rule.name);
            sum.rules += 1;
            *match standing.verdict {
                Verdict::Holds => &mut sum.hold,
                Verdict::Broken(_) => &mut sum.broken,
                Verdict::SetAside => &mut sum.set_aside,
                Verdict::NotYet => &mut sum.not_yet,
                Verdict::Off => &mut sum.off,
            } += 1;
        }
        for found in outcome.report.iter().filter(|found| names.contains(&found.rule.name)) {
            *match found.level {
                Level::Error => &mut sum.errors,
                Level::Warning => &mut sum.warnings,
                Level::Note => &mut sum.notes,
            } += 1;
        }
        sum
    }
}

impl ToolStatus {
    /// Share of the fields filled in, in whole per cent, rounded down; nothing without entries.
    pub fn percent(&self) -> Option<usize> {
        (100 * self.filled).checked_div(self.fields)
    }
}

/// How far the cluster is on a day, by its files and what the checks of that day have found.
pub fn status(loaded: &Loaded, outcome: &Outcome, today: Date) -> Status {
    let model = &loaded.model;
    let cluster = model.cluster();
    let main = loaded.languages.first().map_or("en", String::as_str);
    let name = cluster.and_then(|cluster| cluster.name.get(main, main)).map(|name| name.text.to_owned()).unwrap_or_default();
    let declared = cluster.and_then(|cluster| cluster.stage);
    let stage = declared.unwrap_or(Stage::Initiation);
    let english = english();
    let filled = fields(loaded);
    let relations = Relations::new(model);
    let data = model.indicators.iter().map(|indicator| {
        let measured = freshness(indicator, relations.measurements(indicator.id()), today);
        Data { indicator: indicator.id().to_string(), state: measured.state, last: measured.last, due: measured.due }
    });
    let mut data: Vec<Data> = data.collect();
    data.sort_by_key(|one| (one.state, one.due));
    Status {
        cluster: name,
        date: today,
        stage,
        declared: declared.is_some(),
        next: after(stage),
        questions: questions::gather(model, english.as_ref()),
        tools: TOOLS.iter().map(|tool| of_tool(tool, outcome, &filled, english.as_ref())).collect(),
        general: Applied::of(outcome, outcome.rules.iter().filter(|standing| standing.tool == 0)),
        languages: translation(loaded),
        data,
        rules: Applied::of(outcome, outcome.rules.iter()),
        registration: registration::conditions(model, main, today),
    }
}

/// The words of the program in English, in which its commands speak.
fn english() -> Option<Locale> {
    Locale::new("en", Catalogue::default(), Numbering::Standard).ok()
}

fn say(locale: Option<&Locale>, key: &str) -> String {
    locale.map_or(key, |locale| locale.text(key)).to_owned()
}

fn after(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Initiation => Some(Stage::Establishment),
        Stage::Establishment => Some(Stage::Operationalisation),
        Stage::Operationalisation => Some(Stage::Transformation),
        Stage::Transformation => None,
    }
}

fn of_tool(tool: &Tool, outcome: &Outcome, filled: &BTreeMap<Kind, Fields>, english: Option<&Locale>) -> ToolStatus {
    let own = tool.kinds.iter().filter_map(|kind| filled.get(kind));
    let sum = own.fold(Fields::default(), |sum, kind| Fields {
        entries: sum.entries + kind.entries,
        filled: sum.filled + kind.filled,
        fields: sum.fields + kind.fields,
    });
    ToolStatus {
        number: tool.number,
        word: tool.word,
        name: say(english, &tool.message()),
        stage: tool.stage,
        entries: sum.entries,
        filled: sum.filled,
        fields: sum.fields,
        rules: Applied::of(outcome, outcome.rules.iter().filter(|standing| standing.tool == tool.number)),
    }
}

/// How much of a kind's entries is filled in.
#[derive(Clone, Copy, Default)]
struct Fields {
    entries: usize,
    filled: usize,
    fields: usize,
}

/// The same by kind, for kinds that have entries.
fn fields(loaded: &Loaded) -> BTreeMap<Kind, Fields> {
    let mut kinds: BTreeMap<Kind, Fields> = BTreeMap::new();
    for meta in loaded.model.metas() {
        let keys = filled_by_author(Shape::of(meta.kind));
        let sum = kinds.entry(meta.kind).or_default();
        sum.entries += 1;
        sum.fields += keys.len();
        sum.filled += keys.iter().filter(|key| loaded.places.is_filled(meta.kind, &meta.id, key)).count();
    }
    kinds
}
