//! Finds the colours that a theme gives to the roles of pictures, for drawings that leave the site; apart because the style sheet is the one place
//! where colours stand, and it is read here only as far as it says them.

use std::collections::BTreeMap;

use super::paint::{HUES, Hue};
use crate::model::value::Rgb;

/// The colour of each role on a white ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours(Vec<(Hue, String)>);

impl Default for Colours {
    /// The colours that the drawings themselves carry.
    fn default() -> Self {
        Self(HUES.iter().map(|hue| (*hue, hue.hex().to_owned())).collect())
    }
}

/// References to other properties that are followed; a circle ends here.
const DEEPEST: usize = 8;

impl Colours {
    /// The light colours of a style sheet: those that it gives to custom properties of the root, outside of media queries. A role that it does not
    /// give, or gives in a way that is not understood here, keeps the colour that the drawings carry.
    pub fn read(css: &str) -> Self {
        let known = properties(css);
        let mut colours = Self::default();
        for (hue, colour) in &mut colours.0 {
            let found = hue.properties().iter().find_map(|name| resolve(&known, &format!("var({name})"), 0));
            if let Some(found) = found.filter(|_| *hue != Hue::Surface) {
                *colour = found.to_string();
            }
        }
        // As the style sheet of the pictures makes it where a theme says nothing.
        if let (false, Some(brand)) = (known.contains_key("--c-tint"), resolve(&known, "var(--c-brand)", 0)) {
            colours.set(Hue::Tint, mix(brand, 0.07, Rgb::WHITE));
        }
        colours
    }

    fn set(&mut self, hue: Hue, colour: Rgb) {
        self.0.iter_mut().filter(|(known, _)| *known == hue).for_each(|(_, value)| *value = colour.to_string());
    }

    /// The colour of the role that a class names: `f-brand`, `s-brand`.
    pub(super) fn of_class(&self, class: &str) -> Option<&str> {
        let name = class.get(2..)?;
        self.0.iter().find(|(hue, _)| hue.name() == name).map(|(_, colour)| colour.as_str())
    }
}

/// The custom properties of the root that hold in the light and on every screen; the last one wins.
fn properties(css: &str) -> BTreeMap<&str, &str> {
    let mut known = BTreeMap::new();
    // For each open block, whether what stands in it counts.
    let mut open: Vec<bool> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let bytes = css.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = css[at + 2..].find("*/").map_or(css.len(), |end| at + 2 + end + 2);
                if css[start..at].trim().is_empty() {
                    start = end;
                }
                at = end;
                continue;
            }
            quote @ (b'"' | b'\'') => {
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
            }
            b'{' => {
                let head = css[start..at].trim();
                let root = head.split(',').any(|selector| matches!(selector.trim(), ":root" | "html" | ":host"));
                let group = head.starts_with("@layer") || head.starts_with("@supports");
                open.push(open.last().copied().unwrap_or(true) && (root || group));
                start = at + 1;
            }
            end @ (b';' | b'}') => {
                if let (Some(true), Some((name, value))) = (open.last(), css[start..at].split_once(':'))
                    && name.trim().starts_with("--")
                {
                    known.insert(name.trim(), value.trim());
                }
                if end == b'}' {
                    open.pop();
                }
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    known
}

/// The colour that a value stands for.
fn resolve(known: &BTreeMap<&str, &str>, value: &str, depth: usize) -> Option<Rgb> {
    let value = value.trim();
    if depth > DEEPEST {
        return None;
    }
    let again = |value: &str| resolve(known, value, depth + 1);
    if let Some(digits) = value.strip_prefix('#') {
        return hex(digits);
    }
    if let Some(inner) = inside(value, "var(") {
        let (name, fallback) = inner.split_once(',').map_or((inner, None), |(name, fallback)| (name, Some(fallback)));
        return known.get(name.trim()).and_then(|value| again(value)).or_else(|| again(fallback?));
    }
    if let Some(inner) = inside(value, "light-dark(") {
        return again(parts(inner).first()?);
    }
    if let Some(inner) = inside(value, "color-mix(") {
        let parts = parts(inner);
        let [_, one, other] = parts[..] else { return None };
        let (one, share) = one.trim().rsplit_once(' ').unwrap_or((one, "50%"));
        let share = share.strip_suffix('%')?.parse::<f64>().ok()? / 100.0;
        return Some(mix(again(one)?, share, again(other)?));
    }
    match value {
        "white" => Some(Rgb::WHITE),
        "black" => Some(Rgb::BLACK),
        _ => None,
    }
}

/// What stands in the brackets of a function that is the whole value.
fn inside<'a>(value: &'a str, function: &str) -> Option<&'a str> {
    value.strip_prefix(function)?.strip_suffix(')')
}

/// The arguments of a function, split at the commas that stand in no brackets.
fn parts(inner: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0i32, 0, Vec::new());
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(inner[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(inner[start..].trim());
    parts
}

/// Three or six digits; what they say of transparency is passed over.
fn hex(digits: &str) -> Option<Rgb> {
    let digit = |at: usize| digits.get(at..at + 1).and_then(|digit| u8::from_str_radix(digit, 16).ok());
    let channels = match digits.len() {
        3 | 4 => [digit(0)? * 17, digit(1)? * 17, digit(2)? * 17],
        6 | 8 => [digit(0)? * 16 + digit(1)?, digit(2)? * 16 + digit(3)?, digit(4)? * 16 + digit(5)?],
        _ => return None,
    };
    Some(Rgb { channels })
}

/// A mixture in sRGB with `share` of the first colour.
fn mix(one: Rgb, share: f64, other: Rgb) -> Rgb {
    let channel = |at: usize| f64::from(one.channels[at]) * share + f64::from(other.channels[at]) * (1.0 - share);
    Rgb { channels: [0, 1, 2].map(|at| channel(at).round() as u8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(css: &str, class: &str) -> String {
        Colours::read(css).of_class(class).unwrap().to_owned()
    }

    #[test]
    fn light_colours_of_the_root_count_and_the_last_wins() {
        let css = "/* :root { --c-ink: #000001 } */ @layer tokens { :root { --c-ink: #123; --x: '}'; --c-brand-ink: var(--mine, #010203) } }
            @media (prefers-color-scheme: dark) { :root { --c-ink: #ffffff } } .card { --c-ink: #000002; }
            @layer tokens { @supports (color: red) { :root, :host { --c-good: light-dark(#0a0b0c, #ffffff); } } }
            :root{--mine:#abcdef;--c-line:color-mix(in oklab, var(--c-ink) 50%, #fff)}:root[data-theme=dark]{--c-good:#eee}";
        for (class, expected) in [
            ("f-ink", "#112233"),
            ("s-brand", "#abcdef"),
            ("f-good", "#0a0b0c"),
            ("f-line", "#889199"),
            ("f-muted", Hue::Muted.hex()),
            ("f-surface", "#ffffff"),
        ] {
            assert_eq!(colour(css, class), expected, "{class}");
        }
    }

    #[test]
    fn what_is_not_understood_changes_nothing() {
        for css in [
            "",
            "}",
            "}}{{",
            ":root{--c-ink:",
            ":root{--c-ink:rebeccapurple}",
            ":root{--c-ink:var(--c-ink)}",
            ":root{--c-ink:#12345}",
            ":root{--c-ink:#é12}",
            ":root{--c-ink:color-mix(in oklab, red)}",
            "/*",
            "'",
            "\"\\",
            ":root{--c-ink:var(}",
        ] {
            assert_eq!(colour(css, "f-ink"), Hue::Ink.hex(), "{css}");
        }
        assert_eq!(Colours::default().of_class("f-nothing"), None);
        assert_eq!(Colours::default().of_class("é"), None);
    }
}
