//! Owns contrast of colours as WCAG 2.2 defines it, and the legible variant of a colour that is not.

/// A colour as its red, green and blue parts in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// White.
    pub const WHITE: Self = Self(255, 255, 255);

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    /// Writes `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, definition of the term).
    pub fn luminance(self) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }

    /// Contrast ratio with another colour, 1 to 21 (WCAG 2.2, definition of the term).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// A mixture with `share` of the other colour, 0 to 1.
    pub fn mix(self, other: Self, share: f64) -> Self {
        let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// The nearest mixture with black (on a light ground) or white (on a dark one) that reaches `ratio` on every one of `grounds`.
    pub fn legible_on(self, grounds: &[Self], ratio: f64) -> Self {
        let light = grounds.iter().map(|ground| ground.luminance()).sum::<f64>() / grounds.len().max(1) as f64 > 0.18;
        let end = if light { Self(0, 0, 0) } else { Self::WHITE };
        let steps = (0..=50).map(|step| self.mix(end, f64::from(step) / 50.0));
        steps.into_iter().find(|colour| grounds.iter().all(|ground| colour.contrast(*ground) >= ratio)).unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use super::Rgb;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let (black, grey) = (Rgb(0, 0, 0), Rgb(0x77, 0x77, 0x77));
        assert!((Rgb::WHITE.contrast(black) - 21.0).abs() < 1e-9);
        assert!((Rgb::WHITE.contrast(grey) - 4.478).abs() < 1e-3);
    }

    #[test]
    fn a_legible_variant_is_legible_and_keeps_what_was_legible() {
        let grounds = [Rgb::WHITE, Rgb(0xf4, 0xf6, 0xf7)];
        for text in ["#ffd500", "#1f4e79", "#ffffff", "#00ff00"] {
            let colour = Rgb::parse(text).unwrap();
            let legible = colour.legible_on(&grounds, 4.5);
            assert!(grounds.iter().all(|ground| legible.contrast(*ground) >= 4.5), "{text}");
        }
        let blue = Rgb::parse("#1f4e79").unwrap();
        assert_eq!(blue.legible_on(&grounds, 4.5), blue);
        assert_eq!(Rgb::parse("#12345"), None);
        assert_eq!(Rgb::parse("#é1234"), None);
    }
}
