//! Owns the page for addresses that don't exist. It is apart from the other pages because it speaks every language of the site: hosts answer all of them
//! with the one file at the root.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::Locale;
use crate::page::{Desk, Words};
use crate::plan::Route;
use crate::render::Job;

/// The page for addresses that don't exist.
#[derive(Serialize, JsonSchema)]
pub(in crate::render) struct NotFound {
    /// What it says in each language, that of the page first.
    greetings: Vec<Greeting>,
}

/// What it says in one language.
#[derive(Serialize, JsonSchema)]
struct Greeting {
    /// Tag of the language.
    lang: String,
    /// Direction of the language: `ltr` or `rtl`.
    dir: &'static str,
    /// That there is no such page.
    title: String,
    /// What may have happened.
    text: String,
    /// The way to the home page.
    home: Words,
    /// What stands above the links to the sections.
    pages: String,
    /// The sections of the site.
    sections: Vec<Words>,
}

/// The greetings, `own` first and the others in the order of the site.
pub(in crate::render) fn view(job: &Job<'_>, locales: &BTreeMap<String, Locale>, own: &Locale) -> NotFound {
    let others = job.site.plan.languages().iter().filter_map(|tag| locales.get(tag)).filter(|locale| locale.tag() != own.tag());
    NotFound { greetings: std::iter::once(own).chain(others).map(|locale| greeting(job, locale)).collect() }
}

fn greeting(job: &Job<'_>, locale: &Locale) -> Greeting {
    let desk = Desk::new(job.site, locale, &Route::NotFound);
    Greeting {
        lang: locale.tag().to_owned(),
        dir: locale.direction().as_str(),
        title: desk.say("page.not-found.title"),
        text: desk.say("page.not-found.text"),
        home: Words::from(desk.say("page.not-found.home")).linked(Some(desk.href(&Route::Home))),
        pages: desk.say("page.not-found.pages"),
        sections: super::nav(job, &desk).into_iter().map(|item| item.label.linked(Some(item.href))).collect(),
    }
}
