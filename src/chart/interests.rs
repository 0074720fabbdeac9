//! Who takes part with what interest: groups by the part that they play and the weight that they have, with the cells that ask for care.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::node::{PAD, ROUND};
use super::paint::{Hue, Paint, Weave, dash, fill, weight, woven};
use super::svg::{CAPTION, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// A map of interests.
#[derive(Clone, Debug)]
pub struct Interests {
    /// Parts that are played, in reading direction, from those who drive to those who only take.
    pub roles: Vec<String>,
    /// Weights, from the most to the least; the last row may stand for those whose weight is not known.
    pub weights: Vec<String>,
    /// Groups in order; one that lies outside the map is passed over.
    pub groups: Vec<Group>,
    /// Cells that no group should be in, by weight and role.
    pub care: Vec<(usize, usize)>,
    /// The words of the picture.
    pub words: Words,
}

/// One group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its part, by number.
    pub role: usize,
    /// Its weight, by number.
    pub weight: usize,
    /// Its name.
    pub label: String,
    /// The interest that prevails in it; may be empty.
    pub interest: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// The words of the picture, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub group: String,
    pub interest: String,
    pub role: String,
    pub weight: String,
    pub care: String,
}

/// Draws the map; `None` when no group is on it.
pub fn draw(frame: &Frame<'_>, input: &Interests) -> Option<Picture> {
    let inside = |group: &&Group| group.role < input.roles.len() && group.weight < input.weights.len();
    let mut groups: Vec<&Group> = input.groups.iter().filter(inside).collect();
    if groups.is_empty() {
        return None;
    }
    groups.sort_by_key(|group| (group.role, group.weight));
    let Words { group, interest, role, weight, care: _ } = &input.words;
    let columns = [("group", group), ("interest", interest), ("role", role), ("influence", weight)];
    let row = |group: &&Group| {
        let words = [&group.interest, &input.roles[group.role], &input.weights[group.weight]].map(Cell::words);
        std::iter::once(Cell::linked(&group.label, group.href.as_ref())).chain(words).collect()
    };
    let table = Table::new(columns.map(|(key, title)| (key, title.clone())), groups.iter().map(row).collect());
    Some(frame.picture(wide(frame, input, &groups), Some(narrow(frame, input, &groups)), table))
}

/// The ground of a cell in which a group asks for care; a texture and a broken edge say so without colour.
const CARE: Paint = woven(Hue::Tint, Weave::Rising).edged(Hue::Accent, weight::SIDE).dashed(dash::ABSENT);
/// The space between cards.
const GAP: f64 = 6.0;

fn at<'a>(groups: &[&'a Group], weight: usize, role: usize) -> Vec<&'a Group> {
    groups.iter().filter(|group| (group.weight, group.role) == (weight, role)).copied().collect()
}

/// The lines of a card, broken for a width: name, interest.
fn lines(group: &Group, broad: f64) -> [Vec<String>; 2] {
    let room = broad - 2.0 * PAD;
    [STRONG.wrap(&group.label, room, 4), SMALL.wrap(&group.interest, room, 8)]
}

fn height([label, interest]: &[Vec<String>; 2]) -> f64 {
    2.0 * PAD - 4.0 + label.len().max(1) as f64 * STRONG.leading() + interest.len() as f64 * SMALL.leading()
}

/// Cards below each other from a place; gives where the last one ends.
fn cards(frame: &Frame<'_>, canvas: &mut Canvas, groups: &[&Group], [x, mut y, broad]: [f64; 3]) -> f64 {
    for group in groups {
        let words = lines(group, broad);
        let tall = height(&words);
        canvas.mark(group.href.as_ref(), &frame.pair(&group.label, &group.interest), |canvas| {
            canvas.rect([x, y, broad, tall], ROUND, fill(Hue::Surface).edged(Hue::Brand, weight::EDGE));
            canvas.lines(x + PAD, y + PAD + 9.0, STRONG, &words[0]);
            canvas.lines(x + PAD, y + PAD + 8.0 + words[0].len() as f64 * STRONG.leading(), SMALL.in_hue(Hue::Ink), &words[1]);
        });
        y += tall + GAP;
    }
    y
}

fn key(canvas: &mut Canvas, input: &Interests, top: f64) -> f64 {
    if input.care.is_empty() || input.words.care.is_empty() {
        return 0.0;
    }
    let sign: Sign<'_> = Box::new(|canvas, x, y| canvas.rect([x + 1.0, y - 6.0, 18.0, 12.0], 0.0, CARE));
    legend::flow(canvas, top, &[(sign, &input.words.care)])
}

fn wide(frame: &Frame<'_>, input: &Interests, groups: &[&Group]) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let names = input.weights.iter().map(|name| STRONG.width(name)).fold(CAPTION.width(&input.words.weight), f64::max);
    let left = names.clamp(50.0, 110.0) + 12.0;
    let broad = (WIDE - left - 1.0) / input.roles.len() as f64;
    let mut y = key(&mut canvas, input, 0.0);
    y += if y > 0.0 { 6.0 } else { 0.0 };
    let titles: Vec<_> = input.roles.iter().map(|name| STRONG.wrap(name, broad - 2.0 * PAD, 2)).collect();
    let tall = titles.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64 * STRONG.leading() + 12.0;
    for (role, title) in titles.iter().enumerate() {
        let x = left + broad * role as f64;
        canvas.rect([x, y, broad, tall], 0.0, fill(Hue::Plate).edged(Hue::Surface, weight::EDGE));
        canvas.lines(x + PAD, y + 18.0, STRONG.in_hue(Hue::OnBrand), title);
    }
    canvas.text(0.0, y + 18.0, CAPTION, &CAPTION.fit(&input.words.weight, left - 8.0));
    y += tall;
    for (weight_at, name) in input.weights.iter().enumerate() {
        let cells: Vec<_> = (0..input.roles.len()).map(|role| at(groups, weight_at, role)).collect();
        let room = broad - 2.0 * GAP;
        let need = |cell: &Vec<&Group>| cell.iter().map(|group| height(&lines(group, room)) + GAP).sum::<f64>();
        let tall = cells.iter().map(need).fold(52.0, f64::max) + GAP;
        let name = STRONG.wrap(name, left - 12.0, 3);
        canvas.lines(0.0, y + 20.0, STRONG, &name);
        for (role, cell) in cells.iter().enumerate() {
            let x = left + broad * role as f64;
            canvas.rect([x, y, broad, tall], 0.0, fill(Hue::Surface).edged(Hue::Line, weight::EDGE));
            if input.care.contains(&(weight_at, role)) {
                canvas.rect([x + 2.0, y + 2.0, broad - 4.0, tall - 4.0], 0.0, CARE);
            }
            cards(frame, &mut canvas, cell, [x + GAP, y + GAP, room]);
        }
        y += tall;
    }
    canvas.finish(frame, "interests", y + 1.0)
}

/// A part of the map for each role: its groups by weight, the weight before them.
fn narrow(frame: &Frame<'_>, input: &Interests, groups: &[&Group]) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    // Empty cells are left out here, so the sign is explained only where a group asks for care.
    let cared = groups.iter().any(|group| input.care.contains(&(group.weight, group.role)));
    let mut y = if cared { key(&mut canvas, input, 0.0) } else { 0.0 };
    y += if y > 0.0 { 8.0 } else { 0.0 };
    for (role, name) in input.roles.iter().enumerate() {
        if !groups.iter().any(|group| group.role == role) {
            continue;
        }
        canvas.rect([0.0, y, NARROW, 28.0], 0.0, fill(Hue::Plate));
        canvas.text(PAD, y + 18.5, STRONG.in_hue(Hue::OnBrand), &STRONG.fit(name, NARROW - 2.0 * PAD));
        y += 34.0;
        for (weight_at, name) in input.weights.iter().enumerate() {
            let cell = at(groups, weight_at, role);
            if cell.is_empty() {
                continue;
            }
            let title = frame.pair(&input.words.weight, name);
            canvas.text(PAD, y + 12.0, CAPTION, &CAPTION.fit(&title, NARROW - 2.0 * PAD));
            y += 20.0;
            let (from, room) = (y, NARROW - 2.0 * GAP);
            let tall: f64 = cell.iter().map(|group| height(&lines(group, room)) + GAP).sum();
            if input.care.contains(&(weight_at, role)) {
                canvas.rect([1.0, from, NARROW - 2.0, tall + GAP], 0.0, CARE);
            }
            y = cards(frame, &mut canvas, &cell, [GAP, from + GAP, room]) + GAP;
        }
        y += 4.0;
    }
    canvas.finish(frame, "interests", y)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Interests {
    let group = |role, weight, label: (&str, &str), interest: (&str, &str)| Group {
        role,
        weight,
        label: say(label.0, label.1),
        interest: say(interest.0, interest.1),
        href: None,
    };
    Interests {
        roles: vec![
            say("Drivers", "المحرّكون"),
            say("Key actors", "الفاعلون الأساسيون"),
            say("Reactive actors", "المستجيبون"),
            say("Free riders", "المستفيدون دون مساهمة"),
        ],
        weights: vec![say("High", "مرتفع"), say("Medium", "متوسط"), say("Low", "منخفض")],
        groups: vec![
            group(0, 0, ("Four founding firms", "أربع شركات مؤسِّسة"), ("A home market for what they make", "سوق محلية لمنتجاتها")),
            group(
                1,
                0,
                ("Technical university", "الجامعة التقنية"),
                ("Questions from practice, and work for graduates", "أسئلة من الواقع العملي وفرص عمل للخريجين"),
            ),
            group(1, 1, ("Training centre", "مركز التدريب"), ("Full courses", "دورات مكتملة العدد")),
            group(2, 1, ("Suppliers of parts", "مورّدو القطع"), ("Orders that can be planned", "طلبيات يمكن التخطيط لها")),
            group(2, 2, ("Village workshops", "ورش القرى"), ("News of the trade", "أخبار المهنة")),
            group(3, 0, ("A large trader", "تاجر كبير"), ("Names of buyers", "أسماء المشترين")),
            group(3, 2, ("Agents", "الوكلاء"), ("A list of members", "قائمة الأعضاء")),
        ],
        care: vec![(0, 2), (0, 3), (1, 3)],
        words: Words {
            group: say("Group", "المجموعة"),
            interest: say("Interest", "المصلحة"),
            role: say("Role", "الدور"),
            weight: say("Influence", "النفوذ"),
            care: say("More influence than the role should have", "نفوذ يفوق ما يناسب هذا الدور"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn chart(roles: usize, weights: usize, count: usize, label: &str) -> Interests {
        let group = |i: usize| Group {
            role: i % 5,
            weight: i % 3,
            label: label.into(),
            interest: label.into(),
            href: Some(format!("a/{i}.html")),
        };
        let words = Words { care: label.into(), weight: label.into(), ..Words::default() };
        let (roles, weights) = (vec![label.into(); roles], vec![label.into(); weights]);
        Interests { roles, weights, groups: (0..count).map(group).collect(), care: vec![(0, 2), (9, 9)], words }
    }

    #[test]
    fn sound_in_every_size() {
        for label in HOSTILE {
            for (roles, weights, count) in [(4, 3, 12), (1, 1, 1), (5, 4, 90)] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(roles, weights, count, label)).unwrap()));
            }
        }
    }

    #[test]
    fn what_lies_outside_is_in_neither_form_and_an_empty_map_is_no_picture() {
        probe::both(|frame| {
            assert!(draw(frame, &chart(4, 3, 0, "a")).is_none());
            assert!(draw(frame, &chart(0, 3, 9, "a")).is_none());
            let picture = draw(frame, &chart(2, 3, 30, "a")).unwrap();
            let kept = (0..30).filter(|i| i % 5 < 2).count();
            assert_eq!((picture.table.rows.len(), picture.svg.matches("<a ").count()), (kept, kept));
        });
    }
}
