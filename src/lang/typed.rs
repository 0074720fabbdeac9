//! Owns how numbers that people typed into a table of some language are read; apart from writing them, which is much simpler.

use super::convention::has_decimal_point;

/// Why a text is not read as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberError {
    /// A lower-case phrase that names the text.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl std::fmt::Display for NumberError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for NumberError {}

/// The number that a text stands for in a language (BCP 47 tag): `1,234.5` in English, `1.234,5` or `1 234,5` in French or German,
/// `١٬٢٣٤٫٥` in Arabic; `1234.5` and `1e6` wherever nothing else could be meant. Always finite.
///
/// # Errors
/// What is no number, what could be two numbers, and what carries a unit.
pub fn parse_number(text: &str, tag: &str) -> Result<f64, NumberError> {
    // Marks of direction come along when Arabic is copied; they say nothing about the number.
    let visible: String = text.chars().filter(|c| !is_mark(*c)).map(to_latin_digit).collect();
    let shown = excerpt(text.trim());
    let visible = visible.trim();
    let point = has_decimal_point(tag);
    if visible.is_empty() {
        return fault("a number is missing".to_owned(), "write a number; leave it out if there is none".to_owned());
    }
    refuse_units(visible, &shown)?;
    let (negative, unsigned) = match visible.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, visible.strip_prefix('+').unwrap_or(visible).trim_start()),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) if is_exponent(exponent) => (mantissa, Some(exponent)),
        _ => (unsigned, None),
    };
    if !mantissa.chars().all(|c| c.is_ascii_digit() || Mark::of(c).is_some()) || !mantissa.contains(|c: char| c.is_ascii_digit())
    {
        let example = if point { "1234.5" } else { "1234,5" };
        return fault(
            format!("`{shown}` is not a number"),
            format!("write digits, such as {example}; leave it out if there is no value"),
        );
    }
    let (whole, fraction) = separate(mantissa, point, exponent.is_some(), &shown)?;
    let significant = whole.bytes().chain(fraction.bytes()).any(|digit| digit != b'0');
    let canonical = format!("{whole}.{fraction}e{}", exponent.unwrap_or("0"));
    match canonical.parse::<f64>() {
        Ok(value) if value.is_infinite() => {
            fault(format!("`{shown}` is too large"), "write it in a larger unit, such as millions".to_owned())
        }
        Ok(value) if value == 0.0 && significant => {
            fault(format!("`{shown}` is too small"), "write it in a smaller unit, or as 0".to_owned())
        }
        Ok(value) => Ok(if negative && value != 0.0 { -value } else { value }),
        Err(_) => fault(format!("`{shown}` is not a number"), "write digits only".to_owned()),
    }
}

/// What may stand between digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Point,
    Comma,
    ArabicDecimal,
    ArabicGroup,
    Space,
    Apostrophe,
}

impl Mark {
    fn of(c: char) -> Option<Self> {
        match c {
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            '\u{66b}' => Some(Self::ArabicDecimal),
            '\u{66c}' => Some(Self::ArabicGroup),
            ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => Some(Self::Space),
            '\'' | '\u{2019}' => Some(Self::Apostrophe),
            _ => None,
        }
    }
}

/// Whole and fractional digits of a text of digits and marks, the whole ones without grouping.
fn separate(mantissa: &str, point: bool, scientific: bool, shown: &str) -> Result<(String, String), NumberError> {
    let count = |mark| mantissa.chars().filter(|c| Mark::of(*c) == Some(mark)).count();
    let (points, commas, arabic) = (count(Mark::Point), count(Mark::Comma), count(Mark::ArabicDecimal));
    let decimal = if arabic > 0 {
        Mark::ArabicDecimal
    } else if point {
        Mark::Point
    } else if points == 1 && commas == 0 {
        // In a language of the comma, a lone point is a decimal point where it can't group thousands.
        let others = mantissa.chars().filter_map(Mark::of).any(|mark| mark != Mark::Point);
        if !others && !scientific && grouped(mantissa, Mark::Point).is_some() {
            let joined = mantissa.replace('.', "");
            let decimal = mantissa.replace('.', ",");
            return fault(format!("`{shown}` is ambiguous"), format!("write {joined} or {decimal}"));
        }
        Mark::Point
    } else {
        Mark::Comma
    };
    let is_decimal = |c: char| Mark::of(c) == Some(decimal);
    let (whole, fraction) = mantissa.split_once(is_decimal).unwrap_or((mantissa, "0"));
    let marks: Vec<Mark> = whole.chars().filter_map(Mark::of).collect();
    let group = marks.first().copied();
    let digits = match group {
        None => Some(whole.to_owned()),
        // The other language's decimal mark groups only where this language's own mark is free for the decimals.
        Some(Mark::Comma | Mark::Point) if decimal == Mark::ArabicDecimal => None,
        Some(mark) if marks.iter().all(|other| *other == mark) => grouped(whole, mark),
        Some(_) => None,
    };
    match digits {
        Some(digits) if !fraction.is_empty() && fraction.bytes().all(|digit| digit.is_ascii_digit()) => {
            Ok((if digits.is_empty() { "0".to_owned() } else { digits }, fraction.to_owned()))
        }
        _ => Err(misread(mantissa, point, shown)),
    }
}

/// The digits of groups of three; nothing where the groups are of another size, or begin with a zero as no grouped number does.
fn grouped(whole: &str, mark: Mark) -> Option<String> {
    let groups: Vec<&str> = whole.split(|c| Mark::of(c) == Some(mark)).collect();
    let (first, rest) = groups.split_first()?;
    let fits = (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3);
    (fits && groups.concat().bytes().all(|digit| digit.is_ascii_digit())).then(|| groups.concat())
}

/// The finding for digits whose marks don't fit the language: where they fit a language of the other kind, it shows how to write them.
fn misread(mantissa: &str, point: bool, shown: &str) -> NumberError {
    let (foreign, own, other) = if point { (',', '.', '.') } else { ('.', ',', ',') };
    let by_foreign =
        mantissa.split_once(foreign).filter(|(_, tail)| !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_digit()));
    if let Some((head, tail)) = by_foreign {
        let head: String = head.chars().filter(char::is_ascii_digit).collect();
        let head = if head.is_empty() { "0" } else { head.as_str() };
        let (mark, name, ending) = if point { ("comma", "French", ".fr") } else { ("point", "English", ".en") };
        return NumberError {
            message: format!("`{shown}` has a decimal {mark}, which this column's language does not write"),
            help: format!("write {head}{own}{tail}, or end the name of the column with `{ending}` if it is {name}"),
        };
    }
    let digits: String = mantissa.chars().filter(|c| c.is_ascii_digit()).take(20).collect();
    NumberError {
        message: format!("`{shown}` is not a number: its separators do not part thousands from each other"),
        help: format!("write the digits without separators, such as {digits}, and decimals after one `{other}`"),
    }
}

/// Units belong to the indicator or to a column of their own, not into a value.
fn refuse_units(text: &str, shown: &str) -> Result<(), NumberError> {
    if text.contains(['%', '\u{66a}', '\u{2030}']) {
        return fault(
            format!("`{shown}` carries a percent sign"),
            "write the number alone; that it is a percentage is said where the value is defined".to_owned(),
        );
    }
    let letters = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_uppercase());
    let head: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let tail: String = text.chars().rev().take_while(char::is_ascii_alphabetic).collect();
    let code = text.contains(|c: char| c.is_ascii_digit()) && (letters(&head) || letters(&tail));
    if code || text.contains(is_currency_sign) {
        return fault(
            format!("`{shown}` carries a currency"),
            "write the amount alone; the currency is said in a field of its own".to_owned(),
        );
    }
    Ok(())
}

fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '\u{a2}'..='\u{a5}' | '\u{58f}' | '\u{60b}' | '\u{e3f}' | '\u{20a0}'..='\u{20cf}' | '\u{fdfc}')
}

fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn to_latin_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// As much of a text as fits into a message, without what would upset a terminal.
pub(super) fn excerpt(text: &str) -> String {
    const MOST: usize = 40;
    let mut shown: String = text.chars().take(MOST).map(|c| if c.is_control() || is_mark(c) { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

fn fault<T>(message: String, help: String) -> Result<T, NumberError> {
    Err(NumberError { message, help })
}
