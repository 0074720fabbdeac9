//! Owns the tables of everything that an audience may see, one a kind: columns of fixed names, codes and ids instead of words, plain numbers and days.
//! What the columns mean is told in `docs/data.md`.

use serde_json::{Map, json};

use super::table::{Field, csv};
use crate::model::kinds::indicator::Point;
use crate::model::thread::{Link, Thread};
use crate::model::value::{Date, Figure, Text};
use crate::model::{Choice, Content, Entry, Id, Kind, Meta, Ranked, Yearly, ranking, series};
use crate::page::thread::threads;
use crate::page::{DataSet, Desk, by_year};
use crate::plan::Route;

mod columns;

use columns::columns;

/// A row, as long as the head of its table.
type Row = Vec<Field<'static>>;

/// Files of the tables of a language, and the index that names them; nothing where there are none.
pub fn files(desk: &Desk<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut index = Vec::new();
    for set in DataSet::ALL.into_iter().filter(|set| set.rows(desk) > 0) {
        let head: Vec<String> = columns(set).iter().map(|name| (*name).to_owned()).collect();
        let rows = rows(desk, set);
        let mut document = json!({ "dataset": set.name(), "language": desk.locale.tag() });
        super::cite(desk, &Route::About, &mut document);
        let object = |row: &Row| head.iter().cloned().zip(row.iter().map(Field::json)).collect::<Map<_, _>>();
        document["rows"] = rows.iter().map(object).map(serde_json::Value::from).collect();
        let (table, data) = (set.href(desk, "csv"), set.href(desk, "json"));
        let title = desk.say(&format!("data.{}", set.name()));
        index.push(json!({ "dataset": set.name(), "title": title, "rows": rows.len(), "columns": head, "csv": last(&table), "json": last(&data) }));
        files.push((data, bytes(&document)));
        files.push((table, csv(&head, rows)));
    }
    if !index.is_empty() {
        let mut document = json!({ "language": desk.locale.tag() });
        super::cite(desk, &Route::About, &mut document);
        document["datasets"] = index.into();
        files.push((desk.site.plan.prefixed(desk.locale.tag(), "data/index.json"), bytes(&document)));
    }
    files
}

fn bytes(document: &serde_json::Value) -> Vec<u8> {
    let mut bytes = document.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

/// The name of a file without its folders.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn rows(desk: &Desk<'_>, set: DataSet) -> Vec<Row> {
    let model = desk.model();
    match set {
        DataSet::Goals => model.goals.iter().map(|goal| self::goal(desk, goal)).collect(),
        DataSet::Indicators => model.indicators.iter().map(|indicator| self::indicator(desk, indicator)).collect(),
        DataSet::Measurements => measurements(desk),
        DataSet::Years => by_year(desk).iter().map(|(indicator, year, told)| yearly(desk, indicator, *year, told)).collect(),
        DataSet::Activities => model.activities.iter().map(|activity| self::activity(desk, activity)).collect(),
        DataSet::Members => {
            // As in the directory: those who have left are not told on.
            let present = model.members.iter().filter(|member| member.is_present(desk.site.today));
            present.map(|member| self::member(desk, member)).collect()
        }
        DataSet::Financing => model.financing.iter().map(|financing| self::financing(desk, financing)).collect(),
        DataSet::Costs => model.costs.iter().map(|cost| self::cost(desk, cost)).collect(),
        DataSet::Liquidity => model.cash_flows.iter().map(|row| cash_flow(desk, row)).collect(),
        DataSet::Demands => ranking(&model.demands).iter().map(|one| demand(desk, one)).collect(),
        DataSet::Links => threads(desk).iter().flat_map(|thread| links(desk, thread)).collect(),
    }
}

fn text(desk: &Desk<'_>, text: &Text) -> Field<'static> {
    Field::text(Some(desk.bare(text)))
}

fn maybe(desk: &Desk<'_>, text: Option<&Text>) -> Field<'static> {
    Field::text(text.map(|text| desk.bare(text)))
}

fn day(date: Option<Date>) -> Field<'static> {
    Field::text(date.map(|date| date.to_string()))
}

fn id<T: Content>(desk: &Desk<'_>, reference: Option<&crate::model::Ref<T>>) -> Field<'static> {
    Field::text(reference.and_then(|reference| desk.model().get(reference)).map(|entry| entry.id().to_string()))
}

fn code(choice: Option<impl Choice>) -> Field<'static> {
    Field::text(choice.map(|choice| choice.as_str().to_owned()))
}

/// Several values in one field; none of them holds a semicolon of its own that would matter.
fn list(values: impl IntoIterator<Item = String>) -> Field<'static> {
    Field::text(Some(values.into_iter().collect::<Vec<_>>().join("; ")))
}

fn ids<'a, T: Content>(entries: impl IntoIterator<Item = &'a Entry<T>>) -> Field<'static> {
    list(entries.into_iter().map(|entry| entry.id().to_string()))
}

/// The name of a person, body or member, where the audience knows it.
fn party(desk: &Desk<'_>, reference: Option<&crate::model::Ref<crate::model::kinds::Party>>) -> Field<'static> {
    Field::text(desk.party(reference).map(|words| words.text))
}

/// The address of the page that shows an entry: whole where the site says where it is published.
fn page(desk: &Desk<'_>, kind: Kind, id: &Id) -> Field<'static> {
    Field::text(desk.href_to(kind, id).map(|href| format!("{}{href}", desk.site.plan.base().unwrap_or_default())))
}

fn goal(desk: &Desk<'_>, goal: &Entry<crate::model::kinds::goal::Goal>) -> Row {
    vec![
        Field::text(Some(goal.id().to_string())),
        text(desk, &goal.title),
        code(goal.goal_type),
        day(goal.due),
        party(desk, goal.owner.as_ref()),
        ids(desk.site.relations.indicators(goal.id()).iter().copied()),
        page(desk, Kind::Goal, goal.id()),
    ]
}

fn indicator(desk: &Desk<'_>, indicator: &Entry<crate::model::kinds::indicator::Indicator>) -> Row {
    let measured = desk.site.relations.measurements(indicator.id());
    let value = |figure: Option<&Figure>| match figure {
        Some(Figure::Number(number)) => Field::number(Some(*number)),
        Some(Figure::Text(text)) => Field::text(Some(text.clone())),
        None => Field::Nothing,
    };
    let number = series(indicator, measured, desk.site.today).last().map(|last| (Figure::Number(last.value), last.date));
    let latest = number.or_else(|| {
        let known = measured.iter().filter(|row| row.period.start <= desk.site.today);
        known.max_by_key(|row| row.period.end).map(|row| (row.value.clone(), row.period.end.min(desk.site.today)))
    });
    let baseline = indicator.baseline.as_ref();
    let target = indicator.targets.iter().max_by_key(|target| target.date);
    let on = |point: Option<&Point>| day(point.map(|point| point.date));
    let standing = desk.standing(indicator);
    vec![
        Field::text(Some(indicator.id().to_string())),
        text(desk, &indicator.title),
        code(Some(indicator.category)),
        code(Some(indicator.measure)),
        maybe(desk, indicator.unit.as_ref()),
        code(indicator.direction),
        Field::Truth(indicator.cumulative),
        ids(desk.site.relations.goals(indicator.id()).iter().copied()),
        ids(desk.model().all(&indicator.leads_to)),
        value(baseline.map(|point| &point.value)),
        on(baseline),
        value(target.map(|point| &point.value)),
        on(target),
        value(latest.as_ref().map(|(figure, _)| figure)),
        Field::text(latest.as_ref().map(|(_, date)| date.to_string())),
        code(Some(standing.state)),
        Field::number(standing.achieved),
        code(indicator.frequency),
        party(desk, indicator.responsible.as_ref()),
        maybe(desk, indicator.source.as_ref()),
        page(desk, Kind::Indicator, indicator.id()),
        maybe(desk, indicator.numerator.as_ref()),
        maybe(desk, indicator.denominator.as_ref()),
        list(indicator.disaggregation.keys().cloned()),
        Field::text(Some(desk.word(standing.state))),
    ]
}

fn yearly(desk: &Desk<'_>, indicator: &Entry<crate::model::kinds::indicator::Indicator>, year: i16, told: &Yearly<'_>) -> Row {
    let target = told.target.map(|target| &target.value);
    let words = |figure: Option<&Figure>| match figure {
        Some(Figure::Text(text)) => Field::text(Some(text.clone())),
        Some(Figure::Number(_)) | None => Field::Nothing,
    };
    let state = told.progress.as_ref().map(|progress| progress.state);
    vec![
        Field::text(Some(indicator.id().to_string())),
        text(desk, &indicator.title),
        maybe(desk, indicator.unit.as_ref()),
        Field::number(Some(f64::from(year))),
        Field::text(Some(told.as_of.to_string())),
        Field::number(target.and_then(Figure::number)),
        words(target),
        Field::number(told.actual.as_ref().and_then(Figure::number)),
        words(told.actual.as_ref()),
        Field::text(told.measured.map(|day| day.to_string())),
        Field::number(told.deviation),
        code(state),
        Field::text(state.map(|state| desk.word(state))),
        Field::number(told.progress.as_ref().and_then(|progress| progress.achieved)),
    ]
}

/// Measured values of the indicators that the audience knows.
fn measurements(desk: &Desk<'_>) -> Vec<Row> {
    let known = desk.model().measurements.iter().filter_map(|row| Some((row, desk.model().get(&row.indicator)?)));
    let row = |(row, indicator): (
        &Entry<crate::model::kinds::indicator::Measurement>,
        &Entry<crate::model::kinds::indicator::Indicator>,
    )| {
        let words = match &row.value {
            Figure::Text(text) => Some(text.clone()),
            Figure::Number(_) => None,
        };
        vec![
            Field::text(Some(indicator.id().to_string())),
            Field::text(Some(row.period.written.clone())),
            Field::text(Some(row.period.start.to_string())),
            Field::text(Some(row.period.end.to_string())),
            Field::number(row.value.number()),
            Field::text(words),
            list(row.by.iter().map(|(dimension, part)| format!("{dimension}: {part}"))),
            maybe(desk, row.source.as_ref()),
            maybe(desk, row.note.as_ref()),
        ]
    };
    known.map(row).collect()
}

fn activity(desk: &Desk<'_>, activity: &Entry<crate::model::kinds::activity::Activity>) -> Row {
    let milestone =
        |milestone: &crate::model::kinds::activity::Milestone| format!("{} {}", milestone.date, desk.bare(&milestone.title));
    vec![
        Field::text(Some(activity.id().to_string())),
        text(desk, &activity.title),
        ids(activity.goal.as_ref().and_then(|goal| desk.model().get(goal))),
        party(desk, activity.responsible.as_ref()),
        day(activity.start),
        day(activity.end),
        code(activity.status),
        Field::number(activity.budget),
        Field::text(activity.budget.map(|_| desk.site.currency().to_owned())),
        Field::Truth(activity.quick_win),
        ids(desk.model().all(&activity.depends_on)),
        list(activity.milestones.iter().map(milestone)),
        list(activity.deliverables.iter().map(|text| desk.bare(text))),
        page(desk, Kind::Activity, activity.id()),
    ]
}

fn member(desk: &Desk<'_>, member: &Entry<crate::model::kinds::member::Member>) -> Row {
    let period = |period: Option<&crate::model::value::Period>| Field::text(period.map(|period| period.written.clone()));
    vec![
        Field::text(Some(member.id().to_string())),
        text(desk, &member.name),
        code(Some(member.kind)),
        maybe(desk, member.place.as_ref()),
        Field::text(member.country.as_ref().map(|country| country.as_str().to_owned())),
        ids(desk.model().all(&member.value_chain)),
        period(member.joined.as_ref()),
        period(member.left.as_ref()),
        Field::number(member.employees.map(f64::from)),
        code(member.partnership),
        Field::text(member.website.as_ref().map(|url| url.as_str().to_owned())),
        page(desk, Kind::Member, member.id()),
    ]
}

fn demand(desk: &Desk<'_>, one: &Ranked<'_>) -> Row {
    let id = one.demand.id();
    vec![
        Field::text(Some(id.to_string())),
        text(desk, &one.demand.title),
        Field::number(Some(one.rank as f64)),
        Field::Truth(one.top),
        Field::number(Some(f64::from(one.points))),
        Field::number(one.mean),
        Field::number(Some(one.actors as f64)),
        ids(desk.site.relations.goals_of_demand(id).iter().copied()),
        maybe(desk, one.demand.declined.as_ref()),
        page(desk, Kind::Demand, id),
    ]
}

/// What hangs on a goal, one row an entry.
fn links(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Row> {
    let row = |(link, meta, title): (Link, &Meta, &Text)| {
        vec![
            Field::text(Some(thread.goal.id().to_string())),
            text(desk, &thread.goal.title),
            Field::text(Some(link.as_str().to_owned())),
            Field::text(Some(meta.id.to_string())),
            text(desk, title),
            page(desk, meta.kind, &meta.id),
        ]
    };
    thread.entries().into_iter().map(row).collect()
}

fn financing(desk: &Desk<'_>, financing: &Entry<crate::model::kinds::financing::Financing>) -> Row {
    vec![
        Field::number(Some(f64::from(financing.year))),
        Field::text(Some(financing.code()).filter(|code| !code.is_empty())),
        maybe(desk, financing.title.as_ref()),
        Field::number(financing.amount),
        Field::text(Some(desk.site.currency().to_owned())),
        day(financing.secured_until),
        maybe(desk, financing.note.as_ref()),
        Field::number(financing.share),
        Field::Truth(financing.approximate),
        id(desk, financing.field.as_ref()),
    ]
}

fn cost(desk: &Desk<'_>, cost: &Entry<crate::model::kinds::cost::Cost>) -> Row {
    vec![
        Field::number(Some(f64::from(cost.year))),
        code(Some(cost.category)),
        maybe(desk, cost.title.as_ref()),
        Field::number(Some(cost.amount)),
        Field::text(Some(desk.site.currency().to_owned())),
        id(desk, cost.goal.as_ref()),
        id(desk, cost.activity.as_ref()),
        maybe(desk, cost.note.as_ref()),
    ]
}

fn cash_flow(desk: &Desk<'_>, row: &Entry<crate::model::kinds::cash_flow::CashFlow>) -> Row {
    vec![
        Field::text(Some(row.period.written.clone())),
        Field::text(Some(row.period.start.to_string())),
        Field::text(Some(row.period.end.to_string())),
        Field::number(row.income),
        Field::number(row.expenditure),
        Field::text(Some(desk.site.currency().to_owned())),
        code(row.source),
        code(row.category),
        maybe(desk, row.title.as_ref()),
        Field::number(row.opening_balance),
        maybe(desk, row.note.as_ref()),
    ]
}
