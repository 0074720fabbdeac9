//! The row of signs and names that explains a picture; apart because most pictures have one and it must flow alike in all.

use super::svg::{Canvas, SMALL};
use super::text;

/// What draws the sign, 20 units wide, from a start and around a middle height.
pub(super) type Sign<'a> = Box<dyn Fn(&mut Canvas, f64, f64) + 'a>;

/// The width of a sign with its gap.
const SIGN: f64 = 26.0;
const ROW: f64 = 20.0;
/// The air between the signs and the picture that they explain.
const AIR: f64 = 6.0;

/// Draws entries in as many rows as they need from a top edge, and gives the height they took.
pub(super) fn flow(canvas: &mut Canvas, top: f64, entries: &[(Sign<'_>, &str)]) -> f64 {
    let mut x = 0.0;
    let mut y = top + ROW / 2.0;
    if entries.is_empty() {
        return 0.0;
    }
    for (sign, name) in entries {
        let name = SMALL.fit(name, canvas.width() - SIGN - 2.0);
        let wide = SIGN + text::width(&name, SMALL.size);
        if x > 0.0 && x + wide > canvas.width() {
            x = 0.0;
            y += ROW;
        }
        sign(canvas, x, y);
        canvas.text(x + SIGN, y + 4.0, SMALL, &name);
        x += wide + 18.0;
    }
    y + ROW / 2.0 + AIR - top
}

/// Draws entries as a list, one below the other, from a place and within a width, and gives the height they took.
pub(super) fn list(canvas: &mut Canvas, (x, top): (f64, f64), width: f64, entries: &[(Sign<'_>, &str)]) -> f64 {
    let mut y = top;
    for (sign, name) in entries {
        let lines = SMALL.wrap(name, width - SIGN, 2);
        sign(canvas, x, y + ROW / 2.0);
        canvas.lines(x + SIGN, y + ROW / 2.0 + 4.0, SMALL, &lines);
        y += ROW + 4.0 + lines.len().saturating_sub(1) as f64 * SMALL.leading();
    }
    y - top
}
