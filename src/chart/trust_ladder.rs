//! Services on the rungs of a ladder, from what needs least trust below to what needs most above.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::node::{PAD, ROUND};
use super::paint::{Hue, Paint, dash, fill, stroke, weight};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// A ladder.
#[derive(Clone, Debug)]
pub struct TrustLadder {
    /// What each rung means, the lowest first.
    pub rungs: Vec<String>,
    /// What stands on them, in order; what has no rung is passed over.
    pub items: Vec<Item>,
    /// The words of legend and table.
    pub words: Words,
}

/// One service.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub label: String,
    /// Where the name leads.
    pub href: Option<String>,
    /// Its rung; the lowest is 0.
    pub rung: usize,
    /// Whether its place is proposed and nobody has said so.
    pub proposed: bool,
}

/// The words of legend and table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub item: String,
    pub rung: String,
    pub meaning: String,
    pub origin: String,
    pub said: String,
    pub proposed: String,
}

/// Where the rails of the ladder stand.
const RAILS: (f64, f64) = (4.0, 44.0);
/// The space between two boxes.
const GAP: f64 = 6.0;

/// A box on a rung, with the lines of its name.
struct Placed<'a> {
    item: &'a Item,
    place: [f64; 4],
    lines: Vec<String>,
}

/// Draws a ladder; `None` when nothing stands on it.
pub fn draw(frame: &Frame<'_>, input: &TrustLadder) -> Option<Picture> {
    if !input.items.iter().any(|item| item.rung < input.rungs.len()) {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

/// Boxes in as many rows as they need, from a corner on; gives the height of all.
fn flow<'a>(items: impl Iterator<Item = &'a Item>, (left, top): (f64, f64), right: f64) -> (Vec<Placed<'a>>, f64) {
    let (mut x, mut y, mut tall) = (left, top, 0.0f64);
    let mut placed = Vec::new();
    for item in items {
        let room = (right - left - 2.0 * PAD).min(190.0);
        let lines = BODY.wrap(&item.label, room, 3);
        let wide = lines.iter().map(|line| BODY.width(line)).fold(20.0, f64::max) + 2.0 * PAD;
        let high = lines.len().max(1) as f64 * BODY.leading() + 10.0;
        if x > left && x + wide > right + 0.01 {
            (x, y, tall) = (left, y + tall + GAP, 0.0);
        }
        placed.push(Placed { item, place: [x, y, wide, high], lines });
        x += wide + GAP;
        tall = tall.max(high);
    }
    (placed, y + tall - top)
}

fn paint(proposed: bool) -> Paint {
    if proposed {
        fill(Hue::Surface).edged(Hue::Brand, weight::EDGE).dashed(dash::ABSENT)
    } else {
        fill(Hue::Tint).edged(Hue::Brand, weight::EDGE)
    }
}

fn sheet(frame: &Frame<'_>, input: &TrustLadder, form: Form) -> String {
    let width = if form == Form::Wide { WIDE } else { NARROW };
    let mut canvas = Canvas::new(frame, form, width);
    let top = legend::flow(&mut canvas, 0.0, &key(input)) + 10.0;
    let (left, right) = (RAILS.1 + 16.0, width - 1.0);
    let mut y = top;
    let mut rungs = Vec::new();
    for (rung, meaning) in input.rungs.iter().enumerate().rev() {
        let head = SMALL.wrap(meaning, right - left, 2);
        let first = y + head.len() as f64 * SMALL.leading() + 8.0;
        let (boxes, tall) = flow(input.items.iter().filter(|item| item.rung == rung), (left, first), right);
        let whole = (first + tall - y + 12.0).max(44.0);
        rungs.push((rung, y, head, boxes));
        y += whole;
    }
    for x in [RAILS.0, RAILS.1] {
        canvas.line((x, top - 6.0), (x, y), stroke(Hue::Brand, weight::MAIN));
    }
    for (index, (rung, y, head, boxes)) in rungs.iter().enumerate() {
        if index > 0 {
            canvas.line((left, y - 6.0), (right, y - 6.0), stroke(Hue::Line, weight::GRID));
        }
        let middle = (RAILS.0 + RAILS.1) / 2.0;
        canvas.line((RAILS.0, y + 12.0), (RAILS.1, y + 12.0), stroke(Hue::Brand, weight::MAIN));
        canvas.circle(middle, y + 12.0, 12.0, fill(Hue::Plate));
        let number = (frame.format.number)((rung + 1) as f64);
        canvas.text(middle, y + 16.2, STRONG.in_hue(Hue::OnBrand).middle(), &STRONG.fit(&number, 24.0));
        canvas.lines(left, y + 12.0, SMALL, head);
        for Placed { item, place, lines } in boxes {
            let tip = frame.pair(&item.label, &number);
            canvas.mark(item.href.as_ref(), &tip, |canvas| {
                canvas.rect(*place, ROUND, paint(item.proposed));
                canvas.lines(place[0] + place[2] / 2.0, place[1] + 16.5, BODY.middle(), lines);
            });
        }
    }
    canvas.finish(frame, "trust-ladder", y + 2.0)
}

fn key(input: &TrustLadder) -> Vec<(Sign<'_>, &str)> {
    let mut key: Vec<(Sign<'_>, &str)> = Vec::new();
    for (proposed, word) in [(false, &input.words.said), (true, &input.words.proposed)] {
        if input.items.iter().any(|item| item.proposed == proposed && item.rung < input.rungs.len()) {
            key.push((Box::new(move |canvas, x, y| canvas.rect([x, y - 7.0, 20.0, 14.0], ROUND, paint(proposed))), word));
        }
    }
    key
}

/// From the highest rung down, as the ladder is seen.
fn table(frame: &Frame<'_>, input: &TrustLadder) -> Table {
    let words = &input.words;
    let columns = [("name", &words.item), ("rung", &words.rung), ("meaning", &words.meaning), ("origin", &words.origin)];
    let columns = columns.map(|(key, word)| (key, word.clone()));
    let mut items: Vec<&Item> = input.items.iter().filter(|item| item.rung < input.rungs.len()).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.rung));
    let row = |item: &&Item| {
        vec![
            Cell::linked(&item.label, item.href.as_ref()),
            Cell::number(Some((item.rung + 1) as f64), |number| (frame.format.number)(number)),
            Cell::words(&input.rungs[item.rung]),
            Cell::words(if item.proposed { &words.proposed } else { &words.said }),
        ]
    };
    Table::new(columns, items.iter().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> TrustLadder {
    let item = |rung, en: &str, ar: &str, proposed| Item { label: say(en, ar), href: None, rung, proposed };
    TrustLadder {
        rungs: vec![
            say("They meet and exchange information", "يلتقون ويتبادلون المعلومات"),
            say("They learn together", "يتعلمون معًا"),
            say("They share purchases, machines or people", "يتشاركون المشتريات أو الآلات أو العاملين"),
            say("They share ideas and plans", "يتشاركون الأفكار والخطط"),
            say("They develop products together", "يطوّرون منتجات معًا"),
        ],
        items: vec![
            item(0, "Evening talks", "لقاءات مسائية", false),
            item(0, "Newsletter", "النشرة", true),
            item(1, "Courses on tenders", "دورات في المناقصات", false),
            item(2, "Joint purchase of packaging", "شراء مشترك لمواد التغليف", false),
            item(4, "A drink of seven firms", "مشروب من سبع شركات", true),
        ],
        words: Words {
            item: say("Service", "الخدمة"),
            rung: say("Rung", "الدرجة"),
            meaning: say("Meaning", "المعنى"),
            origin: say("Who says so", "مصدر التصنيف"),
            said: say("Set by the cluster", "حدّده التجمّع"),
            proposed: say("Proposed", "مقترح"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chart(rungs: usize, count: usize, label: &str) -> TrustLadder {
        let item = |i: usize| Item {
            label: label.into(),
            href: Some(format!("s/{i}.html")),
            rung: i % 6,
            proposed: i.is_multiple_of(2),
        };
        TrustLadder {
            rungs: vec![label.into(); rungs],
            items: (0..count).map(item).collect(),
            words: Words { said: label.into(), proposed: label.into(), ..Words::default() },
        }
    }

    #[test]
    fn sound_in_every_size() {
        for label in HOSTILE {
            for (rungs, count) in [(5, 12), (1, 1), (5, 150)] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(rungs, count, label)).unwrap()));
            }
        }
    }

    #[test]
    fn the_highest_rung_comes_first_and_what_has_none_is_left_out() {
        probe::both(|frame| {
            let picture = draw(frame, &chart(5, 6, "a")).unwrap();
            let rungs: Vec<&str> = picture.table.rows.iter().map(|row| row[1].text.as_str()).collect();
            assert_eq!(rungs, ["5", "4", "3", "2", "1"]);
            assert!(draw(frame, &chart(0, 6, "a")).is_none() && draw(frame, &chart(5, 0, "a")).is_none());
        });
    }
}
