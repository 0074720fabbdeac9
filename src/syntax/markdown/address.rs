//! Owns which addresses may stand in a link and how they are written there. It is apart because a browser reads addresses far more
//! generously than people do, and every trick lives in the difference.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The address as it may stand in an attribute (not yet escaped for HTML), or `None` where it may not: a scheme other than `http`,
/// `https`, `mailto` and `tel`, no or no possible host, a user name or password, a control character, or nothing at all. Relative
/// addresses pass. What a browser would have to repair is percent-encoded; letters of any script stay legible.
pub fn address(href: &str) -> Option<String> {
    // Browsers drop these before they look at the scheme, so they go before we do.
    let href: String = href.trim_matches(|c: char| c <= ' ' || c.is_whitespace()).replace(['\t', '\n', '\r'], "");
    if href.is_empty() || href.contains(char::is_control) {
        return None;
    }
    let mut out = String::with_capacity(href.len());
    let mut rest = href.as_str();
    let end = rest.find([':', '/', '?', '#']).unwrap_or(rest.len());
    let mut has_host = rest.starts_with("//");
    if rest[end..].starts_with(':') {
        let scheme = rest[..end].to_ascii_lowercase();
        rest = &rest[end + 1..];
        has_host = match scheme.as_str() {
            "http" | "https" => true,
            "mailto" | "tel" if !rest.is_empty() => false,
            _ => return None,
        };
        out.push_str(&scheme);
        out.push(':');
    }
    if has_host {
        rest = rest.strip_prefix("//")?;
        // To a browser a backslash ends the host too; as part of it, it is refused.
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if !is_authority(authority) {
            return None;
        }
        out.push_str("//");
        out.push_str(authority);
        rest = path;
    }
    encode(&mut out, rest);
    Some(out)
}

/// Whether an address, as [`address`] writes it, leads to another host.
pub(super) fn is_external(address: &str) -> bool {
    ["http:", "https:", "//"].iter().any(|start| address.starts_with(start))
}

/// Whether an address, as [`address`] writes it, can be that of an image.
pub(super) fn is_retrievable(address: &str) -> bool {
    !["mailto:", "tel:"].iter().any(|start| address.starts_with(start))
}

/// A host that can exist, with a port or without. A user name before it serves only to deceive, and a password is not for readers.
fn is_authority(authority: &str) -> bool {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (authority, ""),
    };
    if !port.is_empty() && (port.starts_with('+') || port.parse::<u16>().is_err()) {
        return false;
    }
    if let Some(address) = host.strip_prefix('[') {
        return address.strip_suffix(']').is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    let labels = || host.strip_suffix('.').unwrap_or(host).split('.');
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    // A browser takes a host that ends in a number for an address, also in the notations of old (`0x7f.1`).
    let is_number = labels().next_back().is_some_and(|label| label.starts_with(|c: char| c.is_ascii_digit()));
    if is_number { host.parse::<Ipv4Addr>().is_ok() } else { labels().all(is_label) }
}

/// Adds a path, query and fragment, with all that is not allowed in them percent-encoded; what is encoded already stays.
fn encode(out: &mut String, text: &str) {
    let mut in_fragment = false;
    for (at, c) in text.char_indices() {
        let allowed = match c {
            '%' => text.as_bytes().get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)),
            '#' => !std::mem::replace(&mut in_fragment, true),
            _ => c.is_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(c),
        };
        if allowed {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_as_browsers_read_them() {
        let cases = [
            ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
            ("HTTPS://Example.org", "https://Example.org"),
            (" \t\nhttps://example.org\u{a0} ", "https://example.org"),
            ("ht\ntps://exa\tmple.org", "https://example.org"),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
            ("http://[::1]:80/x", "http://[::1]:80/x"),
            ("https://bücher.example/über uns/", "https://bücher.example/über%20uns/"),
            ("//cdn.example/x", "//cdn.example/x"),
            ("mailto:a@b.example?subject=Hello you", "mailto:a@b.example?subject=Hello%20you"),
            ("tel:+33 1 23", "tel:+33%201%2023"),
            ("../a b/c[1].html", "../a%20b/c%5B1%5D.html"),
            ("goals.md#الرؤية", "goals.md#الرؤية"),
            ("#a#b", "#a%23b"),
            ("100%", "100%25"),
            ("a%20b%zz", "a%20b%25zz"),
            ("?q=a:b", "?q=a:b"),
            ("a/b:c", "a/b:c"),
            ("\\\\evil.example", "%5C%5Cevil.example"),
            ("/\\evil.example", "/%5Cevil.example"),
            ("x\u{202e}y\"<>`{}|^", "x%E2%80%AEy%22%3C%3E%60%7B%7D%7C%5E"),
        ];
        for (input, expected) in cases {
            assert_eq!(address(input).as_deref(), Some(expected), "{input:?}");
            assert_eq!(address(expected).as_deref(), Some(expected), "what is written is read the same way");
        }
    }

    #[test]
    fn what_could_do_harm_is_refused() {
        let cases = [
            "",
            "  ",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript\r:alert(1)",
            "java\0script:alert(1)",
            "javascript\u{200b}:alert(1)",
            "\u{feff}javascript:alert(1)",
            "ｊavascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://a.example",
            "view-source:https://a.example",
            "file:///etc/passwd",
            "ftp://a.example",
            ":x",
            "a b:c",
            "http:a.example",
            "https:/a.example",
            "https://",
            "https:///a",
            "https://a b/",
            "https://a.example\\@b.example",
            "https://a.example\\b",
            "https:\\\\a.example",
            "https://user@a.example",
            "https://good.example:x@evil.example",
            "https://a.example:99999",
            "https://a.example:+80",
            "https://a..b",
            "https://999.1.1.1",
            "https://0x7f.1",
            "https://[::1",
            "https://a<b>.example",
            "///a.example",
            "mailto:",
            "tel:",
        ];
        for input in cases {
            assert_eq!(address(input), None, "{input:?}");
        }
    }
}
