//! Services in the four quarters of a portfolio, by number, with the list that the numbers stand for.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::node::{PAD, ROUND};
use super::paint::{Hue, dash, fill, weight};
use super::svg::{BODY, Canvas, Form, NARROW, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// A portfolio.
#[derive(Clone, Debug)]
pub struct Portfolio {
    /// The quarters: top start, top end, bottom start, bottom end.
    pub quarters: [String; 4],
    /// What stands in them, in order; numbers follow the order.
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
    /// The number of its quarter; nothing where it has no place.
    pub quarter: Option<usize>,
    /// Whether its place is proposed and nobody has said so.
    pub proposed: bool,
}

/// The words of legend and table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub number: String,
    pub item: String,
    pub quarter: String,
    pub origins: Origins,
}

/// The words for who has given a service its place.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// What they are called together.
    pub heading: String,
    /// The cluster itself has.
    pub said: String,
    /// A method has.
    pub proposed: String,
}

impl Origins {
    /// The word for one of the two.
    pub(super) fn of(&self, proposed: bool) -> &str {
        if proposed { &self.proposed } else { &self.said }
    }

    /// Those of the gallery.
    pub(super) fn demo(say: Say<'_>) -> Self {
        Self {
            heading: say("Who says so", "مصدر التصنيف"),
            said: say("Set by the cluster", "حدّده التجمّع"),
            proposed: say("Proposed", "مقترح"),
        }
    }
}

/// The radius of a numbered disc, and the distance between two.
const R: f64 = 13.0;
const STEP: f64 = 34.0;

/// An item with what its disc says.
struct Numbered<'a> {
    item: &'a Item,
    number: String,
    quarter: usize,
}

/// Draws a portfolio; `None` when nothing has a place in it.
pub fn draw(frame: &Frame<'_>, input: &Portfolio) -> Option<Picture> {
    let numbered = input.items.iter().enumerate().filter_map(|(index, item)| {
        let quarter = item.quarter.filter(|quarter| *quarter < input.quarters.len())?;
        Some(Numbered { item, number: (frame.format.number)((index + 1) as f64), quarter })
    });
    let numbered: Vec<_> = numbered.collect();
    if numbered.is_empty() {
        return None;
    }
    Some(frame.picture(wide(frame, input, &numbered), Some(narrow(frame, input, &numbered)), table(frame, input)))
}

/// A disc with a number: full where somebody has said so, a broken ring where it is proposed.
fn disc(canvas: &mut Canvas, (x, y): (f64, f64), number: &str, proposed: bool) {
    let kind = if proposed {
        canvas.circle(x, y, R, fill(Hue::Surface).edged(Hue::Brand, weight::SIDE).dashed(dash::ABSENT));
        STRONG.middle()
    } else {
        canvas.circle(x, y, R, fill(Hue::Plate));
        STRONG.in_hue(Hue::OnBrand).middle()
    };
    canvas.text(x, y + 4.2, kind, &STRONG.fit(number, 2.0 * R));
}

fn key<'a>(input: &'a Portfolio, items: &[Numbered<'_>]) -> Vec<(Sign<'a>, &'a str)> {
    let mut key: Vec<(Sign<'_>, &str)> = Vec::new();
    for proposed in [false, true] {
        if items.iter().any(|numbered| numbered.item.proposed == proposed) {
            let sign: Sign<'_> = Box::new(move |canvas, x, y| match proposed {
                true => canvas.circle(x + 10.0, y, 7.0, fill(Hue::Surface).edged(Hue::Brand, weight::SIDE).dashed(dash::ABSENT)),
                false => canvas.circle(x + 10.0, y, 7.5, fill(Hue::Plate)),
            });
            key.push((sign, input.words.origins.of(proposed)));
        }
    }
    key
}

/// The four quarters, and beside them the names.
fn wide(frame: &Frame<'_>, input: &Portfolio, items: &[Numbered<'_>]) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let top = legend::flow(&mut canvas, 0.0, &key(input, items)) + 8.0;
    let (grid, gap) = (440.0, 4.0);
    let broad = (grid - gap) / 2.0;
    let across = ((broad - PAD) / STEP).floor().max(1.0) as usize;
    let mut y = top;
    for row in 0..2 {
        let cells = [0, 1].map(|column| {
            let quarter = row * 2 + column;
            (quarter, STRONG.wrap(&input.quarters[quarter], broad - 2.0 * PAD, 3))
        });
        let count = |quarter: usize| items.iter().filter(|numbered| numbered.quarter == quarter).count();
        let tall = |(quarter, title): &(usize, Vec<String>)| {
            title.len() as f64 * STRONG.leading() + count(*quarter).div_ceil(across) as f64 * STEP + 2.0 * PAD
        };
        let tall = cells.iter().map(tall).fold(132.0, f64::max);
        for (column, (quarter, title)) in cells.iter().enumerate() {
            let x = column as f64 * (broad + gap);
            canvas.rect([x + 0.5, y, broad - 1.0, tall], ROUND, fill(Hue::Tint).edged(Hue::Line, weight::EDGE));
            canvas.lines(x + PAD, y + PAD + 9.0, STRONG, title);
            let first = y + PAD + title.len() as f64 * STRONG.leading() + R + 8.0;
            for (index, numbered) in items.iter().filter(|numbered| numbered.quarter == *quarter).enumerate() {
                let place = (x + PAD + R + (index % across) as f64 * STEP, first + (index / across) as f64 * STEP);
                let tip = frame.pair(&format!("{} · {}", numbered.number, numbered.item.label), &input.quarters[*quarter]);
                canvas.mark(numbered.item.href.as_ref(), &tip, |canvas| {
                    disc(canvas, place, &numbered.number, numbered.item.proposed);
                });
            }
        }
        y += tall + gap;
    }
    let below = names(&mut canvas, items.iter(), (grid + 24.0, top), WIDE - grid - 24.0, false);
    canvas.finish(frame, "portfolio", y.max(below))
}

/// Numbers and names, one below the other; gives where they end.
fn names<'n>(
    canvas: &mut Canvas,
    items: impl Iterator<Item = &'n Numbered<'n>>,
    (x, mut y): (f64, f64),
    width: f64,
    discs: bool,
) -> f64 {
    let indent = if discs { 2.0 * R + 10.0 } else { 28.0 };
    for numbered in items {
        let lines = BODY.wrap(&numbered.item.label, width - indent, 3);
        canvas.mark(numbered.item.href.as_ref(), &numbered.item.label, |canvas| {
            if discs {
                disc(canvas, (x + R, y + R + 1.0), &numbered.number, numbered.item.proposed);
            } else {
                canvas.text(x + 20.0, y + 13.0, STRONG.end(), &STRONG.fit(&numbered.number, 26.0));
            }
            canvas.lines(x + indent, y + if discs { 18.0 } else { 13.0 }, BODY, &lines);
        });
        let tall = lines.len() as f64 * BODY.leading();
        y += if discs { (tall + 8.0).max(2.0 * R + 8.0) } else { tall.max(BODY.leading()) + 6.0 };
    }
    y
}

/// The quarters that hold something, one below the other, each with its list.
fn narrow(frame: &Frame<'_>, input: &Portfolio, items: &[Numbered<'_>]) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = legend::flow(&mut canvas, 0.0, &key(input, items)) + 8.0;
    for (quarter, title) in input.quarters.iter().enumerate() {
        let here: Vec<&Numbered<'_>> = items.iter().filter(|numbered| numbered.quarter == quarter).collect();
        if here.is_empty() {
            continue;
        }
        let lines = STRONG.wrap(title, NARROW - 2.0 * PAD, 3);
        let head = lines.len() as f64 * STRONG.leading() + 6.0;
        let room = NARROW - 2.0 * PAD;
        let tall = |numbered: &&Numbered<'_>| {
            let lines = BODY.wrap(&numbered.item.label, room - 2.0 * R - 10.0, 3).len();
            (lines as f64 * BODY.leading() + 8.0).max(2.0 * R + 8.0)
        };
        let whole = head + here.iter().map(tall).sum::<f64>() + 2.0 * PAD - 6.0;
        canvas.rect([0.5, y, NARROW - 1.0, whole], ROUND, fill(Hue::Tint).edged(Hue::Line, weight::EDGE));
        canvas.lines(PAD, y + PAD + 9.0, STRONG, &lines);
        names(&mut canvas, here.into_iter(), (PAD, y + PAD + head), room, true);
        y += whole + 8.0;
    }
    canvas.finish(frame, "portfolio", y)
}

fn table(frame: &Frame<'_>, input: &Portfolio) -> Table {
    let words = &input.words;
    let columns =
        [("number", &words.number), ("name", &words.item), ("quarter", &words.quarter), ("origin", &words.origins.heading)];
    let columns = columns.map(|(key, word)| (key, word.clone()));
    let row = |(index, item): (usize, &Item)| {
        let quarter = item.quarter.and_then(|quarter| input.quarters.get(quarter));
        let origin = words.origins.of(item.proposed);
        vec![
            Cell::number(Some((index + 1) as f64), |number| (frame.format.number)(number)),
            Cell::linked(&item.label, item.href.as_ref()),
            Cell::words(quarter.map_or("", String::as_str)),
            Cell::words(quarter.map_or("", |_| origin)),
        ]
    };
    Table::new(columns, input.items.iter().enumerate().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Portfolio {
    let item = |quarter, en: &str, ar: &str, proposed| Item { label: say(en, ar), href: None, quarter: Some(quarter), proposed };
    Portfolio {
        quarters: [
            say("Fee-based services", "خدمات مدفوعة الأجر"),
            say("Covered by membership fees", "خدمات تغطيها رسوم العضوية"),
            say("Exclude or offer for free", "تُستبعد أو تُقدَّم مجانًا"),
            say("Critical review", "مراجعة نقدية"),
        ],
        items: vec![
            item(1, "Evening talks", "لقاءات مسائية", false),
            item(0, "Search for skilled staff", "البحث عن كفاءات", false),
            item(1, "Website of the cluster", "موقع التجمّع", true),
            item(0, "Courses on tenders", "دورات في المناقصات", true),
            item(3, "Printed yearbook", "الكتاب السنوي المطبوع", false),
            item(2, "Job board", "لوحة الوظائف", true),
        ],
        words: Words {
            number: say("No.", "الرقم"),
            item: say("Service", "الخدمة"),
            quarter: say("Quarter", "الربع"),
            origins: Origins::demo(say),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chart(count: usize, label: &str) -> Portfolio {
        let item = |i: usize| Item {
            label: label.into(),
            href: Some(format!("s/{i}.html")),
            quarter: (i % 6 != 5).then_some(i % 5),
            proposed: i.is_multiple_of(2),
        };
        Portfolio {
            quarters: [label; 4].map(Into::into),
            items: (0..count).map(item).collect(),
            words: Words {
                origins: Origins { said: label.into(), proposed: label.into(), ..Origins::default() },
                ..Words::default()
            },
        }
    }

    #[test]
    fn sound_in_every_size() {
        for label in HOSTILE {
            for count in [1, 12, 130] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(count, label)).unwrap()));
            }
        }
    }

    #[test]
    fn what_has_no_place_keeps_its_number_and_is_only_in_the_table() {
        probe::both(|frame| {
            let picture = draw(frame, &chart(6, "a")).unwrap();
            assert_eq!((picture.table.rows.len(), picture.table.rows[5][2].text.as_str()), (6, "–"));
            assert!(!picture.svg.contains(">6</text>") && picture.svg.contains(">4</text>"));
            assert!(draw(frame, &chart(0, "a")).is_none());
        });
    }
}
