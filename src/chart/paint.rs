//! The colours and textures of all pictures; apart so that a brand changes them in one place and nothing is told by colour alone.

/// A role that a colour plays; the style sheet gives it the brand's value, the drawing carries a fallback for engines without variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hue {
    Ink,
    Muted,
    Line,
    Surface,
    Tint,
    Brand,
    OnBrand,
    Accent,
    Good,
    Warn,
    Bad,
    Neutral,
    Series(u8),
}

const SERIES: [(&str, &str); 6] =
    [("1", "#1f4e79"), ("2", "#e0944a"), ("3", "#4f8f6b"), ("4", "#6f3f87"), ("5", "#a3aebb"), ("6", "#c2a63a")];

impl Hue {
    /// The colour of the n-th series; they repeat after six, with another texture.
    pub(super) fn series(index: usize) -> Self {
        Self::Series((index % SERIES.len()) as u8)
    }

    /// What classes end in: `f-brand`, `s-brand`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Muted => "muted",
            Self::Line => "line",
            Self::Surface => "surface",
            Self::Tint => "tint",
            Self::Brand => "brand",
            Self::OnBrand => "on-brand",
            Self::Accent => "accent",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Neutral => "neutral",
            Self::Series(index) => SERIES[usize::from(index) % SERIES.len()].0,
        }
    }

    /// The fallback, which is also what print engines without variables show.
    pub(super) fn hex(self) -> &'static str {
        match self {
            Self::Ink => "#1b2430",
            Self::Muted => "#566170",
            Self::Line => "#d3dae2",
            Self::Surface | Self::OnBrand => "#ffffff",
            Self::Tint => "#eff4f9",
            Self::Brand => "#1f4e79",
            Self::Accent => "#b4501a",
            Self::Good => "#2c7a4b",
            Self::Warn => "#a86b12",
            Self::Bad => "#b3372f",
            Self::Neutral => "#768292",
            Self::Series(index) => SERIES[usize::from(index) % SERIES.len()].1,
        }
    }
}

/// A texture over a colour, so that areas differ in grey too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weave {
    Plain,
    Rising,
    Dots,
    Level,
    Grid,
    Upright,
}

impl Weave {
    /// The texture of the n-th series; shifted at each repetition of the colours, so that 36 series differ.
    pub(super) fn series(index: usize) -> Self {
        match (index + index / 6) % 6 {
            0 => Self::Plain,
            1 => Self::Rising,
            2 => Self::Dots,
            3 => Self::Level,
            4 => Self::Grid,
            _ => Self::Upright,
        }
    }

    /// What pattern ids end in.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Rising => "rising",
            Self::Dots => "dots",
            Self::Level => "level",
            Self::Grid => "grid",
            Self::Upright => "upright",
        }
    }

    /// The strokes of the texture within a square of six units.
    pub(super) fn strokes(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Rising => "M-1 7L7 -1M-1 1L1 -1M5 7L7 5",
            Self::Dots => "M1.5 1.5h0.1M4.5 4.5h0.1",
            Self::Level => "M0 1.5H6M0 4.5H6",
            Self::Grid => "M0 1.5H6M1.5 0V6",
            Self::Upright => "M1.5 0V6M4.5 0V6",
        }
    }
}

/// How a shape is filled and outlined.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub(super) fill: Option<(Hue, Weave)>,
    pub(super) stroke: Option<(Hue, f64)>,
    pub(super) dash: Option<&'static str>,
}

/// A plain area.
pub(super) const fn fill(hue: Hue) -> Paint {
    Paint { fill: Some((hue, Weave::Plain)), stroke: None, dash: None }
}

/// A textured area.
pub(super) const fn woven(hue: Hue, weave: Weave) -> Paint {
    Paint { fill: Some((hue, weave)), stroke: None, dash: None }
}

/// An outline or a line of a width in drawing units.
pub(super) const fn stroke(hue: Hue, width: f64) -> Paint {
    Paint { fill: None, stroke: Some((hue, width)), dash: None }
}

impl Paint {
    /// The same with an outline.
    pub(super) const fn edged(self, hue: Hue, width: f64) -> Self {
        Self { stroke: Some((hue, width)), ..self }
    }

    /// The same with its line broken into dashes.
    pub(super) const fn dashed(self, dash: &'static str) -> Self {
        Self { dash: Some(dash), ..self }
    }
}
