//! Owns what the locale data does not tell: direction, digits, and where the signs of money and per cent stand.

use icu_locale_core::extensions::unicode::{Value, key, value};
use icu_locale_core::preferences::extensions::unicode::keywords::NumberingSystem;
use icu_locale_core::subtags::{Language, language};
use icu_locale_core::{LanguageIdentifier, Locale};

use super::Numbering;

pub(super) const ENGLISH: Language = language!("en");
pub(super) const SPANISH: Language = language!("es");

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute: `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The locale of a BCP 47 tag, which must name a language.
pub(super) fn parse_tag(tag: &str) -> Result<Locale, String> {
    match Locale::try_from_str(tag) {
        Ok(locale) if locale.id.language != Language::UNKNOWN => Ok(locale),
        Ok(_) | Err(_) => Err(format!("`{}` is not a language tag", super::typed::excerpt(tag))),
    }
}

/// Languages of the Arabic script where the tag does not say otherwise.
const ARABIC_SCRIPT: &[&str] = &["ar", "bal", "ckb", "fa", "glk", "ks", "lrc", "mzn", "pnb", "ps", "sd", "ug", "ur"];
/// Languages of other scripts that are written from right to left.
const OTHER_RTL: &[&str] = &["arc", "dv", "he", "nqo", "syr", "yi"];
const RTL_SCRIPTS: &[&str] = &["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

fn is_arabic_script(id: &LanguageIdentifier) -> bool {
    match id.script {
        Some(script) => script.as_str() == "Arab",
        None => ARABIC_SCRIPT.contains(&id.language.as_str()),
    }
}

pub(super) fn direction(id: &LanguageIdentifier) -> Direction {
    let rtl = match id.script {
        Some(script) => RTL_SCRIPTS.contains(&script.as_str()),
        None => is_arabic_script(id) || OTHER_RTL.contains(&id.language.as_str()),
    };
    if rtl { Direction::Rtl } else { Direction::Ltr }
}

/// The digits to ask the formatters for; `None` leaves it to the language.
pub(super) fn digits(locale: &Locale, numbering: Numbering) -> Option<NumberingSystem> {
    let named = |value: Value| NumberingSystem::try_from(value).ok();
    let eastern = ["fa", "ks", "ps", "ur"].contains(&locale.id.language.as_str());
    match numbering {
        Numbering::Latin => named(value!("latn")),
        Numbering::Arabic if is_arabic_script(&locale.id) => named(if eastern { value!("arabext") } else { value!("arab") }),
        Numbering::Arabic | Numbering::Standard => locale.extensions.unicode.keywords.get(&key!("nu")).cloned().and_then(named),
    }
}

/// Where a sign stands beside a number, and what is between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// `€5`; a code of letters still gets a space: `GEL 5`.
    Before,
    /// `€ 5`.
    BeforeSpaced,
    /// `5%`.
    After,
    /// `5 %`, with a space that does not break.
    AfterSpaced,
    /// `5 %`, with a narrow space that does not break.
    AfterNarrow,
}

impl Sign {
    /// A number with its sign.
    pub(super) fn put(self, number: &str, sign: &str) -> String {
        let letters = sign.chars().any(char::is_alphabetic);
        match self {
            Self::Before if letters => format!("{sign}\u{a0}{number}"),
            Self::Before => format!("{sign}{number}"),
            Self::BeforeSpaced => format!("{sign}\u{a0}{number}"),
            Self::After => format!("{number}{sign}"),
            Self::AfterSpaced => format!("{number}\u{a0}{sign}"),
            Self::AfterNarrow => format!("{number}\u{202f}{sign}"),
        }
    }
}

/// Where the sign of a currency stands in a language.
pub(super) fn currency_sign(id: &LanguageIdentifier) -> Sign {
    let region = id.region.as_ref().map_or("", |region| region.as_str());
    match (id.language.as_str(), region) {
        ("de", "AT" | "CH" | "LI") | ("it", "CH") | ("pt", "BR") | ("nl" | "nb" | "nn" | "no" | "sw", _) => Sign::BeforeSpaced,
        ("es", "MX" | "GT" | "HN" | "NI" | "PA" | "SV" | "DO" | "PR" | "US") => Sign::Before,
        ("en" | "ga" | "mt" | "cy" | "zh" | "ja" | "ko" | "tr" | "hi" | "th" | "fil" | "ms" | "am", _) => Sign::Before,
        _ => Sign::AfterSpaced,
    }
}

/// Where the sign for per cent stands in a language.
pub(super) fn percent_sign(id: &LanguageIdentifier) -> Sign {
    match id.language.as_str() {
        "fr" => Sign::AfterNarrow,
        "de" | "es" | "sv" | "fi" | "nb" | "nn" | "no" | "da" | "cs" | "sk" | "sl" | "hr" | "bs" | "sr" | "mk" | "ro" | "ru"
        | "be" | "lt" | "hy" | "ca" | "lb" => Sign::AfterSpaced,
        "tr" => Sign::Before,
        "eu" => Sign::BeforeSpaced,
        _ => Sign::After,
    }
}

/// The character for per cent that goes with the digits of a sample. In Arabic a sign after western digits would jump before them wherever a word
/// precedes: marks of direction hold it in its place.
pub(super) fn percent_character(id: &LanguageIdentifier, sample: &str) -> &'static str {
    let arabic = sample.chars().any(|c| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}'));
    match id.language.as_str() {
        _ if arabic => "\u{66a}",
        "ar" => "\u{200e}%\u{200e}",
        _ => "%",
    }
}

/// Whether people of a language write the decimals after a point (else after a comma).
pub(super) fn has_decimal_point(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']).map(str::to_ascii_lowercase);
    let language = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2 || (part.len() == 3 && part.starts_with(|c: char| c.is_ascii_digit())));
    match (language.as_str(), region.as_deref()) {
        ("ar", Some("dz" | "eh" | "ly" | "ma" | "mr" | "tn")) | ("en", Some("za" | "at" | "be" | "de" | "nl")) => false,
        ("es", Some("mx" | "gt" | "hn" | "ni" | "pa" | "pe" | "sv" | "do" | "pr" | "us" | "419")) => true,
        ("de" | "it", Some("ch" | "li")) => true,
        (language, _) => language.is_empty() || POINT_LANGUAGES.contains(&language),
    }
}

const POINT_LANGUAGES: &[&str] = &[
    "am", "ar", "bn", "ckb", "cy", "en", "fa", "fil", "ga", "gd", "gu", "ha", "he", "hi", "ig", "ja", "km", "kn", "ko", "lo",
    "ml", "mn", "mr", "ms", "mt", "my", "ne", "om", "pa", "ps", "rm", "sd", "si", "so", "sw", "ta", "te", "th", "ti", "ug",
    "und", "ur", "yi", "yo", "zh", "zu",
];
