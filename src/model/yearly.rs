//! Owns what a year says of an indicator: its target, what was measured, how far apart the two are, and how the indicator stood at the year's end.
//! Tables by year, reports and files take it from here, so that they agree; nothing that was measured later counts.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::kinds::indicator::{Indicator, Measurement, Point};
use super::progress::{Cutoffs, Progress, State, progress, series};
use super::value::Figure;
use super::{Entry, Model};

/// What a year says of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Yearly<'m> {
    /// The day as of which all of it holds: the last of the year, or today where the year is not over.
    pub as_of: Date,
    /// The last value that was to be reached in the year.
    pub target: Option<&'m Point>,
    /// The last value measured in it, added up where the indicator is cumulative; words of an indicator in words.
    pub actual: Option<Figure>,
    /// The day of that value.
    pub measured: Option<Date>,
    /// How far the value lies above the target (below it where negative), in the indicator's unit; only for numbers.
    pub deviation: Option<f64>,
    /// How the indicator stood; nothing for a year that has not begun, and for one in words whose state can't be computed.
    pub progress: Option<Progress>,
}

/// The years that there is something to tell of: a measured value or one to be reached.
pub fn years(model: &Model) -> BTreeSet<i16> {
    let measured = model.measurements.iter().map(|row| row.period.start.year());
    let targets = model.indicators.iter().flat_map(|indicator| &indicator.targets).map(|target| target.date.0.year());
    measured.chain(targets).collect()
}

/// The first and last day of a year; the calendar's own where it has no such year.
fn bounds(year: i16) -> (Date, Date) {
    let day = |month, day| Date::new(year, month, day).unwrap_or(Date::MAX);
    (day(1, 1), day(12, 31))
}

/// What `year` says of an indicator on `today`. A year that is over is told as of its last day.
pub fn yearly<'m>(
    indicator: &'m Indicator,
    measurements: &[&'m Entry<Measurement>],
    year: i16,
    today: Date,
    cutoffs: Cutoffs,
) -> Yearly<'m> {
    let (first, last) = bounds(year);
    let as_of = last.min(today);
    let target = indicator.targets.iter().filter(|target| target.date.0.year() == year).max_by_key(|target| target.date);
    let (actual, measured) = value(indicator, measurements, first, as_of).unzip();
    let number = |figure: Option<&Figure>| figure.and_then(Figure::number);
    let numbers = number(actual.as_ref()).zip(number(target.map(|target| &target.value)));
    let deviation = numbers.filter(|_| indicator.measure.is_numeric()).map(|(actual, target)| actual - target);
    let standing = || {
        let standing = progress(indicator, measurements, as_of, cutoffs);
        let observed = measurements.iter().any(|row| row.period.start <= as_of);
        is_rated(indicator, standing.state, observed).then_some(standing)
    };
    let progress = (first <= today).then(standing).flatten();
    Yearly { as_of, target, actual, measured, deviation, progress }
}

/// Whether a state says something. One in words that has been observed has none until its words are those of the target: "no data" would be untrue.
pub fn is_rated(indicator: &Indicator, state: State, observed: bool) -> bool {
    indicator.measure.is_numeric() || state != State::NoData || !observed
}

/// The last value between two days, with its day.
fn value(indicator: &Indicator, measurements: &[&Entry<Measurement>], first: Date, as_of: Date) -> Option<(Figure, Date)> {
    if as_of < first {
        return None;
    }
    if indicator.measure.is_numeric() {
        let last = series(indicator, measurements, as_of).pop().filter(|reading| reading.date >= first)?;
        return Some((Figure::Number(last.value), last.date));
    }
    let known = measurements.iter().filter(|row| row.by.is_empty() && row.period.start <= as_of && row.period.end >= first);
    known.max_by_key(|row| row.period.end).map(|row| (row.value.clone(), row.period.end.min(as_of)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::load;
    use crate::source::Sources;

    fn model(files: &[(&str, &str)]) -> Model {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let cluster = ("cluster.yaml".to_owned(), b"name: Valmont Timber\nlanguages: [en]\n".to_vec());
        load(&Sources::from_memory(files.chain([cluster])), &[]).model
    }

    const CUMULATIVE: &str = "houses: {title: Houses, category: output, measure: unit, cumulative: true, baseline: {value: 0, date: 2023-12-31}, \
                              targets: [{value: 10, date: 2024-12-31}, {value: 30, date: 2025-12-31}, {value: 60, date: 2028-12-31}]}\n";

    fn of<'m>(model: &'m Model, year: i16, today: Date) -> Yearly<'m> {
        let rows: Vec<_> = model.measurements.iter().collect();
        yearly(model.indicators.iter().next().expect("an indicator"), &rows, year, today, Cutoffs::DEFAULT)
    }

    #[test]
    fn a_year_knows_nothing_of_what_came_later() {
        let rows = "indicator,period,value\nhouses,2024-H1,2\nhouses,2024-H2,3\nhouses,2025,40\n";
        let model = model(&[("monitoring/indicators.yaml", CUMULATIVE), ("monitoring/measurements.csv", rows)]);
        let today = date(2026, 6, 30);
        let first = of(&model, 2024, today);
        assert_eq!((first.actual, first.deviation, first.as_of), (Some(Figure::Number(5.0)), Some(-5.0), date(2024, 12, 31)));
        assert_eq!(first.progress.map(|standing| standing.state), Some(State::OffTrack));
        let second = of(&model, 2025, today);
        assert_eq!((second.actual, second.deviation), (Some(Figure::Number(45.0)), Some(15.0)));
        assert_eq!(second.progress.map(|standing| standing.state), Some(State::OnTrack));
        // As the first year's report was written, before the second year had been measured.
        assert_eq!(of(&model, 2024, date(2025, 1, 31)), of(&model, 2024, today));
    }

    #[test]
    fn a_year_without_a_value_has_no_deviation_and_one_ahead_no_state() {
        let rows = "indicator,period,value\nhouses,2024,5\n";
        let model = model(&[("monitoring/indicators.yaml", CUMULATIVE), ("monitoring/measurements.csv", rows)]);
        let today = date(2026, 6, 30);
        let second = of(&model, 2025, today);
        assert_eq!((second.actual, second.deviation, second.target.is_some()), (None, None, true));
        assert!(second.progress.is_some(), "what is known from the year before still stands");
        let ahead = of(&model, 2028, today);
        assert_eq!((ahead.actual, ahead.progress, ahead.as_of), (None, None, today));
        assert_eq!(years(&model), BTreeSet::from([2024, 2025, 2028]));
    }

    #[test]
    fn words_are_compared_and_never_subtracted() {
        let indicator =
            "trust: {title: Trust, category: outcome, measure: ordinal, targets: [{value: good, date: 2024-12-31}]}\n";
        let rows = "indicator,period,value\ntrust,2024,fair\ntrust,2025,good\n";
        let model = model(&[("monitoring/indicators.yaml", indicator), ("monitoring/measurements.csv", rows)]);
        let today = date(2026, 6, 30);
        let first = of(&model, 2024, today);
        assert_eq!((first.actual, first.deviation, first.progress), (Some(Figure::Text("fair".into())), None, None));
        assert_eq!(of(&model, 2025, today).progress.map(|standing| standing.state), Some(State::Achieved));
    }

    #[test]
    fn years_at_the_ends_of_the_calendar_do_no_harm() {
        let model = model(&[("monitoring/indicators.yaml", CUMULATIVE)]);
        for year in [i16::MIN, -1, 0, 9999, i16::MAX] {
            let _ = of(&model, year, date(2026, 6, 30));
        }
    }
}
