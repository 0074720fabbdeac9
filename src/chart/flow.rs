//! A ranking and what became of it: bars from the strongest down, and lines from each to what answers it, such as demands and goals.

use super::gallery::Say;
use super::node::{LINK, Look, Node, arrow_head};
use super::paint::{Hue, Weave, dash, fill, stroke, weight, woven};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, Step, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Ranked things with what answers them.
#[derive(Clone, Debug)]
pub struct Flow {
    /// The things, strongest first.
    pub items: Vec<Item>,
    /// What answers them.
    pub answers: Vec<Answer>,
    /// How many of the things belong to the top.
    pub top: usize,
    /// The words of the picture.
    pub words: Words,
    /// Column headings of the table: rank, thing, value, number of voices, answered by.
    pub head: [String; 5],
}

/// A thing.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its rank.
    pub rank: usize,
    /// Its name.
    pub label: String,
    /// How strong it is; what is negative or not finite counts as nothing.
    pub value: f64,
    /// How many stand behind it.
    pub voices: f64,
    /// Places in the list of what answers; those outside are passed over.
    pub to: Vec<usize>,
    /// Why it leads nowhere; may be empty.
    pub end: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// What answers things.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its name.
    pub label: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// The words of the picture, localised.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Above the things.
    pub items: String,
    /// Above the answers.
    pub answers: String,
    /// Below the last one of the top.
    pub top: String,
}

const LABEL: f64 = 210.0;
const BAR: f64 = 120.0;
const FROM: f64 = 404.0;
const TO: f64 = 520.0;

/// Draws a ranking; `None` without a thing.
pub fn draw(frame: &Frame<'_>, input: &Flow) -> Option<Picture> {
    if input.items.is_empty() {
        return None;
    }
    let row = |item: &Item| {
        let names: Vec<&str> = answers(input, item).map(|index| input.answers[index].label.as_str()).collect();
        vec![
            Cell::number(Some(item.rank as f64), |value| (frame.format.number)(value)),
            Cell::linked(&item.label, item.href.as_ref()),
            Cell::number(Some(item.value), |value| (frame.format.number)(value)),
            Cell::number(Some(item.voices), |value| (frame.format.number)(value)),
            Cell::words(if names.is_empty() { item.end.clone() } else { names.join("; ") }),
        ]
    };
    let columns = ["rank", "name", "value", "voices", "answers"].into_iter().zip(input.head.clone());
    let table = Table::new(columns, input.items.iter().map(row).collect());
    Some(frame.picture(wide(frame, input), Some(narrow(frame, input)), table))
}

fn answers<'a>(input: &'a Flow, item: &'a Item) -> impl Iterator<Item = usize> + 'a {
    item.to.iter().copied().filter(|index| *index < input.answers.len())
}

/// The share of the strongest, 0 to 1.
fn share(input: &Flow, item: &Item) -> f64 {
    let clean = |value: f64| if value.is_finite() { value.max(0.0) } else { 0.0 };
    let most = input.items.iter().map(|item| clean(item.value)).fold(0.0, f64::max);
    if most > 0.0 { clean(item.value) / most } else { 0.0 }
}

fn tip(frame: &Frame<'_>, input: &Flow, item: &Item) -> String {
    let names: Vec<&str> = answers(input, item).map(|index| input.answers[index].label.as_str()).collect();
    let led = if names.is_empty() { item.end.clone() } else { names.join("; ") };
    let value = (frame.format.number)(item.value);
    frame.pair(&item.label, &if led.is_empty() { value } else { format!("{value} · {led}") })
}

fn bar(canvas: &mut Canvas, top: bool, [x, y, wide, high]: [f64; 4]) {
    // What is not at the top differs in its texture, not in colour alone.
    let paint = if top { fill(Hue::Brand) } else { woven(Hue::Brand, Weave::Rising) };
    canvas.rect([x, y, wide.max(1.0), high], 2.0, paint);
}

fn wide(frame: &Frame<'_>, input: &Flow) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    canvas.text(26.0, 12.0, SMALL, &SMALL.fit(&input.words.items, LABEL));
    canvas.text(TO, 12.0, SMALL, &SMALL.fit(&input.words.answers, WIDE - TO));
    let mut y = 24.0;
    let mut middles = Vec::new();
    let mut starts = Vec::new();
    let mut cut = None;
    for (index, item) in input.items.iter().enumerate() {
        let lines = BODY.wrap(&item.label, LABEL - 8.0, 3);
        let tall = (lines.len() as f64 * BODY.leading()).max(18.0) + 14.0;
        let middle = y + tall / 2.0;
        let long = share(input, item) * BAR;
        let (value, behind) = (STRONG.fit(&(frame.format.number)(item.value), 34.0), 26.0 + LABEL + long.max(1.0) + 6.0);
        canvas.mark(item.href.as_ref(), &tip(frame, input, item), |canvas| {
            canvas.text(18.0, middle + 4.2, STRONG.end(), &STRONG.fit(&(frame.format.number)(item.rank as f64), 18.0));
            canvas.lines(26.0, middle + 4.2 - (lines.len() as f64 - 1.0) * BODY.leading() / 2.0, BODY, &lines);
            bar(canvas, index < input.top, [26.0 + LABEL, middle - 8.0, long, 16.0]);
            canvas.text(behind, middle + 4.2, STRONG, &value);
        });
        middles.push(middle);
        starts.push(behind + STRONG.width(&value) + 6.0);
        y += tall;
        if index + 1 == input.top && input.top < input.items.len() {
            cut = Some(y + 5.0);
            y += 22.0;
        }
    }
    let boxes = places(input, &middles, y);
    for ((item, middle), start) in input.items.iter().zip(&middles).zip(&starts) {
        let mut led = false;
        for index in answers(input, item) {
            led = true;
            let [x, top, _, high] = boxes[index];
            let end = top + high / 2.0;
            let turn = (FROM + x) / 2.0;
            canvas.path(
                &[Step::Move(*start, *middle), Step::Line(FROM, *middle), Step::Curve([turn, *middle, turn, end, x - 6.0, end])],
                LINK,
            );
        }
        if !led && !item.end.is_empty() {
            canvas.line((*start, *middle), (FROM + 14.0, *middle), LINK.dashed(dash::ABSENT));
            let lines = SMALL.wrap(&item.end, TO - FROM - 34.0, 2);
            canvas.lines(FROM + 18.0, middle + 4.0 - (lines.len() as f64 - 1.0) * SMALL.leading() / 2.0, SMALL, &lines);
        }
    }
    let mut bottom = y;
    for (answer, at) in input.answers.iter().zip(boxes) {
        let node = Node { label: &answer.label, sub: "", state: None, look: Look::Part, centred: false };
        arrow_head(&mut canvas, (at[0], at[1] + at[3] / 2.0), true);
        canvas.mark(answer.href.as_ref(), &answer.label, |canvas| node.draw(canvas, at, &node.words(at[2])));
        bottom = bottom.max(at[1] + at[3]);
    }
    if let Some(cut) = cut {
        canvas.line((0.0, cut), (FROM, cut), stroke(Hue::Accent, weight::LINK).dashed(dash::TODAY));
        canvas.text(26.0, cut + 13.0, SMALL, &SMALL.fit(&input.words.top, FROM - 26.0));
    }
    canvas.finish(frame, "flow", bottom + 2.0)
}

/// The boxes of the answers: in the order of what leads to them, as near to it as the others let them.
fn places(input: &Flow, middles: &[f64], bottom: f64) -> Vec<[f64; 4]> {
    let broad = WIDE - TO - 1.0;
    let node = |answer: &Answer| {
        Node { label: &answer.label, sub: "", state: None, look: Look::Part, centred: false }.words(broad).height
    };
    let heights: Vec<f64> = input.answers.iter().map(node).collect();
    let wish = |index: usize| {
        let from: Vec<f64> =
            input.items.iter().zip(middles).filter(|(item, _)| item.to.contains(&index)).map(|(_, y)| *y).collect();
        if from.is_empty() { bottom } else { from.iter().sum::<f64>() / from.len() as f64 }
    };
    let mut order: Vec<(f64, usize)> = (0..input.answers.len()).map(|index| (wish(index), index)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    // What is left of the height when all stand in line is what each may move down by.
    let mut spare = (bottom - 24.0 - heights.iter().map(|high| high + 10.0).sum::<f64>()).max(0.0);
    let mut boxes = vec![[TO, 24.0, broad, 0.0]; input.answers.len()];
    let mut y = 24.0;
    for (wish, index) in order {
        let down = (wish - heights[index] / 2.0 - y).clamp(0.0, spare);
        spare -= down;
        y += down;
        boxes[index] = [TO, y, broad, heights[index]];
        y += heights[index] + 10.0;
    }
    boxes
}

/// Below each thing its bar, and below that what answers it.
fn narrow(frame: &Frame<'_>, input: &Flow) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = 2.0;
    for (index, item) in input.items.iter().enumerate() {
        let lines = STRONG.wrap(&item.label, NARROW - 28.0, 4);
        canvas.mark(item.href.as_ref(), &tip(frame, input, item), |canvas| {
            canvas.text(20.0, y + 12.0, STRONG.end(), &STRONG.fit(&(frame.format.number)(item.rank as f64), 20.0));
            canvas.lines(28.0, y + 12.0, STRONG, &lines);
            let under = y + lines.len().max(1) as f64 * STRONG.leading() + 4.0;
            let long = share(input, item) * (NARROW - 90.0);
            bar(canvas, index < input.top, [28.0, under, long, 14.0]);
            canvas.text(28.0 + long.max(1.0) + 6.0, under + 11.0, STRONG, &STRONG.fit(&(frame.format.number)(item.value), 54.0));
        });
        y += lines.len().max(1) as f64 * STRONG.leading() + 26.0;
        let mut led = false;
        for answer in answers(input, item).map(|answer| &input.answers[answer]) {
            led = true;
            let lines = BODY.wrap(&answer.label, NARROW - 50.0, 4);
            canvas.line((30.0, y + 7.0), (40.0, y + 7.0), LINK);
            arrow_head(&mut canvas, (44.0, y + 7.0), true);
            canvas.mark(answer.href.as_ref(), &answer.label, |canvas| canvas.lines(48.0, y + 11.0, BODY, &lines));
            y += lines.len().max(1) as f64 * BODY.leading() + 4.0;
        }
        if !led && !item.end.is_empty() {
            let lines = SMALL.wrap(&item.end, NARROW - 50.0, 4);
            canvas.line((30.0, y + 7.0), (44.0, y + 7.0), LINK.dashed(dash::ABSENT));
            canvas.lines(48.0, y + 11.0, SMALL, &lines);
            y += lines.len() as f64 * SMALL.leading() + 4.0;
        }
        y += 10.0;
        if index + 1 == input.top && input.top < input.items.len() {
            canvas.text(NARROW, y + 8.0, SMALL.end(), &SMALL.fit(&input.words.top, NARROW));
            canvas.line((0.0, y + 14.0), (NARROW, y + 14.0), stroke(Hue::Accent, weight::LINK).dashed(dash::TODAY));
            y += 26.0;
        }
    }
    canvas.finish(frame, "flow", y)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Flow {
    let item = |rank, en: &str, ar: &str, value, to: &[usize], end: String| Item {
        rank,
        label: say(en, ar),
        value,
        voices: 6.0,
        to: to.to_vec(),
        end,
        href: None,
    };
    let answer = |en: &str, ar: &str| Answer { label: say(en, ar), href: None };
    let declined = say("Declined", "مرفوض");
    Flow {
        items: vec![
            item(1, "More skilled joiners", "مزيد من النجارين المهرة", 27.0, &[0], String::new()),
            item(2, "Oak at a fair price", "بلوط بسعر عادل", 24.0, &[1], String::new()),
            item(3, "Machines that one firm can't afford", "آلات لا تقدر عليها شركة وحدها", 19.0, &[2, 0], String::new()),
            item(4, "A wider road to the valley", "طريق أوسع إلى الوادي", 16.0, &[], declined),
            item(5, "Buyers abroad", "مشترون في الخارج", 11.0, &[3], String::new()),
            item(6, "A joint canteen", "مقصف مشترك", 5.0, &[], say("No goal yet", "لا هدف بعد")),
        ],
        answers: vec![
            answer("Skilled people stay in the region", "بقاء المهارات في المنطقة"),
            answer("Buy wood and energy together", "شراء الخشب والطاقة معًا"),
            answer("A shared laboratory that all members use", "مختبر مشترك يستخدمه جميع الأعضاء"),
            answer("Double the export share", "مضاعفة حصة الصادرات"),
        ],
        top: 4,
        words: Words {
            items: say("Demands, points", "المطالب والنقاط"),
            answers: say("Goals", "الأهداف"),
            top: say("Top", "الأبرز"),
        },
        head: [
            say("Rank", "الترتيب"),
            say("Demand", "المطلب"),
            say("Points", "النقاط"),
            say("Actors", "الأطراف"),
            say("Goals", "الأهداف"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn flow(values: &[f64], answers: usize, label: &str) -> Flow {
        let item = |(index, value): (usize, &f64)| Item {
            rank: index + 1,
            label: label.into(),
            value: *value,
            voices: 3.0,
            to: (0..index % 4).map(|step| step * 3 % 7).collect(),
            end: label.into(),
            href: Some("demands.html#x".into()),
        };
        let answer = |_| Answer { label: label.into(), href: Some("goals/x.html".into()) };
        Flow {
            items: values.iter().enumerate().map(item).collect(),
            answers: (0..answers).map(answer).collect(),
            top: values.len() / 2,
            words: Words { items: label.into(), answers: label.into(), top: label.into() },
            head: Default::default(),
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| probe::sound(&draw(frame, &flow(values, 3, "Export")).unwrap()));
        }
        for label in HOSTILE {
            for (count, answers) in [(1, 0), (9, 6), (30, 2), (3, 20)] {
                probe::both(|frame| probe::sound(&draw(frame, &flow(&vec![3.0; count], answers, label)).unwrap()));
            }
        }
    }

    #[test]
    fn no_two_answers_overlap_and_nothing_ranked_gives_no_picture() {
        probe::both(|frame| assert!(draw(frame, &flow(&[], 3, "a")).is_none()));
        let input = flow(&[9.0, 7.0, 4.0, 2.0, 1.0], 7, "A shared laboratory that all members use, in two lines");
        let mut boxes = places(&input, &[40.0, 80.0, 120.0, 160.0, 200.0], 230.0);
        boxes.sort_by(|a, b| a[1].total_cmp(&b[1]));
        assert!(boxes.windows(2).all(|pair| pair[0][1] + pair[0][3] <= pair[1][1]), "{boxes:?}");
    }
}
