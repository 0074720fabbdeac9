//! Owns the page of one indicator: its values, and its reference sheet as the annex of the document prints it too.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::{self, IndicatorRow};
use super::monitoring::{Method, method};
use super::thread::{self, Linked};
use super::{Desk, Row, Words, draw};
use crate::chart::Picture;
use crate::lang::Arg;
use crate::model::kinds::indicator::{Indicator as Kind, Measure, Measurement, Point};
use crate::model::{Entry, series};

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
    /// Parts of its values: a picture for each dimension that it is broken down by.
    pub parts: Vec<Picture>,
    /// All that the plan says of it, in the order of reference sheets.
    pub reference: Vec<Reference>,
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

/// A part of the reference sheet.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reference {
    /// What it tells.
    pub title: String,
    /// Names and values.
    pub rows: Vec<Row>,
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
        parts: draw::parts_of(desk, indicator, rows),
        reference: reference(desk, indicator),
        linked: thread::indicator(desk, indicator),
        leads_to: model.all(&indicator.leads_to).map(|other| desk.link(other, &other.title)).collect(),
        targets: targets(desk, indicator),
        dimensions: indicator.disaggregation.values().map(|title| desk.bare(title)).collect(),
        measurements: measurements(desk, indicator, rows),
        body: desk.prose(indicator.body.as_ref(), &format!("indicator-{}-", indicator.id()), desk.entry_depth()),
        explanation: method(desk),
    }
}

/// The reference sheet: what the indicator is for, what it measures, how, what to keep in mind, and what the plan does not say yet.
fn reference(desk: &Desk<'_>, indicator: &Entry<Kind>) -> Vec<Reference> {
    let model = desk.model();
    let text = |text: Option<String>| text.map(Words::from);
    let goals = desk.site.relations.goals(indicator.id()).iter().map(|goal| desk.link(goal, &goal.title));
    let believed = model.hypotheses.iter().filter(|entry| model.all(&entry.indicators).any(|one| one.id() == indicator.id()));
    let purpose = vec![
        desk.row("category", text(Some(desk.word(indicator.category)))),
        desk.row("goals", goals),
        desk.row("leads-to", model.all(&indicator.leads_to).map(|other| desk.link(other, &other.title))),
        desk.named("evaluation.hypotheses", believed.map(|entry| desk.link(entry, &entry.title))),
    ];
    let measured = vec![
        desk.row("definition", desk.maybe(indicator.definition.as_ref())),
        desk.row("measure-kind", text(Some(desk.word(indicator.measure)))),
        desk.row("unit", desk.maybe(indicator.unit.as_ref())),
        desk.row("numerator", desk.maybe(indicator.numerator.as_ref())),
        desk.row("denominator", desk.maybe(indicator.denominator.as_ref())),
        desk.row("cumulative", text(Some(desk.say(if indicator.cumulative { "label.yes" } else { "label.no" })))),
        desk.row("direction", text(indicator.direction.map(|word| desk.word(word)))),
        desk.row("tolerance", text(indicator.tolerance.map(|tolerance| cards::amount(desk, indicator, tolerance)))),
        desk.row("disaggregation", indicator.disaggregation.values().map(|title| desk.text(title))),
    ];
    let how = vec![
        desk.row("data-source", desk.maybe(indicator.source.as_ref())),
        desk.row("method", desk.maybe(indicator.method.as_ref())),
        desk.row("means-of-verification", desk.maybe(indicator.verification.as_ref())),
        desk.row("reporting-frequency", text(indicator.frequency.map(|word| desk.word(word)))),
        desk.row("responsible", desk.party(indicator.responsible.as_ref())),
    ];
    let quality = vec![
        desk.row("assumptions", desk.texts(&indicator.assumptions)),
        desk.row("risks", desk.texts(&indicator.risks)),
        desk.row("limits", desk.maybe(indicator.limits.as_ref())),
        desk.named(
            "evaluation.not-stated",
            not_stated(indicator).into_iter().map(|key| desk.say(&format!("label.{key}")).into()),
        ),
    ];
    let parts = [
        ("evaluation.purpose", purpose),
        ("page.indicator.definition", measured),
        ("page.indicator.method", how),
        ("page.indicator.quality", quality),
    ];
    let part =
        |(key, rows): (&str, Vec<Option<Row>>)| Reference { title: desk.say(key), rows: rows.into_iter().flatten().collect() };
    parts.into_iter().map(part).filter(|part| !part.rows.is_empty()).collect()
}

/// What a reference sheet needs and the plan does not say, by the keys of its labels: a plan may be incomplete, but not in silence.
fn not_stated(indicator: &Kind) -> Vec<&'static str> {
    let share = indicator.measure == Measure::Percentage;
    let known = [
        ("definition", indicator.definition.is_some()),
        ("unit", indicator.unit.is_some() || share || !indicator.measure.is_numeric()),
        ("numerator", indicator.numerator.is_some() || !share),
        ("denominator", indicator.denominator.is_some() || !share),
        ("baseline", indicator.baseline.is_some()),
        ("target", !indicator.targets.is_empty()),
        ("data-source", indicator.source.is_some()),
        ("method", indicator.method.is_some()),
        ("means-of-verification", indicator.verification.is_some()),
        ("reporting-frequency", indicator.frequency.is_some()),
        ("responsible", indicator.responsible.is_some()),
    ];
    known.into_iter().filter(|(_, known)| !known).map(|(key, _)| key).collect()
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
