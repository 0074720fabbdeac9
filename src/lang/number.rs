//! Owns how numbers, percentages and money are written, with one decimal formatter a language, made once.

use fixed_decimal::{Decimal, Sign as DecimalSign, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::options::DecimalFormatterOptions;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::LanguageIdentifier;
use icu_locale_core::preferences::LocalePreferences;
use icu_locale_core::preferences::extensions::unicode::keywords::NumberingSystem;

use super::convention::{self, Direction, Sign};

/// From here on a number is written with a power of ten; a double can't hold every whole number of more digits anyhow.
const HUGE: f64 = 1e15;
/// A double has no more than this many meaningful decimals.
const MOST_DECIMALS: u8 = 15;

/// The number formats of one language.
#[derive(Debug)]
pub(super) struct Numbers {
    formatter: DecimalFormatter,
    currency: Sign,
    percent: Sign,
    percent_character: &'static str,
    direction: Direction,
}

impl Numbers {
    pub(super) fn new(id: &LanguageIdentifier, digits: Option<NumberingSystem>) -> Result<Self, String> {
        let mut preferences = DecimalFormatterPreferences::default();
        preferences.locale_preferences = LocalePreferences::from(id);
        preferences.numbering_system = digits;
        let formatter =
            DecimalFormatter::try_new(preferences, DecimalFormatterOptions::default()).map_err(|error| error.to_string())?;
        let sample = formatter.format(&Decimal::from(0)).to_string();
        Ok(Self {
            formatter,
            currency: convention::currency_sign(id),
            percent: convention::percent_sign(id),
            percent_character: convention::percent_character(id, &sample),
            direction: convention::direction(id),
        })
    }

    pub(super) fn count(&self, count: u64) -> String {
        self.formatter.format(&Decimal::from(count)).to_string()
    }

    pub(super) fn number(&self, value: f64) -> String {
        if value.abs() >= HUGE {
            return self.scientific(value);
        }
        rounded(value).map_or_else(|| not_finite(value), |decimal| self.formatter.format(&decimal).to_string())
    }

    pub(super) fn decimal(&self, value: f64, decimals: u8) -> String {
        if value.abs() >= HUGE {
            return self.scientific(value);
        }
        let position = -i16::from(decimals.min(MOST_DECIMALS));
        let Some(mut decimal) = round_at(value, position) else { return not_finite(value) };
        decimal.absolute.pad_end(position);
        self.formatter.format(&decimal).to_string()
    }

    /// Three significant digits and the unit that keeps the number under a thousand; `fill` puts the number into a unit's message.
    pub(super) fn compact(&self, value: f64, fill: impl Fn(&str, String) -> String) -> String {
        let short = |value: f64| {
            if value == 0.0 || !value.is_finite() {
                return self.number(value);
            }
            let magnitude = value.abs().log10().floor().clamp(-12.0, 3.0) as i16;
            let decimal = round_at(value, magnitude - 2).map(trimmed);
            decimal.map_or_else(|| not_finite(value), |decimal| self.formatter.format(&decimal).to_string())
        };
        // What would be rounded up to a thousand of a unit is one of the next.
        let reaches = |unit: f64| value.abs() >= unit * 0.9995;
        match value.abs() {
            size if !size.is_finite() => not_finite(value),
            size if size >= HUGE => self.scientific(value),
            _ if reaches(1e12) => fill("number.trillion", short(value / 1e12)),
            _ if reaches(1e9) => fill("number.billion", short(value / 1e9)),
            _ if reaches(1e6) => fill("number.million", short(value / 1e6)),
            _ if reaches(1e3) => fill("number.thousand", short(value / 1e3)),
            _ => short(value),
        }
    }

    pub(super) fn percent(&self, value: f64) -> String {
        self.signed(self.percent, value, self.percent_character, |number| self.number(number))
    }

    pub(super) fn money(&self, amount: f64, currency: &str) -> String {
        let decimals = decimals_of(currency);
        let whole = round_at(amount, -i16::from(decimals)).is_none_or(|decimal| decimal.absolute.nonzero_magnitude_end() >= 0);
        let decimals = if whole { 0 } else { decimals };
        self.signed(self.currency, amount, symbol(currency), |number| self.decimal(number, decimals))
    }

    /// A number with a sign beside it, and a minus before both where the sign comes first: `-€5`.
    fn signed(&self, sign: Sign, value: f64, character: &str, write: impl Fn(f64) -> String) -> String {
        let leads = matches!(sign, Sign::Before | Sign::BeforeSpaced);
        let number = write(value);
        match number.strip_prefix(['-', '\u{2212}']) {
            Some(absolute) if leads => {
                let minus = &number[..number.len() - absolute.len()];
                format!("{minus}{}", sign.put(absolute, character))
            }
            Some(_) | None => sign.put(&number, character),
        }
    }

    fn scientific(&self, value: f64) -> String {
        let text = format!("{value:.2e}");
        let parts = text.split_once('e').and_then(|(mantissa, power)| Some((mantissa.parse::<f64>().ok()?, power)));
        let Some((mantissa, power)) = parts.filter(|_| value.is_finite()) else { return not_finite(value) };
        let raised: String = power.chars().filter_map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize)).collect();
        let written = format!("{}×{}{raised}", self.number(mantissa), self.count(10));
        match self.direction {
            Direction::Ltr => written,
            // Without the isolate the parts of a product would be laid out from right to left.
            Direction::Rtl => format!("\u{2066}{written}\u{2069}"),
        }
    }
}

fn not_finite(value: f64) -> String {
    match value {
        _ if value.is_nan() => "–",
        _ if value > 0.0 => "∞",
        _ => "−∞",
    }
    .to_owned()
}

/// A number as [`Numbers::number`] writes it: at most two decimals, no zeros at their end, no negative zero.
pub(super) fn rounded(value: f64) -> Option<Decimal> {
    round_at(value, -2).map(trimmed)
}

/// A number rounded at a power of ten, halves away from zero as people do it by hand. By way of the shortest text that stands for the
/// double, so that 1.005 is what its author wrote.
fn round_at(value: f64, position: i16) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    let mut decimal: Decimal = format!("{value}").parse().ok()?;
    decimal.round_with_mode(position, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
    if decimal.absolute.is_zero() {
        decimal.sign = DecimalSign::None;
    }
    Some(decimal)
}

fn trimmed(mut decimal: Decimal) -> Decimal {
    decimal.absolute.trim_end();
    decimal
}

/// The sign of a currency that everybody knows, else its code.
fn symbol(currency: &str) -> &str {
    match currency {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        code => code,
    }
}

/// How many decimals the smallest coin of a currency has (ISO 4217).
fn decimals_of(currency: &str) -> u8 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV" | "XAF" | "XOF"
        | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}
