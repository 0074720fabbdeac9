//! Owns reading colours out of a theme's style sheet, so that a brand's derived colours fit the grounds that the sheet really has. It knows as much
//! CSS as that takes: custom properties of the root, in light and in dark.

use std::collections::BTreeMap;

use crate::model::value::Rgb;

/// The custom properties that a sheet gives to the root of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    light: BTreeMap<String, String>,
    dark: BTreeMap<String, String>,
}

/// How many times a property may lead to another before it is taken for a circle.
const DEEPEST: usize = 8;

impl Tokens {
    /// The properties of a sheet: those of `:root`, and of `:root` where the reader's device is dark. Of several values the last one counts, as it
    /// does for browsers where no selector is more special. What stands under another condition is left out.
    pub fn read(css: &str) -> Self {
        let css = without_comments(css);
        let mut tokens = Self::default();
        // What each open brace belongs to, and what stands before the next sign that ends it.
        let mut open: Vec<&str> = Vec::new();
        let mut from = 0;
        for (at, sign) in css.char_indices() {
            let before = css[from..at].trim();
            match sign {
                '{' => open.push(before),
                '}' => {
                    tokens.take(&open, before);
                    open.pop();
                }
                ';' => tokens.take(&open, before),
                _ => continue,
            }
            from = at + sign.len_utf8();
        }
        tokens
    }

    fn take(&mut self, open: &[&str], declaration: &str) {
        let Some((name, value)) = declaration.split_once(':') else { return };
        let Some((selector, around)) = open.split_last() else { return };
        let roots = [":root", ":root:not(.print)", "html"];
        if !name.starts_with("--") || !selector.split(',').any(|part| roots.contains(&part.trim())) {
            return;
        }
        let mut dark = false;
        for rule in around {
            let media = rule.strip_prefix("@media");
            dark |= media.is_some_and(|query| query.contains("prefers-color-scheme: dark"));
            let other = media.is_some_and(|query| !query.contains("prefers-color-scheme"));
            if other || rule.starts_with("@container") {
                return;
            }
        }
        let value = value.trim();
        let both =
            value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once(','));
        let (light, shade) = both.map_or((value, None), |(light, shade)| (light.trim(), Some(shade.trim())));
        // A colour that has to be computed leaves the plain one in force, which the sheet gives to engines that can't.
        let plain = |value: &str| !value.contains("color-mix");
        if plain(light) {
            let scheme = if dark { &mut self.dark } else { &mut self.light };
            scheme.insert(name.trim().to_owned(), light.to_owned());
        }
        if let Some(shade) = shade.filter(|shade| plain(shade)) {
            self.dark.insert(name.trim().to_owned(), shade.to_owned());
        }
    }

    /// A property as it is written: in the dark its dark value, else its light one.
    pub fn get(&self, name: &str, dark: bool) -> Option<&str> {
        let shade = self.dark.get(name).filter(|_| dark);
        shade.or_else(|| self.light.get(name)).map(String::as_str)
    }

    /// Every property with its light value, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.light.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A colour, where the property leads to one that is written as `#rgb` or `#rrggbb`.
    pub fn colour(&self, name: &str, dark: bool) -> Option<Rgb> {
        let mut value = self.get(name, dark)?;
        for _ in 0..DEEPEST {
            match value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
                Some(other) => value = self.get(other.trim(), dark)?,
                None => return hex(value),
            }
        }
        None
    }
}

fn hex(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    let full = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let channel = |at: usize| u8::from_str_radix(full.get(at..at + 2)?, 16).ok();
    Some(Rgb { channels: [channel(0)?, channel(2)?, channel(4)?] })
}

fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut plain = String::with_capacity(css.len());
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_the_root_are_found_in_both_schemes() {
        let tokens = Tokens::read(
            "@layer a, b; @layer a { /* { :root { --x: #000 } */ :root { --c-page: #fff; --c-ink:#123456; --c-link: var(--c-ink) } \
             @media screen and (prefers-color-scheme: dark) { :root:not(.print) { --c-page: #111 } } \
             @media (prefers-contrast: more) { :root { --c-page: #000 } } \
             @supports (color: color-mix(in oklab, red, blue)) { :root { --c-ink: color-mix(in oklab, red, blue) } } } \
             :root:lang(ar) { --c-page: #00f } .card { --c-page: #f00 } :root{--c-mark:light-dark(#0f0, #00F)}",
        );
        for (name, dark, expected) in [
            ("--c-page", false, Some("#ffffff")),
            ("--c-page", true, Some("#111111")),
            ("--c-ink", true, Some("#123456")),
            ("--c-link", false, Some("#123456")),
            ("--c-mark", false, Some("#00ff00")),
            ("--c-mark", true, Some("#0000ff")),
            ("--c-none", false, None),
        ] {
            assert_eq!(tokens.colour(name, dark).map(|colour| colour.to_string()).as_deref(), expected, "{name} {dark}");
        }
    }

    #[test]
    fn no_sheet_breaks_the_reading() {
        for css in [
            "",
            "}",
            "{",
            "}}}{{{",
            "/*",
            ":root{--a",
            ":root{--a:",
            ":root{--a:#ggg;--b:#1234;--c:#é;--d:var(--d)}",
            ";;;",
            "é{é:é}",
        ] {
            let tokens = Tokens::read(css);
            for name in ["--a", "--b", "--c", "--d"] {
                assert_eq!(tokens.colour(name, true), None, "{css}");
            }
        }
    }
}
