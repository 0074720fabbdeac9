//! Owns the one method by which progress towards a target is computed; pages, charts and rules take it from here, and the site explains it.
//!
//! The expected value lies on straight lines from the baseline through the milestones to the target, by elapsed days. The share achieved,
//! `(value − baseline) / (target − baseline)`, is compared with the share expected on the day of the latest measurement. Both are differences, so a
//! baseline of zero is like any other. The guide gives no cut-offs; those of 90 % and 60 % are ours, and a cluster may set others.
//!
//! Everything is computed as of a day, and nothing that was measured later counts, so that a report on a past year says what was known at its end.

use jiff::civil::Date;

use super::kinds::indicator::{Direction, Indicator, Measurement};
use super::value::Figure;
use super::{Choice, Entry, Model};

/// Shares of the expected progress at which one state gives way to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cutoffs {
    /// Share from which an indicator is on track.
    pub on_track: f64,
    /// Share from which it is behind, and below which it is off track.
    pub behind: f64,
}

impl Cutoffs {
    /// Those that hold where the cluster sets none. A tenth is what estimates and late figures may cost; below 60 % nearly half of what was
    /// expected is missing, which no catching up within a year mends.
    pub const DEFAULT: Self = Self { on_track: 0.9, behind: 0.6 };

    /// Those of a cluster.
    pub fn of(model: &Model) -> Self {
        let set = model.cluster().and_then(|cluster| cluster.monitoring.as_ref());
        Self {
            on_track: set.and_then(|set| set.on_track).unwrap_or(Self::DEFAULT.on_track),
            behind: set.and_then(|set| set.behind).unwrap_or(Self::DEFAULT.behind),
        }
    }
}

/// How an indicator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The target is reached.
    Achieved,
    /// At least 90 % of what is expected by now, or what the cluster has set in place of that.
    OnTrack,
    /// Less than that, but at least 60 %.
    Behind,
    /// Less than 60 %.
    OffTrack,
    /// The day of the baseline has not come.
    NotStarted,
    /// Nothing was measured since the baseline, or baseline or target is missing.
    NoData,
}

impl State {
    /// Every state, best first.
    pub const ALL: [Self; 6] = [Self::Achieved, Self::OnTrack, Self::Behind, Self::OffTrack, Self::NotStarted, Self::NoData];
}

impl Choice for State {
    const ALL: &'static [Self] = &Self::ALL;
    const SET: &'static str = "progress";

    fn as_str(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::OnTrack => "on-track",
            Self::Behind => "behind",
            Self::OffTrack => "off-track",
            Self::NotStarted => "not-started",
            Self::NoData => "no-data",
        }
    }
}

/// A value on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Last day of the period measured; today where the period is not over.
    pub date: Date,
    /// Value, in the indicator's unit, added up where the indicator is cumulative.
    pub value: f64,
}

/// How an indicator stands, and the figures that this follows from.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The state.
    pub state: State,
    /// Share of the way from baseline to target, 1 being all of it; it may be negative or above 1.
    pub achieved: Option<f64>,
    /// Share expected on the day of the latest measurement, 0 to 1.
    pub expected: Option<f64>,
    /// Value expected on that day.
    pub expected_value: Option<f64>,
}

impl Progress {
    fn just(state: State) -> Self {
        Self { state, achieved: None, expected: None, expected_value: None }
    }
}

/// The totals of an indicator over time, up to `today`. Where a period has only parts (by gender, by size) of a count, they are added up, provided that
/// they are of one dimension; shares are never added. Words have no series.
pub fn series(indicator: &Indicator, measurements: &[&Entry<Measurement>], today: Date) -> Vec<Reading> {
    let mut periods: Vec<(Date, Date, Vec<&Entry<Measurement>>)> = Vec::new();
    let mut rows: Vec<&&Entry<Measurement>> = measurements.iter().filter(|row| row.period.start <= today).collect();
    rows.sort_by_key(|row| (row.period.end, row.period.start));
    for row in rows {
        match periods.last_mut() {
            Some((start, end, rows)) if *start == row.period.start && *end == row.period.end => rows.push(row),
            _ => periods.push((row.period.start, row.period.end, vec![row])),
        }
    }
    let adds_up = indicator.measure == super::kinds::indicator::Measure::Unit;
    let mut sum = indicator.baseline.as_ref().and_then(|point| point.value.number()).unwrap_or(0.0);
    let mut readings = Vec::new();
    for (_, end, rows) in periods {
        let total = rows.iter().find(|row| row.by.is_empty()).and_then(|row| row.value.number());
        let value = total.or_else(|| if adds_up { sum_of_parts(&rows) } else { None });
        let Some(value) = value else { continue };
        sum += value;
        readings.push(Reading { date: end.min(today), value: if indicator.cumulative { sum } else { value } });
    }
    readings
}

/// The sum over the parts of one dimension: the first in order of which every row is a part by that dimension alone.
fn sum_of_parts(rows: &[&Entry<Measurement>]) -> Option<f64> {
    let dimension = rows.iter().find(|row| row.by.len() == 1).and_then(|row| row.by.keys().next())?;
    let parts = rows.iter().filter(|row| row.by.len() == 1 && row.by.contains_key(dimension));
    let values: Option<Vec<f64>> = parts.map(|row| row.value.number()).collect();
    values.map(|values| values.iter().sum())
}

/// How an indicator stands on `today`, by the method that the module describes. Another day than today gives what was known then.
pub fn progress(indicator: &Indicator, measurements: &[&Entry<Measurement>], today: Date, cutoffs: Cutoffs) -> Progress {
    if !indicator.measure.is_numeric() {
        return Progress::just(in_words(indicator, measurements, today));
    }
    let baseline = indicator.baseline.as_ref().and_then(|point| Some((point.date.0, point.value.number()?)));
    let mut targets: Vec<(Date, f64)> =
        indicator.targets.iter().filter_map(|point| Some((point.date.0, point.value.number()?))).collect();
    targets.sort_by_key(|(date, _)| *date);
    if baseline.is_some_and(|(date, _)| today < date) {
        return Progress::just(State::NotStarted);
    }
    let readings = series(indicator, measurements, today);
    let latest = readings.last().filter(|reading| baseline.is_none_or(|(date, _)| reading.date > date));
    let (Some(latest), Some(&(target_date, target))) = (latest, targets.last()) else { return Progress::just(State::NoData) };
    let direction = indicator.direction.unwrap_or_else(|| implied(baseline.map(|(_, value)| value), target));
    if direction == Direction::Maintain {
        return maintained(latest, target, target_date, indicator.tolerance.unwrap_or(0.0), today);
    }
    let slack = 1e-9 * target.abs().max(1.0);
    let reached = if direction == Direction::Increase { latest.value >= target - slack } else { latest.value <= target + slack };
    let Some((start, from)) = baseline else {
        return Progress::just(if reached { State::Achieved } else { State::NoData });
    };
    let path: Vec<(Date, f64)> =
        std::iter::once((start, from)).chain(targets.into_iter().filter(|(date, _)| *date > start)).collect();
    let expected_value = on_path(&path, latest.date);
    let way = target - from;
    if way == 0.0 {
        return Progress {
            expected_value: Some(expected_value),
            ..Progress::just(if reached { State::Achieved } else { State::OffTrack })
        };
    }
    let (achieved, expected) = ((latest.value - from) / way, (expected_value - from) / way);
    let state = match () {
        () if reached => State::Achieved,
        () if expected <= 0.0 => {
            if achieved >= 0.0 {
                State::OnTrack
            } else {
                State::OffTrack
            }
        }
        () if achieved >= cutoffs.on_track * expected => State::OnTrack,
        () if achieved >= cutoffs.behind * expected => State::Behind,
        () => State::OffTrack,
    };
    Progress { state, achieved: Some(achieved), expected: Some(expected), expected_value: Some(expected_value) }
}

/// An indicator in words is achieved when its latest words are those of the target; otherwise no state can be computed.
fn in_words(indicator: &Indicator, measurements: &[&Entry<Measurement>], today: Date) -> State {
    if indicator.baseline.as_ref().is_some_and(|point| today < point.date.0) {
        return State::NotStarted;
    }
    let latest = measurements.iter().filter(|row| row.period.start <= today).max_by_key(|row| row.period.end);
    let words = |figure: &Figure| match figure {
        Figure::Text(text) => text.trim().to_lowercase(),
        Figure::Number(number) => number.to_string(),
    };
    match (latest, indicator.targets.last()) {
        (Some(latest), Some(target)) if words(&latest.value) == words(&target.value) => State::Achieved,
        _ => State::NoData,
    }
}

fn implied(baseline: Option<f64>, target: f64) -> Direction {
    match baseline {
        Some(from) if target < from => Direction::Decrease,
        Some(from) if (target - from).abs() < f64::EPSILON => Direction::Maintain,
        _ => Direction::Increase,
    }
}

fn maintained(latest: &Reading, target: f64, target_date: Date, tolerance: f64, today: Date) -> Progress {
    let distance = (latest.value - target).abs();
    let slack = 1e-9 * target.abs().max(1.0);
    let state = match () {
        () if distance <= tolerance + slack && today >= target_date => State::Achieved,
        () if distance <= tolerance + slack => State::OnTrack,
        () if distance <= 2.0 * tolerance + slack => State::Behind,
        () => State::OffTrack,
    };
    Progress { expected_value: Some(target), ..Progress::just(state) }
}

/// The value on a path of straight lines; before its first point the first value, after its last the last.
fn on_path(path: &[(Date, f64)], date: Date) -> f64 {
    let days = |from: Date, to: Date| f64::from(from.until(to).map_or(0, |span| span.get_days()));
    for pair in path.windows(2) {
        let ((start, from), (end, to)) = (pair[0], pair[1]);
        if date <= start {
            return from;
        }
        if date < end {
            return from + (to - from) * days(start, date) / days(start, end);
        }
    }
    path.last().map_or(0.0, |(_, value)| *value)
}
