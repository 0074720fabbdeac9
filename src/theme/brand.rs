//! Owns the step from a cluster's brand to the style sheet's colour roles: its colours where they are legible, derived ones where they are not.

use crate::model::kinds::cluster::Brand;
use crate::model::value::{Colour, Rgb};

/// What the brand gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    primary: Rgb,
    accent: Option<Rgb>,
    heading_font: Option<String>,
    text_font: Option<String>,
}

/// The leading colour of a cluster that names none.
const PRIMARY: Rgb = Rgb { channels: [0x1f, 0x4e, 0x79] };
/// Grounds that text in the brand's colour stands on, as `site.css` sets them; the tinted ground of page heads is added.
const LIGHT: [Rgb; 2] = [Rgb::WHITE, Rgb { channels: [0xf4, 0xf6, 0xf7] }];
/// The same in the dark.
const DARK: [Rgb; 3] =
    [Rgb { channels: [0x11, 0x16, 0x1a] }, Rgb { channels: [0x18, 0x1f, 0x24] }, Rgb { channels: [0x1a, 0x22, 0x28] }];
/// Contrast of text (WCAG 2.2, success criterion 1.4.3), with a margin for rounding.
const TEXT: f64 = 4.55;

/// Fonts of readers' devices that stand in where they lack the brand's.
const FALLBACK: &str = "system-ui, \"Segoe UI\", Roboto, \"Noto Sans\", \"Noto Sans Arabic\", \"Geeza Pro\", Tahoma, sans-serif";

/// Families that every browser has, which CSS knows by word and not by name.
const GENERIC: &[&str] = &["serif", "sans-serif", "monospace", "cursive", "system-ui", "ui-serif", "ui-sans-serif"];

impl Palette {
    /// The palette of a brand.
    pub fn new(brand: Option<&Brand>) -> Self {
        let colour = |colour: Option<&Colour>| colour.map(Rgb::from);
        // A font's name goes into a style sheet, so only what names are made of passes.
        let font = |name: Option<&String>| {
            let name = name?.trim();
            let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | ','));
            plain.then(|| name.to_owned())
        };
        Self {
            primary: colour(brand.and_then(|brand| brand.primary.as_ref())).unwrap_or(PRIMARY),
            accent: colour(brand.and_then(|brand| brand.accent.as_ref())),
            heading_font: font(brand.and_then(|brand| brand.heading_font.as_ref())),
            text_font: font(brand.and_then(|brand| brand.text_font.as_ref())),
        }
    }
}

/// Colours of the pictures that stand for pages, as CSS writes them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CardColours {
    /// The ground, which is the brand's colour.
    pub ground: String,
    /// A shade of the ground that can just be told from it.
    pub tint: String,
    /// Text on the ground.
    pub on: String,
    /// Quieter text on the ground.
    pub quiet: String,
    /// The second colour, where it can be told from the ground.
    pub accent: String,
    /// Text on white in the brand's colour.
    pub ink: String,
}

impl Palette {
    /// The colours of the pictures that stand for pages; text on them is as legible as on the site.
    pub fn card(&self) -> CardColours {
        let on = self.primary.ink();
        let ground = self.primary.legible_on(on, TEXT);
        let accent = self.accent.unwrap_or_else(|| mix(ground, on, 0.4));
        CardColours {
            tint: mix(ground, on, 0.08).to_string(),
            quiet: mix(ground, on, 0.78).legible_on(ground, TEXT).to_string(),
            accent: accent.legible_on(ground, 1.5).to_string(),
            ink: ground.legible_on(Rgb::WHITE, TEXT).to_string(),
            on: on.to_string(),
            ground: ground.to_string(),
        }
    }
}

/// The style sheet that puts a brand into effect.
pub fn brand_css(palette: &Palette) -> String {
    let roles = |brand: Rgb, grounds: &[Rgb], tint: f64| {
        let on = brand.ink();
        let brand = brand.legible_on(on, TEXT);
        let soft = grounds.first().map_or(brand, |page| mix(*page, brand, tint));
        let ink = legible(brand, &[grounds, &[soft]].concat(), TEXT);
        format!("--c-brand:{brand};--c-brand-ink:{ink};--c-on-brand:{on};")
    };
    let accent =
        palette.accent.map(|accent| format!("--c-accent:{};", legible(accent, &LIGHT, Rgb::VISIBLE))).unwrap_or_default();
    let dark_accent =
        palette.accent.map(|accent| format!("--c-accent:{};", legible(accent, &DARK, Rgb::VISIBLE))).unwrap_or_default();
    let font = |role: &str, name: &Option<String>| {
        name.as_ref().map(|name| {
            let family = |part: &str| if GENERIC.contains(&part) { part.to_owned() } else { format!("\"{part}\"") };
            let quoted: Vec<String> = name.split(',').map(|part| family(part.trim())).collect();
            format!("--font-{role}:{}, {FALLBACK};", quoted.join(", "))
        })
    };
    let fonts = [font("head", &palette.heading_font), font("text", &palette.text_font)].into_iter().flatten().collect::<String>();
    // On a dark page the brand's ground is taken down a little, so that it does not glare.
    let dark_brand = mix(palette.primary, DARK[0], 0.25);
    format!(
        ":root{{{}{accent}{fonts}}}\n@media screen and (prefers-color-scheme: dark){{:root:not(.print){{{}{dark_accent}}}}}\n",
        roles(palette.primary, &LIGHT, 0.08),
        roles(dark_brand, &DARK, 0.2),
    )
}

/// The shade of a colour that can be told from every one of `grounds`, which are all light or all dark.
fn legible(colour: Rgb, grounds: &[Rgb], ratio: f64) -> Rgb {
    grounds.iter().fold(colour, |colour, ground| colour.legible_on(*ground, ratio))
}

/// A mixture in sRGB with `share` of the other colour, as `color-mix` in the style sheet makes it.
fn mix(one: Rgb, other: Rgb, share: f64) -> Rgb {
    let part = |at: usize| {
        let (from, to) = (f64::from(one.channels[at]), f64::from(other.channels[at]));
        (from + (to - from) * share).round() as u8
    };
    Rgb { channels: [part(0), part(1), part(2)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(text: &str) -> Rgb {
        Rgb::from(&serde_yaml::from_str::<Colour>(&format!("'{text}'")).unwrap())
    }

    #[test]
    fn every_brand_becomes_legible() {
        for text in ["#ffd500", "#1f4e79", "#ffffff", "#000000", "#777777", "#e4572e"] {
            let palette = Palette { primary: rgb(text), accent: None, heading_font: None, text_font: None };
            let css = brand_css(&palette);
            let value = |name: &str, at: usize| {
                let rest = css.match_indices(name).nth(at).map(|(start, _)| &css[start + name.len()..]).unwrap();
                rgb(&rest[..7])
            };
            for (at, grounds) in [(0, &LIGHT[..]), (1, &DARK[..])] {
                let (brand, ink, on) = (value("--c-brand:", at), value("--c-brand-ink:", at), value("--c-on-brand:", at));
                assert!(grounds.iter().all(|ground| ink.contrast(*ground) >= 4.5), "{text} ink");
                assert!(on.contrast(brand) >= 4.5, "{text} on brand");
            }
        }
    }

    #[test]
    fn a_font_name_can_not_leave_its_place() {
        let brand: Brand = serde_yaml::from_str("text-font: 'a\"; } body { display: none'").unwrap();
        assert_eq!(Palette::new(Some(&brand)).text_font, None);
        let brand: Brand = serde_yaml::from_str("heading-font: Source Serif, serif").unwrap();
        assert!(brand_css(&Palette::new(Some(&brand))).contains("--font-head:\"Source Serif\", serif, system-ui"));
    }
}
