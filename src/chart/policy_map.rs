//! Policies in a field: what they are about from top to bottom, what they act on across. One that acts on neighbouring levels spans them.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign as KeySign};
use super::node::{self, PAD, ROUND};
use super::paint::{Hue, fill, stroke, weight};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::Choice;
use crate::model::kinds::diamond::Sign;

/// Policies by field and level.
#[derive(Clone, Debug)]
pub struct PolicyMap {
    /// Fields from top to bottom.
    pub fields: Vec<String>,
    /// Levels in reading direction.
    pub levels: Vec<String>,
    /// The policies.
    pub items: Vec<Item>,
    /// What stands in a field without policies.
    pub nothing: String,
    /// The names of the signs, in the order of [`Sign::ALL`].
    pub signs: [String; 3],
    /// Column headings of the table: field, level, policy, note, effect.
    pub head: [String; 5],
}

/// One policy.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub label: String,
    /// Who answers for it and how much depends on it; may be empty.
    pub note: String,
    /// Its fields, by number; what lies outside is passed over.
    pub fields: Vec<usize>,
    /// Its levels, likewise.
    pub levels: Vec<usize>,
    /// Whether it helps.
    pub effect: Option<Sign>,
    /// Whether much depends on it.
    pub strong: bool,
    /// Where it leads.
    pub href: Option<String>,
}

const LEFT: f64 = 124.0;
const SIGN: f64 = 20.0;

/// Draws policies; `None` where none has a field and a level.
pub fn draw(frame: &Frame<'_>, input: &PolicyMap) -> Option<Picture> {
    let placed =
        |item: &&Item| (0..input.fields.len()).any(|field| item.fields.contains(&field)) && !runs(input, item).is_empty();
    let items: Vec<&Item> = input.items.iter().filter(placed).collect();
    if items.is_empty() {
        return None;
    }
    Some(frame.picture(wide(frame, input, &items), Some(narrow(frame, input, &items)), table(input, &items)))
}

/// The levels of a policy as runs of neighbours, each from its first to its last.
fn runs(input: &PolicyMap, item: &Item) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for level in (0..input.levels.len()).filter(|level| item.levels.contains(level)) {
        match runs.last_mut().filter(|(_, last)| last + 1 == level) {
            Some((_, last)) => *last = level,
            None => runs.push((level, level)),
        }
    }
    runs
}

/// The words of a box, broken for its width.
struct Words {
    label: Vec<String>,
    note: Vec<String>,
    height: f64,
}

impl Item {
    fn words(&self, note: &str, broad: f64) -> Words {
        let kind = if self.strong { STRONG } else { BODY };
        let room = broad - 2.0 * PAD - if self.effect.is_some() { SIGN } else { 0.0 };
        let (label, note) = (kind.wrap(&self.label, room, 5), SMALL.wrap(note, room, 3));
        let height = label.len().max(1) as f64 * kind.leading() + note.len() as f64 * SMALL.leading() + 2.0 * PAD - 4.0;
        Words { label, note, height }
    }

    fn draw(&self, canvas: &mut Canvas, frame: &Frame<'_>, signs: &[String; 3], ([x, y, broad], words): ([f64; 3], &Words)) {
        let kind = if self.strong { STRONG } else { BODY };
        let word = self.effect.and_then(|sign| Some(signs[Sign::ALL.iter().position(|known| *known == sign)?].as_str()));
        let said: Vec<&str> = word.into_iter().chain([self.note.as_str()]).filter(|text| !text.is_empty()).collect();
        canvas.mark(self.href.as_ref(), &frame.pair(&self.label, &said.join(" · ")), |canvas| {
            let edge = if self.strong { (Hue::Brand, weight::SIDE) } else { (Hue::Neutral, weight::EDGE) };
            canvas.rect(
                [x, y, broad, words.height],
                ROUND,
                fill(if self.strong { Hue::Tint } else { Hue::Surface }).edged(edge.0, edge.1),
            );
            let mut start = x + PAD;
            if let Some(sign) = self.effect {
                glyph::effect(canvas, start + 6.5, y + PAD + 6.0, 6.5, sign);
                start += SIGN;
            }
            canvas.lines(start, y + PAD + 10.0, kind, &words.label);
            canvas.lines(start, y + PAD + 10.0 + words.label.len() as f64 * kind.leading(), SMALL, &words.note);
        });
    }
}

fn wide(frame: &Frame<'_>, input: &PolicyMap, items: &[&Item]) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let mut y = legend::flow(&mut canvas, 0.0, &key(input, items)) + 8.0;
    let broad = (WIDE - LEFT) / input.levels.len() as f64;
    for (level, name) in input.levels.iter().enumerate() {
        node::heading(&mut canvas, name, [LEFT + broad * level as f64 + 3.0, y, broad - 6.0], false);
    }
    y += 36.0;
    for (field, name) in input.fields.iter().enumerate() {
        canvas.line((0.0, y), (WIDE, y), stroke(Hue::Line, weight::EDGE));
        let lines = STRONG.wrap(name, LEFT - 14.0, 3);
        canvas.lines(0.0, y + 24.0, STRONG, &lines);
        // Each box lies as high as the levels that it spans are free.
        let mut free = vec![y + 8.0; input.levels.len()];
        for item in items.iter().filter(|item| item.fields.contains(&field)) {
            for (first, last) in runs(input, item) {
                let wide = broad * (last - first + 1) as f64 - 6.0;
                let words = item.words(&item.note, wide);
                let top = free[first..=last].iter().copied().fold(0.0, f64::max);
                item.draw(&mut canvas, frame, &input.signs, ([LEFT + broad * first as f64 + 3.0, top, wide], &words));
                free[first..=last].fill(top + words.height + 6.0);
            }
        }
        let foot = free.iter().copied().fold(y + 22.0 + lines.len() as f64 * STRONG.leading(), f64::max);
        if !items.iter().any(|item| item.fields.contains(&field)) {
            canvas.text(LEFT + 3.0, y + 24.0, SMALL, &SMALL.fit(&input.nothing, WIDE - LEFT - 6.0));
        }
        y = foot + 4.0;
    }
    canvas.finish(frame, "policy-map", y)
}

/// Field by field; what a box acts on stands in it.
fn narrow(frame: &Frame<'_>, input: &PolicyMap, items: &[&Item]) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = legend::flow(&mut canvas, 0.0, &key(input, items)) + 8.0;
    for (field, name) in input.fields.iter().enumerate() {
        node::heading(&mut canvas, name, [1.0, y, NARROW - 2.0], false);
        y += 36.0;
        let mut any = false;
        for item in items.iter().filter(|item| item.fields.contains(&field)) {
            let levels = input.levels.iter().enumerate().filter(|(level, _)| item.levels.contains(level));
            let levels: Vec<&str> = levels.map(|(_, name)| name.as_str()).collect();
            let note = [levels.join(", "), item.note.clone()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
            let words = item.words(&note.join(" · "), NARROW - 2.0);
            item.draw(&mut canvas, frame, &input.signs, ([1.0, y, NARROW - 2.0], &words));
            y += words.height + 8.0;
            any = true;
        }
        if !any {
            canvas.text(PAD, y + 10.0, SMALL, &SMALL.fit(&input.nothing, NARROW - 2.0 * PAD));
            y += 22.0;
        }
        y += 6.0;
    }
    canvas.finish(frame, "policy-map", y)
}

fn key<'a>(input: &'a PolicyMap, items: &[&Item]) -> Vec<(KeySign<'a>, &'a str)> {
    let used = |sign: &Sign| items.iter().any(|item| item.effect == Some(*sign));
    let sign = |sign: Sign| -> KeySign<'a> { Box::new(move |canvas, x, y| glyph::effect(canvas, x + 10.0, y, 6.5, sign)) };
    let all = Sign::ALL.iter().zip(&input.signs).filter(|(sign, _)| used(sign));
    all.map(|(known, name)| (sign(*known), name.as_str())).collect()
}

fn table(input: &PolicyMap, items: &[&Item]) -> Table {
    let names = |all: &[String], which: &[usize]| {
        let names = all.iter().enumerate().filter(|(index, _)| which.contains(index)).map(|(_, name)| name.as_str());
        names.collect::<Vec<_>>().join("; ")
    };
    let row = |item: &&Item| {
        let effect = item.effect.map_or_else(
            || Cell::words(""),
            |sign| {
                let index = Sign::ALL.iter().position(|known| *known == sign).unwrap_or_default();
                Cell::coded(&input.signs[index], sign.as_str().to_owned())
            },
        );
        vec![
            Cell::words(names(&input.fields, &item.fields)),
            Cell::words(names(&input.levels, &item.levels)),
            Cell::linked(&item.label, item.href.as_ref()),
            Cell::words(&item.note),
            effect,
        ]
    };
    let keys = ["fields", "levels", "name", "note", "effect"];
    Table::new(keys.into_iter().zip(input.head.clone()), items.iter().map(row).collect())
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> PolicyMap {
    let item = |en: &str, ar: &str, note: &str, note_ar: &str, fields: &[usize], levels: &[usize], effect, strong| Item {
        label: say(en, ar),
        note: say(note, note_ar),
        fields: fields.to_vec(),
        levels: levels.to_vec(),
        effect: Some(effect),
        strong,
        href: None,
    };
    PolicyMap {
        fields: vec![
            say("Innovation", "الابتكار"),
            say("Environment", "البيئة"),
            say("Infrastructure", "البنية التحتية"),
            say("Social", "الشؤون الاجتماعية"),
            say("Foreign trade", "التجارة الخارجية"),
        ],
        levels: vec![
            say("Framework conditions", "الشروط الإطارية"),
            say("Firms", "الشركات"),
            say("Cluster organisation", "هيئة التجمع"),
        ],
        items: vec![
            item(
                "Vouchers for joint research",
                "قسائم للبحث المشترك",
                "Ministry of Economy",
                "وزارة الاقتصاد",
                &[0],
                &[1],
                Sign::Plus,
                false,
            ),
            item(
                "Programme for cluster excellence",
                "برنامج تميّز التجمعات",
                "Regional agency",
                "الوكالة الإقليمية",
                &[0],
                &[1, 2],
                Sign::Plus,
                true,
            ),
            item(
                "Limits on solvents in varnish",
                "حدود المذيبات في الطلاء",
                "Environment agency",
                "وكالة البيئة",
                &[1],
                &[0, 1],
                Sign::Mixed,
                false,
            ),
            item("Fast network in the valley", "شبكة سريعة في الوادي", "Province", "المحافظة", &[2], &[0], Sign::Plus, false),
            item(
                "Duty on imported fittings",
                "رسوم على التجهيزات المستوردة",
                "Customs",
                "الجمارك",
                &[4],
                &[0],
                Sign::Minus,
                true,
            ),
            item(
                "Stands at foreign fairs",
                "أجنحة في معارض خارجية",
                "Export agency",
                "وكالة التصدير",
                &[4],
                &[1, 2],
                Sign::Plus,
                false,
            ),
        ],
        nothing: say("Nothing known here yet", "لا شيء معروف هنا بعد"),
        signs: [say("Helps", "يساعد"), say("Hinders", "يعيق"), say("Both", "كلاهما")],
        head: [
            say("Field", "المجال"),
            say("Level", "المستوى"),
            say("Policy", "السياسة"),
            say("Note", "ملاحظة"),
            say("Effect", "الأثر"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn map(count: usize, fields: usize, levels: usize, label: &str) -> PolicyMap {
        let item = |i: usize| Item {
            label: label.into(),
            note: label.into(),
            fields: vec![i % 5, i % 3],
            levels: (0..4_usize).filter(|level| !(i + level).is_multiple_of(3)).collect(),
            effect: Sign::ALL.get(i % 4).copied(),
            strong: i.is_multiple_of(2),
            href: Some(format!("policy.html#{i}")),
        };
        PolicyMap {
            fields: vec![label.into(); fields],
            levels: vec![label.into(); levels],
            items: (0..count).map(item).collect(),
            nothing: label.into(),
            signs: std::array::from_fn(|_| label.to_string()),
            head: Default::default(),
        }
    }

    #[test]
    fn sound_in_every_size() {
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &map(6, 5, 3, label)).unwrap()));
        }
        for (count, fields, levels) in [(1, 1, 3), (60, 5, 3), (9, 2, 8)] {
            probe::both(|frame| probe::sound(&draw(frame, &map(count, fields, levels, "Vouchers for research")).unwrap()));
        }
    }

    #[test]
    fn levels_that_lie_apart_are_two_boxes() {
        let mut input = map(1, 5, 3, "Law");
        input.items[0].levels = vec![0, 2];
        input.items[0].fields = vec![1];
        probe::both(|frame| assert_eq!(draw(frame, &input).unwrap().svg.matches("<a ").count(), 2));
        input.items[0].levels = vec![9];
        probe::both(|frame| assert!(draw(frame, &input).is_none()));
    }
}
