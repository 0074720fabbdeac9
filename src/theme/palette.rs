//! Owns the colours that follow from a brand in one scheme, light or dark: each as the brand or the theme has it where that can be told from every ground
//! it may stand on, else the nearest shade that can.

use super::tokens::Tokens;
use crate::model::value::Rgb;

/// Contrast of text (WCAG 2.2, success criterion 1.4.3), with a margin for rounding.
pub(super) const TEXT: f64 = 4.55;
/// Contrast of marks, icons and the lines of charts (1.4.11), likewise.
const MARK: f64 = 3.05;
/// Distance from which two series of a chart are told apart by their colour; their textures differ in any case.
const APART: f64 = 0.1;

/// The leading colour of a theme that names none.
const PRIMARY: Rgb = Rgb { channels: [0x1f, 0x4e, 0x79] };

/// Properties of the grounds that anything may stand on.
const GROUNDS: &[&str] = &["--c-page", "--c-surface", "--c-card", "--code-page"];
/// Roles in which a colour is text.
const WORDS: &[&str] = &["--c-ink", "--c-muted", "--c-good", "--c-warn", "--c-bad", "--c-neutral"];
/// Roles in which a colour is a sign, a bar or a line.
const SIGNS: &[&str] = &["--c-achieved", "--c-on-track", "--c-behind", "--c-off-track", "--c-not-started", "--c-line-strong"];
/// The series of charts after the first, which is the brand's.
const SERIES: &[&str] = &["--c-series-2", "--c-series-3", "--c-series-4", "--c-series-5", "--c-series-6"];
/// Colours that stand in for those of a theme's series that look like the brand: magenta, teal, slate.
const SPARE: [Rgb; 3] =
    [Rgb { channels: [0xb0, 0x35, 0x6e] }, Rgb { channels: [0x17, 0x8a, 0x8a] }, Rgb { channels: [0x5f, 0x6b, 0x78] }];

/// What a brand gives of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Colours {
    pub(super) primary: Option<Rgb>,
    pub(super) accent: Option<Rgb>,
}

/// Properties with the colours that they have under a brand, in one scheme; without those that the theme's sheet has already.
pub(super) fn derive(colours: Colours, tokens: &Tokens, dark: bool) -> Vec<(&'static str, Rgb)> {
    let token = |name: &str| tokens.colour(name, dark);
    let blank = if dark { Rgb::BLACK } else { Rgb::WHITE };
    let page = token("--c-page").unwrap_or(blank);
    let own = colours.primary.or_else(|| tokens.colour("--c-brand", false)).unwrap_or(PRIMARY);
    // On a dark page the brand's ground is taken down a little, so that it does not glare.
    let toned = if dark { own.mixed_with(page, 0.25) } else { own };
    let on_brand = toned.ink();
    let brand = toned.legible_on(on_brand, TEXT);
    let soft = page.mixed_with(brand, if dark { 0.2 } else { 0.08 });
    let mut grounds: Vec<Rgb> = GROUNDS.iter().filter_map(|name| token(name)).chain([page, soft]).collect();
    // The ground nearest to the ink decides: what can be told from it can be told from all.
    let ink = page.ink();
    grounds.sort_by(|one, other| one.contrast(ink).total_cmp(&other.contrast(ink)));
    let legible = |colour: Rgb, ratio: f64| grounds.iter().fold(colour, |colour, ground| colour.legible_on(*ground, ratio));
    let brand_ink = legible(brand, TEXT);
    let mut derived =
        vec![("--c-brand", brand), ("--c-brand-ink", brand_ink), ("--c-on-brand", on_brand), ("--c-brand-soft", soft)];
    // The brand as a shape in pictures, which has to stand out from the page, and what is written in it.
    let mark = legible(brand, MARK);
    if mark != brand {
        derived.extend([("--c-mark", mark), ("--c-on-mark", mark.ink())]);
    }
    let mut put = |name: &'static str, colour: Rgb| {
        if token(name) != Some(colour) {
            derived.push((name, colour));
        }
    };
    let accent = colours.accent.or_else(|| token("--c-accent"));
    if let Some(accent) = accent {
        put("--c-accent", legible(accent, TEXT));
    }
    for (roles, ratio) in [(WORDS, TEXT), (SIGNS, MARK)] {
        for &name in roles {
            if let Some(colour) = token(name) {
                put(name, legible(colour, ratio));
            }
        }
    }
    let own_series = SERIES.iter().filter_map(|name| token(name));
    let candidates: Vec<Rgb> =
        colours.accent.into_iter().chain(own_series).chain(SPARE).map(|colour| legible(colour, MARK)).collect();
    for (&name, colour) in SERIES.iter().zip(series(brand_ink, candidates)) {
        put(name, colour);
    }
    derived
}

/// The candidates in such an order that each of the first differs from the brand and from those before it.
fn series(brand: Rgb, mut candidates: Vec<Rgb>) -> Vec<Rgb> {
    let mut chosen = vec![brand];
    while !candidates.is_empty() {
        let least = |colour: &Rgb| chosen.iter().map(|other| other.distance(*colour)).fold(f64::INFINITY, f64::min);
        let next = candidates.iter().position(|colour| least(colour) >= APART);
        let furthest = || (0..candidates.len()).max_by(|&a, &b| least(&candidates[a]).total_cmp(&least(&candidates[b])));
        let Some(at) = next.or_else(furthest) else { break };
        chosen.push(candidates.remove(at));
    }
    chosen.split_off(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Colour;
    use crate::source::Sources;
    use crate::theme::{layer, names};

    fn rgb(text: &str) -> Rgb {
        Rgb::from(&serde_yaml::from_str::<Colour>(&format!("'{text}'")).unwrap())
    }

    /// Colours that a brand may have and that no sheet was made for.
    const HOSTILE: &[&str] = &[
        "#ffd500", "#1f4e79", "#ffffff", "#000000", "#777777", "#808080", "#e4572e", "#00ff00", "#0000ff", "#ff0000", "#ffff00",
        "#00ffff", "#ff00ff", "#c2591b", "#3d8b62", "#fdfdfd", "#0a0a0a", "#767676", "#b9c2ca",
    ];

    #[test]
    fn every_brand_is_legible_in_every_theme() {
        for theme in names() {
            for print in [false, true] {
                let sheets = layer::sheets(&layer::layers(&Sources::from_memory([("a", "")]), theme), |_, _| String::new());
                let sheet = if print { sheets.print.clone() } else { [sheets.site.as_str(), &sheets.more].concat() };
                let tokens = Tokens::read(&sheet);
                for dark in [false, true].into_iter().filter(|dark| !(print && *dark)) {
                    check(theme, &tokens, dark);
                }
            }
        }
    }

    fn check(theme: &str, tokens: &Tokens, dark: bool) {
        for (index, text) in HOSTILE.iter().enumerate() {
            let accent = HOSTILE[(index * 7 + 3) % HOSTILE.len()];
            let colours = Colours { primary: Some(rgb(text)), accent: Some(rgb(accent)).filter(|_| index % 2 == 0) };
            let derived = derive(colours, tokens, dark);
            let value = |name: &str| {
                let own = derived.iter().find(|(known, _)| *known == name).map(|(_, colour)| *colour);
                let brand =
                    || derived.iter().find(|(known, _)| *known == name.replace("mark", "brand")).map(|(_, colour)| *colour);
                own.or_else(|| tokens.colour(name, dark)).or_else(brand).unwrap_or_else(|| panic!("{theme} has no {name}"))
            };
            let what =
                |name: &str| format!("{theme}, {}, brand {text}, accent {accent}: {name}", if dark { "dark" } else { "light" });
            assert!(value("--c-on-brand").contrast(value("--c-brand")) >= 4.5, "{}", what("on brand"));
            assert!(value("--c-on-mark").contrast(value("--c-mark")) >= 4.5, "{}", what("on mark"));
            for ground in GROUNDS.iter().chain(&["--c-brand-soft"]) {
                for name in WORDS.iter().chain(&["--c-brand-ink", "--c-accent"]) {
                    assert!(value(name).contrast(value(ground)) >= 4.5, "{} on {ground}", what(name));
                }
                for name in SIGNS.iter().chain(SERIES).chain(&["--c-mark"]) {
                    assert!(value(name).contrast(value(ground)) >= 3.0, "{} on {ground}", what(name));
                }
            }
            let all: Vec<Rgb> = std::iter::once("--c-brand-ink").chain(SERIES.iter().copied()).map(value).collect();
            for (at, one) in all.iter().enumerate() {
                for other in &all[at + 1..] {
                    assert!(one.distance(*other) >= 0.06, "{}: {one} and {other}", what("series"));
                }
            }
        }
    }

    #[test]
    fn what_the_sheet_has_already_is_not_said_again() {
        let sheets = layer::sheets(&layer::layers(&Sources::from_memory([("a", "")]), "default"), |_, _| String::new());
        let derived = derive(Colours { primary: Some(rgb("#1f5c46")), accent: None }, &Tokens::read(&sheets.site), false);
        assert!(derived.iter().all(|(name, _)| !["--c-good", "--c-bad", "--c-achieved"].contains(name)), "{derived:?}");
    }
}
