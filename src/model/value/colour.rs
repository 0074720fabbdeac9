//! Owns what is worked out of colours: contrast as WCAG 2.2 defines it, and the nearest shade that is legible.

use std::fmt;

use super::Colour;

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb {
    /// Red, green and blue, 0 to 255 each.
    pub channels: [u8; 3],
}

impl From<&Colour> for Rgb {
    /// The loader has checked the form; anything else is black.
    fn from(colour: &Colour) -> Self {
        let channel = |at: usize| colour.0.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
        Self { channels: [channel(1), channel(3), channel(5)] }
    }
}

impl fmt::Display for Rgb {
    /// As `#rrggbb`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.channels;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Rgb {
    /// White.
    pub const WHITE: Self = Self { channels: [255; 3] };
    /// Black.
    pub const BLACK: Self = Self { channels: [0; 3] };
    /// Contrast that text of ordinary size needs (WCAG 2.2, 1.4.3, level AA).
    pub const LEGIBLE: f64 = 4.5;
    /// Contrast that large text, icons and the lines of charts need (1.4.3 and 1.4.11, level AA).
    pub const VISIBLE: f64 = 3.0;

    /// Relative luminance, from 0 (black) to 1 (white).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio with another colour, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Black or white, whichever stands out more from this colour.
    pub fn ink(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }

    /// A mixture in sRGB with `share` (0 to 1) of the other colour.
    pub fn mixed_with(self, other: Self, share: f64) -> Self {
        let part = |at: usize| {
            let (from, to) = (f64::from(self.channels[at]), f64::from(other.channels[at]));
            (from + (to - from) * share).round() as u8
        };
        Self { channels: [part(0), part(1), part(2)] }
    }

    /// How far apart two colours look: 0 for the same, about 1 between black and white (the distance in Oklab). From 0.1 on they are told apart at
    /// a glance.
    pub fn distance(self, other: Self) -> f64 {
        let ((lightness, [a, b]), (other_lightness, [other_a, other_b])) = (oklab(self), oklab(other));
        ((lightness - other_lightness).powi(2) + (a - other_a).powi(2) + (b - other_b).powi(2)).sqrt()
    }

    /// This colour where its contrast with the background is at least `ratio`, else the nearest shade of the same hue that has it; black or white
    /// where no shade has.
    pub fn legible_on(self, background: Self, ratio: f64) -> Self {
        if self.contrast(background) >= ratio {
            return self;
        }
        let (lightness, chroma) = oklab(self);
        let towards = if background.ink() == Self::BLACK { 0.0 } else { 1.0 };
        // Steps that the eye can't tell apart.
        const STEPS: u32 = 256;
        let shade = |step: u32| from_oklab(lightness + (towards - lightness) * f64::from(step) / f64::from(STEPS), chroma);
        (1..STEPS).map(shade).find(|shade| shade.contrast(background) >= ratio).unwrap_or_else(|| background.ink())
    }
}

/// A channel in linear light.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// Lightness, and the two axes of colour, in Oklab (Björn Ottosson, 2020), in which equal steps look equal.
fn oklab(colour: Rgb) -> (f64, [f64; 2]) {
    let [r, g, b] = colour.channels.map(linear);
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
    let green_red = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
    let blue_yellow = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
    (lightness, [green_red, blue_yellow])
}

/// The colour of a lightness and axes; as pale as it has to be where the screen has none so strong.
fn from_oklab(lightness: f64, axes: [f64; 2]) -> Rgb {
    const STEPS: u32 = 64;
    let paler = |step: u32| axes.map(|axis| axis * (1.0 - f64::from(step) / f64::from(STEPS)));
    let fits = |channels: &[f64; 3]| channels.iter().all(|channel| (-0.000_5..=1.000_5).contains(channel));
    let channels = (0..STEPS).map(|step| linear_of(lightness, paler(step))).find(fits);
    let channels = channels.unwrap_or_else(|| linear_of(lightness, [0.0; 2]));
    let encoded = |value: f64| {
        let value = value.clamp(0.0, 1.0);
        let value = if value <= 0.003_130_8 { value * 12.92 } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 };
        (value * 255.0).round() as u8
    };
    Rgb { channels: channels.map(encoded) }
}

fn linear_of(lightness: f64, [green_red, blue_yellow]: [f64; 2]) -> [f64; 3] {
    let l = (lightness + 0.396_337_777_4 * green_red + 0.215_803_757_3 * blue_yellow).powi(3);
    let m = (lightness - 0.105_561_345_8 * green_red - 0.063_854_172_8 * blue_yellow).powi(3);
    let s = (lightness - 0.089_484_177_5 * green_red - 1.291_485_548_0 * blue_yellow).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(text: &str) -> Rgb {
        Rgb::from(&Colour(text.to_owned()))
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        for (one, two, expected) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#ff0000", "#ffffff", 4.0),
            ("#0000FF", "#ffffff", 8.59),
        ] {
            let contrast = rgb(one).contrast(rgb(two));
            assert!((contrast - expected).abs() < 0.01 && contrast == rgb(two).contrast(rgb(one)), "{one} {two}: {contrast}");
        }
    }

    #[test]
    fn every_colour_has_a_legible_shade_on_every_background() {
        let values = [0u8, 40, 90, 128, 170, 220, 255];
        let all = || {
            let two = values.iter().flat_map(|&red| values.iter().map(move |&green| (red, green)));
            two.flat_map(|(red, green)| values.iter().map(move |&blue| Rgb { channels: [red, green, blue] }))
        };
        for background in [Rgb::WHITE, Rgb::BLACK, rgb("#f7f5f0"), rgb("#101418"), rgb("#808080"), rgb("#0f4c5c")] {
            for colour in all() {
                let shade = colour.legible_on(background, Rgb::LEGIBLE);
                assert!(shade.contrast(background) >= Rgb::LEGIBLE, "{colour} on {background}: {shade}");
                if colour.contrast(background) >= Rgb::LEGIBLE {
                    assert_eq!(shade, colour);
                }
            }
        }
    }

    #[test]
    fn the_hue_is_kept_and_the_step_is_no_larger_than_needed() {
        for (colour, background, expected) in [
            ("#f2b01e", "#ffffff", "#9a6e02"),
            ("#1f4e79", "#101418", "#5181af"),
            ("#ffffff", "#ffffff", "#767676"),
            ("#808080", "#808080", "#171717"),
        ] {
            let shade = rgb(colour).legible_on(rgb(background), Rgb::LEGIBLE);
            assert_eq!(shade.to_string(), expected, "{colour} on {background}");
        }
    }

    #[test]
    fn writing_and_reading_agree() {
        for text in ["#000000", "#1f4e79", "#ffffff"] {
            assert_eq!(rgb(text).to_string(), text);
        }
        let (lightness, axes) = oklab(rgb("#1f4e79"));
        assert_eq!(from_oklab(lightness, axes), rgb("#1f4e79"));
    }
}
