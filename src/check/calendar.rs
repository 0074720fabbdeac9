//! Owns the arithmetic with days that rules share. Dates at the end of time stay there, since no input may make a rule fail.

use jiff::ToSpan;
use jiff::civil::Date;

/// Days from one date to another, negative where the second is earlier.
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The day some months later, the last of its month where the month is too short.
pub(super) fn months_after(date: Date, months: i32) -> Date {
    date.saturating_add(months.months())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        assert_eq!(days(date(2028, 2, 1), date(2028, 3, 1)), 29);
        assert_eq!(days(date(2026, 7, 1), date(2026, 6, 30)), -1);
        assert_eq!(months_after(date(2026, 1, 31), 1), date(2026, 2, 28));
        assert_eq!(months_after(Date::MAX, 1), Date::MAX);
    }
}
