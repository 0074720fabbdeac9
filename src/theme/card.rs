//! Owns the colours of the pictures that stand for pages, which no style sheet reaches.

use super::palette::TEXT;
use super::tokens::Tokens;
use crate::model::value::Rgb;

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

impl CardColours {
    /// The colours under a theme with its brand; text on them is as legible as on the site.
    pub fn of(tokens: &Tokens) -> Self {
        let ground = tokens.colour("--c-brand", false).unwrap_or(Rgb::BLACK);
        let on = tokens.colour("--c-on-brand", false).unwrap_or_else(|| ground.ink());
        let accent = tokens.colour("--c-accent", false).unwrap_or_else(|| ground.mixed_with(on, 0.4));
        Self {
            tint: ground.mixed_with(on, 0.08).to_string(),
            quiet: ground.mixed_with(on, 0.78).legible_on(ground, TEXT).to_string(),
            accent: accent.legible_on(ground, 1.5).to_string(),
            ink: ground.legible_on(Rgb::WHITE, TEXT).to_string(),
            on: on.to_string(),
            ground: ground.to_string(),
        }
    }
}
