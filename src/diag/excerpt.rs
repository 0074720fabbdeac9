//! Owns the lines of a file as they are shown beside a finding: safe to print, bounded in size, with the places in them kept
//! true.

use std::ops::Range;

use super::clean::visible;
use super::place::Places;
use crate::source::{FileId, Span};

/// A place of more lines than this is shown by its first line alone; what matters is where it begins.
const MOST_LINES: usize = 6;

/// Some lines of one file.
pub(super) struct Excerpt {
    /// The lines, each character of the file as one that is safe to print.
    pub(super) text: String,
    /// Number of the first line, from 1.
    pub(super) first_line: usize,
    /// The places asked for, as ranges of bytes of `text`, on the bounds of characters.
    pub(super) ranges: Vec<Range<usize>>,
}

/// The lines of `file` from the first to the last that the spans touch. `width` is the terminal's; what is wider than it at both
/// sides of a place is left to the renderer to cut, but no more of it than needed is handed over.
pub(super) fn excerpt(places: &Places<'_>, file: FileId, spans: &[Span], width: usize) -> Excerpt {
    let places_in_bytes: Vec<(usize, usize)> = spans.iter().map(|span| bounded(places, *span, width)).collect();
    let lines: Vec<(usize, usize)> =
        places_in_bytes.iter().map(|&(start, end)| (places.line_of(file, start), places.line_of(file, end))).collect();
    let first = lines.iter().map(|&(line, _)| line).min().unwrap_or(0);
    let last = lines.iter().map(|&(_, line)| line).max().unwrap_or(0);

    let mut text = String::new();
    let mut ranges = vec![0..0; spans.len()];
    for line in first..=last {
        if line > first {
            text.push('\n');
        }
        let ends = |&(at, end): &(usize, usize)| [at, end];
        let touched = places_in_bytes.iter().flat_map(ends).filter(|&at| places.line_of(file, at) == line).max();
        let cells = append_line(&mut text, places, file, line, touched, width);
        for (number, &(start, end)) in places_in_bytes.iter().enumerate() {
            if lines[number].0 == line {
                let cell = cells.partition_point(|&(offset, _)| offset <= start).saturating_sub(1);
                ranges[number].start = cells[cell].1;
            }
            if lines[number].1 == line {
                let cell = cells.partition_point(|&(offset, _)| offset < end).min(cells.len() - 1);
                ranges[number].end = cells[cell].1.max(ranges[number].start);
            }
        }
    }
    for (range, &(start, end)) in ranges.iter_mut().zip(&lines) {
        if start == end {
            *range = shortened(&text, range.clone(), width);
        }
    }
    Excerpt { text, first_line: first + 1, ranges }
}

/// Whether all lines from one place to the other are shown whole, so that several places, or a change to them, can be drawn into
/// one excerpt.
pub(super) fn fits(places: &Places<'_>, one: Span, other: Span, width: usize) -> bool {
    let first = places.line_of(one.file, one.start.min(other.start) as usize);
    let last = places.line_of(one.file, one.end.max(other.end) as usize);
    // Tabs take four columns each; everything else takes no more columns than bytes.
    let columns = |bytes: &[u8]| bytes.len() + 3 * bytes.iter().filter(|&&byte| byte == b'\t').count();
    last - first < 4 * MOST_LINES
        && (first..=last).all(|line| {
            let (start, end) = places.line(one.file, line);
            columns(&places.bytes(one.file)[start..end]) + 12 <= width
        })
}

/// The span within the file, without the line breaks at its end, and cut to its first line where the rest is too much to show.
fn bounded(places: &Places<'_>, span: Span, width: usize) -> (usize, usize) {
    let bytes = places.bytes(span.file);
    let start = bytes.len().min(span.start as usize);
    let mut end = bytes.len().min(span.end as usize).max(start);
    while end > start && matches!(bytes[end - 1], b'\n' | b'\r') {
        end -= 1;
    }
    let (first, last) = (places.line_of(span.file, start), places.line_of(span.file, end));
    let whole = last - first < MOST_LINES && fits(places, span, span, width);
    if first == last || whole { (start, end) } else { (start, places.line(span.file, first).1.max(start)) }
}

/// Appends a line and says at which offsets of the file and of the text each of its characters begins; the last entry is the end.
fn append_line(
    text: &mut String,
    places: &Places<'_>,
    file: FileId,
    line: usize,
    touched: Option<usize>,
    width: usize,
) -> Vec<(usize, usize)> {
    let bytes = places.bytes(file);
    let (start, end) = places.line(file, line);
    // Four bytes a character is the most, so this many always fill the terminal.
    let mut stop = end.min(touched.unwrap_or(start).max(start).saturating_add(4 * width + 16));
    while stop < end && bytes[stop] & 0xc0 == 0x80 {
        stop += 1;
    }
    let mut offset = start;
    let mut cells = Vec::new();
    for chunk in bytes[start..stop].utf8_chunks() {
        for character in chunk.valid().chars() {
            cells.push((offset, text.len()));
            offset += character.len_utf8();
            // It takes no column, as in `Sources::line_column`.
            if character != '\u{feff}' {
                text.push(visible(character));
            }
        }
        if !chunk.invalid().is_empty() {
            cells.push((offset, text.len()));
            offset += chunk.invalid().len();
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    cells.push((offset, text.len()));
    cells
}

/// A range of one line cut so that it fits the terminal with room at both sides, even where characters take two columns.
fn shortened(text: &str, range: Range<usize>, width: usize) -> Range<usize> {
    let most = (width / 2).saturating_sub(12).max(8);
    let under = text.get(range.clone()).unwrap_or_default();
    let length = under.char_indices().nth(most).map_or(under.len(), |(at, _)| at);
    range.start..range.start + length
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Report;
    use crate::diag::testing::{found, span};
    use crate::source::Sources;

    fn shown(bytes: &[u8], start: usize, end: usize) -> (String, usize, String) {
        let sources = Sources::from_memory([("a", bytes.to_vec())]);
        let span = span(&sources, "a", start, end);
        let report = Report::from_iter([found(span)]);
        let excerpt = excerpt(&Places::new(&report, &sources, ""), span.file, &[span], 80);
        let marked = excerpt.text[excerpt.ranges[0].clone()].to_owned();
        (excerpt.text, excerpt.first_line, marked)
    }

    #[test]
    fn the_lines_under_a_span_are_shown_and_nothing_else() {
        for (bytes, start, end, text, line, marked) in [
            (&b""[..], 0, 0, "", 1, ""),
            (b"", 7, 9, "", 1, ""),
            (b"a: b\n", 5, 5, "", 2, ""),
            (b"a: b\n", 4, 4, "a: b", 1, ""),
            (b"a: b\r\nc: d\r\n", 9, 12, "c: d", 2, "d"),
            (b"a\nb\nc\n", 2, 6, "b\nc", 2, "b\nc"),
            (b"\xef\xbb\xbfa: b", 3, 4, "a: b", 1, "a"),
            (b"\xef\xbb\xbfa: b", 0, 3, "a: b", 1, ""),
            (b"a\tb\x1bc", 2, 5, "a\tb␛c", 1, "b␛c"),
            (b"a\xff\xe6\xbcb", 1, 4, "a\u{fffd}\u{fffd}b", 1, "\u{fffd}\u{fffd}"),
            ("é".as_bytes(), 1, 1, "é", 1, "é"),
            ("éa".as_bytes(), 1, 2, "éa", 1, "é"),
            (b"1\n2\n3\n4\n5\n6\n7\n", 0, 13, "1", 1, "1"),
        ] {
            assert_eq!(shown(bytes, start, end), (text.to_owned(), line, marked.to_owned()), "{bytes:?} {start}..{end}");
        }
    }

    #[test]
    fn no_more_of_a_long_line_than_needed_is_handed_over() {
        let line = "漢".repeat(100_000);
        let (text, _, marked) = shown(line.as_bytes(), 30, 299_997);
        assert!(text.len() < 300_001 && marked.len() < 3 * 80, "{} {}", text.len(), marked.len());
        let (text, ..) = shown(line.as_bytes(), 30, 33);
        assert!(text.len() < 400);
    }

    #[test]
    fn every_span_of_a_ragged_file_is_on_the_bounds_of_characters() {
        let bytes = "\u{feff}é\r\n漢\t🎈\n\n\u{202e}x\r".as_bytes().iter().chain(b"\xff\xe6\n\x80").copied().collect::<Vec<_>>();
        for start in 0..=bytes.len() + 1 {
            for end in start..=bytes.len() + 1 {
                shown(&bytes, start, end);
            }
        }
    }
}
