//! Legal forms by how far they commit and how easily members join, with the own form and the place that a cluster's answers give it.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign};
use super::paint::{Hue, dash, fill, stroke, weight};
use super::svg::{BODY, CAPTION, Canvas, Form as Drawn, NARROW, STRONG, Type, WIDE};
use super::{Cell, Frame, Picture, Table};

/// Forms on two axes from 1 to 5.
#[derive(Clone, Debug)]
pub struct LegalForms {
    /// The forms.
    pub forms: Vec<Form>,
    /// Where the cluster itself stands, if that is known: commitment and openness, and in a word how that is known.
    pub own: Option<(f64, f64, String)>,
    /// The words of the picture.
    pub words: Words,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// Its name.
    pub label: String,
    /// How far members commit themselves and business is done, from 1 to 5.
    pub commitment: f64,
    /// How easily members join and how many there can be, from 1 to 5.
    pub openness: f64,
    /// Whether it is the cluster's.
    pub chosen: bool,
}

/// The words of the picture.
#[derive(Clone, Debug)]
pub struct Words {
    /// Column heading of the forms.
    pub form: String,
    /// Name of the axis upwards.
    pub commitment: String,
    /// Name of the axis across.
    pub openness: String,
    /// Column heading of what is said of a row.
    pub note: String,
    /// What the cluster's form is called.
    pub chosen: String,
    /// What the cluster itself is called.
    pub cluster: String,
}

/// The scale of both axes.
const RANGE: (f64, f64) = (1.0, 5.0);

/// Where things lie in a drawing: the corner of the plot, its size, and the width that a name may take.
struct Plot {
    left: f64,
    top: f64,
    wide: f64,
    high: f64,
    name: f64,
}

impl Plot {
    fn at(&self, commitment: f64, openness: f64) -> (f64, f64) {
        let share = |value: f64| {
            let value = if value.is_finite() { value.clamp(RANGE.0, RANGE.1) } else { RANGE.0 };
            (value - RANGE.0) / (RANGE.1 - RANGE.0)
        };
        // Names stand below their dots and need room within the frame.
        let (inner, below) = (self.wide - 2.0 * EDGE, self.high - EDGE - LOW);
        (self.left + EDGE + inner * share(openness), self.top + EDGE + below * (1.0 - share(commitment)))
    }
}

/// Room between the frame and the outermost places.
const EDGE: f64 = 26.0;
/// The same at the foot, where the names of dots have to fit.
const LOW: f64 = 48.0;

/// Draws the forms; `None` without any.
pub fn draw(frame: &Frame<'_>, input: &LegalForms) -> Option<Picture> {
    if input.forms.is_empty() {
        return None;
    }
    let number = |value: f64| Cell::number(Some(value).filter(|value| value.is_finite()), |value| (frame.format.number)(value));
    let row = |form: &Form| {
        let note = if form.chosen { input.words.chosen.as_str() } else { "" };
        vec![Cell::words(&form.label), number(form.commitment), number(form.openness), Cell::words(note)]
    };
    let own = input.own.as_ref().map(|(commitment, openness, how)| {
        vec![Cell::words(&input.words.cluster), number(*commitment), number(*openness), Cell::words(how)]
    });
    let words = &input.words;
    let head = [&words.form, &words.commitment, &words.openness, &words.note].map(String::clone);
    let keys = ["form", "commitment", "openness", "note"];
    let table = Table::new(keys.into_iter().zip(head), input.forms.iter().map(row).chain(own).collect());
    Some(frame.picture(sheet(frame, input, Drawn::Wide), Some(sheet(frame, input, Drawn::Narrow)), table))
}

fn sheet(frame: &Frame<'_>, input: &LegalForms, drawn: Drawn) -> String {
    let (width, high, name) = if drawn == Drawn::Wide { (WIDE, 420.0, 132.0) } else { (NARROW, 440.0, 92.0) };
    let mut canvas = Canvas::new(frame, drawn, width);
    let mut key: Vec<(Sign<'_>, &str)> = Vec::new();
    if input.forms.iter().any(|form| form.chosen) {
        key.push((Box::new(|canvas, x, y| dot(canvas, (x + 10.0, y), true)), &input.words.chosen));
    }
    if input.own.is_some() {
        key.push((Box::new(|canvas, x, y| ring(canvas, (x + 10.0, y), 7.0)), &input.words.cluster));
    }
    let top = legend::flow(&mut canvas, 0.0, &key) + if key.is_empty() { 0.0 } else { 8.0 };
    canvas.text(0.0, top + 12.0, CAPTION, &CAPTION.fit(&format!("↑ {}", input.words.commitment), width));
    let plot = Plot { left: 1.0, top: top + 20.0, wide: width - 2.0, high, name };
    canvas.rect([plot.left, plot.top, plot.wide, plot.high], 4.0, fill(Hue::Tint).edged(Hue::Line, weight::EDGE));
    grid(&mut canvas, &plot);
    let chosen = input.forms.iter().find(|form| form.chosen);
    if let (Some(form), Some((commitment, openness, _))) = (chosen, &input.own) {
        let ends = [plot.at(form.commitment, form.openness), plot.at(*commitment, *openness)];
        canvas.line(ends[0], ends[1], stroke(Hue::Neutral, weight::LINK).dashed(dash::EXPECTED));
    }
    for form in &input.forms {
        let place = plot.at(form.commitment, form.openness);
        canvas.mark(None, &told(frame, input, form), |canvas| {
            dot(canvas, place, form.chosen);
            let kind = if form.chosen { STRONG } else { BODY };
            named(canvas, &plot, place, kind, &form.label);
        });
    }
    if let Some((commitment, openness, how)) = &input.own {
        let (x, y) = plot.at(*commitment, *openness);
        canvas.mark(None, &frame.pair(&input.words.cluster, how), |canvas| ring(canvas, (x, y), 12.0));
    }
    let foot = plot.top + plot.high;
    let across = format!("{} {}", input.words.openness, if frame.rtl { "←" } else { "→" });
    canvas.text(width, foot + 16.0, CAPTION.end(), &CAPTION.fit(&across, width));
    canvas.finish(frame, "legal-form", foot + 22.0)
}

/// What a mark says of a form.
fn told(frame: &Frame<'_>, input: &LegalForms, form: &Form) -> String {
    let value = |name: &str, value: f64| frame.pair(name, &(frame.format.number)(value));
    let words = &input.words;
    let chosen = if form.chosen { format!(" · {}", words.chosen) } else { String::new() };
    let facts = format!("{} · {}{chosen}", value(&words.commitment, form.commitment), value(&words.openness, form.openness));
    frame.pair(&form.label, &facts)
}

/// Quarters of the plot, as light lines.
fn grid(canvas: &mut Canvas, plot: &Plot) {
    let lines = (1..4).flat_map(|step| {
        let share = f64::from(step) / 4.0;
        let (x, y) = (plot.left + plot.wide * share, plot.top + plot.high * share);
        [[(x, plot.top), (x, plot.top + plot.high)], [(plot.left, y), (plot.left + plot.wide, y)]]
    });
    canvas.grid(lines, stroke(Hue::Line, weight::GRID));
}

/// The sign of a form: a square in the brand's colour with a tick for the cluster's own, a hollow disc for the others.
fn dot(canvas: &mut Canvas, (x, y): (f64, f64), chosen: bool) {
    if chosen {
        glyph::marker(canvas, x, y, 9.0, 1, fill(Hue::Plate));
        glyph::tick(canvas, x, y, 9.0, Hue::OnBrand);
    } else {
        canvas.circle(x, y, 5.0, fill(Hue::Surface).edged(Hue::Neutral, weight::SIDE));
    }
}

/// Where the cluster itself stands.
fn ring(canvas: &mut Canvas, (x, y): (f64, f64), r: f64) {
    canvas.circle(x, y, r, stroke(Hue::Accent, weight::MAIN));
}

/// The name of a dot, in the middle below it and within the frame.
fn named(canvas: &mut Canvas, plot: &Plot, (x, y): (f64, f64), kind: Type, label: &str) {
    let lines = kind.balance(label, plot.name, 2);
    let half = lines.iter().map(|line| kind.width(line)).fold(0.0, f64::max) / 2.0 + 3.0;
    let x = x.clamp(plot.left + half, (plot.left + plot.wide - half).max(plot.left + half));
    canvas.lines(x, y + 24.0, kind.middle(), &lines);
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> LegalForms {
    let forms = [
        (1.3, 4.6, "Cooperation agreement", "اتفاق تعاون"),
        (2.1, 4.1, "Non-profit association", "جمعية غير ربحية"),
        (2.2, 1.5, "Foundation", "مؤسسة وقفية"),
        (3.4, 3.0, "Hybrid form", "شكل مختلط"),
        (4.0, 1.6, "Limited company", "شركة محدودة المسؤولية"),
        (4.7, 3.1, "Joint-stock company", "شركة مساهمة"),
    ];
    let form = |(commitment, openness, en, ar): (f64, f64, &str, &str)| Form {
        label: say(en, ar),
        commitment,
        openness,
        chosen: en.starts_with("Hybrid"),
    };
    LegalForms {
        forms: forms.into_iter().map(form).collect(),
        own: Some((3.0, 4.0, say("From its answers", "من إجاباته"))),
        words: Words {
            form: say("Legal form", "الشكل القانوني"),
            commitment: say("Commitment and business activities", "الالتزام والأنشطة التجارية"),
            openness: say("Openness and number of members", "الانفتاح وعدد الأعضاء"),
            note: say("Note", "ملاحظة"),
            chosen: say("Form of this cluster", "شكل هذا التجمّع"),
            cluster: say("What this cluster needs", "ما يحتاج إليه هذا التجمّع"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, EXTREME, HOSTILE};

    fn forms(label: &str, values: &[f64]) -> LegalForms {
        let form = |(index, value): (usize, &f64)| Form {
            label: label.into(),
            commitment: *value,
            openness: values[(index + 1) % values.len()],
            chosen: index == 0,
        };
        let word = || label.to_owned();
        LegalForms {
            forms: values.iter().enumerate().map(form).collect(),
            own: values.first().map(|value| (*value, 3.0, word())),
            words: Words { form: word(), commitment: word(), openness: word(), note: word(), chosen: word(), cluster: word() },
        }
    }

    #[test]
    fn sound_with_any_text_and_value() {
        for label in HOSTILE {
            probe::both(|frame| probe::sound(&draw(frame, &forms(label, &[1.0, 5.0, 3.0])).unwrap()));
        }
        for values in EXTREME {
            probe::both(|frame| probe::sound(&draw(frame, &forms("Association", values)).unwrap()));
        }
    }

    #[test]
    fn no_forms_give_no_picture() {
        probe::both(|frame| assert!(draw(frame, &forms("a", &[])).is_none()));
    }
}
