//! Things placed by two qualities, such as stakeholders by influence and attitude.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::node::{PAD, ROUND};
use super::paint::{Hue, fill, stroke, weight};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// A grid with things in its cells.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// What the rows tell apart, such as influence.
    pub rows_title: String,
    /// Rows from top to bottom.
    pub rows: Vec<String>,
    /// What the columns tell apart, such as attitude.
    pub columns_title: String,
    /// Columns in reading direction.
    pub columns: Vec<String>,
    /// What stands in the cells, in order; what lies outside the grid is passed over.
    pub items: Vec<Item>,
    /// The cell that asks for attention, by row and column.
    pub focus: Option<(usize, usize)>,
    /// Why it does; may be empty.
    pub focus_title: String,
    /// The column heading of the table for the things themselves.
    pub item_title: String,
}

/// One thing.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// Its name.
    pub label: String,
    /// Where the name leads.
    pub href: Option<String>,
}

const DOT: f64 = 12.0;

/// Draws a matrix; `None` when nothing stands in the grid.
pub fn draw(frame: &Frame<'_>, input: &Matrix) -> Option<Picture> {
    let inside = |item: &&Item| item.row < input.rows.len() && item.column < input.columns.len();
    let items: Vec<&Item> = input.items.iter().filter(inside).collect();
    if items.is_empty() {
        return None;
    }
    let columns = [("name", &input.item_title), ("row", &input.rows_title), ("column", &input.columns_title)];
    let columns = columns.map(|(key, title)| (key, title.clone()));
    let row = |item: &&Item| {
        let place = [&input.rows[item.row], &input.columns[item.column]].map(Cell::words);
        std::iter::once(Cell::linked(&item.label, item.href.as_ref())).chain(place).collect()
    };
    let mut sorted = items.clone();
    sorted.sort_by_key(|item| (item.row, item.column));
    let table = Table::new(columns, sorted.iter().map(row).collect());
    Some(frame.picture(wide(frame, input, &items), Some(narrow(frame, input, &items)), table))
}

/// Says what the frame around a cell means, where there is one; gives the height that this takes.
fn key(canvas: &mut Canvas, input: &Matrix, items: &[&Item]) -> f64 {
    let framed = input.focus.is_some_and(|(row, column)| !in_cell(items, row, column).is_empty());
    if !framed || input.focus_title.is_empty() {
        return 0.0;
    }
    let sign: Sign<'_> = Box::new(|canvas, x, y| {
        canvas.rect([x + 1.0, y - 6.5, 18.0, 13.0], 0.0, fill(Hue::Tint).edged(Hue::Accent, weight::MAIN));
    });
    legend::flow(canvas, 0.0, &[(sign, &input.focus_title)])
}

fn in_cell<'a>(items: &[&'a Item], row: usize, column: usize) -> Vec<&'a Item> {
    items.iter().filter(|item| (item.row, item.column) == (row, column)).copied().collect()
}

/// The height that a list takes within a width.
fn measure(items: &[&Item], width: f64) -> f64 {
    items.iter().map(|item| BODY.wrap(&item.label, width - DOT, 3).len() as f64 * BODY.leading() + 4.0).sum()
}

fn list(canvas: &mut Canvas, items: &[&Item], (x, mut y): (f64, f64), width: f64) {
    for item in items {
        let lines = BODY.wrap(&item.label, width - DOT, 3);
        canvas.mark(item.href.as_ref(), &item.label, |canvas| {
            canvas.circle(x + 3.0, y + 7.5, 2.4, fill(Hue::Brand));
            canvas.lines(x + DOT, y + 11.5, BODY, &lines);
        });
        y += lines.len() as f64 * BODY.leading() + 4.0;
    }
}

fn wide(frame: &Frame<'_>, input: &Matrix, items: &[&Item]) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let names = input.rows.iter().map(|row| STRONG.width(row)).fold(SMALL.width(&input.rows_title), f64::max);
    let left = names.clamp(50.0, 130.0) + 14.0;
    let broad = (WIDE - left - 1.0) / input.columns.len() as f64;
    let top = key(&mut canvas, input, items);
    canvas.text(left + (WIDE - left) / 2.0, top + 12.0, SMALL.middle(), &SMALL.fit(&input.columns_title, WIDE - left));
    let titles: Vec<_> = input.columns.iter().map(|name| STRONG.wrap(name, broad - PAD, 2)).collect();
    let lines = titles.iter().map(Vec::len).max().unwrap_or(1) as f64;
    for (column, title) in titles.iter().enumerate() {
        canvas.lines(left + broad * (column as f64 + 0.5), top + 32.0, STRONG.middle(), title);
    }
    let mut y = top + 26.0 + lines * STRONG.leading();
    canvas.text(0.0, y - 8.0, SMALL, &SMALL.fit(&input.rows_title, left - 10.0));
    let mut focus = None;
    for (row, name) in input.rows.iter().enumerate() {
        let cells: Vec<_> = (0..input.columns.len()).map(|column| in_cell(items, row, column)).collect();
        let tall = cells.iter().map(|cell| measure(cell, broad - 2.0 * PAD)).fold(44.0, f64::max) + 2.0 * PAD - 4.0;
        let lines = STRONG.wrap(name, left - 14.0, 3);
        canvas.lines(0.0, y + tall / 2.0 + 4.0 - (lines.len() as f64 - 1.0) * STRONG.leading() / 2.0, STRONG, &lines);
        for (column, cell) in cells.iter().enumerate() {
            let place = [left + broad * column as f64, y, broad, tall];
            canvas.rect(place, 0.0, fill(if cell.is_empty() { Hue::Surface } else { Hue::Tint }).edged(Hue::Line, weight::EDGE));
            list(&mut canvas, cell, (place[0] + PAD, y + PAD - 2.0), broad - 2.0 * PAD);
            // An empty cell asks for nobody's attention.
            if input.focus == Some((row, column)) && !cell.is_empty() {
                focus = Some(place);
            }
        }
        y += tall;
    }
    if let Some([x, y, w, h]) = focus {
        canvas.rect([x + 1.0, y + 1.0, w - 2.0, h - 2.0], 0.0, stroke(Hue::Accent, weight::MAIN));
    }
    canvas.finish(frame, "matrix", y + 1.0)
}

/// The cells that hold something, one below the other.
fn narrow(frame: &Frame<'_>, input: &Matrix, items: &[&Item]) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = 1.5 + key(&mut canvas, input, items);
    for (row, name) in input.rows.iter().enumerate() {
        if !items.iter().any(|item| item.row == row) {
            continue;
        }
        for line in STRONG.wrap(&format!("{}: {name}", input.rows_title), NARROW, 2) {
            canvas.text(0.0, y + 13.0, STRONG, &line);
            y += STRONG.leading();
        }
        y += 8.0;
        for (column, title) in input.columns.iter().enumerate() {
            let cell = in_cell(items, row, column);
            if cell.is_empty() {
                continue;
            }
            let lines = SMALL.wrap(&format!("{}: {title}", input.columns_title), NARROW - 2.0 * PAD, 2);
            let head = lines.len() as f64 * SMALL.leading();
            let tall = head + measure(&cell, NARROW - 2.0 * PAD) + 2.0 * PAD;
            let edge = if input.focus == Some((row, column)) { (Hue::Accent, weight::MAIN) } else { (Hue::Line, weight::EDGE) };
            canvas.rect([1.5, y, NARROW - 3.0, tall], ROUND, fill(Hue::Tint).edged(edge.0, edge.1));
            canvas.lines(PAD, y + PAD + 9.0, SMALL, &lines);
            list(&mut canvas, &cell, (PAD, y + PAD + head + 2.0), NARROW - 2.0 * PAD);
            y += tall + 8.0;
        }
        y += 8.0;
    }
    canvas.finish(frame, "matrix", y)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Matrix {
    let item = |row, column, en: &str, ar: &str| Item { row, column, label: say(en, ar), href: None };
    Matrix {
        rows_title: say("Influence", "النفوذ"),
        rows: vec![say("High", "مرتفع"), say("Medium", "متوسط"), say("Low", "منخفض")],
        columns_title: say("Attitude", "الموقف"),
        columns: vec![say("Positive", "إيجابي"), say("Neutral", "محايد"), say("Critical", "ناقد")],
        items: vec![
            item(0, 0, "Ministry of the Economy", "وزارة الاقتصاد"),
            item(0, 0, "Regional development agency", "وكالة التنمية الإقليمية"),
            item(
                0,
                1,
                "Chamber of commerce and industry of the northern provinces",
                "غرفة التجارة والصناعة في المحافظات الشمالية",
            ),
            item(0, 2, "Association of sawmills", "جمعية المناشر"),
            item(1, 0, "Technical university", "الجامعة التقنية"),
            item(1, 1, "Two banks", "مصرفان"),
            item(2, 0, "Local press", "الصحافة المحلية"),
            item(2, 2, "Residents near the industrial park", "سكان جوار المنطقة الصناعية"),
        ],
        focus: Some((0, 2)),
        focus_title: say("To be won over first", "من يجب كسبهم أولًا"),
        item_title: say("Stakeholder", "صاحب المصلحة"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chart(rows: usize, columns: usize, count: usize, label: &str) -> Matrix {
        let item = |i: usize| Item { row: i % 5, column: i % 3, label: label.into(), href: Some(format!("s/{i}.html")) };
        Matrix {
            rows_title: label.into(),
            rows: vec![label.into(); rows],
            columns_title: label.into(),
            columns: vec![label.into(); columns],
            items: (0..count).map(item).collect(),
            focus: Some((0, 2)),
            focus_title: label.into(),
            item_title: label.into(),
        }
    }

    #[test]
    fn sound_in_every_size() {
        for label in HOSTILE {
            for (rows, columns, count) in [(3, 3, 15), (1, 1, 1), (5, 8, 90)] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(rows, columns, count, label)).unwrap()));
            }
        }
    }

    #[test]
    fn an_empty_grid_gives_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &chart(3, 3, 0, "a")).is_none());
            assert!(draw(frame, &chart(0, 0, 4, "a")).is_none());
        });
    }

    #[test]
    fn what_lies_outside_is_in_neither_form() {
        probe::both(|frame| {
            let picture = draw(frame, &chart(3, 2, 30, "a")).unwrap();
            let kept = (0..30).filter(|i| i % 5 < 3 && i % 3 < 2).count();
            assert_eq!((picture.table.rows.len(), picture.svg.matches("<a ").count()), (kept, kept));
        });
    }
}
