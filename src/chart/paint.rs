//! The colours and textures of all pictures; apart so that a brand changes them in one place and nothing is told by colour alone.

/// The widths of lines, in drawing units. There are no others, so that one width says one thing in every picture.
pub(super) mod weight {
    /// Lines of a grid, which step back behind the data.
    pub(in crate::chart) const GRID: f64 = 0.7;
    /// Edges of boxes and cells, axes and tick marks.
    pub(in crate::chart) const EDGE: f64 = 1.0;
    /// What leads from one thing to another, and what marks a day.
    pub(in crate::chart) const LINK: f64 = 1.2;
    /// What is planned or stands beside the main thing: expected paths, parts of a whole, hollow signs.
    pub(in crate::chart) const SIDE: f64 = 1.6;
    /// What the picture is about.
    pub(in crate::chart) const MAIN: f64 = 2.4;
}

/// The ways in which lines are broken; each says one thing.
pub(super) mod dash {
    /// Today.
    pub(in crate::chart) const TODAY: &str = "4 3";
    /// What is expected, not measured.
    pub(in crate::chart) const EXPECTED: &str = "5 4";
    /// What is not there: no value, given up, against the direction.
    pub(in crate::chart) const ABSENT: &str = "3 3";
    /// What is still ahead.
    pub(in crate::chart) const AHEAD: &str = "2 4";
    /// Parts of a whole, by number; the first is whole.
    pub(in crate::chart) const PARTS: [&str; 4] = ["", "6 3", "2 3", "8 3 2 3"];
}

/// A role that a colour plays; the style sheet gives it the brand's value, the drawing carries a fallback for engines without variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hue {
    /// Words.
    Ink,
    /// Words that step back.
    Muted,
    /// Grids and the edges of cells.
    Line,
    /// The ground that the picture lies on.
    Surface,
    /// A ground that is set off from it.
    Tint,
    /// What the picture is about: lines, bars, edges, legible on the ground.
    Brand,
    /// An area in the brand's own colour that words stand on.
    Plate,
    /// Words on it.
    OnBrand,
    /// What asks for attention: today, the field to look at, what lies below zero.
    Accent,
    Good,
    Warn,
    Bad,
    /// What is neither: connectors, axes, what is not begun.
    Neutral,
    /// Parts of a whole, by number.
    Series(u8),
}

/// Every role, in the order of the documentation.
pub(super) const HUES: [Hue; 19] = [
    Hue::Ink,
    Hue::Muted,
    Hue::Line,
    Hue::Surface,
    Hue::Tint,
    Hue::Brand,
    Hue::Plate,
    Hue::OnBrand,
    Hue::Accent,
    Hue::Good,
    Hue::Warn,
    Hue::Bad,
    Hue::Neutral,
    Hue::Series(0),
    Hue::Series(1),
    Hue::Series(2),
    Hue::Series(3),
    Hue::Series(4),
    Hue::Series(5),
];

const SERIES: [(&str, &str); 6] =
    [("1", "#1f4e79"), ("2", "#c2591b"), ("3", "#3d8b62"), ("4", "#7d5ba6"), ("5", "#2f7fb8"), ("6", "#8a6a14")];

impl Hue {
    /// The colour of the n-th series; they repeat after six, with another texture.
    pub(super) fn series(index: usize) -> Self {
        Self::Series((index % SERIES.len()) as u8)
    }

    /// The custom properties of style sheets that give the role its colour, the first that is set; none for one that is made of others.
    pub(super) fn properties(self) -> &'static [&'static str] {
        match self {
            Self::Ink => &["--c-ink"],
            Self::Muted => &["--c-muted"],
            Self::Line => &["--c-line"],
            Self::Surface => &["--c-page"],
            Self::Tint => &["--c-tint"],
            Self::Brand => &["--c-mark", "--c-brand"],
            Self::Plate => &["--c-brand"],
            Self::OnBrand => &["--c-on-mark", "--c-on-brand"],
            Self::Accent => &["--c-accent"],
            Self::Good => &["--c-good"],
            Self::Warn => &["--c-warn"],
            Self::Bad => &["--c-bad"],
            Self::Neutral => &["--c-neutral"],
            Self::Series(0) => &["--c-series-1"],
            Self::Series(1) => &["--c-series-2"],
            Self::Series(2) => &["--c-series-3"],
            Self::Series(3) => &["--c-series-4"],
            Self::Series(4) => &["--c-series-5"],
            Self::Series(_) => &["--c-series-6"],
        }
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
            Self::Plate => "plate",
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
            Self::Ink => "#1a2127",
            Self::Muted => "#535f6a",
            Self::Line => "#d8dee3",
            Self::Surface | Self::OnBrand => "#ffffff",
            Self::Tint => "#eff3f6",
            Self::Brand | Self::Plate => "#1f4e79",
            Self::Accent => "#a34a14",
            Self::Good => "#14683f",
            Self::Warn => "#8f5400",
            Self::Bad => "#ad2119",
            Self::Neutral => "#5a6570",
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
