//! The registry of charts: every picture that the site can make, with a small made-up case of each; apart so that gallery and tests show them all.

use super::{Frame, Picture};
use super::{bars, chain, gantt, house, ladder, line, map, matrix, organigram, sparkline, stacked_shares, track};

/// Picks the English or the Arabic of two texts: made-up cases are told in one language of each direction.
pub type Say<'a> = &'a dyn Fn(&str, &str) -> String;

/// A kind of picture.
#[derive(Clone, Copy)]
pub struct Chart {
    /// Its name: that of its file, and of its message `gallery.kind.NAME`.
    pub name: &'static str,
    /// Draws a made-up case.
    pub demo: fn(&Frame<'_>, Say<'_>) -> Option<Picture>,
}

/// Every kind of picture, in the order of the gallery.
pub const CHARTS: &[Chart] = &[
    Chart { name: "track", demo: |frame, say| track::draw(frame, &track::demo(say)) },
    Chart { name: "house", demo: |frame, say| house::draw(frame, &house::demo(say)) },
    Chart { name: "ladder", demo: |frame, say| ladder::draw(frame, &ladder::demo(say)) },
    Chart { name: "line", demo: |frame, say| line::draw(frame, &line::demo(say)) },
    Chart { name: "gantt", demo: |frame, say| gantt::draw(frame, &gantt::demo(say)) },
    Chart { name: "organigram", demo: |frame, say| organigram::draw(frame, &organigram::demo(say)) },
    Chart { name: "stacked_shares", demo: |frame, say| stacked_shares::draw(frame, &stacked_shares::demo(say)) },
    Chart { name: "bars", demo: |frame, say| bars::draw(frame, &bars::demo(say)) },
    Chart { name: "matrix", demo: |frame, say| matrix::draw(frame, &matrix::demo(say)) },
    Chart { name: "map", demo: |frame, say| map::demo(frame, say) },
    Chart { name: "chain", demo: |frame, say| chain::draw(frame, &chain::demo(say)) },
    Chart { name: "sparkline", demo: |frame, say| sparkline::draw(frame, &sparkline::demo(say)) },
];
