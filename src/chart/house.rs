//! The strategy as a house: vision on objectives, on goals, on what carries them.

use super::gallery::Say;
use super::node::ROUND;
use super::paint::{Hue, fill, weight};
use super::svg::{BODY, CAPTION, Canvas, Form, NARROW, SMALL, STRONG, TITLE, WIDE};
use super::{Cell, Frame, Picture, Table};

/// A strategy.
#[derive(Clone, Debug)]
pub struct House {
    /// The roof; may be empty.
    pub vision: String,
    /// Beams under the roof.
    pub objectives: Vec<String>,
    /// Pillars.
    pub goals: Vec<Pillar>,
    /// The foundation.
    pub enablers: Vec<String>,
    /// The words of the picture and the table.
    pub words: Words,
}

/// A goal.
#[derive(Clone, Debug)]
pub struct Pillar {
    /// Its name.
    pub label: String,
    /// A note below the name, such as its type; may be empty.
    pub sub: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// The words of the picture and the table, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub part: String,
    pub content: String,
    pub vision: String,
    pub objectives: String,
    pub goals: String,
    pub enablers: String,
}

const INSET: f64 = 14.0;

/// Draws the house; `None` when every part is empty.
pub fn draw(frame: &Frame<'_>, input: &House) -> Option<Picture> {
    if input.vision.is_empty() && input.objectives.is_empty() && input.goals.is_empty() && input.enablers.is_empty() {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    let words = &input.words;
    let row = |part: &String, content: Cell| vec![Cell::words(part), content];
    let mut rows = Vec::new();
    if !input.vision.is_empty() {
        rows.push(row(&words.vision, Cell::words(&input.vision)));
    }
    rows.extend(input.objectives.iter().map(|text| row(&words.objectives, Cell::words(text))));
    rows.extend(input.goals.iter().map(|goal| row(&words.goals, Cell::linked(&goal.label, goal.href.as_ref()))));
    rows.extend(input.enablers.iter().map(|text| row(&words.enablers, Cell::words(text))));
    let table = Table::new([("part", words.part.clone()), ("content", words.content.clone())], rows);
    Some(frame.picture(wide, Some(narrow), table))
}

fn sheet(frame: &Frame<'_>, input: &House, form: Form) -> String {
    let width = if form == Form::Wide { WIDE } else { NARROW };
    let mut canvas = Canvas::new(frame, form, width);
    let mut y = roof(&mut canvas, input, width) + 8.0;
    for (index, objective) in input.objectives.iter().enumerate() {
        if index == 0 {
            y = caption(&mut canvas, &input.words.objectives, width, y);
        }
        let lines = BODY.balance(objective, width - 2.0 * INSET - 24.0, 4);
        let tall = lines.len() as f64 * BODY.leading() + 14.0;
        canvas.rect([INSET, y, width - 2.0 * INSET, tall], ROUND, fill(Hue::Tint).edged(Hue::Brand, weight::EDGE));
        canvas.lines(width / 2.0, y + 19.0, BODY.middle(), &lines);
        y += tall + 6.0;
    }
    if !input.goals.is_empty() {
        y = caption(&mut canvas, &input.words.goals, width, y + 4.0);
        y = pillars(&mut canvas, frame, &input.goals, form, y);
    }
    if !input.enablers.is_empty() {
        y = foundation(&mut canvas, input, width, y + 4.0);
    }
    canvas.finish(frame, "house", y + 1.0)
}

fn caption(canvas: &mut Canvas, name: &str, width: f64, y: f64) -> f64 {
    canvas.text(width / 2.0, y + 12.0, CAPTION.in_hue(Hue::Muted).middle(), &CAPTION.fit(name, width - 2.0 * INSET));
    y + 20.0
}

fn roof(canvas: &mut Canvas, input: &House, width: f64) -> f64 {
    let pitch = if width < WIDE { 32.0 } else { 46.0 };
    let lines = TITLE.balance(&input.vision, width - 2.0 * INSET - 50.0, if width < WIDE { 9 } else { 5 });
    let tall = pitch + 10.0 + lines.len() as f64 * TITLE.leading() + 6.0;
    let outline = [(width / 2.0, 1.0), (width - 1.0, pitch), (width - 1.0, tall), (1.0, tall), (1.0, pitch)];
    canvas.through(&outline, true, fill(Hue::Plate));
    let caption = CAPTION.in_hue(Hue::OnBrand).middle();
    canvas.text(width / 2.0, pitch - 4.0, caption, &caption.fit(&input.words.vision, width * 0.4));
    canvas.lines(width / 2.0, pitch + 20.0, TITLE.in_hue(Hue::OnBrand).middle(), &lines);
    tall
}

/// The goals side by side, in as many even storeys as they need.
fn pillars(canvas: &mut Canvas, frame: &Frame<'_>, goals: &[Pillar], form: Form, mut y: f64) -> f64 {
    let (most, gap) = if form == Form::Wide { (6, 12.0) } else { (2, 10.0) };
    let storeys = goals.len().div_ceil(most);
    for storey in goals.chunks(goals.len().div_ceil(storeys)) {
        let broad = (canvas.width() - 2.0 * INSET - gap * (storey.len() as f64 - 1.0)) / storey.len() as f64;
        let text = broad - 14.0;
        let words: Vec<_> =
            storey.iter().map(|goal| (STRONG.balance(&goal.label, text, 7), SMALL.balance(&goal.sub, text, 3))).collect();
        let high = |(label, sub): &(Vec<String>, Vec<String>)| {
            label.len() as f64 * STRONG.leading() + sub.len() as f64 * SMALL.leading() + if sub.is_empty() { 0.0 } else { 4.0 }
        };
        let tall = words.iter().map(high).fold(0.0, f64::max) + 34.0;
        for (index, (goal, (label, sub))) in storey.iter().zip(&words).enumerate() {
            let x = INSET + (broad + gap) * index as f64;
            canvas.mark(goal.href.as_ref(), &frame.pair(&goal.label, &goal.sub), |canvas| {
                canvas.rect(
                    [x + 4.0, y + 6.0, broad - 8.0, tall - 12.0],
                    0.0,
                    fill(Hue::Surface).edged(Hue::Brand, weight::EDGE),
                );
                canvas.rect([x, y, broad, 6.0], 1.0, fill(Hue::Brand));
                canvas.rect([x, y + tall - 6.0, broad, 6.0], 1.0, fill(Hue::Brand));
                canvas.lines(x + broad / 2.0, y + 25.0, STRONG.middle(), label);
                let below = y + 29.0 + label.len() as f64 * STRONG.leading();
                canvas.lines(x + broad / 2.0, below, SMALL.middle(), sub);
            });
        }
        y += tall + 8.0;
    }
    y
}

/// What sets one thing that carries the strategy apart from the next.
const APART: f64 = 7.0;

fn foundation(canvas: &mut Canvas, input: &House, width: f64, y: f64) -> f64 {
    // On narrow screens each has lines of its own, set apart from the next.
    let blocks: Vec<Vec<String>> = if width < WIDE {
        input.enablers.iter().map(|enabler| BODY.balance(enabler, width - 48.0, 3)).filter(|lines| !lines.is_empty()).collect()
    } else {
        vec![packed(&input.enablers, width - 48.0)]
    };
    let high = |lines: &Vec<String>| lines.len() as f64 * BODY.leading();
    let tall = 38.0 + blocks.iter().map(high).sum::<f64>() + APART * blocks.len().saturating_sub(1) as f64;
    canvas.rect([1.0, y, width - 2.0, tall], 0.0, fill(Hue::Tint).edged(Hue::Brand, weight::EDGE));
    canvas.rect([1.0, y, width - 2.0, 4.0], 0.0, fill(Hue::Brand));
    caption(canvas, &input.words.enablers, width, y + 8.0);
    let mut base = y + 40.0;
    for lines in &blocks {
        canvas.lines(width / 2.0, base, BODY.middle(), lines);
        base += high(lines) + APART;
    }
    y + tall
}

/// Names one after the other, as many in a line as it holds whole, with a dot between them.
fn packed(names: &[String], room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for name in names.iter().map(|name| BODY.fit(name, room)).filter(|name| !name.is_empty()) {
        let joined = lines.last().map(|line| format!("{line} \u{a0}·\u{a0} {name}")).filter(|line| BODY.width(line) <= room);
        match (lines.last_mut(), joined) {
            (Some(line), Some(joined)) => *line = joined,
            _ => lines.push(name),
        }
    }
    lines
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> House {
    let goals = [
        (
            "Double the export share of our small firms",
            "مضاعفة حصة الصادرات لشركاتنا الصغيرة",
            "Export promotion",
            "ترويج الصادرات",
        ),
        ("A shared laboratory that all members use", "مختبر مشترك يستخدمه جميع الأعضاء", "Innovation", "الابتكار"),
        ("Skilled people stay in the region", "بقاء المهارات في المنطقة", "Training and skills", "التدريب والمهارات"),
        ("Buy wood and energy together", "شراء الخشب والطاقة معًا", "Joint procurement", "الشراء المشترك"),
        ("One voice towards ministries", "صوت واحد أمام الوزارات", "Lobbying", "المناصرة"),
        ("Known as the valley of fine furniture", "التعريف بوادي الأثاث الراقي", "Joint marketing", "التسويق المشترك"),
    ];
    let pillar =
        |(en, ar, sub, sub_ar): &(&str, &str, &str, &str)| Pillar { label: say(en, ar), sub: say(sub, sub_ar), href: None };
    House {
        vision: say(
            "By 2032 the valley is where Europe looks for furniture that lasts: made by small firms that learn, buy and sell together.",
            "بحلول عام 2032 يصبح الوادي وجهة أوروبا للأثاث الذي يدوم، تصنعه شركات صغيرة تتعلم وتشتري وتبيع معًا.",
        ),
        objectives: vec![
            say("Firms earn more from design than from volume", "دخل الشركات من التصميم أكثر من الكمية"),
            say(
                "The cluster carries itself from 2029 on, without project money",
                "اعتماد التجمع على موارده الذاتية ابتداءً من 2029",
            ),
        ],
        goals: goals.iter().map(pillar).collect(),
        enablers: vec![
            say("Managing office of four people", "مكتب إدارة من أربعة أشخاص"),
            say("Trust built in working groups", "الثقة المبنية في فرق العمل"),
            say("Data on members and markets", "بيانات الأعضاء والأسواق"),
            say("Membership fees and service income", "رسوم العضوية ودخل الخدمات"),
        ],
        words: Words {
            vision: say("Vision", "الرؤية"),
            objectives: say("Strategic objectives", "الأهداف الاستراتيجية"),
            goals: say("Goals", "الأهداف"),
            enablers: say("Enablers", "الممكنات"),
            part: say("Part", "الجزء"),
            content: say("Content", "المحتوى"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn house(count: usize, label: &str) -> House {
        let goal = |i: usize| Pillar { label: label.into(), sub: label.into(), href: Some(format!("goals/{i}.html")) };
        House {
            vision: label.into(),
            objectives: vec![label.into(); count.min(3)],
            goals: (0..count).map(goal).collect(),
            enablers: vec![label.into(); count],
            words: Words { vision: label.into(), goals: label.into(), ..Words::default() },
        }
    }

    #[test]
    fn sound_with_any_text_and_number_of_goals() {
        for label in HOSTILE {
            for count in [0, 1, 6, 7, 20] {
                probe::both(|frame| probe::sound(&draw(frame, &House { vision: "v".into(), ..house(count, label) }).unwrap()));
                probe::both(|frame| drop(draw(frame, &house(count, label))));
            }
        }
    }

    #[test]
    fn each_part_stands_alone_and_nothing_gives_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &house(0, "")).is_none());
            let only_goals = House { vision: String::new(), objectives: vec![], enablers: vec![], ..house(3, "Export") };
            let picture = draw(frame, &only_goals).unwrap();
            probe::sound(&picture);
            assert_eq!(picture.table.rows.len(), 3);
        });
    }
}
