//! What a team can do: a bar for each skill, the mean of its scores, and how many have what is needed.

use super::gallery::Say;
use super::legend::{self, Sign};
use super::paint::{Hue, Paint, Weave, dash, fill, stroke, weight, woven};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Skills of a team.
#[derive(Clone, Debug)]
pub struct Skills {
    /// Skills from top to bottom.
    pub items: Vec<Skill>,
    /// The best score there is; what is not positive counts as one.
    pub top: f64,
    /// The score from which on somebody has what is needed.
    pub met: f64,
    /// The words of the picture.
    pub words: Words,
}

/// One skill.
#[derive(Clone, Debug)]
pub struct Skill {
    /// Its name.
    pub label: String,
    /// Mean of the scores; nothing where nobody was assessed by it.
    pub mean: Option<f64>,
    /// How many have what is needed.
    pub met_by: usize,
    /// How many were assessed.
    pub scored: usize,
    /// Whether it is of use, but not asked for.
    pub optional: bool,
}

/// The words of the picture, localised.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the word for what it is called")]
pub struct Words {
    pub skill: String,
    pub mean: String,
    pub met_by: String,
    pub scored: String,
    pub needed: String,
    pub nobody: String,
    pub optional: String,
    pub not_assessed: String,
    pub has: String,
    pub has_not: String,
}

/// The bar of a skill that is not asked for.
const HOLLOW: Paint = fill(Hue::Surface).edged(Hue::Brand, weight::SIDE);

impl Skill {
    fn mean(&self, top: f64) -> Option<f64> {
        self.mean.filter(|mean| mean.is_finite()).map(|mean| mean.clamp(0.0, top))
    }

    fn is_missing(&self) -> bool {
        self.scored > 0 && self.met_by == 0
    }

    /// Of three kinds of bars, none is told by its colour alone: what is missing is hatched, what is optional hollow.
    fn paint(&self) -> Paint {
        match (self.optional, self.is_missing()) {
            (true, _) => HOLLOW,
            (false, true) => woven(Hue::Accent, Weave::Rising),
            (false, false) => fill(Hue::Brand),
        }
    }
}

/// Draws the skills; `None` when nobody was assessed.
pub fn draw(frame: &Frame<'_>, input: &Skills) -> Option<Picture> {
    if input.items.iter().all(|skill| skill.scored == 0 && skill.mean.is_none()) {
        return None;
    }
    let [wide, narrow] = [Form::Wide, Form::Narrow].map(|form| sheet(frame, input, form));
    let Words { skill, mean, met_by, scored, optional, .. } = &input.words;
    let columns = [("skill", skill), ("mean", mean), ("met_by", met_by), ("assessed", scored)];
    let number = |value: f64| (frame.format.number)(value);
    let row = |skill: &Skill| {
        let name = if skill.optional { format!("{} ({optional})", skill.label) } else { skill.label.clone() };
        let count = |count: usize| Cell::number(Some(count as f64), number);
        vec![
            Cell::words(name),
            Cell::number(skill.mean(top(input)), |mean| number(tenth(mean))),
            count(skill.met_by),
            count(skill.scored),
        ]
    };
    let table = Table::new(columns.map(|(key, title)| (key, title.clone())), input.items.iter().map(row).collect());
    Some(frame.picture(wide, Some(narrow), table))
}

fn top(input: &Skills) -> f64 {
    if input.top.is_finite() && input.top > 0.0 { input.top.min(1e6) } else { 1.0 }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// More people than this are counted, not shown one by one.
const MOST: usize = 8;
/// What a sign of a person takes.
const STEP: f64 = 12.0;

fn sheet(frame: &Frame<'_>, input: &Skills, form: Form) -> String {
    let wide = form == Form::Wide;
    let mut canvas = Canvas::new(frame, form, if wide { WIDE } else { NARROW });
    let top = top(input);
    let names = input.items.iter().map(|skill| BODY.width(&skill.label)).fold(0.0, f64::max);
    let heads = input.items.iter().map(|skill| heads(frame, skill)).fold(0.0, f64::max);
    // In the narrow form names stand above their bars, and people at the end of the names.
    let left = if wide { names.clamp(80.0, 250.0) + 12.0 } else { 2.0 };
    let right = canvas.width() - 38.0 - if wide { heads + 12.0 } else { 0.0 };
    let room = if wide { left - 12.0 } else { canvas.width() - heads - 10.0 };
    let x = |value: f64| left + value / top * (right - left);
    let first = key(&mut canvas, input) + 22.0;
    let end = canvas.width();
    let mut rows = Vec::new();
    let mut y = first;
    for skill in &input.items {
        let lines = BODY.wrap(&skill.label, room, 2);
        let tall = lines.len() as f64 * BODY.leading();
        let middle = if wide { y + tall.max(20.0) / 2.0 + 3.0 } else { y + tall + 11.0 };
        let above = if wide { middle - tall / 2.0 } else { y };
        rows.push((skill, lines, above, middle));
        y = middle + if wide { tall.max(20.0) / 2.0 + 3.0 } else { 18.0 };
    }
    // Names above their bars would lie on the lines, so in the narrow form these cross the bars alone.
    let spans: Vec<(f64, f64)> =
        if wide { vec![(first - 2.0, y)] } else { rows.iter().map(|(.., middle)| (middle - 10.0, middle + 10.0)).collect() };
    for score in 0..=top.min(12.0) as usize {
        let (at, line) =
            (x(score as f64), if score == 0 { stroke(Hue::Neutral, weight::EDGE) } else { stroke(Hue::Line, weight::GRID) });
        spans.iter().for_each(|(from, to)| canvas.line((at, *from), (at, *to), line));
        canvas.centred(at, first - 7.0, SMALL, &(frame.format.number)(score as f64), (left - 2.0, canvas.width()));
    }
    if input.met > 0.0 && input.met <= top {
        spans.iter().for_each(|(from, to)| canvas.line((x(input.met), *from), (x(input.met), *to), NEEDED));
    }
    for (skill, lines, above, middle) in rows {
        let mean = skill.mean(top).map(|mean| (mean, (frame.format.number)(tenth(mean))));
        let words = mean.as_ref().map_or(&input.words.not_assessed, |(_, shown)| shown);
        canvas.mark(None, &frame.pair(&skill.label, words), |canvas| {
            canvas.lines(0.0, above + 12.0, BODY, &lines);
            if let Some((mean, shown)) = &mean {
                canvas.rect([x(0.0), middle - 8.0, (x(*mean) - x(0.0)).max(1.0), 16.0], 2.0, skill.paint());
                canvas.text(right + 8.0, middle + 4.2, STRONG, &STRONG.fit(shown, 30.0));
            } else {
                canvas.rect([x(0.0), middle - 8.0, x(top) - x(0.0), 16.0], 2.0, ABSENT);
            }
        });
        people(frame, &mut canvas, skill, (end - heads, if wide { middle } else { above + 8.0 }));
    }
    canvas.finish(frame, "skills", y + 4.0)
}

/// The line at which a skill is as good as needed.
const NEEDED: Paint = stroke(Hue::Ink, weight::LINK).dashed(dash::EXPECTED);
/// A bar that can't be drawn.
const ABSENT: Paint = stroke(Hue::Neutral, weight::EDGE).dashed(dash::ABSENT);
/// Somebody who has a skill, and somebody who has not.
const HAS: Paint = fill(Hue::Brand);
const HAS_NOT: Paint = fill(Hue::Surface).edged(Hue::Neutral, weight::LINK);

/// The room that the people of a skill take at the end of its row.
fn heads(frame: &Frame<'_>, skill: &Skill) -> f64 {
    if skill.scored <= MOST { skill.scored as f64 * STEP } else { SMALL.width(&counted(frame, skill)).min(90.0) }
}

fn counted(frame: &Frame<'_>, skill: &Skill) -> String {
    [skill.met_by, skill.scored].map(|count| (frame.format.number)(count as f64)).join("/")
}

/// Everybody who was assessed, those first who have what is needed.
fn people(frame: &Frame<'_>, canvas: &mut Canvas, skill: &Skill, (x, y): (f64, f64)) {
    if skill.scored > MOST {
        return canvas.text(x, y + 4.0, SMALL, &SMALL.fit(&counted(frame, skill), 90.0));
    }
    for index in 0..skill.scored {
        canvas.circle(x + (index as f64 + 0.5) * STEP, y, 4.0, if index < skill.met_by { HAS } else { HAS_NOT });
    }
}

/// What the signs mean, those that occur; gives the height it took.
fn key(canvas: &mut Canvas, input: &Skills) -> f64 {
    let Words { mean, needed, nobody, optional, not_assessed, has, has_not, .. } = &input.words;
    let bar =
        |paint: Paint| -> Sign<'_> { Box::new(move |canvas, x, y| canvas.rect([x + 1.0, y - 6.0, 18.0, 12.0], 2.0, paint)) };
    let head = |paint: Paint| -> Sign<'_> { Box::new(move |canvas, x, y| canvas.circle(x + 10.0, y, 4.0, paint)) };
    let line: Sign<'_> = Box::new(|canvas, x, y| canvas.line((x + 10.0, y - 8.0), (x + 10.0, y + 8.0), NEEDED));
    let any = |test: &dyn Fn(&Skill) -> bool| input.items.iter().any(test);
    let counted = any(&|skill| skill.scored > MOST);
    let entries = [
        (any(&|skill| !skill.optional && !skill.is_missing() && skill.mean.is_some()), bar(fill(Hue::Brand)), mean),
        (any(&|skill| !skill.optional && skill.is_missing()), bar(woven(Hue::Accent, Weave::Rising)), nobody),
        (any(&|skill| skill.optional), bar(HOLLOW), optional),
        (any(&|skill| skill.mean.is_none()), bar(ABSENT), not_assessed),
        (true, line, needed),
        (!counted && any(&|skill| skill.met_by > 0), head(HAS), has),
        (!counted && any(&|skill| skill.met_by < skill.scored), head(HAS_NOT), has_not),
    ];
    let entries: Vec<(Sign<'_>, &str)> =
        entries.into_iter().filter(|(occurs, ..)| *occurs).map(|(_, sign, name)| (sign, name.as_str())).collect();
    legend::flow(canvas, 0.0, &entries)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Skills {
    let skill = |en: &str, ar: &str, mean, met_by, scored| Skill { label: say(en, ar), mean, met_by, scored, optional: false };
    Skills {
        items: vec![
            skill("Education at tertiary level", "تعليم جامعي", Some(2.6), 4, 4),
            skill("Work in the private sector", "خبرة في القطاع الخاص", Some(1.4), 1, 4),
            skill("Leadership and management", "القيادة والإدارة", Some(1.8), 2, 4),
            skill("Social and intercultural skills", "المهارات الاجتماعية والثقافية", Some(2.3), 3, 4),
            skill("Project management", "إدارة المشاريع", Some(2.1), 3, 4),
            skill("English", "اللغة الإنجليزية", Some(0.8), 0, 4),
            skill("Training about clusters", "تدريب على إدارة التجمّعات", None, 0, 0),
            Skill { optional: true, ..skill("Another foreign language", "لغة أجنبية أخرى", Some(1.2), 1, 3) },
        ],
        top: 3.0,
        met: 2.0,
        words: Words {
            skill: say("Skill", "المهارة"),
            mean: say("Mean score", "متوسط الدرجات"),
            met_by: say("Have it", "يمتلكها"),
            scored: say("Assessed", "جرى تقييمهم"),
            needed: say("As needed", "المستوى المطلوب"),
            nobody: say("Nobody has it", "لا يمتلكها أحد"),
            optional: say("Of use only", "مفيدة فقط"),
            not_assessed: say("Not assessed", "لم تُقيَّم"),
            has: say("Has it", "يمتلكها"),
            has_not: say("Has it in part or not", "لا يمتلكها أو جزئيًّا"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn chart(values: &[f64], label: &str, scored: usize) -> Skills {
        let skill =
            |value: &f64| Skill { label: label.into(), mean: Some(*value), met_by: scored / 2, scored, optional: *value > 4.0 };
        let top = values.first().copied().unwrap_or(3.0);
        Skills {
            items: values.iter().map(skill).collect(),
            top,
            met: top / 2.0,
            words: Words { mean: label.into(), ..Words::default() },
        }
    }

    #[test]
    fn sound_with_any_value_and_text() {
        for values in EXTREME {
            probe::both(|frame| probe::sound(&draw(frame, &chart(values, "English", 5)).unwrap()));
        }
        for label in HOSTILE {
            for scored in [0, 3, 900] {
                probe::both(|frame| probe::sound(&draw(frame, &chart(&[3.0, 1.0, 9.0], label, scored)).unwrap()));
            }
        }
    }

    #[test]
    fn a_team_that_nobody_has_assessed_gives_no_picture() {
        let mut none = chart(&[3.0], "English", 0);
        none.items[0].mean = None;
        probe::both(|frame| assert!(draw(frame, &none).is_none()));
    }
}
