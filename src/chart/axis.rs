//! Round numbers and round dates for axes; apart because every chart with an axis must choose them alike.

use jiff::civil::Date;

use super::Format;

/// The range of an axis and its marks, lowest first; the range begins and ends on a mark.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ticks {
    pub(super) lo: f64,
    pub(super) hi: f64,
    pub(super) at: Vec<f64>,
}

impl Ticks {
    /// The place of a value between 0 (lowest mark) and 1 (highest).
    pub(super) fn share(&self, value: f64) -> f64 {
        ((value - self.lo) / (self.hi - self.lo)).clamp(0.0, 1.0)
    }
}

/// Beyond this no cluster counts anything, and sums still fit.
const LARGEST: f64 = 1e15;

/// Whether zero should be on the axis: it is left out only where it would flatten a line that lives far from it.
pub(super) fn wants_zero(lo: f64, hi: f64) -> bool {
    lo <= 0.0 && hi >= 0.0 || (hi - lo) > 0.45 * lo.abs().max(hi.abs())
}

/// Some `count` round marks around a range.
pub(super) fn nice(lo: f64, hi: f64, count: usize) -> Ticks {
    let (lo, hi) = (lo.clamp(-LARGEST, LARGEST), hi.clamp(-LARGEST, LARGEST));
    let (lo, hi) = match (lo.min(hi), lo.max(hi)) {
        (a, b) if !(a.is_finite() && b.is_finite()) => (0.0, 1.0),
        (a, b) if a == b && a == 0.0 => (0.0, 1.0),
        (a, b) if (b - a).abs() <= f64::EPSILON * 8.0 * b.abs().max(a.abs()) => (a - a.abs() * 0.1, b + b.abs() * 0.1),
        range => range,
    };
    let raw = ((hi - lo) / count.max(2) as f64).max(1e-12);
    let power = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].iter().map(|m| m * power).find(|step| *step >= raw * 0.999).unwrap_or(power * 10.0);
    let (first, last) = ((lo / step + 1e-9).floor() as i64, (hi / step - 1e-9).ceil() as i64);
    let last = last.max(first + 1);
    // Written and read again, a mark loses the noise of binary fractions: 0.30000000000000004 is 0.3.
    let at: Vec<f64> = (first..=last).map(|i| format!("{:.11e}", i as f64 * step).parse().unwrap_or(0.0)).collect();
    Ticks { lo: at[0], hi: at[at.len() - 1], at }
}

/// Days since a fixed day; only differences matter.
pub(super) fn day_number(date: Date) -> f64 {
    (date.duration_since(Date::constant(2000, 1, 1)).as_hours() / 24) as f64
}

/// What a time axis counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Month,
    Quarter,
    Year,
}

/// A time axis: its days and where its marks stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Time {
    pub(super) lo: Date,
    pub(super) hi: Date,
    pub(super) unit: Unit,
    /// First days of months, quarters or years within the range.
    pub(super) at: Vec<Date>,
}

fn month_number(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// The first day of a month counted from year 0; beyond the calendar it is the calendar's end.
fn first_of(month: i32) -> Date {
    let year = month.div_euclid(12).clamp(-9999, 9999);
    Date::new(year as i16, (month.rem_euclid(12) + 1) as i8, 1).unwrap_or(Date::ZERO)
}

impl Time {
    /// The finest unit of which at most `most` marks are needed. With `whole` the range grows to whole units.
    pub(super) fn new(lo: Date, hi: Date, most: usize, whole: bool) -> Self {
        let (lo, hi) = (lo.min(hi), lo.max(hi));
        let (from, to) = (month_number(lo), month_number(hi));
        let steps = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000];
        let step = steps.into_iter().find(|step| (to / step - from / step + 1) as usize <= most.max(2)).unwrap_or(24_000);
        let unit = match step {
            1 => Unit::Month,
            3 => Unit::Quarter,
            _ => Unit::Year,
        };
        let round = step.min(12);
        let (lo, hi) = if whole {
            (first_of(from.div_euclid(round) * round), first_of((to.div_euclid(round) + 1) * round))
        } else {
            (lo, hi)
        };
        let (from, to) = (month_number(lo), month_number(hi));
        let marks = (from.div_euclid(step)..=to.div_euclid(step)).map(|i| first_of(i * step));
        Self { lo, hi, unit, at: marks.filter(|date| *date >= lo && *date <= hi).collect() }
    }

    /// The place of a date between 0 (first day) and 1 (last).
    pub(super) fn share(&self, date: Date) -> f64 {
        let days = (day_number(self.hi) - day_number(self.lo)).max(1.0);
        ((day_number(date) - day_number(self.lo)) / days).clamp(0.0, 1.0)
    }

    /// The name of a mark, without its year where a row of years stands beside it.
    pub(super) fn label(&self, date: Date, format: &Format<'_>) -> String {
        match self.unit {
            Unit::Month => (format.month)(date),
            Unit::Quarter => (format.quarter)(date),
            Unit::Year => (format.year)(date),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_enclose_the_range() {
        for (lo, hi, want) in [
            (0.0, 10.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0][..]),
            (0.0, 0.3, &[0.0, 0.1, 0.2, 0.3][..]),
            (-3.0, 7.0, &[-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0][..]),
            (0.0, 0.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0][..]),
        ] {
            assert_eq!(nice(lo, hi, 5).at, want, "{lo} {hi}");
        }
        for (lo, hi) in
            [(1e12, 1e12), (-5.0, -5.0), (f64::NAN, 1.0), (f64::NEG_INFINITY, f64::INFINITY), (1e-300, 2e-300), (7.0, 3.0)]
        {
            let ticks = nice(lo, hi, 5);
            assert!(ticks.lo < ticks.hi && ticks.at.len() < 20 && ticks.at.iter().all(|v| v.is_finite()), "{lo} {hi} {ticks:?}");
        }
    }

    #[test]
    fn zero_is_left_out_only_far_away() {
        assert!(wants_zero(2.0, 40.0) && wants_zero(-3.0, 1.0) && !wants_zero(95.0, 99.0));
    }

    #[test]
    fn the_unit_follows_the_span() {
        let day = Date::constant;
        for (lo, hi, unit, marks) in [
            (day(2026, 1, 10), day(2026, 9, 3), Unit::Month, 10),
            (day(2025, 2, 1), day(2027, 5, 1), Unit::Quarter, 11),
            (day(2020, 1, 1), day(2030, 5, 1), Unit::Year, 12),
            (day(1, 1, 1), day(9999, 12, 31), Unit::Year, 4),
        ] {
            let time = Time::new(lo, hi, 12, true);
            assert_eq!((time.unit, time.at.len()), (unit, marks), "{lo} {hi} {time:?}");
            assert!(time.lo <= lo && time.hi >= hi.min(time.hi));
        }
        let one = Time::new(day(2026, 5, 5), day(2026, 5, 5), 12, false);
        assert!(one.share(day(2026, 5, 5)).is_finite());
    }
}
