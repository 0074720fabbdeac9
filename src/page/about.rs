//! Owns the page about the site itself: how it is made, which rules hold, what is translated.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::monitoring::{Method, method};
use super::{Desk, Words};
use crate::check::{Outcome, Verdict};
use crate::guide::Tool;
use crate::lang::Arg;
use crate::model::value::Rgb;
use crate::model::{Audience, Changes, Kind, Loaded, Translation as Translated, Visibility, translation};
use crate::source::{Origin, Sources};
use crate::status::{Quality, Status, quality, status};

/// What is known of a build beside its model, for the page about the site.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Names of the rules that were applied and hold, those left out that speak of what this audience may not see.
    pub held: Vec<(&'static str, String)>,
    /// How many rules were applied, of the same.
    pub applied: usize,
    /// How much is translated, by language, the main one first.
    pub translations: Vec<Translated>,
    /// When entries were last changed.
    pub changes: Changes,
    /// Where the files come from.
    pub origin: Option<Origin>,
    /// What only those who write the repository are told; nothing for other audiences.
    pub workshop: Option<Workshop>,
    /// The colours that pages stand on, in light and in dark, as far as the theme says.
    pub grounds: Grounds,
}

/// The colours that pages stand on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Grounds {
    /// On light screens, and on paper.
    pub light: Option<Rgb>,
    /// On dark screens.
    pub dark: Option<Rgb>,
}

impl Facts {
    /// Gathers what is known. Rules of tools all of whose kinds are hidden by nature are left out for audiences that may not see these: that one does
    /// not hold would tell that there is something to hide.
    pub fn gather(sources: &Sources, loaded: &Loaded, outcome: &Outcome, audience: Audience, today: Date) -> Self {
        let seen = |kinds: &[Kind]| kinds.is_empty() || kinds.iter().any(|kind| kind.layout().visibility <= audience.sees);
        let open = |number: u8| Tool::of(number).is_none_or(|tool| seen(tool.kinds));
        let applied = outcome.rules.iter().filter(|standing| open(standing.tool) && standing.verdict.applied());
        let held = applied.clone().filter(|standing| standing.verdict == Verdict::Holds);
        let workshop = (audience.sees == Visibility::Internal)
            .then(|| Workshop { status: status(loaded, outcome, today), quality: quality(sources, outcome) });
        Self {
            held: held.map(|standing| (standing.rule.name, standing.rule.manual().title)).collect(),
            applied: applied.count(),
            translations: translation(loaded),
            changes: Changes::gather(sources, loaded),
            origin: sources.origin().cloned(),
            workshop,
            grounds: Grounds::default(),
        }
    }
}

/// What only those who write the repository are told.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// How far the cluster is.
    pub status: Status,
    /// How the rules stand.
    pub quality: Quality,
}

/// The page about the site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct About {
    /// How many rules hold, in a sentence.
    pub rules: String,
    /// Rules that hold.
    pub held: Vec<HeldRule>,
    /// How much is translated.
    pub translations: Vec<Translation>,
    /// What happens to the rest, in a sentence.
    pub fallback: String,
    /// How progress is computed.
    pub method: Method,
    /// Who is responsible for the site.
    pub imprint: Option<Words>,
    /// Licence of the texts.
    pub licence: Option<Words>,
    /// Links to all free pages.
    pub pages: Vec<Words>,
    /// Address of the print document.
    pub print: String,
    /// Tables to take along.
    pub data: Vec<super::DataLink>,
}

/// A rule that holds.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HeldRule {
    /// Its name.
    pub name: &'static str,
    /// What it says; in English, as rules are.
    pub title: String,
}

/// How much is translated into a language.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Translation {
    /// Name of the language in itself.
    pub language: String,
    /// Its tag.
    pub tag: String,
    /// How many texts, in words.
    pub state: String,
    /// Per cent.
    pub percent: f64,
    /// The same as readers write it.
    pub share: String,
}

pub(super) fn view(desk: &Desk<'_>) -> About {
    let facts = &desk.site.facts;
    let site = desk.model().cluster().and_then(|cluster| cluster.site.as_ref());
    let count = |count: usize, total: usize| [("count", Arg::Count(count as u64)), ("total", Arg::Count(total as u64))];
    let translation = |of: &Translated| {
        let percent = of.percent() as f64;
        Translation {
            language: crate::lang::endonym(&of.tag),
            tag: of.tag.clone(),
            state: desk.locale.format("about.translation-state", &count(of.translated, of.texts)),
            percent,
            share: desk.locale.percent(percent),
        }
    };
    let main = crate::lang::endonym(desk.site.plan.main());
    About {
        rules: desk.locale.format("about.rules-passed", &count(facts.held.len(), facts.applied)),
        held: facts.held.iter().map(|(name, title)| HeldRule { name, title: title.clone() }).collect(),
        translations: facts.translations.iter().skip(1).map(translation).collect(),
        fallback: desk.locale.format("about.translation-text", &[("language", Arg::Text(&main))]),
        method: method(desk),
        imprint: desk.prose(site.and_then(|site| site.imprint.as_ref()), "imprint-", 2),
        licence: desk.maybe(site.and_then(|site| site.licence.as_ref())),
        pages: super::free_pages(desk).collect(),
        print: desk.href(&crate::plan::Route::Print),
        data: super::data::links(desk),
    }
}
