//! Shares of several wholes below each other, such as one cluster's financing beside that of regions; what is not told stays open.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, Weave, dash, fill, stroke, weight, woven};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Wholes and their parts.
#[derive(Clone, Debug)]
pub struct ComparedShares {
    /// Names of the parts that a whole can have, in order.
    pub parts: Vec<String>,
    /// The wholes from top to bottom.
    pub wholes: Vec<Whole>,
    /// The words of legend and table.
    pub words: Words,
}

/// One whole.
#[derive(Clone, Debug)]
pub struct Whole {
    /// Its name.
    pub label: String,
    /// A remark below the name; may be empty.
    pub note: String,
    /// Its parts in order, each the number of the part and its share of one. What is not finite or below zero is passed over; what lacks to one is open.
    pub shares: Vec<(usize, f64)>,
    /// Whether it is what the others are compared with.
    pub own: bool,
}

/// The words of legend and table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub whole: String,
    pub open: String,
    pub note: String,
}

impl Whole {
    /// Parts that can be drawn, cut off where they come to more than the whole.
    fn pieces(&self, parts: usize) -> Vec<(usize, f64)> {
        let mut left: f64 = 1.0;
        let known = self.shares.iter().filter(|(part, share)| *part < parts && share.is_finite() && *share > 0.0);
        let piece = |(part, share): &(usize, f64)| {
            let share = share.min(left);
            left -= share;
            (*part, share)
        };
        known.map(piece).filter(|(_, share)| *share > 0.0).collect()
    }

    /// What is not told, where that is more than figures are rounded by.
    fn open(&self, parts: usize) -> Option<f64> {
        let open = 1.0 - self.pieces(parts).iter().map(|(_, share)| share).sum::<f64>();
        (open > 0.005).then_some(open)
    }
}

/// Draws shares; `None` when nothing is told of any whole.
pub fn draw(frame: &Frame<'_>, input: &ComparedShares) -> Option<Picture> {
    let parts = input.parts.len();
    if input.wholes.iter().all(|whole| whole.pieces(parts).is_empty()) {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    Some(frame.picture(wide, Some(narrow), table(frame, input)))
}

fn sheet(frame: &Frame<'_>, input: &ComparedShares, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let mut y = legend::flow(&mut canvas, 0.0, &key(input)) + 8.0;
    let left = if wide { 190.0 } else { 0.0 };
    let room = if wide { left - 14.0 } else { NARROW };
    for whole in &input.wholes {
        let (label, note) = (STRONG.wrap(&whole.label, room, 2), SMALL.wrap(&whole.note, room, if wide { 3 } else { 2 }));
        let words = label.len() as f64 * STRONG.leading() + note.len() as f64 * SMALL.leading();
        canvas.lines(0.0, y + 13.0, STRONG, &label);
        canvas.lines(0.0, y + 13.0 + label.len() as f64 * STRONG.leading(), SMALL, &note);
        let tall = 28.0;
        let top = if wide { y + ((words - tall) / 2.0).max(0.0) + 1.0 } else { y + words + 7.0 };
        let broad = canvas.width() - left - 1.0;
        bar(&mut canvas, frame, input, whole, [left, top, broad, tall]);
        y = if wide { y + words.max(tall) } else { top + tall } + 14.0;
    }
    canvas.finish(frame, "compared-shares", y)
}

fn bar(canvas: &mut Canvas, frame: &Frame<'_>, input: &ComparedShares, whole: &Whole, [left, top, broad, tall]: [f64; 4]) {
    let mut x = left;
    let mut piece = |canvas: &mut Canvas, name: &str, share: f64, paint| {
        let wide = share * broad;
        let shown = (frame.format.percent)(share);
        let tip = frame.pair(&format!("{} · {name}", whole.label), &shown);
        canvas.mark(None, &tip, |canvas| {
            canvas.rect([x, top, wide, tall], 0.0, paint);
            let plate = CAPTION.width(&shown) + 6.0;
            if plate <= wide - 2.0 {
                canvas.rect([x + (wide - plate) / 2.0, top + tall / 2.0 - 8.0, plate, 16.0], 3.0, fill(Hue::Surface));
                canvas.text(x + wide / 2.0, top + tall / 2.0 + 4.0, CAPTION.in_hue(Hue::Ink).middle(), &shown);
            }
        });
        x += wide;
    };
    for (part, share) in whole.pieces(input.parts.len()) {
        let paint = woven(Hue::series(part), Weave::series(part)).edged(Hue::Surface, weight::EDGE);
        piece(canvas, &input.parts[part], share, paint);
    }
    if let Some(open) = whole.open(input.parts.len()) {
        piece(canvas, &input.words.open, open, stroke(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT));
    }
    if whole.own {
        canvas.rect([left, top, broad, tall], 0.0, stroke(Hue::Accent, weight::MAIN));
    }
}

fn key(input: &ComparedShares) -> Vec<(Sign<'_>, &str)> {
    let parts = input.parts.len();
    let occurs = |part: usize| input.wholes.iter().any(|whole| whole.pieces(parts).iter().any(|(known, _)| *known == part));
    let mut key: Vec<(Sign<'_>, &str)> = Vec::new();
    for part in (0..parts).filter(|part| occurs(*part)) {
        let sign: Sign<'_> = Box::new(move |canvas, x, y| {
            canvas.rect([x, y - 7.0, 20.0, 14.0], 2.0, woven(Hue::series(part), Weave::series(part)));
        });
        key.push((sign, &input.parts[part]));
    }
    if input.wholes.iter().any(|whole| whole.open(parts).is_some()) {
        let sign: Sign<'_> = Box::new(|canvas, x, y| {
            canvas.rect([x, y - 7.0, 20.0, 14.0], 0.0, stroke(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT));
        });
        key.push((sign, &input.words.open));
    }
    key
}

fn table(frame: &Frame<'_>, input: &ComparedShares) -> Table {
    let mut columns = vec![("name".to_owned(), input.words.whole.clone())];
    columns.extend(input.parts.iter().enumerate().map(|(index, part)| (format!("share {}", index + 1), part.clone())));
    columns.extend([("open".to_owned(), input.words.open.clone()), ("note".to_owned(), input.words.note.clone())]);
    let share = |share: Option<f64>| Cell::number(share, |share| (frame.format.percent)(share));
    let row = |whole: &Whole| {
        let pieces = whole.pieces(input.parts.len());
        let of = |part: usize| {
            let known = pieces.iter().filter(|(known, _)| *known == part).map(|(_, share)| *share);
            known.reduce(|sum, share| sum + share)
        };
        let mut row = vec![Cell::words(&whole.label)];
        row.extend((0..input.parts.len()).map(|part| share(of(part))));
        row.extend([share(whole.open(input.parts.len())), Cell::words(&whole.note)]);
        row
    };
    Table::new(columns, input.wholes.iter().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> ComparedShares {
    let whole = |en: &str, ar: &str, shares: &[(usize, f64)], own| Whole {
        label: say(en, ar),
        note: String::new(),
        shares: shares.to_vec(),
        own,
    };
    ComparedShares {
        parts: vec![
            say("Public", "عام"),
            say("Membership fees", "رسوم العضوية"),
            say("Services and projects", "الخدمات والمشاريع"),
        ],
        wholes: vec![
            whole("Our cluster", "تجمّعنا", &[(0, 0.45), (1, 0.2), (2, 0.35)], true),
            whole("A region", "منطقة", &[(0, 0.6)], false),
            whole("An old cluster elsewhere", "تجمّع عريق في مكان آخر", &[(0, 0.25), (1, 0.3), (2, 0.45)], false),
        ],
        words: Words {
            whole: say("Cluster", "التجمّع"), open: say("Not told", "غير مذكور"), note: say("Note", "ملاحظة")
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str) -> ComparedShares {
        let whole =
            |own| Whole { label: label.into(), note: label.into(), shares: values.iter().copied().enumerate().collect(), own };
        ComparedShares {
            parts: vec![label.into(); values.len().saturating_sub(1).max(1)],
            wholes: vec![whole(true), whole(false)],
            words: Words { open: label.into(), ..Words::default() },
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| {
                if let Some(picture) = draw(frame, &chart(values, "Fees")) {
                    probe::sound(&picture);
                }
            });
        }
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &chart(&[0.3, 0.2, 0.1], label)).unwrap()));
        }
    }

    #[test]
    fn what_is_not_told_is_open_and_never_zero() {
        probe::both(|frame| {
            let input = ComparedShares {
                parts: vec!["public".into(), "fees".into()],
                wholes: vec![Whole { label: "A".into(), note: String::new(), shares: vec![(0, 0.58)], own: false }],
                words: Words::default(),
            };
            let picture = draw(frame, &input).unwrap();
            let row: Vec<&str> = picture.table.rows[0].iter().map(|cell| cell.text.as_str()).collect();
            assert_eq!(row, ["A", "58 %", "–", "42 %", "–"]);
        });
    }
}
