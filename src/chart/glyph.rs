//! The signs that stand for states and series; apart so that one shape means one thing in every picture.

use super::paint::{Hue, Paint, dash, fill, stroke, weight};
use super::svg::{Canvas, Step};
use crate::model::State;
use crate::model::kinds::diamond::Sign;

/// The colour that goes with the sign of a state.
pub(super) fn hue(state: State) -> Hue {
    match state {
        State::Achieved | State::OnTrack => Hue::Good,
        State::Behind => Hue::Warn,
        State::OffTrack => Hue::Bad,
        State::NotStarted | State::NoData => Hue::Neutral,
    }
}

/// The sign of a state around a place, within a radius: ticked disc, triangle up, diamond, triangle down, ring, dashed ring with a bar.
pub(super) fn state(canvas: &mut Canvas, x: f64, y: f64, r: f64, state: State) {
    let hue = hue(state);
    match state {
        State::Achieved => {
            canvas.circle(x, y, r, fill(hue));
            tick(canvas, x, y, r, Hue::Surface);
        }
        State::OnTrack => marker(canvas, x, y, r, 2, fill(hue)),
        State::Behind => marker(canvas, x, y, r, 3, fill(hue)),
        State::OffTrack => canvas.sign((x, y), &[(-r, -r * 0.8), (r, -r * 0.8), (0.0, r)], true, fill(hue)),
        State::NotStarted => canvas.circle(x, y, r - 0.8, fill(Hue::Surface).edged(hue, weight::SIDE)),
        State::NoData => {
            canvas.circle(x, y, r - 0.8, fill(Hue::Surface).edged(hue, weight::LINK).dashed(dash::ABSENT));
            canvas.line((x - r * 0.4, y), (x + r * 0.4, y), stroke(hue, weight::SIDE));
        }
    }
}

/// The sign of an effect around a place, within a radius: disc with a plus, square with a minus, ring with both.
pub(super) fn effect(canvas: &mut Canvas, x: f64, y: f64, r: f64, sign: Sign) {
    let arm = r * 0.55;
    let line = |hue| stroke(hue, (r * 0.26).max(1.2));
    match sign {
        Sign::Plus => {
            canvas.circle(x, y, r, fill(Hue::Good));
            canvas.line((x - arm, y), (x + arm, y), line(Hue::Surface));
            canvas.line((x, y - arm), (x, y + arm), line(Hue::Surface));
        }
        Sign::Minus => {
            marker(canvas, x, y, r, 1, fill(Hue::Bad));
            canvas.line((x - arm, y), (x + arm, y), line(Hue::Surface));
        }
        Sign::Mixed => {
            canvas.circle(x, y, r - 0.8, fill(Hue::Surface).edged(Hue::Warn, weight::SIDE));
            canvas.line((x - arm * 0.8, y - r * 0.2), (x + arm * 0.8, y - r * 0.2), line(Hue::Warn));
            canvas.line((x, y - r * 0.62), (x, y + r * 0.22), line(Hue::Warn));
            canvas.line((x - arm * 0.8, y + r * 0.5), (x + arm * 0.8, y + r * 0.5), line(Hue::Warn));
        }
    }
}

/// A ring whose first half is filled, the sign of what is done in part.
pub(super) fn half(canvas: &mut Canvas, x: f64, y: f64, r: f64, hue: Hue) {
    // How far the handles of a curve reach that follows a quarter of a circle.
    let reach = 0.552 * r;
    canvas.circle(x, y, r - 0.8, fill(Hue::Surface).edged(hue, weight::SIDE));
    canvas.path(
        &[
            Step::Move(x, y - r),
            Step::Curve([x - reach, y - r, x - r, y - reach, x - r, y]),
            Step::Curve([x - r, y + reach, x - reach, y + r, x, y + r]),
            Step::Close,
        ],
        fill(hue),
    );
}

/// A tick mark inside a disc.
pub(super) fn tick(canvas: &mut Canvas, x: f64, y: f64, r: f64, hue: Hue) {
    let points = [(-0.45 * r, 0.02 * r), (-0.1 * r, 0.38 * r), (0.48 * r, -0.36 * r)];
    canvas.sign((x, y), &points, false, stroke(hue, (r * 0.28).max(1.2)));
}

/// The marker of the n-th series: disc, square, triangle, diamond, triangle down, upright bar.
pub(super) fn marker(canvas: &mut Canvas, x: f64, y: f64, r: f64, index: usize, paint: Paint) {
    let shape: &[(f64, f64)] = match index % 6 {
        0 => return canvas.circle(x, y, r, paint),
        1 => &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        2 => &[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)],
        3 => &[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)],
        4 => &[(-1.0, -0.8), (1.0, -0.8), (0.0, 1.0)],
        _ => &[(-0.45, -1.1), (0.45, -1.1), (0.45, 1.1), (-0.45, 1.1)],
    };
    let points: Vec<_> = shape.iter().map(|(dx, dy)| (dx * r, dy * r)).collect();
    canvas.sign((x, y), &points, true, paint);
}

/// A five-pointed star, the sign of a quick win.
pub(super) fn star(canvas: &mut Canvas, x: f64, y: f64, r: f64) {
    let points: Vec<_> = (0..10)
        .map(|i| {
            let (turn, reach) = (f64::from(i) * std::f64::consts::PI / 5.0, if i % 2 == 0 { r } else { r * 0.45 });
            (turn.sin() * reach, -turn.cos() * reach)
        })
        .collect();
    canvas.sign((x, y), &points, true, fill(Hue::Accent));
}
