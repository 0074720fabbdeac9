//! Tests of numbers as people type them.

use super::super::parse_number;

#[test]
fn numbers_are_read_as_their_language_writes_them() {
    for (tag, text, expected) in [
        ("en", "1234.5", 1234.5),
        ("en", "1,234.5", 1234.5),
        ("en", "1,234", 1234.0),
        ("en", "1,234,567", 1_234_567.0),
        ("en", "1 234.5", 1234.5),
        ("en", "1.234", 1.234),
        ("en", ".5", 0.5),
        ("en", "0", 0.0),
        ("en", "-0", 0.0),
        ("en", "007", 7.0),
        ("en", " +12 ", 12.0),
        ("en", "\u{2212}12", -12.0),
        ("en", "- 12", -12.0),
        ("en", "1e6", 1e6),
        ("en", "1.5E-3", 0.0015),
        ("en", "1e+3", 1000.0),
        ("en-US", "1,234.5", 1234.5),
        ("fr", "1 234,5", 1234.5),
        ("fr", "1\u{a0}234\u{202f}567,5", 1_234_567.5),
        ("fr", "1234,5", 1234.5),
        ("fr", "12.5", 12.5),
        ("fr", "0.123", 0.123),
        ("fr", "1234.567", 1234.567),
        ("fr", "1 234.567", 1234.567),
        ("fr", ",5", 0.5),
        ("fr", "1,5e3", 1500.0),
        ("fr", "1.234e3", 1234.0),
        ("de", "1.234,5", 1234.5),
        ("de", "1.234.567", 1_234_567.0),
        ("de", "1,234", 1.234),
        ("de", "1.2345", 1.2345),
        ("de-CH", "1’234.5", 1234.5),
        ("pt", "-1.234,5", -1234.5),
        ("es-MX", "1,234.5", 1234.5),
        ("ar", "1,234.5", 1234.5),
        ("ar", "١٬٢٣٤٫٥", 1234.5),
        ("ar", "١٢٣٤", 1234.0),
        ("ar", "١٢٫٥", 12.5),
        ("ar", "\u{200e}-٥", -5.0),
        ("ar", "\u{61c}-٥", -5.0),
        ("ar-MA", "1.234,5", 1234.5),
        ("fa", "۱۲٫۵", 12.5),
        ("fr", "١٢٫٥", 12.5),
        ("", "1,234.5", 1234.5),
        ("en", "\u{feff}5", 5.0),
        ("en", "0e999", 0.0),
    ] {
        let read = parse_number(text, tag);
        assert_eq!(read, Ok(expected), "{tag} {text}");
        assert!(read.is_ok_and(|value| value != 0.0 || value.is_sign_positive()), "{tag} {text}");
    }
}

#[test]
fn what_is_not_read_says_why_and_what_to_write() {
    for (tag, text, message, help) in [
        ("en", "12,5", "`12,5` has a decimal comma", "write 12.5, or end the name of the column with `.fr` if it is French"),
        ("en", "0,123", "`0,123` has a decimal comma", "write 0.123,"),
        ("en", ",5", "`,5` has a decimal comma", "write 0.5,"),
        ("en", "1.234,5", "`1.234,5` has a decimal comma", "write 1234.5,"),
        ("en", "1,2345", "`1,2345` has a decimal comma", "write 1.2345,"),
        ("ar", "١٢,٥", "`١٢,٥` has a decimal comma", "write 12.5,"),
        (
            "fr",
            "1,234.5",
            "`1,234.5` has a decimal point",
            "write 1234,5, or end the name of the column with `.en` if it is English",
        ),
        ("de", "1.234", "`1.234` is ambiguous", "write 1234 or 1,234"),
        ("fr", "-12.500", "`-12.500` is ambiguous", "write 12500 or 12,500"),
        (
            "fr",
            "1,234,567",
            "`1,234,567` is not a number: its separators",
            "write the digits without separators, such as 1234567",
        ),
        ("en", "1.234.567", "`1.234.567` is not a number: its separators", "such as 1234567"),
        ("en", "1,23,456", "`1,23,456` is not a number: its separators", "such as 123456"),
        ("en", "1 23", "`1 23` is not a number: its separators", "such as 123"),
        ("de", "12.03.2026", "`12.03.2026` is not a number: its separators", "without separators"),
        ("en", "1,234 567", "`1,234 567` is not a number", "without separators"),
        ("en", "5.", "`5.` is not a number", "such as 5"),
        ("ar", "1٫2٫3", "`1٫2٫3` is not a number", "without separators"),
        ("en", "12 %", "`12 %` carries a percent sign", "write the number alone"),
        ("ar", "١٢٪", "`١٢٪` carries a percent sign", "write the number alone"),
        ("en", "€12", "`€12` carries a currency", "write the amount alone"),
        ("fr", "12 EUR", "`12 EUR` carries a currency", "write the amount alone"),
        ("fr", "GEL 12", "`GEL 12` carries a currency", "write the amount alone"),
        ("en", "", "a number is missing", "write a number"),
        ("en", " \u{200f} ", "a number is missing", "write a number"),
        ("en", "NaN", "`NaN` is not a number", "such as 1234.5"),
        ("en", "inf", "`inf` is not a number", "such as 1234.5"),
        ("en", "-Infinity", "`-Infinity` is not a number", "such as 1234.5"),
        ("fr", "n/a", "`n/a` is not a number", "such as 1234,5"),
        ("en", "-", "`-` is not a number", "leave it out"),
        ("en", "0x1F", "`0x1F` is not a number", "write digits"),
        ("en", "--5", "`--5` is not a number", "write digits"),
        ("en", "5-", "`5-` is not a number", "write digits"),
        ("en", "(5)", "`(5)` is not a number", "write digits"),
        ("en", "1_000", "`1_000` is not a number", "write digits"),
        ("en", "=1+1", "`=1+1` is not a number", "write digits"),
        ("en", "1e", "`1e` is not a number", "write digits"),
        ("en", "e5", "`e5` is not a number", "write digits"),
        ("en", "1e5e5", "`1e5e5` is not a number", "write digits"),
        ("en", "1e99999", "`1e99999` is not a number", "write digits"),
        ("en", "1e309", "`1e309` is too large", "in a larger unit"),
        ("en", "-1e309", "`-1e309` is too large", "in a larger unit"),
        ("en", "1e-999", "`1e-999` is too small", "in a smaller unit"),
        ("en", "ca. 12", "`ca. 12` is not a number", "write digits"),
        ("en", "1\n2", "`1\u{fffd}2` is not a number", "write digits"),
        ("en", "½", "`½` is not a number", "write digits"),
    ] {
        let error = parse_number(text, tag).expect_err(text);
        assert!(error.message.starts_with(message), "{tag} {text}: {}", error.message);
        assert!(error.help.contains(help), "{tag} {text}: {}", error.help);
    }
}

#[test]
fn huge_texts_make_short_messages() {
    for text in ["9".repeat(100_000), ",".repeat(100_000), "1,".repeat(50_000), "1.".repeat(50_000), "é".repeat(100_000)] {
        for tag in ["en", "fr", "ar"] {
            let error = parse_number(&text, tag).expect_err("no number");
            assert!(error.message.len() + error.help.len() < 400, "{}", error.message);
        }
    }
}

#[test]
fn what_is_written_is_read_back() {
    for tag in ["en", "fr", "de", "es", "ar", "pt", "pl", "it", "tr", "he", "de-CH", "ar-EG"] {
        let locale = super::locale(tag);
        for value in [0.0, 0.5, 12.25, 1234.5, -98_765.4, 1_234_567.89, 20_260_312.0] {
            assert_eq!(parse_number(&locale.decimal(value, 2), tag), Ok(value), "{tag}");
        }
    }
}
