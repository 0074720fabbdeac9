//! Owns how fresh the data of an indicator are: by when it is to be measured next, and whether that day has passed. The rule, the status and the pages take
//! it from here.
//!
//! An indicator is due one period of its `frequency` after the end of what was measured last, or after its baseline where nothing was. Sixty days are
//! left to gather the data; then it is overdue. Both are ours, as the guide gives no days. One that has been measured up to its last target is finished; one
//! that is measured once is due at its last target.

use jiff::ToSpan;
use jiff::civil::Date;

use super::kinds::indicator::{Indicator, Measurement, Reporting};
use super::{Choice, Entry};

/// Days that gathering the data may take.
const GRACE: i32 = 60;

/// How fresh the data of an indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Freshness {
    /// The day is past, and so are the sixty days to gather the data.
    Overdue,
    /// The day is past, and the data may still be gathered.
    Due,
    /// Nothing has been measured, and nothing is due yet or nobody has said when.
    Never,
    /// What was measured last is recent enough, or nobody has said how often it is to be measured.
    Current,
    /// It has been measured up to its last target.
    Finished,
}

impl Choice for Freshness {
    const ALL: &'static [Self] = &[Self::Overdue, Self::Due, Self::Never, Self::Current, Self::Finished];
    const SET: &'static str = "freshness";

    fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::Never => "never",
            Self::Current => "current",
            Self::Finished => "finished",
        }
    }
}

/// When an indicator was measured, and when it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How fresh its data are.
    pub state: Freshness,
    /// The period measured last, as it is written; nothing where nothing was.
    pub last: Option<String>,
    /// The day by which it is to be measured next; nothing where it is finished, or nobody has said how often.
    pub due: Option<Date>,
}

/// How fresh an indicator's data are on a day; `measurements` are its own.
pub fn freshness(indicator: &Entry<Indicator>, measurements: &[&Entry<Measurement>], today: Date) -> Measured {
    let known = measurements.iter().filter(|row| row.period.start <= today);
    let latest = known.map(|row| &row.period).max_by_key(|period| period.end);
    let last_target = indicator.targets.iter().map(|target| target.date.0).max();
    let months = indicator.frequency.and_then(Reporting::months);
    let after = |day: Date, months: i32| day.saturating_add(months.months());
    let (finished, due) = match (latest, indicator.frequency, months) {
        (_, None, _) => (false, None),
        (Some(_), Some(_), None) => (true, None),
        (None, Some(_), None) => (false, last_target),
        (Some(latest), Some(_), Some(_)) if last_target.is_some_and(|last| last <= latest.end) => (true, None),
        (Some(latest), Some(_), Some(months)) => (false, Some(after(latest.end, months))),
        (None, Some(_), Some(months)) => (false, indicator.baseline.as_ref().map(|baseline| after(baseline.date.0, months))),
    };
    let state = match due {
        _ if finished => Freshness::Finished,
        Some(due) if due.saturating_add(GRACE.days()) < today => Freshness::Overdue,
        Some(due) if due < today => Freshness::Due,
        _ if latest.is_none() => Freshness::Never,
        _ => Freshness::Current,
    };
    Measured { state, last: latest.map(|period| period.written.clone()), due }
}
