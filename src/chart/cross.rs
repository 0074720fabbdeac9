//! Two lists crossed: which of the one belongs to which of the other, told by signs of several kinds, such as goals and fields of action.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::node::PAD;
use super::paint::{Hue, Weave, dash, fill, weight, woven};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Rows and columns with signs where they meet.
#[derive(Clone, Debug)]
pub struct Cross {
    /// What the rows are.
    pub rows_title: String,
    /// The rows.
    pub rows: Vec<Line>,
    /// What the columns are.
    pub columns_title: String,
    /// The columns.
    pub columns: Vec<Line>,
    /// Where they meet; one a cell, what lies outside is passed over.
    pub marks: Vec<Mark>,
    /// What the three kinds of marks say: full, hatched, hollow.
    pub kinds: [String; 3],
    /// The column headings of the table for the mark and its note.
    pub head: [String; 2],
    /// The word for a row or column that nothing meets; none where nothing is to be said of it.
    pub nothing: Option<String>,
}

/// A row or column.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name.
    pub label: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// A meeting.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// Which of the kinds it is; one beyond the last counts as the last.
    pub kind: usize,
    /// A number that belongs to it, which stands in it; none where it has none.
    pub number: Option<f64>,
    /// What the number says; may be empty.
    pub note: String,
}

const SIZE: f64 = 22.0;

/// Draws two lists crossed; `None` when either is empty.
pub fn draw(frame: &Frame<'_>, input: &Cross) -> Option<Picture> {
    if input.rows.is_empty() || input.columns.is_empty() {
        return None;
    }
    let key: Vec<(Sign<'_>, &str)> = input
        .kinds
        .iter()
        .enumerate()
        .filter(|(kind, _)| inside(input).any(|mark| mark.kind.min(2) == *kind))
        .map(|(kind, name)| {
            let mark = Mark { row: 0, column: 0, kind, number: None, note: String::new() };
            let sign: Sign<'_> = Box::new(move |canvas, x, y| sign(canvas, &mark, (x + 10.0, y), 14.0, ""));
            (sign, name.as_str())
        })
        .collect();
    let row = |mark: &Mark| {
        let (row, column) = (&input.rows[mark.row], &input.columns[mark.column]);
        vec![
            Cell::linked(&row.label, row.href.as_ref()),
            Cell::linked(&column.label, column.href.as_ref()),
            Cell::words(&input.kinds[mark.kind.min(2)]),
            Cell::number(mark.number, |value| (frame.format.number)(value)),
        ]
    };
    let mut marks: Vec<&Mark> = inside(input).collect();
    marks.sort_by_key(|mark| (mark.row, mark.column));
    let [mark, number] = input.head.clone();
    let columns =
        [("row", input.rows_title.clone()), ("column", input.columns_title.clone()), ("mark", mark), ("number", number)];
    let table = Table::new(columns, marks.into_iter().map(row).collect());
    Some(frame.picture(wide(frame, input, &key), Some(narrow(frame, input, &key)), table))
}

fn inside(input: &Cross) -> impl Iterator<Item = &Mark> {
    input.marks.iter().filter(|mark| mark.row < input.rows.len() && mark.column < input.columns.len())
}

/// A square that differs by its area, so that its kind is seen in grey as well.
fn sign(canvas: &mut Canvas, mark: &Mark, (x, y): (f64, f64), size: f64, number: &str) {
    let (paint, hue) = match mark.kind {
        0 => (fill(Hue::Plate), Hue::OnBrand),
        1 => (woven(Hue::Series(0), Weave::Rising), Hue::Ink),
        _ => (fill(Hue::Surface).edged(Hue::Brand, weight::SIDE).dashed(dash::ABSENT), Hue::Ink),
    };
    canvas.rect([x - size / 2.0, y - size / 2.0, size, size], 3.0, paint);
    if number.is_empty() {
        return;
    }
    if mark.kind == 1 {
        // A number on a texture stands on a plate.
        canvas.rect([x - 7.0, y - 7.5, 14.0, 15.0], 2.0, fill(Hue::Surface));
    }
    canvas.text(x, y + 4.2, STRONG.in_hue(hue).middle(), &STRONG.fit(number, size - 2.0));
}

fn number(frame: &Frame<'_>, mark: &Mark) -> String {
    mark.number.map(|number| (frame.format.number)(number)).unwrap_or_default()
}

fn tip(frame: &Frame<'_>, input: &Cross, mark: &Mark) -> String {
    let names = format!("{} · {}", input.rows[mark.row].label, input.columns[mark.column].label);
    let kind = &input.kinds[mark.kind.min(2)];
    frame.pair(&names, &if mark.note.is_empty() { kind.clone() } else { format!("{kind} · {}", mark.note) })
}

fn wide(frame: &Frame<'_>, input: &Cross, key: &[(Sign<'_>, &str)]) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let top = legend::flow(&mut canvas, 0.0, key) + if key.is_empty() { 0.0 } else { 10.0 };
    let count = input.columns.len() as f64;
    let left =
        input.rows.iter().map(|row| BODY.width(&row.label)).fold(120.0, f64::max).min(if count > 8.0 { 190.0 } else { 250.0 })
            + 16.0;
    let broad = (WIDE - left - 1.0) / count;
    let titles: Vec<Vec<String>> = input.columns.iter().map(|column| STRONG.balance(&column.label, broad - 8.0, 4)).collect();
    let lines = titles.iter().map(Vec::len).max().unwrap_or(1) as f64;
    canvas.text(0.0, top + 12.0, SMALL, &SMALL.fit(&input.rows_title, left - 10.0));
    canvas.text(left + (WIDE - left) / 2.0, top + 12.0, SMALL.middle(), &SMALL.fit(&input.columns_title, WIDE - left));
    for (index, (title, column)) in titles.iter().zip(&input.columns).enumerate() {
        canvas.mark(column.href.as_ref(), &column.label, |canvas| {
            canvas.lines(left + broad * (index as f64 + 0.5), top + 32.0, STRONG.middle(), title);
        });
    }
    let mut y = top + 26.0 + lines * STRONG.leading();
    for (index, row) in input.rows.iter().enumerate() {
        let name = BODY.wrap(&row.label, left - 16.0, 3);
        let tall = (name.len() as f64 * BODY.leading() + PAD).max(SIZE + 12.0);
        let lonely = !inside(input).any(|mark| mark.row == index);
        canvas.mark(row.href.as_ref(), &row.label, |canvas| {
            canvas.lines(0.0, y + tall / 2.0 + 4.0 - (name.len() as f64 - 1.0) * BODY.leading() / 2.0, BODY, &name);
        });
        for column in 0..input.columns.len() {
            let place = [left + broad * column as f64, y, broad, tall];
            canvas.rect(place, 0.0, fill(Hue::Surface).edged(Hue::Line, weight::EDGE));
            if let Some(mark) = inside(input).find(|mark| (mark.row, mark.column) == (index, column)) {
                let at = (place[0] + broad / 2.0, y + tall / 2.0);
                canvas.mark(None, &tip(frame, input, mark), |canvas| {
                    sign(canvas, mark, at, SIZE.min(broad - 4.0), &number(frame, mark));
                });
            }
        }
        if let Some(word) = input.nothing.as_ref().filter(|_| lonely) {
            canvas.text(left + 8.0, y + tall / 2.0 + 4.0, SMALL, &SMALL.fit(word, WIDE - left - 16.0));
        }
        y += tall;
    }
    canvas.finish(frame, "cross", y + 1.0)
}

/// Below each row's name, the columns that it meets.
fn narrow(frame: &Frame<'_>, input: &Cross, key: &[(Sign<'_>, &str)]) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = legend::flow(&mut canvas, 0.0, key) + 8.0;
    for (index, row) in input.rows.iter().enumerate() {
        let name = STRONG.wrap(&row.label, NARROW, 4);
        canvas.mark(row.href.as_ref(), &row.label, |canvas| canvas.lines(0.0, y + 12.0, STRONG, &name));
        y += name.len() as f64 * STRONG.leading() + 6.0;
        let mut met: Vec<&Mark> = inside(input).filter(|mark| mark.row == index).collect();
        met.sort_by_key(|mark| mark.column);
        if let Some(word) = input.nothing.as_ref().filter(|_| met.is_empty()) {
            canvas.text(32.0, y + 12.0, SMALL, &SMALL.fit(word, NARROW - 34.0));
            y += 22.0;
        }
        for mark in met {
            let column = &input.columns[mark.column];
            let lines = BODY.wrap(&column.label, NARROW - 34.0, 3);
            canvas.mark(column.href.as_ref(), &tip(frame, input, mark), |canvas| {
                sign(canvas, mark, (13.0, y + 10.0), 20.0, &number(frame, mark));
                canvas.lines(32.0, y + 14.0, BODY, &lines);
            });
            y += (lines.len().max(1) as f64 * BODY.leading()).max(20.0) + 6.0;
        }
        y += 10.0;
    }
    canvas.finish(frame, "cross", y)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Cross {
    let line = |en: &str, ar: &str| Line { label: say(en, ar), href: None };
    let mark = |row, column, kind, number: Option<f64>| Mark { row, column, kind, number, note: String::new() };
    Cross {
        rows_title: say("Goal", "الهدف"),
        rows: vec![
            line("Skilled people stay in the region", "بقاء المهارات في المنطقة"),
            line("Double the export share of our small firms", "مضاعفة حصة الصادرات لشركاتنا الصغيرة"),
            line("A shared laboratory that all members use", "مختبر مشترك يستخدمه جميع الأعضاء"),
            line("One voice towards ministries", "صوت واحد أمام الوزارات"),
        ],
        columns_title: say("Fields of action", "مجالات العمل"),
        columns: vec![
            line("Skills", "المهارات"),
            line("Innovation", "الابتكار"),
            line("Markets", "الأسواق"),
            line("Resources", "الموارد"),
        ],
        marks: vec![
            mark(0, 0, 0, Some(3.0)),
            mark(0, 1, 2, Some(1.0)),
            mark(1, 2, 0, Some(2.0)),
            mark(2, 1, 0, Some(4.0)),
            mark(2, 3, 1, None),
        ],
        kinds: [
            say("Belongs to the field, with services", "ضمن المجال مع خدمات"),
            say("Belongs to the field, no service yet", "ضمن المجال دون خدمة بعد"),
            say("Services only", "خدمات فقط"),
        ],
        head: [say("Link", "الصلة"), say("Services", "الخدمات")],
        nothing: Some(say("No field yet", "لا مجال بعد")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn cross(rows: usize, columns: usize, label: &str) -> Cross {
        let line = |index: usize| Line { label: label.into(), href: Some(format!("e/{index}.html")) };
        let mark = |index: usize| Mark {
            row: index % 7,
            column: index % 5,
            kind: index % 4,
            number: (!index.is_multiple_of(3)).then_some(index as f64 * 7.0),
            note: label.into(),
        };
        Cross {
            rows_title: label.into(),
            rows: (0..rows).map(line).collect(),
            columns_title: label.into(),
            columns: (0..columns).map(line).collect(),
            marks: (0..35).map(mark).collect(),
            kinds: std::array::from_fn(|_| label.to_string()),
            head: Default::default(),
            nothing: Some(label.into()),
        }
    }

    #[test]
    fn sound_with_any_text_and_size() {
        for label in HOSTILE {
            for (rows, columns) in [(1, 1), (6, 5), (20, 14)] {
                probe::both(|frame| probe::sound(&draw(frame, &cross(rows, columns, label)).unwrap()));
            }
        }
    }

    #[test]
    fn an_empty_list_gives_no_picture_and_marks_outside_are_passed_over() {
        probe::both(|frame| {
            assert!(draw(frame, &cross(0, 3, "a")).is_none() && draw(frame, &cross(3, 0, "a")).is_none());
            let picture = draw(frame, &cross(2, 2, "a")).unwrap();
            assert_eq!(picture.table.rows.len(), (0..35).filter(|i| i % 7 < 2 && i % 5 < 2).count());
        });
    }
}
