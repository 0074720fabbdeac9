//! Draws boxes with words, and what leads from one to another; apart because trees, chains and maps of many kinds are made of nothing else.

use super::glyph;
use super::paint::{Hue, Paint, dash, fill, stroke, weight};
use super::svg::{Canvas, SMALL, STRONG, Step, Type};
use crate::model::State;

/// How a box looks, from what leads to what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The one that all others hang on.
    Lead,
    /// A part of the thing itself.
    Part,
    /// Something that the picture lists.
    Item,
}

/// The space between the edge of a box and its words.
pub(super) const PAD: f64 = 10.0;
/// The radius of the corners of boxes.
pub(super) const ROUND: f64 = 4.0;
/// What the sign of a state takes before the words.
const SIGN: f64 = 18.0;

/// A box with a name, a note below it, and a sign before them where its state is known.
pub(super) struct Node<'a> {
    pub(super) label: &'a str,
    pub(super) sub: &'a str,
    pub(super) state: Option<State>,
    pub(super) look: Look,
    pub(super) centred: bool,
}

/// The words of a box, broken for a width, and the height that they need.
pub(super) struct Words {
    label: Vec<String>,
    sub: Vec<String>,
    pub(super) height: f64,
}

impl Node<'_> {
    fn kinds(&self) -> (Type, Type) {
        let label = if self.look == Look::Item { super::svg::BODY } else { STRONG };
        let hue = |kind: Type| if self.look == Look::Lead { kind.in_hue(Hue::OnBrand) } else { kind };
        let side = |kind: Type| if self.centred { kind.middle() } else { kind };
        (side(hue(label)), side(hue(SMALL)))
    }

    fn paint(&self) -> Paint {
        match self.look {
            Look::Lead => fill(Hue::Plate),
            Look::Part => fill(Hue::Tint).edged(Hue::Brand, weight::EDGE),
            Look::Item => fill(Hue::Surface).edged(Hue::Neutral, weight::EDGE),
        }
    }

    /// Breaks the words for a box of a width.
    pub(super) fn words(&self, wide: f64) -> Words {
        let (label, sub) = self.kinds();
        let room = wide - 2.0 * PAD - if self.state.is_some() { SIGN } else { 0.0 };
        let lines = |kind: Type, text: &str, most: usize| {
            if self.centred { kind.balance(text, room, most) } else { kind.wrap(text, room, most) }
        };
        let words = (lines(label, self.label, 5), lines(sub, self.sub, 3));
        let height = 2.0 * PAD - 4.0 + words.0.len().max(1) as f64 * label.leading() + words.1.len() as f64 * sub.leading();
        Words { label: words.0, sub: words.1, height }
    }

    /// Draws the box; its words stand in the middle of its height.
    pub(super) fn draw(&self, canvas: &mut Canvas, [x, y, wide, high]: [f64; 4], words: &Words) {
        let (label, sub) = self.kinds();
        let text = words.label.len() as f64 * label.leading() + words.sub.len() as f64 * sub.leading();
        let first = y + (high - text) / 2.0 + 12.0;
        canvas.rect([x, y, wide, high], ROUND, self.paint());
        let mut start = x + PAD;
        if let Some(state) = self.state {
            glyph::state(canvas, start + 6.0, first - 4.0, 6.5, state);
            start += SIGN;
        }
        let at = if self.centred { x + wide / 2.0 } else { start };
        canvas.lines(at, first, label, &words.label);
        canvas.lines(at, first + words.label.len() as f64 * label.leading(), sub, &words.sub);
    }
}

/// What leads from one thing to another.
pub(super) const LINK: Paint = stroke(Hue::Neutral, weight::LINK);
/// The same where it leads back, against the direction of the picture.
pub(super) const BACK: Paint = LINK.dashed(dash::ABSENT);

/// The head of an arrow that ends at a place; `forward` points along the reading direction.
pub(super) fn arrow_head(canvas: &mut Canvas, (x, y): (f64, f64), forward: bool) {
    let back = if forward { -6.0 } else { 6.0 };
    let steps = [Step::Move(x, y), Step::Line(x + back, y - 3.5), Step::Line(x + back, y + 3.5), Step::Close];
    canvas.path(&steps, fill(Hue::Neutral));
}

/// A curve from box to box, to be drawn under them. One that leads `onward` runs from end to start; any other leaves and enters at the end, in this
/// paint, and swings out as far as `edge` lets it.
pub(super) fn curve(canvas: &mut Canvas, from: [f64; 4], to: [f64; 4], onward: bool, (paint, edge): (Paint, f64)) {
    let (y1, y2) = (from[1] + from[3] / 2.0, to[1] + to[3] / 2.0);
    let x1 = from[0] + from[2];
    if onward {
        let x2 = to[0];
        let bend = (x2 - x1).min(60.0) * 0.6;
        canvas.path(&[Step::Move(x1, y1), Step::Curve([x1 + bend, y1, x2 - bend, y2, x2 - 5.0, y2])], paint);
        arrow_head(canvas, (x2 - 0.5, y2), true);
    } else {
        let x2 = to[0] + to[2];
        let out = (x1.max(x2) + 18.0).min(edge);
        canvas.path(&[Step::Move(x1, y1), Step::Curve([out, y1, out, y2, x2 + 6.0, y2])], paint);
        arrow_head(canvas, (x2 + 0.5, y2), false);
    }
}

/// A line that leads onward past what stands between two boxes, along a height above them.
pub(super) fn bypass(canvas: &mut Canvas, from: [f64; 4], to: [f64; 4], y: f64) {
    let (y1, y2) = (from[1] + from[3] / 2.0, to[1] + to[3] / 2.0);
    let (x1, x2) = (from[0] + from[2], to[0]);
    let (out, back) = (x1 + 11.0, x2 - 13.0);
    let steps = [
        Step::Move(x1, y1),
        Step::Curve([out, y1, x1 + 2.0, y, out + 6.0, y]),
        Step::Line(back - 6.0, y),
        Step::Curve([x2 - 2.0, y, back, y2, x2 - 5.0, y2]),
    ];
    canvas.path(&steps, LINK);
    arrow_head(canvas, (x2 - 0.5, y2), true);
}

/// A straight line down from a box to the one below it.
pub(super) fn drop(canvas: &mut Canvas, from: [f64; 4], to: [f64; 4]) {
    let (x, y) = (to[0] + to[2] / 2.0, to[1]);
    canvas.line((x, from[1] + from[3]), (x, y - 5.0), LINK);
    canvas.path(
        &[Step::Move(x, y - 0.5), Step::Line(x - 3.5, y - 6.5), Step::Line(x + 3.5, y - 6.5), Step::Close],
        fill(Hue::Neutral),
    );
}

/// A plate with a heading; one that `points` leads on to the next.
pub(super) fn heading(canvas: &mut Canvas, name: &str, [x, y, wide]: [f64; 3], points: bool) {
    plate(canvas, &[STRONG.fit(name, wide - 2.0 * PAD)], [x, y, wide, PLATE], points);
}

/// The height of a plate with one line.
pub(super) const PLATE: f64 = 28.0;

/// A plate of any height with the lines of a heading in its middle.
pub(super) fn plate(canvas: &mut Canvas, lines: &[String], [x, y, wide, high]: [f64; 4], points: bool) {
    let (tip, end) = if points { (12.0, x + wide + 8.0) } else { (0.0, x + wide) };
    let outline = [(x, y), (end - tip, y), (end, y + high / 2.0), (end - tip, y + high), (x, y + high)];
    canvas.through(&outline, true, fill(Hue::Plate));
    let first = y + (high - lines.len() as f64 * STRONG.leading()) / 2.0 + 12.5;
    canvas.lines(x + PAD, first, STRONG.in_hue(Hue::OnBrand), lines);
}
