//! Owns the page about the site itself: how it is made, which rules hold, what is translated.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::indicator::{Method, method};
use super::{Desk, Words};
use crate::check::{CHECKS, Outcome};
use crate::lang::Arg;
use crate::model::{Audience, Changes, Kind, Loaded, MentionKind, Model};
use crate::source::{Origin, Sources};

/// What is known of a build beside its model, for the page about the site.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Names of the rules that were applied and hold, those left out that speak of what this audience may not see.
    pub held: Vec<(&'static str, String)>,
    /// How many rules were applied, of the same.
    pub applied: usize,
    /// Texts translated into each language, of those this audience sees: tag and count.
    pub translated: Vec<(String, usize)>,
    /// How many texts there are.
    pub texts: usize,
    /// When entries were last changed.
    pub changes: Changes,
    /// Where the files come from.
    pub origin: Option<Origin>,
}

impl Facts {
    /// Gathers what is known. Rules about kinds that are hidden by nature are left out for audiences that may not see these: that one does not
    /// hold would tell that there is something to hide.
    pub fn gather(sources: &Sources, loaded: &Loaded, outcome: &Outcome, visible: &Model, audience: Audience) -> Self {
        let open = |tool: u8| tool != STAKEHOLDERS || Kind::Stakeholder.layout().visibility <= audience.sees;
        let checks = CHECKS.iter().filter(|check| open(check.tool));
        let held: Vec<_> = checks.clone().filter(|check| outcome.held.contains(&&check.rule)).collect();
        let seen: BTreeSet<_> = visible.metas().map(|meta| (meta.kind, &meta.id)).collect();
        let mut texts = 0;
        let mut translated: Vec<(String, usize)> = loaded.languages.iter().skip(1).map(|tag| (tag.clone(), 0)).collect();
        for mention in &loaded.mentions {
            let MentionKind::Text { languages } = &mention.kind else { continue };
            if mention.place.kind == Kind::Measurement || !seen.contains(&(mention.place.kind, &mention.place.id)) {
                continue;
            }
            texts += 1;
            for (tag, count) in &mut translated {
                *count += usize::from(languages.contains(tag));
            }
        }
        Self {
            held: held.into_iter().map(|check| (check.rule.name, check.rule.manual().title)).collect(),
            applied: checks.count(),
            translated,
            texts,
            changes: Changes::gather(sources, loaded),
            origin: sources.origin().cloned(),
        }
    }
}

/// The guide's tool whose rules speak of stakeholders.
const STAKEHOLDERS: u8 = 8;

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
    let translation = |(tag, done): &(String, usize)| {
        let percent = if facts.texts == 0 { 100.0 } else { (100.0 * *done as f64 / facts.texts as f64).floor() };
        Translation {
            language: crate::lang::endonym(tag),
            tag: tag.clone(),
            state: desk.locale.format("about.translation-state", &count(*done, facts.texts)),
            percent,
            share: desk.locale.percent(percent),
        }
    };
    let main = crate::lang::endonym(desk.site.plan.main());
    About {
        rules: desk.locale.format("about.rules-passed", &count(facts.held.len(), facts.applied)),
        held: facts.held.iter().map(|(name, title)| HeldRule { name, title: title.clone() }).collect(),
        translations: facts.translated.iter().map(translation).collect(),
        fallback: desk.locale.format("about.translation-text", &[("language", Arg::Text(&main))]),
        method: method(desk),
        imprint: desk.prose(site.and_then(|site| site.imprint.as_ref()), "imprint-", 2),
        licence: desk.maybe(site.and_then(|site| site.licence.as_ref())),
        pages: super::free_pages(desk).collect(),
        print: desk.href(&crate::plan::Route::Print),
        data: super::data::links(desk),
    }
}
