//! Where a cluster stands on its way through the stages of its life.

use super::gallery::Say;
use super::glyph;
use super::paint::{Hue, Paint, dash, fill, stroke, weight};
use super::svg::{Canvas, Form, NARROW, SMALL, STRONG, Type, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Stages and the current one.
#[derive(Clone, Debug)]
pub struct Track {
    /// Stages in order, each with a note that may be empty.
    pub stages: Vec<(String, String)>,
    /// The current stage; one beyond the last means that all are past.
    pub current: usize,
    /// The words of the picture and the table.
    pub words: Words,
}

/// The words of the picture and the table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub stage: String,
    pub state: String,
    pub past: String,
    pub current: String,
    pub ahead: String,
}

const NOW: Type = STRONG;
const AHEAD: Type = Type { bold: false, hue: Hue::Muted, ..STRONG };

/// Draws a track; `None` without stages.
pub fn draw(frame: &Frame<'_>, input: &Track) -> Option<Picture> {
    if input.stages.is_empty() {
        return None;
    }
    let words = &input.words;
    let row = |(index, (name, _)): (usize, &(String, String))| {
        let state = match index.cmp(&input.current) {
            std::cmp::Ordering::Less => &words.past,
            std::cmp::Ordering::Equal => &words.current,
            std::cmp::Ordering::Greater => &words.ahead,
        };
        vec![Cell::words(name), Cell::words(state)]
    };
    let columns = [("stage", words.stage.clone()), ("state", words.state.clone())];
    let table = Table::new(columns, input.stages.iter().enumerate().map(row).collect());
    Some(frame.picture(wide(frame, input), Some(narrow(frame, input)), table))
}

/// A stop: past ones are ticked, the current one is a broad ring with a core, those ahead are hollow.
fn stop(canvas: &mut Canvas, (x, y): (f64, f64), index: usize, current: usize) {
    if index < current {
        canvas.circle(x, y, 9.0, fill(Hue::Brand));
        glyph::tick(canvas, x, y, 8.0, Hue::Surface);
    } else if index == current {
        canvas.circle(x, y, 12.0, fill(Hue::Surface).edged(Hue::Brand, weight::MAIN));
        canvas.circle(x, y, 6.0, fill(Hue::Brand));
    } else {
        canvas.circle(x, y, 8.0, fill(Hue::Surface).edged(Hue::Neutral, weight::SIDE));
    }
}

fn rail(index: usize, current: usize) -> Paint {
    if index < current { stroke(Hue::Brand, weight::MAIN) } else { stroke(Hue::Neutral, weight::SIDE).dashed(dash::AHEAD) }
}

fn name_type(index: usize, current: usize) -> Type {
    match index.cmp(&current) {
        std::cmp::Ordering::Less => Type { bold: false, ..STRONG },
        std::cmp::Ordering::Equal => NOW,
        std::cmp::Ordering::Greater => AHEAD,
    }
}

fn wide(frame: &Frame<'_>, input: &Track) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let slot = WIDE / input.stages.len() as f64;
    let middle = |index: usize| slot * (index as f64 + 0.5);
    let y = 36.0;
    for index in 1..input.stages.len() {
        canvas.line((middle(index - 1), y), (middle(index), y), rail(index - 1, input.current));
    }
    let mut bottom = y + 20.0;
    for (index, (name, note)) in input.stages.iter().enumerate() {
        stop(&mut canvas, (middle(index), y), index, input.current);
        if index == input.current {
            canvas.centred(middle(index), 14.0, SMALL.in_hue(Hue::Ink), &input.words.current, (0.0, WIDE));
        }
        let kind = name_type(index, input.current).middle();
        let (lines, notes) = (kind.balance(name, slot - 12.0, 3), SMALL.balance(note, slot - 16.0, 4));
        canvas.lines(middle(index), y + 32.0, kind, &lines);
        let below = y + 32.0 + lines.len() as f64 * kind.leading();
        canvas.lines(middle(index), below, SMALL.middle(), &notes);
        bottom = bottom.max(below + notes.len() as f64 * SMALL.leading() - 8.0);
    }
    canvas.finish(frame, "track", bottom)
}

fn narrow(frame: &Frame<'_>, input: &Track) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = 18.0;
    let mut stops = Vec::new();
    for (index, (name, note)) in input.stages.iter().enumerate() {
        let kind = name_type(index, input.current);
        let mut lines = kind.wrap(name, NARROW - 42.0, 3);
        if lines.is_empty() {
            lines.push(String::new());
        }
        let current = if index == input.current { input.words.current.as_str() } else { "" };
        let mut notes = SMALL.wrap(current, NARROW - 42.0, 1);
        notes.extend(SMALL.wrap(note, NARROW - 42.0, 3));
        stops.push(y);
        canvas.lines(38.0, y + 4.0, kind, &lines);
        canvas.lines(38.0, y + 4.0 + lines.len() as f64 * kind.leading(), SMALL, &notes);
        y += lines.len() as f64 * kind.leading() + notes.len() as f64 * SMALL.leading() + 18.0;
    }
    for (index, pair) in stops.windows(2).enumerate() {
        canvas.line((15.0, pair[0]), (15.0, pair[1]), rail(index, input.current));
    }
    for (index, y) in stops.iter().enumerate() {
        stop(&mut canvas, (15.0, *y), index, input.current);
    }
    canvas.finish(frame, "track", y - 14.0)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Track {
    Track {
        stages: vec![
            (say("Initiation", "البدء"), say("Mapping, stakeholders, strategy", "رسم الخرائط والاستراتيجية")),
            (say("Establishment", "التأسيس"), say("Action plan, governance, finance", "خطة العمل والحوكمة والتمويل")),
            (say("Operationalisation", "التشغيل"), say("Services and projects run", "الخدمات والمشاريع")),
            (say("Transformation", "التحول"), say("New markets and fields", "أسواق ومجالات جديدة")),
        ],
        current: 2,
        words: Words {
            stage: say("Stage", "المرحلة"),
            state: say("State", "الحالة"),
            past: say("Done", "منجزة"),
            current: say("We are here", "نحن هنا"),
            ahead: say("Still ahead", "لاحقة"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn track(count: usize, current: usize, label: &str) -> Track {
        let words = Words { current: label.into(), ..Words::default() };
        Track { stages: vec![(label.into(), label.into()); count], current, words }
    }

    #[test]
    fn sound_at_every_stage() {
        for label in HOSTILE {
            for (count, current) in [(4, 0), (4, 3), (4, 9), (1, 0), (12, 11)] {
                probe::both(|frame| probe::sound(&draw(frame, &track(count, current, label)).unwrap()));
            }
        }
    }

    #[test]
    fn no_stage_gives_no_picture() {
        probe::both(|frame| assert!(draw(frame, &track(0, 0, "a")).is_none()));
    }
}
