//! Owns the step from a cluster's brand to the end of the style sheet: its colours where they are legible, derived ones where they are not, its fonts and
//! its corners.

use super::palette::{Colours, derive};
use super::tokens::Tokens;
use crate::model::kinds::cluster::{Brand, Corners};
use crate::model::value::{Rgb, families};

/// Fonts of readers' devices that stand in where they lack the brand's.
const FALLBACK: &str = "system-ui, \"Segoe UI\", Roboto, \"Noto Sans\", \"Noto Sans Arabic\", \"Geeza Pro\", Tahoma, sans-serif";

/// Families that every browser has, which CSS knows by word and not by name.
const GENERIC: &[&str] = &["serif", "sans-serif", "monospace", "cursive", "system-ui", "ui-serif", "ui-sans-serif"];

/// The rules that put a brand into effect on a sheet with these properties; paper is never dark.
pub(super) fn css(brand: Option<&Brand>, tokens: &Tokens, print: bool) -> String {
    let colour = |colour: Option<&crate::model::value::Colour>| colour.map(Rgb::from);
    let colours = Colours {
        primary: colour(brand.and_then(|brand| brand.primary.as_ref())),
        accent: colour(brand.and_then(|brand| brand.accent.as_ref())),
    };
    let roles = |dark: bool| {
        let derived = derive(colours, tokens, dark);
        derived.iter().map(|(name, colour)| format!("{name}:{colour};")).collect::<String>()
    };
    let fonts = [
        font("head", brand.and_then(|brand| brand.heading_font.as_deref())),
        font("text", brand.and_then(|brand| brand.text_font.as_deref())),
    ];
    let fonts: String = fonts.into_iter().flatten().collect();
    let corners = brand.and_then(|brand| brand.corners).map(corners).unwrap_or_default();
    let light = format!(":root{{{}{fonts}{corners}}}\n", roles(false));
    if print {
        return light;
    }
    format!("{light}@media screen and (prefers-color-scheme: dark){{:root:not(.print){{{}}}}}\n", roles(true))
}

/// The font of a role. Only what is a list of names goes into the sheet; anything else is a finding, and the theme's own font stays.
fn font(role: &str, names: Option<&str>) -> Option<String> {
    let families = families(names?).ok()?;
    let family = |name: &&str| if GENERIC.contains(name) { (*name).to_owned() } else { format!("\"{name}\"") };
    let named: Vec<String> = families.iter().map(family).collect();
    Some(format!("--font-{role}:{}, {FALLBACK};", named.join(", ")))
}

/// The mark of a site in the browser's tabs, for a cluster that brings none: the first letter of its name on the brand's ground.
pub fn favicon(tokens: &Tokens, name: &str) -> String {
    let ground = tokens.colour("--c-brand", false).unwrap_or(Rgb::BLACK);
    let on = tokens.colour("--c-on-brand", false).unwrap_or_else(|| ground.ink());
    let letter = name.chars().find(|c| c.is_alphanumeric()).into_iter().flat_map(char::to_uppercase).collect::<String>();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"6\" fill=\"{ground}\"/>\
         <text x=\"16\" y=\"23\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\" font-size=\"20\" font-weight=\"700\" fill=\"{on}\">\
         {letter}</text></svg>\n"
    )
}

fn corners(corners: Corners) -> &'static str {
    match corners {
        Corners::Square => "--radius:0px;--radius-pill:0px;",
        Corners::Soft => "--radius:4px;--radius-pill:2rem;",
        Corners::Round => "--radius:14px;--radius-pill:2rem;",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(brand: &str) -> String {
        css(Some(&serde_yaml::from_str(brand).unwrap()), &Tokens::read(":root{--c-page:#fff}"), false)
    }

    #[test]
    fn the_mark_is_the_first_letter_and_nothing_else() {
        let tokens = Tokens::read(":root{--c-brand:#1f5c46}");
        for (name, letter) in [("wood", "W"), ("“Écoles” & co", "É"), ("<script>", "S"), ("تجمّع", "ت"), ("", ""), ("—", "")]
        {
            let svg = favicon(&tokens, name);
            assert!(svg.contains(&format!(">{letter}</text>")), "{name}: {svg}");
            assert!(svg.contains("fill=\"#1f5c46\"") && !svg.contains("style"), "{svg}");
        }
    }

    #[test]
    fn a_font_name_can_not_leave_its_place() {
        for name in ["a\"; } body { display: none", "a}b", "a\\", "a;b", "</style>", "url(x)"] {
            let brand = serde_json::json!({ "text-font": name }).to_string();
            assert!(!sheet(&brand).contains("--font-text"), "{name}");
        }
        assert!(sheet("heading-font: Source Serif, serif").contains("--font-head:\"Source Serif\", serif, system-ui"));
        assert!(
            sheet("text-font: 'Georgia, \"Noto Naskh Arabic\"'")
                .contains("--font-text:\"Georgia\", \"Noto Naskh Arabic\", system")
        );
    }

    #[test]
    fn corners_follow_the_brand_and_else_the_theme() {
        assert!(sheet("corners: square").contains("--radius:0px;"));
        assert!(sheet("corners: round").contains("--radius:14px;"));
        assert!(!sheet("theme: default").contains("--radius"));
        assert!(css(None, &Tokens::default(), true).contains("--c-brand:#1f4e79"));
    }

    #[test]
    fn a_theme_leads_with_its_own_colour_where_the_brand_has_none() {
        assert!(css(None, &Tokens::read(":root{--c-brand:#702050}"), false).starts_with(":root{--c-brand:#702050"));
    }
}
