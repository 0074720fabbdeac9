//! Owns how an entry is shown on pages that list it: cards and table rows that several pages share.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Words};
use crate::lang::Arg;
use crate::model::kinds::activity::Activity;
use crate::model::kinds::editorial::News;
use crate::model::kinds::goal::Goal;
use crate::model::kinds::indicator::{Indicator, Measure};
use crate::model::kinds::project::Project;
use crate::model::kinds::service::Service;
use crate::model::value::Figure;
use crate::model::{Choice, Entry, State, series};

/// A state as templates show it: the word of the data for its shape and colour, and the reader's word.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Badge {
    /// Word of the data.
    pub state: &'static str,
    /// Word for readers.
    pub word: String,
}

impl Badge {
    /// The badge of a value of a closed set.
    pub fn new(desk: &Desk<'_>, choice: impl Choice) -> Self {
        Self { state: choice.as_str(), word: desk.word(choice) }
    }
}

/// How many of a thing are in a state.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Count {
    /// Word of the data.
    pub state: &'static str,
    /// Word for readers.
    pub word: String,
    /// How many.
    pub count: usize,
    /// How many, as readers write it.
    pub shown: String,
}

/// Whether an indicator's state can be computed. One in words that has been observed has none until its words are those of the target: "no data"
/// would be untrue.
pub fn is_rated(desk: &Desk<'_>, indicator: &Entry<Indicator>) -> bool {
    let observed = || desk.site.relations.measurements(indicator.id()).iter().any(|row| row.period.start <= desk.site.today);
    crate::model::is_rated(indicator, desk.standing(indicator).state, observed())
}

/// How many indicators are in each state, those without any left out.
pub fn tally<'a>(desk: &Desk<'_>, indicators: impl IntoIterator<Item = &'a Entry<Indicator>>) -> Vec<Count> {
    let states: Vec<State> = indicators
        .into_iter()
        .filter(|indicator| is_rated(desk, indicator))
        .map(|indicator| desk.standing(indicator).state)
        .collect();
    let count = |state: State| states.iter().filter(|known| **known == state).count();
    let all = State::ALL.iter().map(|&state| (state, count(state))).filter(|(_, count)| *count > 0);
    let shown = |count: usize| desk.locale.digits(count as u64);
    all.map(|(state, count)| Count { state: state.as_str(), word: desk.word(state), count, shown: shown(count) }).collect()
}

/// How many of the counted are achieved or on track.
pub fn good(states: &[Count]) -> usize {
    states.iter().filter(|count| matches!(count.state, "achieved" | "on-track")).map(|count| count.count).sum()
}

/// How far the counted are, in a sentence; nothing where none is counted.
pub fn summary(desk: &Desk<'_>, states: &[Count]) -> Option<String> {
    let total: usize = states.iter().map(|count| count.count).sum();
    (total > 0).then(|| progress_summary(desk, good(states), total))
}

/// How many of how many are achieved or on track, by the names that the cluster gives these states.
pub fn progress_summary(desk: &Desk<'_>, good: usize, total: usize) -> String {
    let (first, second) = (desk.word(State::Achieved), desk.word(State::OnTrack));
    let renamed = [State::Achieved, State::OnTrack].into_iter().any(|state| desk.renames(state));
    let mut args = vec![("count", Arg::Count(good as u64)), ("total", Arg::Count(total as u64))];
    if renamed {
        args.extend([("first", Arg::Text(&first)), ("second", Arg::Text(&second))]);
    }
    desk.locale.format(if renamed { "progress.summary-renamed" } else { "progress.summary" }, &args)
}

/// A goal in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GoalCard {
    /// Its place in lists, from 1.
    pub number: String,
    /// Title and link.
    pub title: Words,
    /// What it is about.
    pub lead: Option<Words>,
    /// What sort of goal it is.
    pub kind: Option<String>,
    /// Who answers for it.
    pub owner: Option<Words>,
    /// Day by which it is to be reached.
    pub due: Option<String>,
    /// States of its indicators.
    pub states: Vec<Count>,
    /// The same in a sentence.
    pub summary: Option<String>,
}

/// Goals as cards, in the order of the files.
pub fn goals(desk: &Desk<'_>) -> Vec<GoalCard> {
    desk.model().goals.iter().enumerate().map(|(index, goal)| goal_card(desk, index, goal)).collect()
}

fn goal_card(desk: &Desk<'_>, index: usize, goal: &Entry<Goal>) -> GoalCard {
    let states = tally(desk, desk.site.relations.indicators(goal.id()).iter().copied());
    GoalCard {
        summary: summary(desk, &states),
        number: desk.locale.digits(index as u64 + 1),
        title: desk.link(goal, &goal.title),
        lead: desk.lead(goal.summary.as_ref(), goal.body.as_ref()),
        kind: goal.goal_type.map(|kind| desk.word(kind)),
        owner: desk.party(goal.owner.as_ref()),
        due: goal.due.map(|due| desk.date(due)),
        states,
    }
}

/// An indicator in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndicatorRow {
    /// Title and link.
    pub title: Words,
    /// Level of the results chain.
    pub category: String,
    /// Value before the strategy.
    pub baseline: Option<Reading>,
    /// Value to be reached in the end.
    pub target: Option<Reading>,
    /// Latest value.
    pub latest: Option<Reading>,
    /// How it stands.
    pub badge: Option<Badge>,
    /// Per cent of the way that is done, 0 to 100, where that can be said.
    pub percent: Option<f64>,
    /// The same as readers write it.
    pub share: Option<String>,
    /// Line of its values.
    pub sparkline: Option<String>,
}

/// A value with its day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reading {
    /// Value with its unit.
    pub value: String,
    /// The number alone; nothing where the value is a text.
    pub number: Option<String>,
    /// The unit alone.
    pub unit: Option<String>,
    /// Day, or the period as it was written.
    pub date: String,
}

/// A value as readers write it, with its unit.
pub fn figure(desk: &Desk<'_>, indicator: &Indicator, figure: &Figure) -> String {
    match figure {
        Figure::Text(text) => text.clone(),
        Figure::Number(number) => amount(desk, indicator, *number),
    }
}

/// A value without its unit, for columns whose rows name it; a percentage keeps its sign.
pub fn plain(desk: &Desk<'_>, indicator: &Indicator, figure: &Figure) -> String {
    figure.number().map_or_else(|| self::figure(desk, indicator, figure), |number| apart(desk, indicator, number).0)
}

/// Words that keep their order beside those of a page from right to left, such as a number with its unit in another script.
pub fn isolated(desk: &Desk<'_>, text: String) -> String {
    if desk.locale.is_rtl() { format!("\u{2068}{text}\u{2069}") } else { text }
}

/// A number as readers write it, with the indicator's unit.
pub fn amount(desk: &Desk<'_>, indicator: &Indicator, number: f64) -> String {
    let (number, unit) = apart(desk, indicator, number);
    unit.map_or(number.clone(), |unit| with_unit(desk, &number, &unit))
}

/// A number and its unit, in this order also where the unit is in another script than the page.
pub fn with_unit(desk: &Desk<'_>, number: &str, unit: &str) -> String {
    crate::chart::joined(number, unit, desk.locale.is_rtl())
}

/// A number as readers write it, and its unit apart; a percentage is one.
fn apart(desk: &Desk<'_>, indicator: &Indicator, number: f64) -> (String, Option<String>) {
    if indicator.measure == Measure::Percentage {
        return (desk.locale.percent(number), None);
    }
    let unit = indicator.unit.as_ref().map(|unit| desk.bare(unit)).filter(|unit| !unit.is_empty());
    (desk.locale.number(number), unit)
}

/// A value with its day, as a list shows it.
fn reading(desk: &Desk<'_>, indicator: &Indicator, value: &Figure, date: jiff::civil::Date) -> Reading {
    let (number, unit) = value.number().map(|number| apart(desk, indicator, number)).unzip();
    Reading { value: figure(desk, indicator, value), number, unit: unit.flatten(), date: desk.locale.date_short(date) }
}

/// The latest value, with its day: a total where the indicator is cumulative, words where it is in words.
pub fn latest(desk: &Desk<'_>, indicator: &Entry<Indicator>) -> Option<Reading> {
    let rows = desk.site.relations.measurements(indicator.id());
    let last = series(indicator, rows, desk.site.today).pop();
    let in_words = || {
        let row = rows.iter().filter(|row| row.period.start <= desk.site.today).max_by_key(|row| row.period.end)?;
        Some(reading(desk, indicator, &row.value, row.period.end.min(desk.site.today)))
    };
    last.map(|last| reading(desk, indicator, &Figure::Number(last.value), last.date)).or_else(in_words)
}

/// An indicator as a row.
pub fn indicator_row(desk: &Desk<'_>, indicator: &Entry<Indicator>) -> IndicatorRow {
    let rows = desk.site.relations.measurements(indicator.id());
    let readings = series(indicator, rows, desk.site.today);
    let standing = desk.standing(indicator);
    let point = |point: &crate::model::kinds::indicator::Point| reading(desk, indicator, &point.value, point.date.0);
    IndicatorRow {
        title: desk.link(indicator, &indicator.title),
        category: desk.word(indicator.category),
        baseline: indicator.baseline.as_ref().map(point),
        target: indicator.targets.iter().max_by_key(|target| target.date).map(point),
        latest: latest(desk, indicator),
        badge: is_rated(desk, indicator).then(|| Badge::new(desk, standing.state)),
        percent: standing.achieved.map(|share| (share * 100.0).clamp(0.0, 100.0).round()),
        share: standing.achieved.map(|share| desk.locale.percent((share * 100.0).round())),
        sparkline: super::draw::sparkline(desk, indicator, &readings),
    }
}

/// An activity in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ActivityRow {
    /// Place in the page to link to.
    pub anchor: String,
    /// Title.
    pub title: Words,
    /// More about it.
    pub description: Option<Words>,
    /// Who answers for it.
    pub responsible: Option<Words>,
    /// First day.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
    /// How far it is.
    pub badge: Option<Badge>,
    /// Budget.
    pub budget: Option<String>,
    /// What it leaves behind.
    pub deliverables: Vec<Words>,
    /// Points on the way, each with its day.
    pub milestones: Vec<Words>,
    /// Activities that have to end first.
    pub depends_on: Vec<Words>,
    /// Activities that can only start when it has ended.
    pub needed_for: Vec<Words>,
    /// Whether it shows a result soon.
    pub quick_win: bool,
    /// Whether it should have ended.
    pub overdue: bool,
}

/// An activity as a row.
pub fn activity_row(desk: &Desk<'_>, activity: &Entry<Activity>) -> ActivityRow {
    let milestone = |milestone: &crate::model::kinds::activity::Milestone| {
        let mut words = desk.text(&milestone.title);
        let date = desk.locale.date_short(milestone.date.0).replace(' ', "\u{a0}");
        // Within words of another language the date keeps its own direction.
        let date = if words.lang.is_some() { format!("\u{2068}{date}\u{2069}") } else { date };
        words.text = format!("{} ({date})", words.text);
        words
    };
    ActivityRow {
        anchor: format!("activity-{}", activity.id()),
        title: desk.link(activity, &activity.title),
        description: desk.maybe(activity.description.as_ref()),
        responsible: desk.party(activity.responsible.as_ref()),
        start: activity.start.map(|date| desk.locale.date_short(date.0)),
        end: activity.end.map(|date| desk.locale.date_short(date.0)),
        badge: activity.status.map(|status| Badge::new(desk, status)),
        budget: activity.budget.map(|amount| desk.money(amount)),
        deliverables: desk.texts(&activity.deliverables),
        milestones: activity.milestones.iter().map(milestone).collect(),
        depends_on: desk.model().all(&activity.depends_on).map(|other| desk.link(other, &other.title)).collect(),
        needed_for: super::thread::links(desk, desk.site.relations.dependants(activity.id()).iter().copied()),
        quick_win: activity.quick_win,
        overdue: activity.is_overdue(desk.site.today),
    }
}

/// A service, project or other entry with a page of its own, in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Card {
    /// Title and link.
    pub title: Words,
    /// What it is about.
    pub lead: Option<Words>,
    /// A word above the title.
    pub kicker: Option<String>,
    /// How far it is.
    pub badge: Option<Badge>,
    /// A short line below: price, dates.
    pub foot: Option<String>,
}

/// A service as a card.
pub fn service(desk: &Desk<'_>, service: &Entry<Service>) -> Card {
    let field = desk.model().all(&service.fields).next();
    Card {
        title: desk.link(service, &service.title),
        lead: desk.lead(service.summary.as_ref(), service.body.as_ref()),
        kicker: field.map(|field| desk.bare(&field.title)),
        badge: service.status.map(|status| Badge::new(desk, status)),
        foot: service.price.as_ref().map(|price| super::service::price(desk, price)),
    }
}

/// A project as a card.
pub fn project(desk: &Desk<'_>, project: &Entry<Project>) -> Card {
    Card {
        title: desk.link(project, &project.title),
        lead: desk.lead(project.summary.as_ref(), project.body.as_ref()),
        kicker: project.character.map(|character| desk.word(character)),
        badge: project.status.map(|status| Badge::new(desk, status)),
        foot: super::period(desk, project.start, project.end),
    }
}

/// A news item as a card.
pub fn news(desk: &Desk<'_>, news: &Entry<News>) -> Card {
    Card {
        title: desk.link(news, &news.title),
        lead: desk.lead(news.summary.as_ref(), news.body.as_ref()),
        kicker: Some(desk.date(news.date)),
        badge: None,
        foot: None,
    }
}

/// News, the latest first.
pub fn latest_news<'a>(desk: &Desk<'a>) -> Vec<&'a Entry<News>> {
    let mut items: Vec<&Entry<News>> = desk.model().news.iter().collect();
    items.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id().cmp(b.id())));
    items
}
