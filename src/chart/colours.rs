//! Owns the colours of pictures that leave the site: those of the theme for each role, on a white ground.

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

impl Colours {
    /// The colours of a theme, asked for by the name of a custom property (`--c-ink`). A role that it does not give keeps the colour that the
    /// drawings carry.
    pub fn of_theme(colour: &dyn Fn(&str) -> Option<Rgb>) -> Self {
        let mut colours = Self::default();
        for (hue, own) in &mut colours.0 {
            let found = match hue {
                Hue::Surface => None,
                // As the style sheet of the pictures makes it where a theme says nothing.
                Hue::Tint => colour("--c-tint").or_else(|| Some(Rgb::WHITE.mixed_with(colour("--c-brand")?, 0.07))),
                hue => hue.properties().iter().find_map(|name| colour(name)),
            };
            if let Some(found) = found {
                *own = found.to_string();
            }
        }
        colours
    }

    /// The colour of the role that a class names: `f-brand`, `s-brand`.
    pub(super) fn of_class(&self, class: &str) -> Option<&str> {
        let name = class.get(2..)?;
        self.0.iter().find(|(hue, _)| hue.name() == name).map(|(_, colour)| colour.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_has_the_colour_of_the_theme_or_else_its_own() {
        let theme = |name: &str| match name {
            "--c-ink" => Some(Rgb { channels: [0x11, 0x22, 0x33] }),
            "--c-brand" => Some(Rgb::BLACK),
            "--c-surface" => Some(Rgb::BLACK),
            _ => None,
        };
        let colours = Colours::of_theme(&theme);
        for (class, expected) in [
            ("f-ink", "#112233"),
            ("s-ink", "#112233"),
            ("f-tint", "#ededed"),
            ("f-surface", "#ffffff"),
            ("f-muted", Hue::Muted.hex()),
        ] {
            assert_eq!(colours.of_class(class), Some(expected), "{class}");
        }
        assert_eq!(colours.of_class("f-nothing"), None);
        assert_eq!(colours.of_class("é"), None);
    }
}
