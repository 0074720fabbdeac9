//! A case in four panels: the challenge, what was set out to be done, what made it succeed, and what came of it.

use super::gallery::Say;
use super::node::{PAD, ROUND};
use super::paint::{Hue, dash, fill, stroke, weight};
use super::svg::{BODY, Canvas, Form, NARROW, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// A case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Panels in reading order; four, two in a row.
    pub panels: [Panel; 4],
    /// Column headings of the table: panel, content.
    pub head: [String; 2],
}

/// One panel.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// Its heading.
    pub title: String,
    /// What stands in it, point by point; nothing where it has not been told.
    pub points: Vec<String>,
}

/// Draws a case; `None` when nothing is told in any panel.
pub fn draw(frame: &Frame<'_>, input: &Case) -> Option<Picture> {
    if input.panels.iter().all(|panel| panel.points.is_empty()) {
        return None;
    }
    let [title, content] = &input.head;
    let row = |panel: &Panel| -> Vec<Vec<Cell>> {
        let points = if panel.points.is_empty() { &[String::new()][..] } else { &panel.points };
        points.iter().map(|point| vec![Cell::words(&panel.title), Cell::words(point)]).collect()
    };
    let columns = [("panel", title.clone()), ("content", content.clone())];
    let table = Table::new(columns, input.panels.iter().flat_map(row).collect());
    Some(frame.picture(sheet(frame, input, Form::Wide), Some(sheet(frame, input, Form::Narrow)), table))
}

const HEAD: f64 = 28.0;
/// The room between panels.
const GAP: f64 = 16.0;
/// What the dot before a point takes, where there are several.
const POINT: f64 = 12.0;
/// Lines after which a point is cut; the whole stands in the table.
const MOST: usize = 24;

fn broken(panel: &Panel, broad: f64) -> Vec<Vec<String>> {
    let indent = if panel.points.len() > 1 { POINT } else { 0.0 };
    panel.points.iter().map(|point| BODY.wrap(point, broad - 2.0 * PAD - indent, MOST)).collect()
}

fn height(points: &[Vec<String>]) -> f64 {
    let text: f64 = points.iter().map(|lines| lines.len().max(1) as f64 * BODY.leading() + 6.0).sum();
    HEAD + 2.0 * PAD - 8.0 + text.max(BODY.leading() + 6.0)
}

fn sheet(frame: &Frame<'_>, input: &Case, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let columns = if wide { 2 } else { 1 };
    let broad = (canvas.width() - 2.0 - GAP * (columns as f64 - 1.0)) / columns as f64;
    let panels: Vec<_> = input.panels.iter().map(|panel| (panel, broken(panel, broad))).collect();
    let mut y = 1.0;
    for (row, pair) in panels.chunks(columns).enumerate() {
        let tall = pair.iter().map(|(_, points)| height(points)).fold(0.0, f64::max);
        for (column, (panel, points)) in pair.iter().enumerate() {
            let number = row * columns + column + 1;
            let place = [1.0 + column as f64 * (broad + GAP), y, broad, tall];
            draw_panel(frame, &mut canvas, panel, points, (number, place));
        }
        y += tall + GAP;
    }
    canvas.finish(frame, "case", y - GAP + 2.0)
}

fn draw_panel(frame: &Frame<'_>, canvas: &mut Canvas, panel: &Panel, points: &[Vec<String>], (number, place): (usize, [f64; 4])) {
    let [x, y, broad, _] = place;
    let name = format!("{} {}", (frame.format.number)(number as f64), panel.title);
    let told = !points.is_empty();
    canvas.mark(None, &frame.pair(&panel.title, &panel.points.join(" · ")), |canvas| {
        let edge = if told { stroke(Hue::Brand, weight::EDGE) } else { stroke(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT) };
        canvas.rect(place, ROUND, fill(Hue::Surface));
        canvas.rect(place, ROUND, edge);
        canvas.rect([x, y, broad, HEAD], ROUND, fill(Hue::Plate));
        canvas.text(x + PAD, y + 18.5, STRONG.in_hue(Hue::OnBrand), &STRONG.fit(&name, broad - 2.0 * PAD));
        let mut line = y + HEAD + PAD + 8.0;
        let indent = if points.len() > 1 { POINT } else { 0.0 };
        for lines in points {
            if indent > 0.0 {
                canvas.circle(x + PAD + 3.0, line - 4.0, 2.4, fill(Hue::Brand));
            }
            canvas.lines(x + PAD + indent, line, BODY, lines);
            line += lines.len().max(1) as f64 * BODY.leading() + 6.0;
        }
        if !told {
            canvas.text(x + PAD, line, BODY, "–");
        }
    });
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Case {
    let panel = |title: (&str, &str), points: &[(&str, &str)]| Panel {
        title: say(title.0, title.1),
        points: points.iter().map(|(en, ar)| say(en, ar)).collect(),
    };
    Case {
        panels: [
            panel(
                ("Challenge", "التحدي"),
                &[(
                    "New rules for food safety came into force abroad. Most fish farms of the bay could not prove where their fish came from, and were about to lose their best buyers.",
                    "دخلت قواعد جديدة لسلامة الغذاء حيّز التنفيذ في الخارج، ولم تستطع معظم مزارع الأسماك إثبات منشأ أسماكها، فكادت تفقد أفضل زبائنها.",
                )],
            ),
            panel(
                ("Objective", "الهدف"),
                &[
                    ("Train one person in each farm within a year", "تدريب شخص واحد في كل مزرعة خلال عام"),
                    ("One shared record from pond to crate", "سجل مشترك واحد من الحوض إلى الصندوق"),
                ],
            ),
            panel(
                ("Key factors and instigators", "عوامل النجاح والمبادرون"),
                &[
                    ("The association of fish farmers took the lead", "تولّت جمعية مربّي الأسماك القيادة"),
                    ("The ministry lent two inspectors", "أعارت الوزارة مفتشَين اثنين"),
                    ("Farms lie close together, and learned from each other", "المزارع متقاربة فتعلّم بعضها من بعض"),
                ],
            ),
            panel(
                ("Result", "النتيجة"),
                &[(
                    "Nine farms in ten were certified in time, and kept their buyers.",
                    "حصلت تسع مزارع من كل عشر على الشهادة في الوقت المناسب واحتفظت بزبائنها.",
                )],
            ),
        ],
        head: [say("Panel", "اللوحة"), say("Content", "المضمون")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chart(points: [usize; 4], label: &str) -> Case {
        let panel = |count: usize| Panel { title: label.into(), points: vec![label.into(); count] };
        Case { panels: points.map(panel), head: ["Panel".into(), "Content".into()] }
    }

    #[test]
    fn sound_with_any_text() {
        for label in HOSTILE {
            for points in [[1, 2, 3, 1], [0, 0, 0, 1], [30, 1, 0, 2]] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(points, label)).unwrap()));
            }
        }
    }

    #[test]
    fn nothing_told_is_no_picture_and_a_panel_left_out_is_a_dash() {
        probe::both(|frame| {
            assert!(draw(frame, &chart([0; 4], "a")).is_none());
            let picture = draw(frame, &chart([1, 0, 2, 1], "a")).unwrap();
            assert_eq!((picture.table.rows.len(), picture.svg.matches("stroke-dasharray").count()), (5, 1));
        });
    }
}
