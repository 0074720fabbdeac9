//! Owns the setting of a title on a card: which of its letters we have, how large it can be, and where its lines end.

use super::Studio;

/// A title set in lines.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Setting {
    /// Its lines.
    pub lines: Vec<String>,
    /// Size of its letters in pixels.
    pub size: u32,
}

/// Height of a line, in parts of a hundred of the size of its letters.
pub const LEADING: u32 = 118;
/// Letters of a title that are looked at; what is longer is cut in any case.
const LONGEST: usize = 400;
/// Width of a space, in letters of 100 pixels.
const SPACE: f32 = 26.0;
/// Share of letters that may be missing before the whole text is given up, in percent.
const MISSING: usize = 10;

/// Letters that the fonts of cards have, by their first and last: Latin, Greek, Cyrillic, Arabic with Persian and Urdu, and what stands between words.
const LETTERS: &[(char, char)] = &[
    ('\u{20}', '\u{7e}'),
    ('\u{a0}', '\u{24f}'),
    ('\u{259}', '\u{259}'),
    ('\u{300}', '\u{304}'),
    ('\u{306}', '\u{30c}'),
    ('\u{326}', '\u{328}'),
    ('\u{384}', '\u{38a}'),
    ('\u{38c}', '\u{38c}'),
    ('\u{38e}', '\u{3a1}'),
    ('\u{3a3}', '\u{3ff}'),
    ('\u{400}', '\u{45f}'),
    ('\u{490}', '\u{493}'),
    ('\u{60c}', '\u{60c}'),
    ('\u{61b}', '\u{61b}'),
    ('\u{61f}', '\u{61f}'),
    ('\u{620}', '\u{652}'),
    ('\u{660}', '\u{671}'),
    ('\u{679}', '\u{679}'),
    ('\u{67e}', '\u{67e}'),
    ('\u{686}', '\u{686}'),
    ('\u{688}', '\u{688}'),
    ('\u{691}', '\u{691}'),
    ('\u{698}', '\u{698}'),
    ('\u{6a9}', '\u{6a9}'),
    ('\u{6af}', '\u{6af}'),
    ('\u{6ba}', '\u{6ba}'),
    ('\u{6be}', '\u{6be}'),
    ('\u{6c1}', '\u{6c2}'),
    ('\u{6cc}', '\u{6cc}'),
    ('\u{6d2}', '\u{6d4}'),
    ('\u{6f0}', '\u{6f9}'),
    ('\u{1e00}', '\u{1eff}'),
    ('\u{2010}', '\u{2015}'),
    ('\u{2018}', '\u{201e}'),
    ('\u{2020}', '\u{2022}'),
    ('\u{2026}', '\u{2026}'),
    ('\u{2030}', '\u{2030}'),
    ('\u{2032}', '\u{2033}'),
    ('\u{2039}', '\u{203a}'),
    ('\u{2070}', '\u{2071}'),
    ('\u{2074}', '\u{208e}'),
    ('\u{20a6}', '\u{20a6}'),
    ('\u{20ac}', '\u{20ac}'),
    ('\u{2122}', '\u{2122}'),
    ('\u{2190}', '\u{2193}'),
    ('\u{2212}', '\u{2212}'),
    ('\u{2248}', '\u{2248}'),
    ('\u{2264}', '\u{2265}'),
];

/// The text in letters that cards have, in one line of single spaces. Nothing where too many of its letters are missing (Georgian, Chinese), since half a title
/// misleads; signs that are missing, such as emoji, are only left out.
pub fn legible(text: &str) -> Option<String> {
    let known = |c: char| LETTERS.iter().any(|(first, last)| (*first..=*last).contains(&c));
    let (mut letters, mut missing) = (0, 0);
    let mut out = String::new();
    for c in text.chars().take(LONGEST) {
        letters += usize::from(c.is_alphanumeric());
        missing += usize::from(c.is_alphanumeric() && !known(c));
        if c.is_whitespace() {
            out.push(' ');
        } else if known(c) {
            out.push(c);
        }
    }
    let words: Vec<&str> = out.split(' ').filter(|word| !word.is_empty()).collect();
    (letters > 0 && missing * 100 <= letters * MISSING).then(|| words.join(" "))
}

/// The room that a text has, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Width of its lines.
    pub width: u32,
    /// Height of all lines together.
    pub height: u32,
}

impl Studio {
    /// Sets a text in bold letters of the first of `sizes` in which it fits its room, in lines of about the same length. In the last size, the end of one that has
    /// no room is cut.
    pub fn set(&self, text: &str, room: Room, sizes: &[u32]) -> Setting {
        let smallest = sizes.last().copied().unwrap_or(100).max(1);
        // All is measured in letters of 100 pixels.
        let measure = |size: u32| room.width as f32 * 100.0 / size as f32;
        let most = |size: u32| ((room.height * 100 / (size * LEADING)) as usize).max(1);
        let whole: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let widths = self.widths(&whole);
        let words: Vec<(String, f32)> =
            whole.iter().zip(widths).flat_map(|(word, width)| pieces(word, width, measure(smallest))).collect();
        for &size in sizes {
            let fits = |room: f32| {
                let set = words.iter().all(|(_, width)| *width <= room).then(|| fill(&words, room));
                set.filter(|set| set.len() <= most(size))
            };
            let Some(set) = fits(measure(size)) else { continue };
            // The narrowest measure that gives no more lines is the one in which they are most alike.
            let even = (5..10).filter_map(|tenth| fits(measure(size) * tenth as f32 / 10.0)).find(|even| even.len() == set.len());
            return Setting { lines: even.unwrap_or(set), size };
        }
        let mut lines = fill(&words, measure(smallest));
        lines.truncate(most(smallest));
        if let Some(last) = lines.last_mut() {
            // A word goes, so that there is room for the sign that says so.
            let end = last.rfind(' ').unwrap_or(last.len().saturating_sub(1));
            let end = (0..=end).rev().find(|end| last.is_char_boundary(*end)).unwrap_or_default();
            last.truncate(end);
            last.push('…');
        }
        Setting { lines, size: smallest }
    }
}

/// A word, or the parts that one too long for a line is broken into.
fn pieces(word: &str, width: f32, room: f32) -> Vec<(String, f32)> {
    if width <= room {
        return vec![(word.to_owned(), width)];
    }
    let count = (width / (room * 0.9)).ceil();
    let letters: Vec<char> = word.chars().collect();
    let each = (letters.len() as f32 / count).ceil().max(1.0) as usize;
    letters.chunks(each).map(|part| (part.iter().collect(), width * part.len() as f32 / letters.len() as f32)).collect()
}

/// Words in lines of at most a width, each as full as it gets.
fn fill(words: &[(String, f32)], room: f32) -> Vec<String> {
    let mut lines: Vec<(String, f32)> = Vec::new();
    for (word, width) in words {
        match lines.last_mut() {
            Some((line, used)) if *used + SPACE + width <= room => {
                line.push(' ');
                line.push_str(word);
                *used += SPACE + width;
            }
            _ => lines.push((word.clone(), *width)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}
