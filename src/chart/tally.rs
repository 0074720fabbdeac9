//! How many indicators are in each state, row by row: one sign an indicator, so that they can be counted and told apart without colour.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::paint::{Hue, stroke, weight};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::State;

/// Rows of signs.
#[derive(Clone, Debug)]
pub struct Tally {
    /// Rows from top to bottom.
    pub rows: Vec<Row>,
    /// The names of states, in the order of [`State::ALL`].
    pub states: [String; 6],
    /// The heading of the table's first column.
    pub head: String,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// A note below the name; may be empty.
    pub note: String,
    /// How many are in each state, in the order of [`State::ALL`].
    pub counts: [usize; 6],
    /// Where the row leads.
    pub href: Option<String>,
}

/// The room that a sign takes.
const STEP: f64 = 19.0;
/// Signs of one state in a row; what is more stands as a number behind them.
const MOST: usize = 120;

/// Draws rows of signs; `None` where nothing is counted.
pub fn draw(frame: &Frame<'_>, input: &Tally) -> Option<Picture> {
    if input.rows.iter().all(|row| row.counts.iter().all(|count| *count == 0)) {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

fn sheet(frame: &Frame<'_>, input: &Tally, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let width = canvas.width();
    let used = State::ALL.into_iter().zip(&input.states).enumerate();
    let used = used.filter(|(at, _)| input.rows.iter().any(|row| row.counts[*at] > 0));
    let key: Vec<(Sign<'_>, &str)> = used
        .map(|(_, (state, name))| {
            let sign: Sign<'_> = Box::new(move |canvas, x, y| glyph::state(canvas, x + 10.0, y, 6.5, state));
            (sign, name.as_str())
        })
        .collect();
    let names = input.rows.iter().map(|row| BODY.width(&row.label).max(SMALL.width(&row.note))).fold(40.0, f64::max);
    let left = if wide { names.min(230.0) + 18.0 } else { 0.0 };
    let across = (((width - left) / STEP).floor() as usize).max(1);
    let mut y = legend::flow(&mut canvas, 0.0, &key) + 10.0;
    for (index, row) in input.rows.iter().enumerate() {
        if index > 0 {
            canvas.line((0.0, y), (width, y), stroke(Hue::Line, weight::GRID));
        }
        y += 9.0;
        let room = if wide { left - 14.0 } else { width };
        let (name, note) = (BODY.wrap(&row.label, room, 3), SMALL.wrap(&row.note, room, 1));
        let text = name.len().max(1) as f64 * BODY.leading() + note.len() as f64 * SMALL.leading();
        let signs: Vec<State> = State::ALL
            .into_iter()
            .zip(row.counts)
            .flat_map(|(state, count)| std::iter::repeat_n(state, count.min(MOST)))
            .collect();
        let rows = signs.len().div_ceil(across) as f64 * STEP;
        let tall = if wide { text.max(rows) } else { text + 4.0 + rows };
        let start = if wide { y } else { y + text + 4.0 };
        let said = State::ALL.iter().zip(&input.states).zip(row.counts).filter(|(_, count)| *count > 0);
        let said = said.map(|((_, name), count)| frame.pair(name, &(frame.format.number)(count as f64)));
        let tip = frame.pair(&row.label, &said.collect::<Vec<_>>().join(" · "));
        canvas.mark(row.href.as_ref(), &tip, |canvas| {
            canvas.lines(0.0, y + 12.0, BODY, &name);
            canvas.lines(0.0, y + 12.0 + name.len().max(1) as f64 * BODY.leading(), SMALL, &note);
            for (at, state) in signs.iter().enumerate() {
                let (row, column) = ((at / across) as f64, (at % across) as f64);
                glyph::state(canvas, left + column * STEP + 8.0, start + row * STEP + 8.0, 6.5, *state);
            }
        });
        y += tall + 7.0;
    }
    canvas.finish(frame, "tally", y)
}

fn table(frame: &Frame<'_>, input: &Tally) -> Table {
    let mut columns = vec![("name", input.head.clone())];
    columns.extend(
        State::ALL.into_iter().zip(&input.states).map(|(state, name)| (crate::model::Choice::as_str(state), name.clone())),
    );
    let row = |row: &Row| {
        let counts = row.counts.iter().map(|count| Cell::number(Some(*count as f64), |value| (frame.format.number)(value)));
        std::iter::once(Cell::linked(&row.label, row.href.as_ref())).chain(counts).collect()
    };
    Table::new(columns, input.rows.iter().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Tally {
    let row = |label: &str, counts| Row { label: label.to_owned(), note: String::new(), counts, href: None };
    Tally {
        rows: vec![row("2024", [2, 9, 4, 3, 1, 2]), row("2025", [3, 10, 4, 2, 1, 1]), row("2026", [5, 9, 3, 3, 0, 1])],
        states: [
            say("Achieved", "تحقق"),
            say("On track", "في المسار"),
            say("Behind", "متأخر"),
            say("Off track", "خارج المسار"),
            say("Not started", "لم يبدأ"),
            say("No data", "لا بيانات"),
        ],
        head: say("Year", "السنة"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chart(counts: [usize; 6], label: &str) -> Tally {
        let row = Row { label: label.into(), note: label.into(), counts, href: Some("reports/2026.html".into()) };
        Tally { rows: vec![row.clone(), row], states: std::array::from_fn(|_| label.to_string()), head: label.into() }
    }

    #[test]
    fn sound_with_any_text_and_count() {
        for label in HOSTILE {
            for counts in [[1, 2, 3, 4, 5, 6], [0, 0, 1, 0, 0, 0], [usize::MAX, 0, 0, 0, 0, 1000]] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(counts, label)).unwrap()));
            }
        }
        probe::both(|frame| assert!(draw(frame, &chart([0; 6], "a")).is_none()));
    }
}
