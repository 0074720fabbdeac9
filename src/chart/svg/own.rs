//! Shows colours and fonts for what they are and not for what they mean; apart because all other drawing speaks in roles, which a style sheet fills.

use std::fmt::Write as _;

use super::{Anchor, Canvas, Type, escape, n};
use crate::chart::text;
use crate::model::value::Rgb;

impl Canvas {
    /// An area in a colour of its own, the same on every ground.
    pub(in crate::chart) fn swatch(&mut self, [x, y, w, h]: [f64; 4], round: f64, colour: Rgb) {
        let left = if self.rtl { self.width - x - w } else { x };
        let _ = write!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{colour}\"/>",
            n(left),
            n(y),
            n(w.max(0.0)),
            n(h.max(0.0)),
            n(round)
        );
    }

    /// One line of text in a colour of its own, in the middle of a place.
    pub(in crate::chart) fn sample(&mut self, x: f64, y: f64, kind: Type, colour: Rgb, content: &str) {
        let content = text::clean(content);
        let weight = if kind.bold { " font-weight=\"600\"" } else { "" };
        let (x, y, size) = (n(self.x(x)), n(y), n(kind.size));
        let _ =
            write!(self.body, "<text x=\"{x}\" y=\"{y}\" fill=\"{colour}\" font-size=\"{size}\" text-anchor=\"middle\"{weight}>");
        let _ = write!(self.body, "{}</text>", escape(&content));
    }

    /// One line of text in a family of fonts, where the reader's device has it.
    pub(in crate::chart) fn in_family(&mut self, x: f64, y: f64, kind: Type, families: &str, content: &str) {
        debug_assert!(kind.anchor == Anchor::Start, "a specimen begins where it stands");
        let from = self.body.len();
        self.text(x, y, kind, content);
        // The line has just been written: its first tag takes one more attribute.
        if let Some(at) = self.body[from..].find("<text ").map(|at| from + at + "<text ".len()) {
            self.body.insert_str(at, &format!("font-family=\"{}\" ", escape(families)));
        }
    }
}
