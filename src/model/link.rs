//! Owns how the destination of a link in a text is understood, so that what the checks accept and what pages lead to are the same.

use super::Kind;
use super::load::entry_at;

/// Where a link in a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To an entry: written `kind:id`, or as the path of the entry's own file. The id may be of none.
    Entry {
        /// Kind of the entry.
        kind: Kind,
        /// Its id, as written.
        id: String,
    },
    /// To a file of the repository, by its path from the root; there may be none.
    File(String),
    /// To a place in the same text.
    Place,
    /// To a website, an e-mail address or a telephone.
    Outside,
    /// To something that only a scheme other than these could tell; written in small letters.
    Scheme(String),
}

/// Reads a destination as Markdown gives it. Paths count from the root of the repository; `./`, `../` and `/` before them say the same, so that they
/// also work in editors and on forges.
pub fn read(destination: &str) -> Destination {
    // Browsers pass over these, so a scheme that is hidden behind them is one all the same.
    let clean: String = destination.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim();
    let head = clean.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((scheme, rest)) = clean.split_once(':').filter(|(scheme, _)| head.len() > scheme.len()) {
        let scheme = scheme.to_lowercase();
        return match Kind::from_name(&scheme) {
            Some(kind) => Destination::Entry { kind, id: rest.split('#').next().unwrap_or_default().trim().to_owned() },
            None if matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel") => Destination::Outside,
            None => Destination::Scheme(scheme),
        };
    }
    if clean.starts_with("//") {
        return Destination::Outside;
    }
    let mut path = clean.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() {
        return Destination::Place;
    }
    while let Some(rest) = ["./", "../", "/"].iter().find_map(|start| path.strip_prefix(start)) {
        path = rest;
    }
    let path = decoded(path);
    match entry_at(&path) {
        Some((kind, id)) => Destination::Entry { kind, id: id.to_owned() },
        None => Destination::File(path),
    }
}

/// The path with its percent signs resolved; as written where that gives no text.
fn decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = path.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        plain.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(plain).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations_are_told_apart() {
        let entry = |kind, id: &str| Destination::Entry { kind, id: id.to_owned() };
        let file = |path: &str| Destination::File(path.to_owned());
        let scheme = |scheme: &str| Destination::Scheme(scheme.to_owned());
        for (written, expected) in [
            ("goal:export", entry(Kind::Goal, "export")),
            ("Goal: export#why", entry(Kind::Goal, "export")),
            ("goal:", entry(Kind::Goal, "")),
            ("services/welding.md", entry(Kind::Service, "welding")),
            ("../services/welding.fr.md#price", entry(Kind::Service, "welding")),
            ("/strategy/strategy.md", entry(Kind::Strategy, "strategy")),
            ("./assets/site%20plan.pdf?x=1", file("assets/site plan.pdf")),
            ("assets/100%.pdf", file("assets/100%.pdf")),
            ("assets/%ff%zz.pdf", file("assets/%ff%zz.pdf")),
            ("strategy/goals.yaml", file("strategy/goals.yaml")),
            ("../../../etc/passwd", file("etc/passwd")),
            ("a/b:c", file("a/b:c")),
            ("#top", Destination::Place),
            ("", Destination::Place),
            ("https://example.org/a:b", Destination::Outside),
            ("//example.org", Destination::Outside),
            ("mailto:a@b.example", Destination::Outside),
            ("java\nscript:alert(1)", scheme("javascript")),
            (" JavaScript:alert(1)", scheme("javascript")),
            ("gaol:export", scheme("gaol")),
            ("İ:x", scheme("i\u{307}")),
            ("C:\\plan.pdf", scheme("c")),
        ] {
            assert_eq!(read(written), expected, "{written:?}");
        }
    }
}
