//! Owns how dates are written, one formatter a length, made once.

use icu_calendar::{Date, Gregorian};
use icu_datetime::options::{Length, YearStyle};
use icu_datetime::{DateTimeFormatterLoadError, DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, fieldsets};
use icu_locale_core::preferences::LocalePreferences;
use icu_locale_core::preferences::extensions::unicode::keywords::NumberingSystem;
use icu_locale_core::subtags::language;
use icu_locale_core::{LanguageIdentifier, langid};

/// The formatters of one language, all of the Gregorian calendar.
#[derive(Debug)]
pub(super) struct Dates {
    long: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>,
    short: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YM>,
    month_short: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::M>,
}

impl Dates {
    pub(super) fn new(id: &LanguageIdentifier, digits: Option<NumberingSystem>) -> Result<Self, DateTimeFormatterLoadError> {
        let full = YearStyle::Full;
        let id = with_customary_order(id);
        let of = |id: &LanguageIdentifier| {
            let mut preferences = DateTimeFormatterPreferences::default();
            preferences.locale_preferences = LocalePreferences::from(id);
            preferences.numbering_system = digits;
            preferences
        };
        // Arabic has no abbreviated months, and its numeric dates need marks of direction that copy badly.
        let short = if id.language == language!("ar") { Length::Long } else { Length::Medium };
        // The pattern for month and year of plain `pt` is broken in the data (debug builds panic on it); that of Portugal is the same.
        let month = if id.language == language!("pt") { langid!("pt-PT") } else { id.clone() };
        Ok(Self {
            long: FixedCalendarDateTimeFormatter::try_new(of(&id), fieldsets::YMD::long().with_year_style(full))?,
            short: FixedCalendarDateTimeFormatter::try_new(
                of(&id),
                fieldsets::YMD::long().with_length(short).with_year_style(full),
            )?,
            month: FixedCalendarDateTimeFormatter::try_new(of(&month), fieldsets::YM::long().with_year_style(full))?,
            month_short: FixedCalendarDateTimeFormatter::try_new(of(&id), fieldsets::M::medium())?,
        })
    }

    pub(super) fn long(&self, date: jiff::civil::Date) -> String {
        gregorian(date).map_or_else(|| date.to_string(), |gregorian| self.long.format(&gregorian).to_string())
    }

    pub(super) fn short(&self, date: jiff::civil::Date) -> String {
        gregorian(date).map_or_else(|| date.to_string(), |gregorian| self.short.format(&gregorian).to_string())
    }

    pub(super) fn month(&self, date: jiff::civil::Date) -> String {
        gregorian(date).map_or_else(|| date.to_string(), |gregorian| self.month.format(&gregorian).to_string())
    }

    pub(super) fn month_short(&self, date: jiff::civil::Date) -> String {
        gregorian(date).map_or_else(|| date.to_string(), |gregorian| self.month_short.format(&gregorian).to_string())
    }
}

fn gregorian(date: jiff::civil::Date) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

/// Plain `en` means the United States in the data; readers all over the world expect the day first, as in British English.
fn with_customary_order(id: &LanguageIdentifier) -> LanguageIdentifier {
    match id.region {
        None if id.language == language!("en") => langid!("en-GB"),
        _ => id.clone(),
    }
}
