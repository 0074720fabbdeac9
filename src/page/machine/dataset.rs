//! Owns what machines learn of an indicator: a data set, what is measured in it, and every value with its day and unit.

use serde_json::{Value, json};

use super::{address, licence, organisation, put};
use crate::model::Entry;
use crate::model::kinds::indicator::{Indicator, Measure, Measurement};
use crate::model::value::{Figure, Period};
use crate::page::Desk;
use crate::plan::Route;

/// The data set of an indicator with its observations. Targets are not among them: nobody has observed them yet.
pub(super) fn of(desk: &Desk<'_>, indicator: &Entry<Indicator>, own: &str) -> Vec<Value> {
    let rows = desk.site.relations.measurements(indicator.id());
    let (data, variable) = (format!("{own}#dataset"), format!("{own}#variable"));
    let about = indicator.definition.as_ref().unwrap_or(&indicator.title);
    let mut measured = json!({
        "@type": "StatisticalVariable", "@id": variable, "name": desk.bare(&indicator.title), "description": desk.bare(about),
    });
    put(&mut measured, "measurementMethod", indicator.method.as_ref().map(|method| desk.bare(method)));
    let mut set = json!({
        "@type": "Dataset", "@id": data, "name": desk.bare(&indicator.title), "description": desk.bare(about), "url": own,
        "isAccessibleForFree": true, "variableMeasured": measured,
    });
    put(&mut set, "inLanguage", Some(desk.locale.tag()));
    put(&mut set, "isPartOf", organisation::website_in_short(desk));
    put(&mut set, "creator", organisation::in_short(desk));
    put(&mut set, "license", licence(desk));
    put(&mut set, "measurementTechnique", indicator.source.as_ref().map(|source| desk.bare(source)));
    let days =
        rows.iter().flat_map(|row| [row.period.start, row.period.end]).chain(indicator.baseline.iter().map(|point| point.date.0));
    let (first, last) = (days.clone().min(), days.max());
    put(&mut set, "temporalCoverage", first.zip(last).map(|(first, last)| format!("{first}/{last}")));
    let region = desk.model().cluster().and_then(|cluster| cluster.region.as_ref());
    put(&mut set, "spatialCoverage", region.map(|region| json!({ "@type": "Place", "name": desk.bare(region) })));
    let changed = desk.site.changed(desk.locale.tag(), &Route::Indicator(indicator.id().clone()));
    put(&mut set, "dateModified", changed.map(|day| day.to_string()));

    let observation = |value: &Figure, day: String| {
        let mut one = json!({
            "@type": "Observation", "variableMeasured": { "@id": variable }, "subjectOf": { "@id": data }, "observationDate": day,
            "value": self::value(value),
        });
        put(&mut one, "observationAbout", home(desk));
        let unit = indicator.unit.as_ref().map(|unit| desk.bare(unit));
        put(&mut one, "unitText", unit.or_else(|| (indicator.measure == Measure::Percentage).then(|| "%".to_owned())));
        one
    };
    let baseline = indicator.baseline.as_ref().map(|point| {
        let mut one = observation(&point.value, point.date.to_string());
        put(&mut one, "name", Some(desk.say("label.baseline")));
        one
    });
    // Values of a part of the whole are in the page's table; here they would pass for the whole.
    let whole = |row: &&&Entry<Measurement>| row.by.is_empty();
    let rows = rows.iter().filter(whole).map(|row| {
        let mut one = observation(&row.value, row.period.end.to_string());
        put(&mut one, "observationPeriod", length(&row.period));
        put(&mut one, "description", row.note.as_ref().map(|note| desk.bare(note)));
        one
    });
    std::iter::once(set).chain(baseline).chain(rows).collect()
}

/// A value as JSON; a whole number without the decimals that it does not have.
fn value(figure: &Figure) -> Value {
    match figure {
        Figure::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => json!(*number as i64),
        Figure::Number(number) => json!(number),
        Figure::Text(text) => json!(text),
    }
}

/// The organisation that the values are about.
fn home(desk: &Desk<'_>) -> Option<Value> {
    let home = address(desk, &desk.site.plan.path(desk.site.plan.main(), &Route::Home));
    desk.model().cluster().map(|_| json!({ "@id": format!("{home}#organisation") }))
}

/// How long a period is, as ISO 8601 writes durations; a day is a moment rather than a duration.
fn length(period: &Period) -> Option<&'static str> {
    match (period.written.len(), period.written.contains('Q'), period.written.contains('H')) {
        (4, ..) => Some("P1Y"),
        (7, true, _) => Some("P3M"),
        (7, _, true) => Some("P6M"),
        (7, ..) => Some("P1M"),
        _ => None,
    }
}
