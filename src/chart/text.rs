//! Measures, cuts and wraps labels by estimated width; apart because a build has no fonts to ask, and every chart must guess alike.

/// Takes out what would break a drawing: control characters, and marks that reorder the text around them. White space becomes single spaces.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {}
            // A space that does not break, and a narrow one, hold a number and its unit together.
            '\u{a0}' | '\u{202f}' => out.push(c),
            c if c.is_whitespace() || c.is_control() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Whether a text reads from right to left, by its first letter; `None` for digits and signs alone.
pub(super) fn reads_rtl(text: &str) -> Option<bool> {
    text.chars().find_map(|c| match c {
        '\u{200e}' => Some(false),
        '\u{200f}' | '\u{61c}' => Some(true),
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => c.is_alphabetic().then_some(true),
        c => c.is_alphabetic().then_some(false),
    })
}

/// The same in a picture of a direction: words of a picture from right to left may begin with a number and a foreign unit, or with a mark that holds
/// a sign at its number.
pub(super) fn reads_within(text: &str, rtl: bool) -> Option<bool> {
    let own = rtl && text.chars().any(|c| reads_rtl(c.encode_utf8(&mut [0; 4])) == Some(true));
    if own { Some(true) } else { reads_rtl(text) }
}

/// The estimated width of a text in drawing units.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The width of one character in parts of the font size: a little more than what common sans-serif fonts take.
fn advance(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}'
        | '\u{61c}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{200b}'..='\u{200f}'
        | '\u{fe00}'..='\u{fe0f}' => 0.0,
        ' ' | '\u{a0}' | '\u{202f}' | 'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' | '·' | '’' => 0.29,
        'I' | 'f' | 't' | 'r' | '-' | '(' | ')' | '[' | ']' | '/' | '"' => 0.38,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | 'œ' | 'æ' => 0.93,
        '0'..='9' | 'a'..='z' | '–' => 0.585,
        'A'..='Z' => 0.68,
        'ا' | 'أ' | 'إ' | 'آ' | 'د' | 'ذ' | 'ر' | 'ز' | 'ل' | 'ء' => 0.38,
        'س' | 'ش' | 'ص' | 'ض' => 0.86,
        '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => 0.56,
        c if is_wide(c) => 1.05,
        c if c.is_uppercase() => 0.7,
        c if c.is_lowercase() => 0.62,
        _ => 0.72,
    }
}

/// East Asian characters and pictographs, which fill a square; a line may break beside them.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{1f000}'..='\u{3ffff}')
}

/// What sums of widths may be off by through rounding: a text fits exactly the width it was measured to have.
const SLACK: f64 = 0.01;

/// The text on one line, with an ellipsis where it was cut.
pub(super) fn fit(text: &str, size: f64, max: f64) -> String {
    let text = clean(text);
    if width(&text, size) <= max + SLACK {
        return text;
    }
    let mut room = max + SLACK - advance('…') * size;
    let mut out: String = text
        .chars()
        .take_while(|&c| {
            room -= advance(c) * size;
            room >= 0.0
        })
        .collect();
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// The text on at most `limit` lines; breaks at spaces, behind hyphens and slashes, beside East Asian characters, and inside words
/// that fill a line alone. The last line is cut with an ellipsis.
pub(super) fn wrap(text: &str, size: f64, max: f64, limit: usize) -> Vec<String> {
    let text = clean(text);
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() && lines.len() < limit {
        if lines.len() + 1 == limit {
            lines.push(fit(rest, size, max));
            break;
        }
        let end = line_end(rest, size, max);
        lines.push(rest[..end].trim_end().to_string());
        rest = rest[end..].trim_start();
    }
    lines
}

/// The same, with lines of about one length: the narrowest width that needs no more lines. For centred text, where a last word alone looks lost.
pub(super) fn balance(text: &str, size: f64, max: f64, limit: usize) -> Vec<String> {
    let greedy = wrap(text, size, max, limit);
    if greedy.len() < 2 || greedy.last().is_some_and(|line| line.ends_with('…')) {
        return greedy;
    }
    let (mut low, mut high) = (max * 0.5, max);
    while high - low > size / 2.0 {
        let middle = (low + high) / 2.0;
        let lines = wrap(text, size, middle, greedy.len());
        let whole = lines.concat().chars().filter(|c| *c != ' ').eq(greedy.concat().chars().filter(|c| *c != ' '));
        // A word broken in two would also fill lines evenly; only breaks between words count.
        if whole && longest_word(text, size) <= middle { high = middle } else { low = middle }
    }
    wrap(text, size, high, greedy.len())
}

fn longest_word(text: &str, size: f64) -> f64 {
    clean(text).split(' ').map(|word| width(word, size)).fold(0.0, f64::max)
}

/// The byte at which the first line of a text ends.
fn line_end(text: &str, size: f64, max: f64) -> usize {
    let mut room = max + SLACK;
    let mut gap = None;
    for (at, c) in text.char_indices() {
        if c == ' ' || (is_wide(c) && at > 0) {
            gap = Some(at);
        }
        room -= advance(c) * size;
        if room < 0.0 && at > 0 && advance(c) > 0.0 {
            return gap.unwrap_or(at);
        }
        // A break behind a leading sign would leave it alone on its line, and pull a minus off its number.
        if matches!(c, '-' | '/' | '–' | '\u{200b}') && at > 1 {
            gap = Some(at + c.len_utf8());
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans_what_could_reorder_or_break() {
        for (given, want) in [
            ("a\u{202e}b", "ab"),
            (" a \n\t b ", "a b"),
            ("a\u{0}b", "a b"),
            ("", ""),
            ("1\u{a0}%", "1\u{a0}%"),
            ("\u{2067}x\u{2069}", "x"),
        ] {
            assert_eq!(clean(given), want, "{given:?}");
        }
    }

    #[test]
    fn direction_follows_the_first_letter() {
        for (given, want) in [
            ("Acme", Some(false)),
            ("2026", None),
            ("٢٠٢٦", None),
            ("١ هدف", Some(true)),
            ("(עברית)", Some(true)),
            ("12 €", None),
            ("中文", Some(false)),
        ] {
            assert_eq!(reads_rtl(given), want, "{given}");
        }
    }

    #[test]
    fn wraps_within_the_width_and_loses_nothing_but_the_last_lines_tail() {
        for text in [
            "one two three four five",
            "Wertschöpfungskettenzusammenarbeit",
            "産業集積の競争力を高める",
            "export/import-promotion and more",
        ] {
            let lines = wrap(text, 12.0, 60.0, 50);
            assert!(lines.iter().all(|line| width(line, 12.0) <= 60.5), "{lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
        let cut = wrap(&"word ".repeat(2000), 12.0, 80.0, 3);
        assert_eq!(cut.len(), 3);
        assert!(cut[2].ends_with('…') && width(&cut[2], 12.0) <= 80.0);
    }

    #[test]
    fn balanced_lines_are_as_many_and_lose_nothing() {
        for text in
            ["made by small firms that learn, buy and sell together.", "Wertschöpfungskettenzusammenarbeit im Tal", "one", ""]
        {
            let (greedy, even) = (wrap(text, 12.0, 150.0, 9), balance(text, 12.0, 150.0, 9));
            assert_eq!((greedy.len(), greedy.concat().replace(' ', "")), (even.len(), even.concat().replace(' ', "")));
        }
        let longest = |lines: &[String]| lines.iter().map(|line| width(line, 12.0)).fold(0.0, f64::max);
        let text = "Firms earn more from design";
        assert!(longest(&balance(text, 12.0, 150.0, 9)) < longest(&wrap(text, 12.0, 150.0, 9)));
    }

    #[test]
    fn estimates_lie_close_above_what_a_common_font_takes() {
        // Measured in a browser with Noto Sans, in parts of the font size.
        for (text, measured) in [
            ("the quick brown fox jumps over the lazy dog sign membership agreements", 35.13),
            ("Working Group on Joint Procurement General Assembly", 26.11),
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 16.5),
            ("0123456789", 5.72),
            ("Développement économique à l’étranger, bénéficiaires", 25.47),
            ("Wertschöpfungskettenzusammenarbeit für große Unternehmen", 30.24),
            ("منهج مشغلي آلات التحكم الرقمي", 13.62),
            ("المنشآت الصغيرة والمتوسطة", 12.09),
            ("تعزيز القدرة التنافسية للمنشآت", 12.9),
            ("مضاعفة حصة الصادرات لشركاتنا الصغيرة", 17.03),
            ("٠١٢٣٤٥٦٧٨٩", 5.37),
            ("Развитие промышленного кластера", 17.75),
            ("Ανάπτυξη του συμπλέγματος", 13.72),
            ("კლასტერის განვითარება", 12.14),
            ("産業集積の競争力", 8.0),
        ] {
            let ratio = width(text, 1.0) / measured;
            assert!((0.98..1.16).contains(&ratio), "{text}: {ratio:.2}");
        }
    }

    #[test]
    fn no_room_at_all_still_ends() {
        assert_eq!(fit("word", 12.0, 0.0), "…");
        assert_eq!(wrap("ab", 12.0, 0.0, 9), ["a", "b"]);
        assert!(wrap("", 12.0, 50.0, 3).is_empty());
    }
}
