//! Owns the way of characters in and out of HTML: what is escaped, what may not stand there at all, and what entities mean.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

/// Adds text as the content of an element.
pub(super) fn text(out: &mut String, text: &str) {
    escape(out, text, false);
}

/// Adds text as a value between double quotes.
pub(super) fn attribute(out: &mut String, text: &str) {
    escape(out, text, true);
}

fn escape(out: &mut String, text: &str, quotes: bool) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let replacement = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' if quotes => "&quot;",
            b'\r' => "\n",
            b'\t' | b'\n' => continue,
            0..0x20 | 0x7f => "\u{fffd}",
            // The lead bytes of everything outside ASCII that HTML forbids; all other characters pass without being decoded.
            0xc2 | 0xef.. if text[at..].starts_with(is_forbidden) => "\u{fffd}",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(replacement);
        done = at + text[at..].chars().next().map_or(1, char::len_utf8);
    }
    out.push_str(&text[done..]);
}

/// Whether a character may stand in HTML as itself or as a reference.
pub(super) fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n') || !(c.is_ascii_control() || is_forbidden(c))
}

/// Control characters outside ASCII and the code points that are no characters.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// The text with its character references (`&amp;`, `&#233;`) resolved. One without a semicolon stays as it is, which is safe
/// because all output is escaped.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    /// The longest reference that HTML knows has 33 bytes.
    const LONGEST: usize = 33;
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = rest.bytes().take(LONGEST).position(|byte| byte == b';').map_or(1, |semicolon| semicolon + 1);
        let (reference, after) = rest.split_at(length);
        // The Markdown parser holds the list of names; a lone reference means to it just what it means in HTML.
        let mut events = Parser::new(reference).filter_map(|event| if let Event::Text(text) = event { Some(text) } else { None });
        match reference {
            "&" => out.push('&'),
            "&amp;" => out.push('&'),
            "&lt;" => out.push('<'),
            "&gt;" => out.push('>'),
            "&quot;" => out.push('"'),
            "&nbsp;" => out.push('\u{a0}'),
            _ if is_reference(reference) => events.by_ref().for_each(|text| out.push_str(&text)),
            _ => {
                out.push('&');
                rest = &rest[1..];
                continue;
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out.into()
}

/// Whether this looks like `&name;` or `&#…;`, so that Markdown sees nothing else in it.
fn is_reference(text: &str) -> bool {
    let name = text.strip_prefix('&').and_then(|text| text.strip_suffix(';')).unwrap_or_default();
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_escaped_or_replaced() {
        let cases = [
            ("a < b > c & \"d\" 'e'", "a &lt; b &gt; c &amp; \"d\" 'e'", "a &lt; b &gt; c &amp; &quot;d&quot; 'e'"),
            ("\0\u{1}\u{b}\u{7f}\t\n\r", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\t\n\n", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\t\n\n"),
            ("\u{85}é\u{a0}\u{fffe}\u{ffff}\u{fdd0}\u{1ffff}", "\u{fffd}é\u{a0}\u{fffd}\u{fffd}\u{fffd}\u{fffd}", ""),
            ("مرحبا 😀 ﷺ", "مرحبا 😀 ﷺ", ""),
        ];
        for (input, as_text, as_attribute) in cases {
            let (mut one, mut other) = (String::new(), String::new());
            text(&mut one, input);
            attribute(&mut other, input);
            assert_eq!(one, as_text);
            assert_eq!(other, if as_attribute.is_empty() { as_text } else { as_attribute });
        }
    }

    #[test]
    fn references_are_resolved_once() {
        let cases = [
            ("plain", "plain"),
            ("&amp;lt; &lt;b&gt;", "&lt; <b>"),
            ("java&#115;cript&colon;x", "javascript:x"),
            ("&#x6A;&Tab;&NewLine;", "j\t\n"),
            ("&eacute;&CounterClockwiseContourIntegral;", "é∳"),
            ("&nosuch; & &; &#; a&b=c;d &#106x", "&nosuch; & &; &#; a&b=c;d &#106x"),
            ("&*x*; &\u{e9}; &", "&*x*; &\u{e9}; &"),
        ];
        for (input, expected) in cases {
            assert_eq!(decode(input), expected, "{input}");
        }
    }
}
