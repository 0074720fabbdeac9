//! Owns how stretches of time are written on pages: from one day to another, a year, a period in the precision in which it was given.

use jiff::civil::Date;

use super::Desk;
use crate::lang::Arg;
use crate::model::value;

/// A stretch of days; nothing where there is no first day.
pub(super) fn period(desk: &Desk<'_>, start: Option<value::Date>, end: Option<value::Date>) -> Option<String> {
    let start = start?;
    match end.filter(|end| *end != start) {
        Some(end) => {
            let (start, end) = (desk.date(start), desk.date(end));
            Some(desk.locale.format("format.date-range", &[("start", Arg::Text(&start)), ("end", Arg::Text(&end))]))
        }
        None => Some(desk.date(start)),
    }
}

/// The year of a day.
pub(super) fn year(desk: &Desk<'_>, day: Date) -> String {
    desk.locale.digits(u64::from(day.year().unsigned_abs()))
}

/// A period in the precision in which it was written.
pub(super) fn period_words(desk: &Desk<'_>, period: &value::Period) -> String {
    let year = year(desk, period.start);
    let part = |key: &str, number: i8| {
        desk.locale.format(key, &[("number", Arg::Number(f64::from(number))), ("year", Arg::Text(&year))])
    };
    match period.written.len() {
        4 => year,
        7 if period.written.contains('Q') => part("format.quarter-of", (period.start.month() + 2) / 3),
        7 if period.written.contains('H') => part("format.half-of", if period.start.month() == 1 { 1 } else { 2 }),
        7 => desk.locale.month(period.start),
        _ => desk.locale.date(period.start),
    }
}
