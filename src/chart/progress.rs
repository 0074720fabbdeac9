//! How far an indicator has come, as a small meter with the mark of what was expected by now.

use super::glyph::{self, State};
use super::paint::{Hue, fill, stroke};
use super::svg::{BODY, Canvas, Form, STRONG, Type};
use super::{Cell, Frame, Picture, Table};

/// An indicator's progress.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The part of the way from baseline to target that was made: 1 is the target. May be negative or more than 1.
    pub achieved: Option<f64>,
    /// The part that was expected by now.
    pub expected: Option<f64>,
    /// The judgement.
    pub state: State,
    /// The name of the judgement.
    pub state_label: String,
    /// The words of the table.
    pub words: Words,
}

/// The words of the table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub achieved: String,
    pub expected: String,
    pub state: String,
}

const WIDTH: f64 = 240.0;

/// Draws a meter; `None` when neither share is known and the state has no name.
pub fn draw(frame: &Frame<'_>, input: &Progress) -> Option<Picture> {
    let [achieved, expected] = [input.achieved, input.expected].map(|share| share.filter(|share| share.is_finite()));
    if achieved.is_none() && expected.is_none() && input.state_label.is_empty() {
        return None;
    }
    let mut canvas = Canvas::new(frame, Form::Only, WIDTH);
    let value = achieved.map(|share| STRONG.fit(&(frame.format.percent)(share), 90.0)).unwrap_or_default();
    let room = WIDTH - 24.0 - STRONG.width(&value) - 10.0;
    glyph::state(&mut canvas, 8.0, 11.0, 7.0, input.state);
    canvas.text(22.0, 15.0, Type { size: 12.5, ..BODY }, &Type { size: 12.5, ..BODY }.fit(&input.state_label, room));
    canvas.text(WIDTH - 1.0, 15.0, STRONG.end(), &value);
    canvas.rect([1.0, 28.0, WIDTH - 2.0, 8.0], 4.0, fill(Hue::Surface).edged(Hue::Neutral, 1.0));
    let made = achieved.unwrap_or(0.0).clamp(0.0, 1.0) * (WIDTH - 2.0);
    if made > 0.0 {
        canvas.rect([1.0, 28.0, made.max(8.0), 8.0], 4.0, fill(input.state.hue()));
    }
    if let Some(share) = expected {
        // The mark is ink with a pale edge, so that it shows on the full and on the empty part.
        let x = 2.0 + share.clamp(0.0, 1.0) * (WIDTH - 4.0);
        canvas.line((x, 24.0), (x, 40.0), stroke(Hue::Surface, 4.0));
        canvas.line((x, 24.0), (x, 40.0), stroke(Hue::Ink, 2.0));
    }
    let svg = canvas.finish(frame, "progress", 44.0);
    let percent = |share: Option<f64>| Cell::number(share.map(|share| (frame.format.percent)(share)));
    let head = [&input.words.achieved, &input.words.expected, &input.words.state].map(Clone::clone).to_vec();
    let row = vec![percent(achieved), percent(expected), Cell::words(&input.state_label)];
    Some(frame.picture(svg, None, Table { head, rows: vec![row] }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    #[test]
    fn sound_with_any_share_and_text() {
        for share in
            [None, Some(0.0), Some(-0.4), Some(0.5), Some(1.0), Some(17.0), Some(1e12), Some(f64::NAN), Some(f64::INFINITY)]
        {
            for state in State::ALL {
                for label in HOSTILE {
                    let input =
                        Progress { achieved: share, expected: share, state, state_label: label.into(), words: Words::default() };
                    probe::both(|frame| {
                        if let Some(picture) = draw(frame, &input) {
                            probe::sound(&picture);
                        }
                    });
                }
            }
        }
    }

    #[test]
    fn nothing_known_gives_no_picture() {
        let input = Progress {
            achieved: Some(f64::NAN),
            expected: None,
            state: State::NoData,
            state_label: String::new(),
            words: Words::default(),
        };
        probe::both(|frame| assert!(draw(frame, &input).is_none()));
    }
}
