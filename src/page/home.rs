//! Owns the home page: who the cluster is, what it wants and how far it is, in the ten seconds that a visitor gives it.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, Card, Count, GoalCard};
use super::{Desk, Words, draw};
use crate::chart::Picture;
use crate::lang::Arg;
use crate::model::Choice;
use crate::plan::Route;

/// The home page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Home {
    /// Name of the cluster.
    pub name: Words,
    /// Branch and region that it works in.
    pub field: Vec<Words>,
    /// One line that says what it is for.
    pub tagline: Option<Words>,
    /// Where it wants to be.
    pub vision: Option<Words>,
    /// Who it is.
    pub profile: Option<Words>,
    /// Sector, region, founded and so on.
    pub facts: Vec<super::Row>,
    /// Figures at a glance.
    pub figures: Vec<Figure>,
    /// Its goals.
    pub goals: Vec<GoalCard>,
    /// How many indicators are in each state.
    pub states: Vec<Count>,
    /// The same in a sentence.
    pub summary: Option<String>,
    /// The number that the sentence begins with and the rest of it, where the language puts the number first.
    pub score: Option<Figure>,
    /// The stage that it is in.
    pub stage: Option<Picture>,
    /// The latest news.
    pub news: Vec<Card>,
    /// Addresses of the pages that sections lead to, where there are such pages.
    pub links: Links,
}

/// A figure at a glance.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Figure {
    /// The number as readers write it.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// Where to read more.
    pub href: Option<String>,
}

/// Pages that the sections of the home page lead to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Links {
    /// The strategy.
    strategy: Option<String>,
    /// The list of goals.
    goals: Option<String>,
    /// The indicators.
    monitoring: Option<String>,
    /// The services.
    services: Option<String>,
    /// The news.
    news: Option<String>,
}

pub(super) fn view(desk: &Desk<'_>) -> Option<Home> {
    let model = desk.model();
    let cluster = model.cluster()?;
    let to = |route: Route| desk.site.plan.has(&route).then(|| desk.href(&route));
    let figure = |key: &str, count: usize, route: Route| {
        let message = desk.locale.format(&format!("count.{key}"), &[("count", Arg::Count(count as u64))]);
        let number = desk.locale.number(count as f64);
        // The message holds number and noun in the order of its language; the number is shown apart, in large.
        let label = message.replacen(&number, "", 1).trim().to_owned();
        (count > 0).then(|| Figure { value: number, label, href: to(route) })
    };
    let figures = [
        figure("members", super::members::present(desk).count(), Route::Members),
        figure("services", model.services.len(), Route::Services),
        figure("projects", model.projects.len(), Route::Projects),
        figure("indicators", model.indicators.len(), Route::Monitoring),
    ];
    let states = cards::tally(desk, &model.indicators);
    let summary = cards::summary(desk, &states);
    let score = summary.as_deref().and_then(|summary| {
        let value = desk.locale.number(cards::good(&states) as f64);
        let rest = summary.strip_prefix(&value)?.strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
        Some(Figure { label: rest.to_owned(), value, href: to(Route::Monitoring) })
    });
    let strategy = model.strategy();
    Some(Home {
        field: [&cluster.sector, &cluster.region].into_iter().filter_map(|text| desk.maybe(text.as_ref())).collect(),
        score,
        name: desk.text(&cluster.name),
        tagline: desk.maybe(cluster.tagline.as_ref()),
        vision: desk.maybe(strategy.and_then(|strategy| strategy.vision.as_ref())),
        profile: desk.prose(cluster.profile.as_ref(), "profile-", 2),
        facts: facts(desk),
        figures: figures.into_iter().flatten().collect(),
        goals: cards::goals(desk),
        states,
        summary,
        stage: cluster.stage.and_then(|stage| draw::stage(desk, stage)),
        news: cards::latest_news(desk).into_iter().take(3).map(|item| cards::news(desk, item)).collect(),
        links: Links {
            strategy: to(Route::Strategy),
            goals: to(Route::Goals),
            monitoring: to(Route::Monitoring),
            services: to(Route::Services),
            news: to(Route::NewsList),
        },
    })
}

/// The profile card: what every cluster has in common, its sector, place and form.
pub(super) fn facts(desk: &Desk<'_>) -> Vec<super::Row> {
    let Some(cluster) = desk.model().cluster() else { return Vec::new() };
    let word = |word: Option<String>| word.map(Words::from);
    let founded = cluster.founded.as_ref().map(|period| super::period_words(desk, period));
    let rows = [
        desk.row("sector", desk.maybe(cluster.sector.as_ref())),
        desk.row("region", desk.maybe(cluster.region.as_ref())),
        desk.row("country", word(cluster.country.as_ref().map(|country| desk.locale.country(country.as_str()).to_owned()))),
        desk.row("founded", word(founded)),
        desk.row("shape", word(cluster.shape.map(|shape| desk.word(shape)))),
        desk.row("driver", word(cluster.driver.map(|driver| desk.word(driver)))),
        desk.row("stage", word(cluster.stage.map(|stage| stage.message()).map(|key| desk.say(&key)))),
    ];
    rows.into_iter().flatten().collect()
}
