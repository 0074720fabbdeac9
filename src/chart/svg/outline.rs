//! Writes shapes of many points in as few bytes as keep them to a tenth of a unit; apart because maps alone have such, and geography is the same in
//! every direction of writing: what stands here is never mirrored.

use std::fmt::Write as _;

use super::{Canvas, n};
use crate::chart::paint::Paint;

impl Canvas {
    /// Lines or areas as one element, in places on paper; `closed` joins the end of each to its beginning.
    pub(in crate::chart) fn outlines(&mut self, shapes: &[Vec<[f64; 2]>], closed: bool, paint: Paint) {
        let mut d = String::new();
        for shape in shapes {
            // Steps are between rounded places, so that what is cut off does not add up.
            let mut at: Option<[i64; 2]> = None;
            for place in shape.iter().map(|place| place.map(tenths)) {
                match at {
                    None => {
                        let _ = write!(d, "M{} {}", n(place[0] as f64 / 10.0), n(place[1] as f64 / 10.0));
                    }
                    Some(last) if last != place => step(&mut d, [place[0] - last[0], place[1] - last[1]]),
                    Some(_) => {}
                }
                at = Some(place);
            }
            if closed && at.is_some() {
                d.push('z');
            }
        }
        if !d.is_empty() {
            let _ = write!(self.body, "<path d=\"{d}\"");
            self.paint(paint);
        }
    }

    /// The place in the layout of one on paper, for what is drawn upon such shapes.
    pub(in crate::chart) fn in_layout(&self, x: f64) -> f64 {
        self.x(x)
    }

    /// Whether a line of text begins at the right.
    pub(in crate::chart) fn is_rtl(&self) -> bool {
        self.rtl
    }
}

fn tenths(value: f64) -> i64 {
    if value.is_finite() { (value.clamp(-1e6, 1e6) * 10.0).round() as i64 } else { 0 }
}

/// A relative step: `l.5-12`, with no more signs than a reader of paths needs.
fn step(d: &mut String, [x, y]: [i64; 2]) {
    if y == 0 {
        let _ = write!(d, "h{}", short(x));
    } else if x == 0 {
        let _ = write!(d, "v{}", short(y));
    } else {
        let y = short(y);
        let gap = if y.starts_with('-') { "" } else { " " };
        let _ = write!(d, "l{}{gap}{y}", short(x));
    }
}

fn short(tenths: i64) -> String {
    let text = n(tenths as f64 / 10.0);
    match text.strip_prefix("0.").or_else(|| text.strip_prefix("-0.")) {
        Some(part) => format!("{}.{part}", if tenths < 0 { "-" } else { "" }),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_short_and_exact() {
        for (given, want) in
            [([5, -120], "l.5-12"), ([-5, 3], "l-.5 .3"), ([100, 0], "h10"), ([0, -1], "v-.1"), ([-101, 7], "l-10.1 .7")]
        {
            let mut d = String::new();
            step(&mut d, given);
            assert_eq!(d, want);
        }
        assert_eq!((tenths(f64::NAN), tenths(f64::INFINITY), tenths(-0.04)), (0, 0, 0));
    }
}
