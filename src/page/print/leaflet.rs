//! Owns the strategy and the cluster in a page or two: what a summary and a profile say, cut to what has room there.

use schemars::JsonSchema;
use serde::Serialize;

use crate::chart::Picture;
use crate::model::kinds::cluster::Contact as Kind;
use crate::model::kinds::indicator::Indicator;
use crate::model::money::mix_years;
use crate::model::{Entry, Id};
use crate::page::cards::{self, Count, GoalCard, IndicatorRow};
use crate::page::home::{self, Figure};
use crate::page::{Desk, Row, Words, draw};

/// The strategy or the cluster in a page or two.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Leaflet {
    /// Branch and region that the cluster works in.
    pub field: Vec<Words>,
    /// One line that says what it is for.
    pub tagline: Option<Words>,
    /// Beginning of its profile.
    pub profile: Option<Words>,
    /// Sector, region, founded and so on.
    pub facts: Vec<Row>,
    /// Figures at a glance.
    pub figures: Vec<Figure>,
    /// Where it wants to be.
    pub vision: Option<Words>,
    /// The first goals, each with the states of its indicators.
    pub goals: Vec<GoalCard>,
    /// Services by their titles.
    pub services: Vec<Words>,
    /// How many indicators are in each state.
    pub states: Vec<Count>,
    /// The same in a sentence.
    pub summary: Option<String>,
    /// Indicators that stand for the goals.
    pub indicators: Vec<IndicatorRow>,
    /// Money, in names and values.
    pub money: Vec<Row>,
    /// Where the money comes from.
    pub financing: Option<Picture>,
    /// Where the cluster is.
    pub locator: Option<Picture>,
    /// How to reach it.
    pub contact: Vec<Words>,
}

/// Most goals and services that are named.
const GOALS: usize = 8;
/// Most indicators.
const INDICATORS: usize = 7;
/// Characters of the profile.
const PROFILE: usize = 420;

pub(super) fn view(desk: &Desk<'_>) -> Leaflet {
    let model = desk.model();
    let cluster = model.cluster();
    let states = cards::tally(desk, &model.indicators);
    let home = home::view(desk);
    let (facts, figures, field) = home.map(|home| (home.facts, home.figures, home.field)).unwrap_or_default();
    Leaflet {
        field,
        tagline: cluster.and_then(|cluster| desk.maybe(cluster.tagline.as_ref())),
        profile: desk.excerpt(cluster.and_then(|cluster| cluster.profile.as_ref()), PROFILE).map(whole_sentences),
        facts,
        figures,
        vision: desk.maybe(model.strategy().and_then(|strategy| strategy.vision.as_ref())),
        goals: cards::goals(desk).into_iter().take(GOALS).collect(),
        services: model.services.iter().take(GOALS).map(|service| desk.link(service, &service.title)).collect(),
        summary: cards::summary(desk, &states),
        states,
        indicators: leading(desk).into_iter().map(|indicator| cards::indicator_row(desk, indicator)).collect(),
        money: money(desk),
        financing: draw::financing(desk).map(apart),
        locator: draw::locator(desk).map(apart),
        contact: contact(desk, cluster.and_then(|cluster| cluster.contact.as_ref())),
    }
}

/// Under an id of its own, since a chapter beside it may show the same picture.
fn apart(picture: Picture) -> Picture {
    let id = format!("leaflet-{}", picture.id);
    let renamed = |svg: &str| {
        ["\"", " ", "#"]
            .iter()
            .fold(svg.to_owned(), |svg, before| svg.replace(&format!("{before}{}-", picture.id), &format!("{before}{id}-")))
    };
    Picture { svg: renamed(&picture.svg), svg_narrow: picture.svg_narrow.as_deref().map(renamed), id, ..picture }
}

/// Words that were cut, cut again where a sentence ends.
fn whole_sentences(mut words: Words) -> Words {
    let end = Some(&words.text).filter(|text| text.ends_with('…')).and_then(|text| text.rfind(['.', '!', '?', '؟']));
    if let Some(end) = end {
        let end = end + words.text[end..].chars().next().map_or(0, char::len_utf8);
        words.text.truncate(end);
    }
    words
}

/// The indicators that stand for the goals: of each goal the one nearest to impact whose state is known, and then the next, goal by goal.
fn leading<'a>(desk: &Desk<'a>) -> Vec<&'a Entry<Indicator>> {
    let model = desk.model();
    let ranked = |goal: &Id| {
        let mut own: Vec<&'a Entry<Indicator>> = desk.site.relations.indicators(goal).to_vec();
        own.retain(|indicator| cards::is_rated(desk, indicator));
        own.sort_by_key(|indicator| std::cmp::Reverse(indicator.category));
        own
    };
    let goals: Vec<Vec<&Entry<Indicator>>> = model.goals.iter().map(|goal| ranked(goal.id())).collect();
    let most = goals.iter().map(Vec::len).max().unwrap_or(0);
    let in_turn = (0..most).flat_map(|at| goals.iter().filter_map(move |own| own.get(at).copied()));
    let mut chosen: Vec<&Entry<Indicator>> = Vec::new();
    for indicator in in_turn {
        if chosen.len() < INDICATORS && chosen.iter().all(|one| one.id() != indicator.id()) {
            chosen.push(indicator);
        }
    }
    chosen
}

/// What the goals cost, and what the present year brings in.
fn money(desk: &Desk<'_>) -> Vec<Row> {
    let budget: f64 = desk.model().goals.iter().filter_map(|goal| goal.budget).sum();
    let years = mix_years(desk.model());
    let this_year = u16::try_from(desk.site.today.year()).unwrap_or_default();
    let present = years.iter().rev().find(|year| year.year <= this_year).or(years.first());
    let percent = |share: f64| Words::from(desk.locale.percent((100.0 * share).round()));
    let income = present.and_then(|year| {
        let label = format!("{} ({})", desk.say("nav.financing"), desk.locale.digits(u64::from(year.year)));
        Some(Row { label, values: vec![Words::from(desk.money(year.amount()?))] })
    });
    let rows = [
        desk.named("page.print.budget-of-goals", (budget > 0.0).then(|| Words::from(desk.money(budget)))),
        income,
        desk.named("page.financing.private-share", present.and_then(|year| year.private_share()).map(percent)),
        desk.named("page.financing.secured", present.and_then(|year| year.secured_share()).map(percent)),
    ];
    rows.into_iter().flatten().collect()
}

/// How to reach the cluster: a line each, with links that a reader of a PDF can follow.
fn contact(desk: &Desk<'_>, contact: Option<&Kind>) -> Vec<Words> {
    let Some(contact) = contact else { return Vec::new() };
    let mail = |address: &str| Words::from(address.to_owned()).leading_to(&format!("mailto:{address}"));
    // A number keeps its order beside words of another direction.
    let phone = contact.phone.as_ref().map(|phone| Words::from(cards::isolated(desk, phone.clone())));
    let lines = [
        desk.maybe(contact.name.as_ref()),
        desk.maybe(contact.address.as_ref()),
        contact.email.as_ref().map(|email| mail(email.as_str())),
        phone,
        contact.website.as_ref().map(crate::page::sheet::address),
    ];
    lines.into_iter().flatten().collect()
}
