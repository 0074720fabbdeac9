//! Owns what makes authored text safe to print: a file under review must not move the cursor, colour the log or turn its text
//! around.

/// The longest message, label or help that is printed for people, in characters; a value quoted in one may be a whole file.
const LONGEST: usize = 600;

/// The character to print for one of a source line: itself unless it acts on the terminal or on the direction of what follows.
/// One for one, so that columns stay true. Tabs and newlines stay.
pub(super) fn visible(character: char) -> char {
    match character {
        '\t' | '\n' => character,
        // Unicode has a picture for each of these.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '␡',
        // C1 controls (one of them opens an escape sequence), line and paragraph separators, embeddings, overrides and isolates
        // of direction, a byte-order mark inside of text, interlinear marks and invisible tags. The plain marks of direction
        // stay, since honest Arabic and Hebrew text has them and they reach no further than their neighbours.
        '\u{80}'..='\u{9f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

/// A text of several lines made safe to print, and cut where it is too long.
pub(super) fn paragraph(text: &str) -> String {
    let mut clean: String = text.chars().take(LONGEST).filter(|&c| c != '\r').map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        clean.push('…');
    }
    clean
}

/// A text of one line made safe to print: as [`paragraph`], with line breaks and tabs made visible or plain.
pub(super) fn line(text: &str) -> String {
    paragraph(text).replace('\n', "␊").replace('\t', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_acts_on_a_terminal_becomes_visible() {
        for (hostile, expected) in [
            ("plain, é, 漢, مرحبا", "plain, é, 漢, مرحبا"),
            ("\u{1b}[31mred\u{1b}[0m", "␛[31mred␛[0m"),
            ("\u{1b}]8;;http://x\u{7}", "␛]8;;http://x␇"),
            ("\u{9b}31m", "\u{fffd}31m"),
            ("a\u{202e}b\u{2066}c\u{2069}", "a\u{fffd}b\u{fffd}c\u{fffd}"),
            ("a\nb\r\nc\td", "a␊b␊c d"),
            ("\0\u{8}\u{7f}", "␀␈␡"),
            ("a\u{2028}b\u{feff}c\u{e0041}", "a\u{fffd}b\u{fffd}c\u{fffd}"),
            ("م\u{200f}.\u{200d}", "م\u{200f}.\u{200d}"),
        ] {
            assert_eq!(line(hostile), expected, "{hostile:?}");
        }
        assert_eq!(paragraph("a\r\n\tb"), "a\n\tb");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let cut = line(&"é".repeat(LONGEST + 1));
        assert_eq!(cut, format!("{}…", "é".repeat(LONGEST)));
        assert_eq!(line(&"é".repeat(LONGEST)), "é".repeat(LONGEST));
    }
}
