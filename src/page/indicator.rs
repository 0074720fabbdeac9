//! Owns the monitoring overview and the page of one indicator.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, Count, IndicatorRow};
use super::thread::{self, Linked};
use super::{Desk, Row, Words, draw};
use crate::chart::Picture;
use crate::lang::Arg;
use crate::model::kinds::indicator::{Category, Indicator as Kind, Measurement, Point};
use crate::model::{Choice, Entry, series};

/// The monitoring overview.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Monitoring {
    /// How many indicators are in each state.
    pub states: Vec<Count>,
    /// The same in a sentence.
    pub summary: String,
    /// Indicators by level of the results chain.
    pub groups: Vec<Group>,
    /// From input to impact.
    pub chain: Option<Picture>,
    /// How progress is computed.
    pub method: Method,
}

/// The indicators of one level.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "IndicatorGroup")]
pub struct Group {
    /// Name of the level.
    pub title: String,
    /// Its indicators.
    pub rows: Vec<IndicatorRow>,
}

/// How progress is computed, in words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Method {
    /// Each state with what it means.
    pub states: Vec<Meaning>,
}

/// What a state means.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Meaning {
    /// The state.
    pub badge: cards::Badge,
    /// What it means.
    pub text: String,
}

/// The page of an indicator.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Indicator {
    /// Place in the print document to link to.
    pub anchor: String,
    /// Name.
    pub title: Words,
    /// Baseline, target, latest value and state.
    pub row: IndicatorRow,
    /// The latest value against the expected one, in a sentence.
    pub reading: Option<String>,
    /// Line against target.
    pub chart: Option<Picture>,
    /// What exactly is counted or judged.
    pub definition: Option<Words>,
    /// Level, measure, unit and so on.
    pub facts: Vec<Row>,
    /// Source, method, proof, frequency and who sees to it.
    pub method: Vec<Row>,
    /// Assumptions, risks and limits.
    pub quality: Vec<Row>,
    /// Goals that it shows, and indicators that it follows from.
    pub linked: Linked,
    /// Indicators that it leads to.
    pub leads_to: Vec<Words>,
    /// Baseline, milestones and target.
    pub targets: Vec<Target>,
    /// Names of the dimensions, for the table's head.
    pub dimensions: Vec<String>,
    /// Everything measured.
    pub measurements: Vec<Measured>,
    /// Everything else, in Markdown.
    pub body: Option<Words>,
    /// How progress is computed.
    pub explanation: Method,
}

/// A value to be reached.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Target {
    /// Baseline, milestone or target.
    pub label: String,
    /// Day.
    pub date: String,
    /// Value.
    pub value: String,
    /// Remark.
    pub note: Option<Words>,
}

/// A measured value.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Measured {
    /// Period.
    pub period: String,
    /// Value.
    pub value: String,
    /// Part of the total that it is of, one text a dimension.
    pub by: Vec<String>,
    /// Where it comes from.
    pub source: Option<Words>,
    /// Remark.
    pub note: Option<Words>,
}

pub(super) fn overview(desk: &Desk<'_>) -> Monitoring {
    let model = desk.model();
    let states = cards::tally(desk, &model.indicators);
    let good: usize = states.iter().filter(|count| matches!(count.state, "achieved" | "on-track")).map(|count| count.count).sum();
    let total: usize = states.iter().map(|count| count.count).sum();
    let args = [("count", Arg::Count(good as u64)), ("total", Arg::Count(total as u64))];
    let group = |&category: &Category| Group {
        title: desk.word(category),
        rows: model
            .indicators
            .iter()
            .filter(|entry| entry.category == category)
            .map(|entry| cards::indicator_row(desk, entry))
            .collect(),
    };
    let all: Vec<&Entry<Kind>> = model.indicators.iter().collect();
    Monitoring {
        states,
        summary: desk.locale.format("progress.summary", &args),
        groups: Category::ALL.iter().map(group).filter(|group| !group.rows.is_empty()).collect(),
        chain: draw::chain(desk, "results-chain", &all),
        method: method(desk),
    }
}

/// How progress is computed; the cut-offs are the method's own.
pub(super) fn method(desk: &Desk<'_>) -> Method {
    let (high, low) = (desk.locale.percent(90.0), desk.locale.percent(60.0));
    let args = [("high", Arg::Text(&high)), ("low", Arg::Text(&low))];
    let meaning = |&state: &crate::model::State| Meaning {
        badge: cards::Badge::new(desk, state),
        text: desk.locale.format(&format!("progress.method.{}", state.as_str()), &args),
    };
    Method { states: crate::model::State::ALL.iter().map(meaning).collect() }
}

pub(super) fn view(desk: &Desk<'_>, indicator: &Entry<Kind>) -> Indicator {
    let model = desk.model();
    let rows = desk.site.relations.measurements(indicator.id());
    let readings = series(indicator, rows, desk.site.today);
    let standing = desk.standing(indicator);
    let reading = readings.last().zip(standing.expected_value).map(|(latest, expected)| {
        let (date, value) = (desk.locale.date(latest.date), cards::amount(desk, indicator, latest.value));
        let expected = cards::amount(desk, indicator, expected);
        desk.locale.format(
            "page.indicator.reading",
            &[("date", Arg::Text(&date)), ("value", Arg::Text(&value)), ("expected", Arg::Text(&expected))],
        )
    });
    Indicator {
        anchor: format!("indicator-{}", indicator.id()),
        title: desk.text(&indicator.title),
        row: cards::indicator_row(desk, indicator),
        reading,
        chart: draw::line(desk, indicator, &readings, rows),
        definition: desk.maybe(indicator.definition.as_ref()),
        facts: facts(desk, indicator),
        method: how(desk, indicator),
        quality: quality(desk, indicator),
        linked: thread::indicator(desk, indicator),
        leads_to: model.all(&indicator.leads_to).map(|other| desk.link(other, &other.title)).collect(),
        targets: targets(desk, indicator),
        dimensions: indicator.disaggregation.values().map(|title| desk.bare(title)).collect(),
        measurements: measurements(desk, indicator, rows),
        body: desk.prose(indicator.body.as_ref(), &format!("indicator-{}-", indicator.id()), desk.entry_depth()),
        explanation: method(desk),
    }
}

fn facts(desk: &Desk<'_>, indicator: &Kind) -> Vec<Row> {
    let text = |text: Option<String>| text.map(Words::from);
    let rows = [
        desk.row("category", text(Some(desk.word(indicator.category)))),
        desk.row("measure-kind", text(Some(desk.word(indicator.measure)))),
        desk.row("unit", desk.maybe(indicator.unit.as_ref())),
        desk.row("numerator", desk.maybe(indicator.numerator.as_ref())),
        desk.row("denominator", desk.maybe(indicator.denominator.as_ref())),
        desk.row("cumulative", text(Some(desk.say(if indicator.cumulative { "label.yes" } else { "label.no" })))),
        desk.row("direction", text(indicator.direction.map(|word| desk.word(word)))),
        desk.row("tolerance", text(indicator.tolerance.map(|tolerance| cards::amount(desk, indicator, tolerance)))),
        desk.row("disaggregation", indicator.disaggregation.values().map(|title| desk.text(title))),
    ];
    rows.into_iter().flatten().collect()
}

fn how(desk: &Desk<'_>, indicator: &Kind) -> Vec<Row> {
    let rows = [
        desk.row("data-source", desk.maybe(indicator.source.as_ref())),
        desk.row("method", desk.maybe(indicator.method.as_ref())),
        desk.row("means-of-verification", desk.maybe(indicator.verification.as_ref())),
        desk.row("reporting-frequency", indicator.frequency.map(|word| desk.word(word)).map(Words::from)),
        desk.row("responsible", desk.party(indicator.responsible.as_ref())),
    ];
    rows.into_iter().flatten().collect()
}

fn quality(desk: &Desk<'_>, indicator: &Kind) -> Vec<Row> {
    let rows = [
        desk.row("assumptions", desk.texts(&indicator.assumptions)),
        desk.row("risks", desk.texts(&indicator.risks)),
        desk.row("limits", desk.maybe(indicator.limits.as_ref())),
    ];
    rows.into_iter().flatten().collect()
}

fn targets(desk: &Desk<'_>, indicator: &Kind) -> Vec<Target> {
    let target = |key: &str, point: &Point| Target {
        label: desk.say(&format!("label.{key}")),
        date: desk.date(point.date),
        value: cards::figure(desk, indicator, &point.value),
        note: desk.maybe(point.note.as_ref()),
    };
    let mut points: Vec<&Point> = indicator.targets.iter().collect();
    points.sort_by_key(|point| point.date);
    let last = points.len().saturating_sub(1);
    let later = points.iter().enumerate().map(|(index, point)| target(if index == last { "target" } else { "milestone" }, point));
    indicator.baseline.iter().map(|point| target("baseline", point)).chain(later).collect()
}

fn measurements(desk: &Desk<'_>, indicator: &Kind, rows: &[&Entry<Measurement>]) -> Vec<Measured> {
    let mut rows: Vec<&&Entry<Measurement>> = rows.iter().collect();
    rows.sort_by(|a, b| b.period.end.cmp(&a.period.end).then_with(|| a.by.len().cmp(&b.by.len())).then_with(|| a.by.cmp(&b.by)));
    let measured = |row: &&&Entry<Measurement>| Measured {
        period: super::period_words(desk, &row.period),
        value: cards::figure(desk, indicator, &row.value),
        by: indicator.disaggregation.keys().map(|dimension| row.by.get(dimension).cloned().unwrap_or_default()).collect(),
        source: desk.maybe(row.source.as_ref()),
        note: desk.maybe(row.note.as_ref()),
    };
    rows.iter().map(measured).collect()
}
