//! The business canvas: ten blocks of short answers, arranged on one page that lies on its side.

use super::gallery::Say;
use super::node::{PAD, ROUND};
use super::paint::{Hue, dash, fill, weight};
use super::svg::{BODY, Canvas as Drawing, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// A canvas.
#[derive(Clone, Debug)]
pub struct Canvas {
    /// The ten blocks: value propositions, member pain points, key activities, key resources, key partners, member relationships, member segments, key
    /// challenges, cost structure, revenue streams.
    pub blocks: [Block; 10],
    /// The word for a block without an answer.
    pub nothing: String,
    /// Column headings of the table: block, answer.
    pub head: [String; 2],
}

/// A block.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its name.
    pub title: String,
    /// Its answers.
    pub points: Vec<String>,
    /// Where it leads.
    pub href: Option<String>,
}

const GAP: f64 = 6.0;
const DOT: f64 = 10.0;
/// The blocks from column to column, by their place in the list; those below have a row of their own. The arrangement is that of common business
/// canvases; the guide's has the same blocks.
const COLUMNS: [&[usize]; 5] = [&[4], &[2, 3], &[0, 1], &[5], &[6]];
const BELOW: [usize; 3] = [7, 8, 9];

/// Draws a canvas; `None` when no block is answered.
pub fn draw(frame: &Frame<'_>, input: &Canvas) -> Option<Picture> {
    if input.blocks.iter().all(|block| block.points.is_empty()) {
        return None;
    }
    let row = |block: &Block| {
        let block = block.clone();
        let points = if block.points.is_empty() { vec![String::new()] } else { block.points.clone() };
        points.into_iter().map(move |point| vec![Cell::linked(&block.title, block.href.as_ref()), Cell::words(point)])
    };
    let [block, answer] = input.head.clone();
    let table = Table::new([("block", block), ("answer", answer)], input.blocks.iter().flat_map(row).collect());
    Some(frame.picture(wide(frame, input), Some(narrow(frame, input)), table))
}

/// The height that a block needs.
fn height(block: &Block, width: f64) -> f64 {
    let room = width - 2.0 * PAD;
    let head = STRONG.wrap(&block.title, room, 3).len().max(1) as f64 * STRONG.leading();
    let points: f64 =
        block.points.iter().map(|point| BODY.wrap(point, room - DOT, 8).len().max(1) as f64 * BODY.leading() + 4.0).sum();
    head + if block.points.is_empty() { SMALL.leading() + 4.0 } else { points } + 2.0 * PAD + 6.0
}

fn block(canvas: &mut Drawing, input: &Canvas, index: usize, [x, y, w, h]: [f64; 4]) {
    let block = &input.blocks[index];
    let (empty, room) = (block.points.is_empty(), w - 2.0 * PAD);
    // The promise to members is what all others lead to or follow from.
    let ground = if index == 0 { Hue::Tint } else { Hue::Surface };
    let paint = fill(ground).edged(if empty { Hue::Accent } else { Hue::Brand }, weight::EDGE);
    canvas.mark(block.href.as_ref(), &block.title, |canvas| {
        canvas.rect([x, y, w, h], ROUND, if empty { paint.dashed(dash::ABSENT) } else { paint });
        let title = STRONG.wrap(&block.title, room, 3);
        canvas.lines(x + PAD, y + PAD + 10.0, STRONG, &title);
        let mut top = y + PAD + title.len().max(1) as f64 * STRONG.leading() + 6.0;
        if empty {
            canvas.text(x + PAD, top + 10.0, SMALL, &SMALL.fit(&input.nothing, room));
        }
        for point in &block.points {
            let lines = BODY.wrap(point, room - DOT, 8);
            canvas.circle(x + PAD + 2.5, top + 7.0, 1.8, fill(Hue::Brand));
            canvas.lines(x + PAD + DOT, top + 11.0, BODY, &lines);
            top += lines.len().max(1) as f64 * BODY.leading() + 4.0;
        }
    });
}

fn wide(frame: &Frame<'_>, input: &Canvas) -> String {
    let mut canvas = Drawing::new(frame, Form::Wide, WIDE);
    let broad = (WIDE - 2.0 - 4.0 * GAP) / 5.0;
    let needs = |column: &[usize]| {
        column.iter().map(|&index| height(&input.blocks[index], broad)).sum::<f64>() + GAP * (column.len() as f64 - 1.0)
    };
    let tall = COLUMNS.iter().map(|column| needs(column)).fold(120.0, f64::max);
    for (number, column) in COLUMNS.iter().enumerate() {
        let x = 1.0 + (broad + GAP) * number as f64;
        let spare = (tall - needs(column)) / column.len() as f64;
        let mut y = 1.0;
        for &index in *column {
            let high = height(&input.blocks[index], broad) + spare;
            block(&mut canvas, input, index, [x, y, broad, high]);
            y += high + GAP;
        }
    }
    let broad = (WIDE - 2.0 - 2.0 * GAP) / 3.0;
    let low = BELOW.iter().map(|&index| height(&input.blocks[index], broad)).fold(0.0, f64::max);
    for (number, &index) in BELOW.iter().enumerate() {
        block(&mut canvas, input, index, [1.0 + (broad + GAP) * number as f64, 1.0 + tall + GAP, broad, low]);
    }
    canvas.finish(frame, "canvas", tall + GAP + low + 3.0)
}

/// The blocks one below the other, in the order in which the guide asks for them.
fn narrow(frame: &Frame<'_>, input: &Canvas) -> String {
    let mut canvas = Drawing::new(frame, Form::Narrow, NARROW);
    let mut y = 1.0;
    for (index, one) in input.blocks.iter().enumerate() {
        let high = height(one, NARROW - 2.0);
        block(&mut canvas, input, index, [1.0, y, NARROW - 2.0, high]);
        y += high + GAP;
    }
    canvas.finish(frame, "canvas", y - GAP + 1.0)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Canvas {
    let block = |en: &str, ar: &str, points: &[(&str, &str)]| Block {
        title: say(en, ar),
        points: points.iter().map(|(en, ar)| say(en, ar)).collect(),
        href: None,
    };
    Canvas {
        blocks: [
            block(
                "Value propositions",
                "القيمة المقدمة",
                &[("Firms find skilled people", "تجد الشركات مهارات"), ("Buyers abroad", "مشترون في الخارج")],
            ),
            block("Member pain points", "مشكلات الأعضاء", &[("Nobody to run the machines", "لا أحد يشغّل الآلات")]),
            block("Key activities", "الأنشطة الرئيسية", &[("Courses", "دورات"), ("Joint stands at fairs", "أجنحة مشتركة")]),
            block("Key resources", "الموارد الرئيسية", &[("An office of three", "مكتب من ثلاثة أشخاص")]),
            block("Key partners", "الشركاء الرئيسيون", &[("School for joiners", "مدرسة النجارة"), ("Chamber", "الغرفة")]),
            block("Member relationships", "العلاقة بالأعضاء", &[("A visit each year", "زيارة كل عام")]),
            block(
                "Member segments",
                "فئات الأعضاء",
                &[("Workshops below ten people", "ورش دون عشرة"), ("Two large mills", "منشرتان كبيرتان")],
            ),
            block("Key challenges", "التحديات الرئيسية", &[("Money after the grant", "المال بعد انتهاء المنحة")]),
            block("Cost structure", "هيكل التكاليف", &[("Staff", "الموظفون"), ("Fairs", "المعارض")]),
            block("Revenue streams", "مصادر الإيراد", &[]),
        ],
        nothing: say("Not answered", "بلا إجابة"),
        head: [say("Block", "الخانة"), say("Answer", "الإجابة")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn canvas(points: usize, label: &str) -> Canvas {
        let block = |index: usize| Block {
            title: label.into(),
            points: vec![label.to_string(); (index * points) % 9],
            href: Some(format!("canvas.html#{index}")),
        };
        Canvas { blocks: std::array::from_fn(block), nothing: label.into(), head: Default::default() }
    }

    #[test]
    fn sound_with_any_text_and_number_of_answers() {
        for label in HOSTILE {
            for points in [1, 2, 7] {
                probe::both(|frame| probe::sound(&draw(frame, &canvas(points, label)).unwrap()));
            }
        }
    }

    #[test]
    fn every_block_stands_in_it_once_and_none_answered_gives_no_picture() {
        let mut places: Vec<usize> = COLUMNS.concat();
        places.extend(BELOW);
        places.sort_unstable();
        assert_eq!(places, (0..10).collect::<Vec<_>>());
        probe::both(|frame| {
            assert!(draw(frame, &canvas(0, "a")).is_none());
            let picture = draw(frame, &canvas(1, "a")).unwrap();
            assert_eq!((probe::rects(&picture.svg).len(), picture.table.rows.len()), (10, 1 + (1..9).sum::<usize>() + 1));
        });
    }
}
